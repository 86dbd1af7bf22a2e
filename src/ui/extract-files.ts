/** The files a reader takes away: what they are called, and how the browser hands them over. */
import type { Extract } from '../extract/extract'
import { formatDegrees } from './format'

/** What can be saved. */
export const FILES = ['docx', 'csv', 'geojson', 'json'] as const
export type FileKind = (typeof FILES)[number]

const LONGEST_NAME = 60

/** Signs that a file system refuses, that turn the reading direction or are not seen, and those of control. */
const REFUSED = /[\\/:*?"<>|#%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu

/** A part of a file name that every system takes: at most 60 signs, no dots or dashes at its ends; may be empty. */
export function namePart(text: string): string {
  const plain = text.normalize('NFC').replace(REFUSED, '-').replaceAll(/[\s,]+/g, '-')
  return [...plain.replaceAll(/-{2,}/g, '-')].slice(0, LONGEST_NAME).join('').replaceAll(/^[-.]+|[-.]+$/g, '')
}

/** What the extract is about, in a few signs: the name of the parcel, or degrees. */
export function subjectName({ question: { subject } }: Extract, unnamed: string): string {
  switch (subject.kind) {
    case 'parcel':
      return subject.parcel.name.trim() || unnamed
    case 'point':
      return subject.lonLat.map(formatDegrees).join(', ')
    case 'zones':
      return subject.zones.join(', ') || unnamed
  }
}

/** `subject_2026-11-27_what.docx`. */
export const fileName = (subject: string, on: string, what: string, kind: FileKind): string =>
  `${[subject, on, what].map(namePart).filter((part) => part !== '').join('_')}.${kind}`

/** How long an object URL is kept for a browser that asks before it saves, ms. */
const KEEP_MS = 60_000

/** Hands a file to the reader as a download. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}
