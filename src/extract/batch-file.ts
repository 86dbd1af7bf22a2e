/** A batch as a file: every row as it came, in its order, with what was answered or why not. */
import type { Geometry } from 'geojson'
import type { RowAnswer } from '../core/batch-types'
import type { LonLat, Question, Release, VerdictWord } from '../core/model'
import { csvCell } from './csv'
import { sayIn, type Lang } from './words'

/** What is added to the columns of the file. */
export const ANSWER_COLUMNS = [
  'lon', 'lat', 'asDrawn', 'certain', 'possible', 'decidedBy', 'zones', 'possibleZones', 'rules', 'toVerify', 'district', 'problem', 'on', 'project', 'facts', 'release',
] as const // prettier-ignore
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number]

/** How ids are written: as words for readers, or as they are for programs. */
export interface RowWords {
  column(column: AnswerColumn): string
  verdict(word: VerdictWord): string
  zone(id: string): string
  district(is: string): string
  join: string
}

/** For programs: ids, English column names that no table has of its own. */
export const ID_WORDS: RowWords = {
  column: (column) => `ask_${column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  verdict: (word) => word,
  zone: (id) => id,
  district: (is) => is,
  join: ' ',
}

export const plainWords = (lang: Lang, zoneName: (id: string) => string): RowWords => {
  const say = sayIn(lang)
  return { column: (column) => say(`batch.column.${column}`), verdict: (word) => say(`verdict.${word}`), zone: zoneName, district: (is) => say(`batch.district.${is}`), join: lang === 'zh' ? '；' : '; ' }
}

/** What is asked of all rows. */
export interface BatchHead {
  question: Question
  release: Release
}

/** What became of one row. */
export interface RowOutcome {
  /** Degrees, CGCS2000, as read. */
  lonLat: LonLat | null
  answer: RowAnswer | null
  /** Why there is no answer, in words. */
  problem: string
}

type Cell = string | number | undefined

const releaseText = ({ data, rules, engine }: Release): string => `${data}/${rules}/${engine}`

const factsText = (facts: Question['facts']): string => (facts === undefined || Object.keys(facts).length === 0 ? '' : JSON.stringify(facts))

/** Of an answer, the values from `asDrawn` to `district`. */
function answerCells(answer: RowAnswer | null, words: RowWords): Cell[] {
  if (answer === null) return Array.from({ length: 9 })
  const { verdict, decidedBy, zones, possibleZones, rules, toVerify, district } = answer
  const word = (part: VerdictWord | undefined): Cell => (part === undefined ? undefined : words.verdict(part))
  const named = (ids: readonly string[]): Cell => ids.map(words.zone).join(words.join)
  return [word(verdict?.asDrawn), word(verdict?.certain), word(verdict?.possible), decidedBy.join(' '), named(zones), named(possibleZones), rules, toVerify, words.district(district)]
}

const askedCells = ({ question: { on, project = [], facts }, release }: BatchHead): Cell[] => [on, project.join(' '), factsText(facts), releaseText(release)]

/** Works out once for each answer what many rows say the same. */
function remembered<T>(make: (answer: RowAnswer | null) => T): (answer: RowAnswer | null) => T {
  const made = new Map<RowAnswer | null, T>()
  return (answer) => {
    const found = made.get(answer) ?? make(answer)
    made.set(answer, found)
    return found
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** A cell of the file: numbers stay as they are written, what a spreadsheet takes for a formula does not. */
const ownCell = (text: string): string => (NUMBER.test(text) ? text : csvCell(text))

/** The line of titles, without its end. */
export const csvTitles = (columns: readonly string[], words: RowWords): string => [...columns.map(csvCell), ...ANSWER_COLUMNS.map((column) => csvCell(words.column(column)))].join(',')

/** Writes rows, without their ends. `width`: number of columns of the file; more cells than that are kept in the last. */
export function csvRows(width: number, head: BatchHead, words: RowWords): (cells: readonly string[], outcome: RowOutcome) => string {
  const answered = remembered((answer) => answerCells(answer, words).map(csvCell).join(','))
  const asked = askedCells(head).map(csvCell).join(',')
  return (cells, { lonLat, answer, problem }) => {
    const own = Array.from({ length: width }, (_, i) => ownCell(i === width - 1 ? cells.slice(i).join(',') : (cells[i] ?? '')))
    return [...own, csvCell(lonLat?.[0]), csvCell(lonLat?.[1]), answered(answer), csvCell(problem), asked].join(',')
  }
}

const FEATURE_COLUMNS = ANSWER_COLUMNS.slice(ANSWER_COLUMNS.indexOf('asDrawn'), ANSWER_COLUMNS.indexOf('problem'))

/** Writes rows as GeoJSON features, a line each. What is asked of all rows stands once, beside the features. */
export function featureLines(): (properties: Readonly<Record<string, unknown>>, geometry: Geometry | null, outcome: RowOutcome) => string {
  const answered = remembered((answer) => {
    const cells = answerCells(answer, ID_WORDS)
    return Object.fromEntries(FEATURE_COLUMNS.flatMap((column, i) => (cells[i] === undefined ? [] : [[ID_WORDS.column(column), cells[i]]])))
  })
  return (properties, geometry, { answer, problem }) => {
    const told = problem === '' ? {} : { [ID_WORDS.column('problem')]: problem }
    return JSON.stringify({ type: 'Feature', geometry, properties: { ...properties, ...answered(answer), ...told } })
  }
}

/** What begins and ends a collection of such features; `how`: how the coordinates were read. */
export function collectionEnds({ question, release }: BatchHead, how: string): [begin: string, end: string] {
  const { on, project = [], facts = {} } = question
  return [`{"type":"FeatureCollection","batch":${JSON.stringify({ on, project, facts, release, reading: how })},"features":[\n`, '\n]}\n']
}
