/**
 * Questions, or features of GeoJSON, in, answers out, one per line, in order. Holds one chunk of input and a quarter of a
 * megabyte of output at most, and waits when the reader of the answers is slow.
 */
import type { Readable, Writable } from 'node:stream'
import { ask, QuestionError } from '../core/ask'
import { rowAnswerOf } from '../core/batch-answers'
import type { Answer, World } from '../core/model'
import { csvRows, csvTitles, ID_WORDS, type RowOutcome } from '../extract/batch-file'
import { answerLine, errorLine } from '../extract/machine'
import { plainLine } from '../formats/batch-geojson'
import { batchText } from '../formats/batch-raw'
import type { System } from '../formats/parcel-raw'
import type { Lang, Said } from '../formats/say'
import { featureAsked, isFeature } from './batch-feature'
import { linesIn, LONGEST_LINE, textsOf, type Line } from './batch-lines'
import { pump, type Answered, type Count } from './batch-pump'
import { withEia } from './eia'
import { readQuestion, type Asked, type Context, type QuestionId, type Raw } from './question'
import { isSentence, sentence } from './sentence'

export interface BatchOptions {
  world: World
  context: Context
  /** Fields for every line that does not give them. */
  defaults: Raw
  lang: Lang
  /** A table instead of whole answers. */
  csv?: boolean
  /** Number of the first line: where the input is a part of a longer one. */
  firstLine?: number
  /** What is declared of the coordinates of features. */
  system?: System
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The sentence of a problem, whichever part knows it. */
const say = (problem: Said, lang: Lang): string => (isSentence(problem.code) ? sentence(problem, lang) : batchText(problem)[lang])

type Read = { ok: true; asked: Asked; answer: Answer } | { ok: false; id?: QuestionId; problem: Said }

function answered(asked: Asked, { world }: BatchOptions): Read {
  const { id, subject, question } = asked
  try {
    return { ok: true, asked, answer: ask(subject, question, world) }
  } catch (error) {
    if (subject.kind !== 'parcel' || !(error instanceof QuestionError)) throw error
    return { ok: false, ...(id === undefined ? {} : { id }), problem: { code: 'row-refused', params: { why: error.message } } }
  }
}

/** What stands in one line, and the answer to it. */
function readLine({ text, tooLong }: Line, options: BatchOptions): Read {
  const { context, defaults, system } = options
  if (tooLong) return { ok: false, problem: { code: 'line-length', params: { longest: LONGEST_LINE } } }
  const value = parse(plainLine(text))
  if (!isRecord(value)) return { ok: false, problem: { code: 'expected-object', params: { found: text.length > 60 ? `${text.slice(0, 60)}…` : text } } }
  const checked = isFeature(value) ? featureAsked(value, defaults, context, system) : readQuestion({ ...defaults, ...value }, context)
  return checked.ok ? answered(checked.asked, options) : checked
}

/** Whole answers, as JSON. */
function jsonLine(read: Read, no: number, { context, lang }: BatchOptions): string {
  if (!read.ok) return errorLine({ ...(read.id === undefined ? {} : { id: read.id }), line: no, error: say(read.problem, lang) })
  const { asked: { id, eia }, answer } = read
  const whole = withEia(answer, eia, context.eia)
  return answerLine(id === undefined ? whole : { id, ...whole })
}

const outcomeOf = ({ answer }: Extract<Read, { ok: true }>): RowOutcome => ({
  lonLat: answer.subject.kind === 'point' ? answer.subject.lonLat : null,
  answer: rowAnswerOf(answer),
  problem: '',
})

/** Rows of a table, each with its own question; a line that cannot be answered is put with the question of all. */
function csvLine(read: Read, common: Asked, { world, lang }: BatchOptions): string {
  const question = read.ok ? read.asked.question : common.question
  const id = read.ok ? read.asked.id : read.id
  const outcome: RowOutcome = read.ok ? outcomeOf(read) : { lonLat: null, answer: null, problem: say(read.problem, lang) }
  return csvRows(1, { question, release: world.release }, ID_WORDS)([String(id ?? '')], outcome)
}

/** Answers every line that is not blank. Resolves to how many were answered and how many refused. */
export async function runBatch(input: Readable, output: Writable, options: BatchOptions): Promise<Count> {
  const common = options.csv === true ? readQuestion({ ...options.defaults, zones: [] }, options.context) : null
  const answerOne = (line: Line): Answered | null => {
    const plain = line.no === 1 ? { ...line, text: line.text.replace(/^\uFEFF/, '') } : line
    if (plain.text.trim() === '' && !plain.tooLong) return null
    const read = readLine(plain, options)
    return { ok: read.ok, line: common?.ok === true ? csvLine(read, common.asked, options) : jsonLine(read, plain.no, options) }
  }
  const titles = options.csv === true && (options.firstLine ?? 1) === 1 ? `${csvTitles(['id'], ID_WORDS)}\n` : ''
  return pump(linesIn(textsOf(input), options.firstLine), output, answerOne, titles)
}
