/** An extract file, read with distrust: it comes from a user, and may have been edited. */
import type { Extract } from './extract'
import { SCHEMA } from './extract'
import type { Told } from './words'

export interface ReadExtract {
  extract: Extract
  /** The fingerprint the file gives; null where it gives none. */
  sha256: string | null
}

export type ExtractRead = { ok: true; read: ReadExtract } | { ok: false; problem: Told }

type Record_ = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Record_ => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isPair = (value: unknown): boolean => isRecord(value) && isText(value['zh']) && isText(value['en'])
const isListOf = (value: unknown, is: (item: Record_) => boolean): boolean => Array.isArray(value) && value.every((item) => isRecord(item) && is(item))
const isRecordOf = (value: unknown, is: (item: unknown) => boolean): boolean => isRecord(value) && Object.values(value).every(is)
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value)

const DEPTHS: Readonly<Record<string, number>> = { LineString: 2, MultiLineString: 3, Polygon: 3, MultiPolygon: 4 }

/** Lists in lists, `depth` deep, of numbers. */
const isNested = (value: unknown, depth: number): boolean => (depth === 0 ? isNumber(value) : Array.isArray(value) && value.every((item) => isNested(item, depth - 1)))

const isParcel = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['name']) &&
  isOptional(value['corridorM'], isNumber) &&
  isRecord(value['geometry']) &&
  isNested(value['geometry']['coordinates'], DEPTHS[String(value['geometry']['type'])] ?? -1)

function isSubject(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value['kind'] === 'point') return isNested(value['lonLat'], 1) && Array.isArray(value['lonLat']) && value['lonLat'].length === 2
  return value['kind'] === 'zones' ? isTexts(value['zones']) : value['kind'] === 'parcel' && isParcel(value['parcel'])
}

const isFact = (value: unknown): boolean => isText(value) || isNumber(value) || typeof value === 'boolean'

const isQuestion = (value: unknown): boolean =>
  isRecord(value) &&
  isSubject(value['subject']) &&
  isText(value['on']) &&
  isTexts(value['project']) &&
  isRecordOf(value['facts'], isFact) &&
  isRecordOf(value['known'], isText) &&
  isOptional(value['sources'], isTexts)

const isExtent = (value: unknown): boolean => isRecord(value) && ['min', 'drawn', 'max'].every((part) => isNumber(value[part]))

const isOverlap = (value: unknown): boolean => isRecord(value) && isExtent(value['share']) && isOptional(value['areaM2'], isExtent) && isOptional(value['lengthM'], isExtent)

const isFinding = (item: Record_): boolean => isText(item['zone']) && isText(item['is']) && isOptional(item['overlap'], isOverlap) && isOptional(item['distanceM'], isNumber)

const isRule = (item: Record_): boolean => ['id', 'quote', 'source', 'document', 'chapter', 'counts', 'via'].every((field) => isText(item[field])) && isPair(item['title'])

const isVerdict = (value: unknown): boolean => value === null || (isRecord(value) && ['certain', 'asDrawn', 'possible'].every((part) => isText(value[part])) && isTexts(value['decidedBy']))

const isMeasures = (value: unknown): boolean => isRecord(value) && isNumber(value['lengthM']) && isOptional(value['areaM2'], isNumber)

const isLabels = (value: unknown): boolean => isRecord(value) && ['activities', 'facts', 'offices', 'documents'].every((field) => isRecord(value[field]))

/** What each field must be for the rest of the program to read it without stumbling. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  question: isQuestion,
  release: (value) => isRecord(value) && ['data', 'rules', 'engine'].every((part) => isText(value[part])),
  measures: (value) => isOptional(value, isMeasures),
  findings: (value) => isListOf(value, isFinding),
  rules: (value) => isListOf(value, isRule),
  verdict: isVerdict,
  toVerify: (value) => isListOf(value, (item) => isText(item['kind']) && isTexts(item['rules'])),
  conflicts: (value) => isListOf(value, (item) => isText(item['id'])),
  near: (value) => isListOf(value, (item) => isText(item['zone']) && isNumber(item['distanceM'])),
  names: (value) => isRecordOf(value, isPair),
  labels: isLabels,
  slivers: (value) => isRecordOf(value, isNumber),
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** Reads the file `extractFile` writes. Unknown fields are kept, and count in the hash. Never throws. */
export function readExtract(text: string): ExtractRead {
  const refuse = (code: string, params: Told['params'] = {}): ExtractRead => ({ ok: false, problem: { code, params } })
  const file = parsed(text)
  if (!isRecord(file)) return refuse('read.json')
  const extract = file['extract']
  if (!isRecord(extract)) return refuse('read.extract')
  if (extract['schema'] !== SCHEMA) return refuse('read.schema', { found: String(extract['schema'] ?? ''), expected: SCHEMA })
  const broken = Object.entries(FIELDS).find(([field, is]) => !is(extract[field]))
  if (broken) return refuse('read.field', { field: broken[0] })
  const sha256 = isText(file['sha256']) ? file['sha256'].toLowerCase() : null
  // The fields were checked above, those that the program reads.
  return { ok: true, read: { extract: extract as unknown as Extract, sha256 } }
}
