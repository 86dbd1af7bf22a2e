/** What the page and the worker of a batch say to each other. */
import type { BatchQuery, BatchState } from '../core/batch-types'
import type { Question } from '../core/model'
import type { Bounds } from '../formats/survey-zones'
import type { WorkerFiles } from './worker-files'

export type ToBatch =
  | { do: 'start'; files: WorkerFiles; near: Bounds }
  | { do: 'open'; name: string; bytes: ArrayBuffer }
  | { do: 'ask'; question: Question }
  | { do: 'readAs'; other: number }
  | { do: 'stop' | 'goOn' | 'takeUp' | 'forget' | 'close' }
  | { do: 'rows' | 'subject' | 'placeOf' | 'file' | 'kept'; id: number; query?: BatchQuery; at?: number; kind?: 'csv' | 'geojson'; lang?: 'zh' | 'en' }

export interface BatchTold {
  say: 'state'
  state: BatchState
  /** Rows that are somewhere, and where; only where they changed. */
  points?: { rows: Uint32Array; positions: Float64Array }
  /** Of the points. */
  verdicts?: Uint8Array
}

export type FromBatch = BatchTold | { say: 'reply'; id: number; value: unknown } | { say: 'refuse'; id: number; why: string }
