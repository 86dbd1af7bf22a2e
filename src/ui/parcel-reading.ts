/** Parcels on their way in: from files or text to the state, each reading told, nothing taken by halves. */
import { useEffect, useRef, useState } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Parcel } from '../core/model'
import type { ParcelOptions, ParcelsRead, ReadParcel } from '../formats/parcels'
import type { App } from '../state/app'
import { addParcels, lookAtParcels, replaceParcel } from '../state/parcel-verbs'
import { useApp } from './page'

/** A parcel that was read, and the object the state keeps of it once it is taken. */
export interface Entry extends ReadParcel {
  kept: Parcel | null
}

export type Reading =
  | { status: 'idle' }
  | { status: 'reading' }
  /** The reader, or a file, could not be fetched. */
  | { status: 'failed'; why: string }
  | { status: 'read'; entries: readonly Entry[]; problems: ParcelsRead['problems'] }

export interface Bringing {
  reading: Reading
  files(list: Iterable<File>): void
  text(text: string): void
  /** Takes what could be read beside what could not. */
  take(): void
  /** Reads one of them the other way. */
  choose(entry: number, alternative: number): void
  dismiss(): void
}

const [west = 0, south = 0, east = 0, north = 0] = site.bbox

const optionsOf = (app: App): ParcelOptions => ({ near: [west, south, east, north], lang: app.lang.peek() })

async function readFiles(list: readonly File[], options: ParcelOptions): Promise<ParcelsRead> {
  const { readParcelFiles } = await import('../formats/parcels')
  const files = await Promise.all(list.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
  return readParcelFiles(files, options)
}

async function readText(text: string, options: ParcelOptions): Promise<ParcelsRead> {
  const { readParcelText } = await import('../formats/parcels')
  return readParcelText(text, options)
}

/** Puts parcels that were read into the state. */
export function taken(app: App, entries: readonly Entry[]): Entry[] {
  const before = app.parcels.peek().length
  addParcels(app, entries.map(({ parcel }) => parcel))
  const kept = app.parcels.peek().slice(before)
  lookAtParcels(app, kept)
  return entries.map((entry, at) => ({ ...entry, kept: kept[at] ?? null }))
}

/** A whole success is taken at once; beside problems, somebody must say so. */
export function settled(app: App, { parcels, problems }: ParcelsRead): Reading {
  const entries = parcels.map((one): Entry => ({ ...one, kept: null }))
  return { status: 'read', problems, entries: problems.length === 0 ? taken(app, entries) : entries }
}

/** The entry read otherwise, its old reading now among the alternatives. */
export function otherwise(entry: Entry, alternative: number): Entry {
  const other = entry.alternatives[alternative]
  if (other === undefined) return entry
  const alternatives = entry.alternatives.map((one, at) => (at === alternative ? { reading: entry.reading, parcel: entry.parcel } : one))
  return { ...entry, parcel: other.parcel, reading: other.reading, alternatives, notes: entry.notes.filter(({ code }) => code !== PLACE_NOTE) }
}

const PLACE_NOTE = 'far' // said of the first reading alone

/** Where the state has the parcel of an entry; -1 once it was removed or edited. */
export const indexOf = (app: App, { kept }: Entry): number => (kept === null ? -1 : app.parcels.value.indexOf(kept))

/** Reads an entry the other way, in the state too where it was taken. */
export function chosen(app: App, entry: Entry, alternative: number): Entry {
  const next = otherwise(entry, alternative)
  const at = indexOf(app, entry)
  if (at === -1) return next
  replaceParcel(app, at, next.parcel)
  lookAtParcels(app, [next.parcel])
  return { ...next, kept: app.parcels.peek()[at] ?? null }
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function useBringing(): Bringing {
  const app = useApp()
  const [reading, set] = useState<Reading>({ status: 'idle' })
  const turn = useRef(0)
  useEffect(() => () => void turn.current++, [])
  const start = (read: (options: ParcelOptions) => Promise<ParcelsRead>) => {
    const mine = ++turn.current
    const tell = (next: () => Reading) => mine === turn.current && set(next())
    set({ status: 'reading' })
    read(optionsOf(app)).then((found) => tell(() => settled(app, found)), (error: unknown) => tell(() => ({ status: 'failed', why: whyOf(error) })))
  }
  const entriesOf = (change: (entries: readonly Entry[]) => readonly Entry[], solved = false) => {
    if (reading.status === 'read') set({ ...reading, entries: change(reading.entries), problems: solved ? [] : reading.problems })
  }
  return {
    reading,
    files: (list) => start((options) => readFiles([...list], options)),
    text: (text) => start((options) => readText(text, options)),
    take: () => entriesOf((entries) => taken(app, entries), true),
    choose: (at, alternative) => entriesOf((entries) => entries.map((entry, i) => (i === at ? chosen(app, entry, alternative) : entry))),
    dismiss: () => (turn.current++, set({ status: 'idle' })),
  }
}
