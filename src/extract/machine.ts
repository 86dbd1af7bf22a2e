/** The answer as other programs read it: one line of canonical JSON, described by `answer.schema.json`. */
import type { EiaAnswer } from '../core/eia'
import type { Answer } from '../core/model'
import { canonical } from './canonical'

/** One line, without the line end. `eia`: where an item of the EIA catalogue was asked about. */
export const answerLine = (answer: Answer & { eia?: EiaAnswer }): string => canonical(answer)

/** What stands in the place of a batch line that could not be answered. */
export interface LineError {
  id?: string | number
  /** Number of the line in the input, from 1. */
  line: number
  /** A sentence: what was expected, what was found, what to do. */
  error: string
}

/** One line, without the line end. */
export const errorLine = (error: LineError): string => canonical(error)
