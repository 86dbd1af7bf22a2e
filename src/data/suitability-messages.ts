/** What the page and the worker that cuts the district say to each other. */
import type { LonLat, Question } from '../core/model'
import type { BetterPlace, Suitability } from '../core/suitability-types'
import type { WorkerFiles } from './worker-files'

export type ToSuitability =
  | { do: 'start'; files: WorkerFiles }
  | { do: 'ask'; id: number; question: Question }
  | { do: 'better'; id: number; question: Question; lonLat: LonLat }

export type FromSuitability =
  /** 0..1 of the cutting. */
  | { say: 'share'; id: number; share: number }
  | { say: 'suitability'; id: number; value: Suitability }
  | { say: 'better'; id: number; value: readonly BetterPlace[] }
  | { say: 'refuse'; id: number; why: string }
