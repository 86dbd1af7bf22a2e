/** One row of a batch, placed, → one line: a row of a table, or a whole answer as JSON. */
import { ask, QuestionError } from '../core/ask'
import { rowAnswers, type RowAnswers } from '../core/batch-answers'
import type { Answer, LonLat, Parcel, Question, World } from '../core/model'
import { csvRows, csvTitles, ID_WORDS, type RowOutcome } from '../extract/batch-file'
import { answerLine, errorLine } from '../extract/machine'
import { batchText } from '../formats/batch-raw'
import type { Lang, Said } from '../formats/say'
import type { Answered } from './batch-pump'

/** Where a row lies, or why it lies nowhere. */
export type Placed = LonLat | Parcel | Said

export interface WriterOptions {
  world: World
  question: Question
  lang: Lang
  /** A table instead of whole answers. */
  csv: boolean
  /** Adds to a whole answer what else was asked. */
  complete(answer: Answer): Answer
}

export interface PlacedRow {
  /** Number of the line. */
  no: number
  name: string
  cells: readonly string[]
  place: Placed
}

/** What comes of asking, or why it cannot be measured. */
function asked<T>(run: () => T): T | Said {
  try {
    return run()
  } catch (error) {
    if (error instanceof QuestionError || error instanceof RangeError) return { code: 'row-refused', params: { why: error.message } }
    throw error
  }
}

const isParcel = (place: LonLat | Parcel): place is Parcel => 'geometry' in place

export class RowWriter {
  private readonly answers: RowAnswers
  private readonly row: (cells: readonly string[], outcome: RowOutcome) => string

  constructor(
    private readonly options: WriterOptions,
    private readonly columns: readonly string[],
  ) {
    const { world, question } = options
    this.answers = rowAnswers(world, question)
    this.row = csvRows(columns.length, { question, release: world.release }, ID_WORDS)
  }

  get titles(): string {
    return csvTitles(this.columns, ID_WORDS)
  }

  write(row: PlacedRow): Answered {
    return this.options.csv ? this.csvAnswer(row) : this.jsonAnswer(row)
  }

  private csvAnswer({ cells, place }: PlacedRow): Answered {
    const outcome = this.outcome(place)
    return { ok: outcome.answer !== null, line: this.row(cells, outcome) }
  }

  private outcome(place: Placed): RowOutcome {
    const { answers, options: { lang } } = this
    if ('code' in place) return { lonLat: null, answer: null, problem: batchText(place)[lang] }
    const lonLat = isParcel(place) ? null : place
    const at = asked(() => (isParcel(place) ? answers.parcel(place) : answers.point(place)))
    return typeof at === 'number' ? { lonLat, answer: answers.distinct[at] ?? null, problem: '' } : { lonLat, answer: null, problem: batchText(at)[lang] }
  }

  private jsonAnswer({ no, name, place }: PlacedRow): Answered {
    const { world, question, lang, complete } = this.options
    const id = name === '' ? {} : { id: name }
    const found = 'code' in place ? place : asked(() => ask(isParcel(place) ? { kind: 'parcel', parcel: place } : { kind: 'point', lonLat: place }, question, world))
    if ('code' in found) return { ok: false, line: errorLine({ ...id, line: no, error: batchText(found)[lang] }) }
    return { ok: true, line: answerLine({ ...id, ...complete(found) }) }
  }
}
