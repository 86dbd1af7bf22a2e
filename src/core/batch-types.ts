/** A batch: many places asked about at once. Its rows stay in the worker; this is what is told of them. */
import type { Is, LonLat, Parcel, Question } from './model'
import type { Text } from './seed-types'
import type { VerdictTriple } from './suitability-types'

/** What is answered about one row. Rows that stand alike share one. */
export interface RowAnswer {
  /** Null when no project was asked about. */
  readonly verdict: VerdictTriple | null
  readonly decidedBy: readonly string[]
  /** Zones, the district aside, that it is in as drawn. */
  readonly zones: readonly string[]
  /** Zones that it may be in. */
  readonly possibleZones: readonly string[]
  /** How many rules of zones hold or may hold; what holds in the whole district is not counted. */
  readonly rules: number
  readonly toVerify: number
  /** Standing in the district: its rules do not reach beyond it. */
  readonly district: Is
}

/** What a reader filters by. `answered`: nobody asked to build; `beyond`: outside the district; `open`: not yet answered. */
export const ROW_GROUPS = ['prohibited', 'restricted', 'conditional', 'no-specific-rule', 'answered', 'beyond', 'problem', 'open'] as const
export type RowGroup = (typeof ROW_GROUPS)[number]

/** `stopped`: by the reader, and can go on. */
export type BatchPhase = 'reading' | 'asking' | 'stopped' | 'done' | 'failed'

export interface BatchState {
  /** Of the file. */
  name: string
  phase: BatchPhase
  /** Why it failed. */
  why: Text | null
  /** How the coordinates were read: columns and system. */
  reading: Text | null
  /** The other ways to read them. */
  others: readonly Text[]
  /** What looks odd about the whole file. */
  notes: readonly Text[]
  rows: number
  done: number
  counts: Readonly<Record<RowGroup, number>>
  /** What the answers are for; null before the first. */
  question: Question | null
  /** Column names of the file. */
  columns: readonly string[]
  /** Whether it is kept in the browser, to go on with after a reload. */
  keeping: 'kept' | 'unkept' | 'refused'
  /** Grows whenever rows may read otherwise than before. */
  turn: number
}

/** Points for the map: `lon, lat` pairs; `verdicts`: positions in `VERDICTS`, 255 for none. */
export interface BatchPicture {
  positions: Float64Array
  verdicts: Uint8Array
  /** Index of the point asked about. */
  chosen: number | null
}

export const SORT_KEYS = ['row', 'name', 'lon', 'lat', 'asDrawn', 'certain', 'possible', 'rules', 'zones', 'toVerify'] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** Which rows of the table are looked at. */
export interface BatchQuery {
  sort: SortKey
  down: boolean
  /** Null: all. */
  group: RowGroup | null
  /** Text that a cell of the row holds, in whatever case; empty: all. */
  text: string
  /** First row shown, from 0. */
  from: number
  count: number
}

export interface BatchRow {
  /** Position in the batch, from 0. */
  at: number
  /** As a spreadsheet numbers it, or the number of the feature. */
  no: number
  name: string
  lonLat: LonLat | null
  answer: RowAnswer | null
  problem: Text | null
  /** The row as written, in the order of `BatchState.columns`. */
  cells: readonly string[]
}

export interface BatchRows {
  rows: readonly BatchRow[]
  /** How many there are in all that fit the query. */
  total: number
}

/** What a row is about. */
export type RowSubject = { lonLat: LonLat } | { parcel: Parcel }

export interface KeptBatch {
  name: string
  rows: number
  done: number
}

/** What the page can ask of the worker. */
export interface BatchDesk {
  /** Reads a file and asks about every row. */
  open(name: string, bytes: ArrayBuffer): void
  /** Reads the coordinates the other way of that position. */
  readAs(other: number): void
  /** Asks anew; the same question again changes nothing. */
  ask(question: Question): void
  stop(): void
  goOn(): void
  rows(query: BatchQuery): Promise<BatchRows>
  /** What a row is about; null where it has a problem. */
  subject(at: number): Promise<RowSubject | null>
  /** Marks the point of a row on the map. */
  choose(at: number | null): void
  /** The row of a point of the picture. */
  rowOf(point: number): number | null
  /** Where a row stands in the table, from 0; -1 where the query leaves it out. */
  placeOf(at: number, query: BatchQuery): Promise<number>
  /** All rows as one file, with what was answered. */
  file(kind: 'csv' | 'geojson', lang: 'zh' | 'en'): Promise<Blob>
  /** What an earlier visit left in the browser. */
  kept(): Promise<KeptBatch | null>
  takeUp(): void
  /** Forgets what an earlier visit left. */
  forget(): void
  /** Ends the batch and forgets it, in the browser too. */
  close(): void
}
