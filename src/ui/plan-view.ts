/** The tables of a plan, sorted for a glance: which way a target points, whether an earlier one was reached. Pure. */
import type { Indicator, ProjectGroup, Source, Text } from '../core/seed-types'

const ROMAN: Readonly<Record<string, number>> = { Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, Ⅴ: 5, I: 1, II: 2, III: 3, IV: 4, V: 5 }

/** A sign of comparison or a bracket may stand around it, and one letter for its kind behind. */
const FIGURE = /^[\s≥≤<>[]*(\d+(?:\.\d+)?|[Ⅰ-Ⅴ]|I{1,3}|IV|V)[\s\]]*\p{Script=Han}?$/u

/** The figure of a cell: “≥310” → 310, “[16.5]” → 16.5, “Ⅲ” → 3; null where it is words or a dash. */
export function figureOf(text: Text | undefined): number | null {
  if (text === undefined) return null
  const figure = FIGURE.exec(text.zh)?.[1]
  if (figure === undefined) return null
  return ROMAN[figure] ?? Number(figure)
}

/** A target against the value of its base year. `set`: a target without such a value. `elsewhere`: no figure, another authority sets it. */
export type Course = 'better' | 'keep' | 'below' | 'set' | 'elsewhere'
export const COURSES: readonly Course[] = ['better', 'keep', 'below', 'set', 'elsewhere']

/** Which way the figure itself goes. */
export type Way = 'up' | 'down' | 'level' | 'none'

export interface IndicatorRow {
  indicator: Indicator
  course: Course
  way: Way
  scale: Scale | null
  /** Parts of a numbered row. */
  parts: readonly IndicatorRow[]
}

/** Where the two figures stand between the ends of the scale of their unit, 0..1; the target is met from `from` to `to`. */
export interface Scale {
  value: number | null
  target: number
  from: number
  to: number
}

/** Ends of the scale of a unit; a unit without has no chart. */
const ENDS: Readonly<Record<string, readonly [number, number]>> = { '%': [0, 100], days: [0, 366], 'µg/m3': [0, 60], class: [1, 5], m2: [0, 25] }

export function scaleOf({ unit, better }: Indicator, value: number | null, target: number | null): Scale | null {
  const ends = ENDS[unit]
  if (ends === undefined || target === null) return null
  const at = (figure: number) => Math.min(1, Math.max(0, (figure - ends[0]) / (ends[1] - ends[0])))
  return { value: value === null ? null : at(value), target: at(target), ...(better === 'lower' ? { from: 0, to: at(target) } : { from: at(target), to: 1 }) }
}

const wayOf = (value: number | null, target: number | null): Way => {
  if (value === null || target === null) return 'none'
  return target > value ? 'up' : target < value ? 'down' : 'level'
}

function courseOf({ better }: Indicator, value: number | null, target: number | null): Course {
  const way = wayOf(value, target)
  if (way === 'none') return target === null ? 'elsewhere' : 'set'
  if (way === 'level') return 'keep'
  return (way === 'down') === (better === 'lower') ? 'better' : 'below'
}

/** A row without figures of its own goes the way of its parts, where they agree. */
function withParts(row: IndicatorRow): IndicatorRow {
  const [first] = row.parts
  const agree = first !== undefined && row.parts.every(({ course, way }) => course === first.course && way === first.way)
  return agree && row.course === 'elsewhere' ? { ...row, course: first.course, way: first.way } : row
}

function rowOf(indicator: Indicator, parts: readonly IndicatorRow[]): IndicatorRow {
  const [value, target] = [figureOf(indicator.value2020), figureOf(indicator.target2025)]
  return withParts({ indicator, course: courseOf(indicator, value, target), way: wayOf(value, target), scale: scaleOf(indicator, value, target), parts })
}

/** The targets of the plan: numbered rows, each with its parts. */
export function targetRows(indicators: readonly Indicator[]): IndicatorRow[] {
  const own = indicators.filter(({ target2025 }) => target2025 !== undefined)
  const partsOf = ({ box, no }: Indicator) => own.filter((one) => one.box === box && one.no === no && one.sub !== undefined).map((one) => rowOf(one, []))
  return own.filter(({ sub }) => sub === undefined).map((one) => rowOf(one, partsOf(one)))
}

export interface Grouped<T> {
  category: Text
  rows: readonly T[]
}

/** In the order of the table. */
export function byCategory<T extends { indicator: Indicator }>(rows: readonly T[]): Grouped<T>[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.indicator.category.zh, [...(groups.get(row.indicator.category.zh) ?? []), row])
  return [...groups.values()].flatMap((own) => (own[0] === undefined ? [] : [{ category: own[0].indicator.category, rows: own }]))
}

/** `stated`: the table says so in words. `unknown`: it has no figure. */
export type Result = 'met' | 'missed' | 'stated' | 'unknown'
export const RESULTS: readonly Result[] = ['met', 'stated', 'missed', 'unknown']

export interface ResultRow {
  indicator: Indicator
  result: Result
  scale: Scale | null
}

function resultOf({ better, value2020 }: Indicator, value: number | null, target: number | null): Result {
  if (value === null || target === null) return value2020 === undefined || value2020.zh.startsWith('-') ? 'unknown' : 'stated'
  return (better === 'lower' ? value <= target : value >= target) ? 'met' : 'missed'
}

/** What came of the targets of the period before: rows that have a target for the base year. */
export function resultRows(indicators: readonly Indicator[]): ResultRow[] {
  return indicators.filter(({ target2020 }) => target2020 !== undefined).map((indicator) => {
    const [value, target] = [figureOf(indicator.value2020), figureOf(indicator.target2020)]
    return { indicator, result: resultOf(indicator, value, target), scale: scaleOf(indicator, value, target) }
  })
}

export interface Share {
  group: ProjectGroup
  figure: number
  /** Of the largest, and of all: 0..1. */
  ofLargest: number
  ofAll: number
}

/** Records of one kind with their figures side by side. */
export function sharesOf(projects: readonly ProjectGroup[], kind: 'field' | 'funding'): Share[] {
  const own = projects.filter((group) => group.kind === kind).map((group) => ({ group, figure: group.count ?? group.amount100MYuan ?? 0 }))
  const [largest, all] = [Math.max(...own.map(({ figure }) => figure)), own.reduce((sum, { figure }) => sum + figure, 0)]
  return own.map((one) => ({ ...one, ofLargest: one.figure / largest, ofAll: one.figure / all }))
}

/** The sum the text itself gives. */
export const totalOf = (projects: readonly ProjectGroup[], unit: 'count' | 'amount100MYuan'): number | undefined => projects.find((group) => group.kind === 'total' && group[unit] !== undefined)?.[unit]

const year = (iso: string): number => Number(iso.slice(0, 4))

/** Years of the plan on one line: its period, the outlook, and the day asked, as parts of the line, 0..1. */
export interface Timeline {
  from: number
  until: number
  outlook: number
  period: readonly [number, number]
  today: number
  isOver: boolean
}

/** Null for a document without an end. */
export function timelineOf({ term, outlook }: Source, on: string): Timeline | null {
  if (term.until === undefined) return null
  const [from, until, last] = [year(term.from), year(term.until), year(outlook ?? term.until)]
  const end = Math.max(last, year(on)) + 1
  const at = (value: number) => Math.min(1, Math.max(0, (value - from) / (end - from)))
  return { from, until, outlook: last, period: [0, at(until + 1)], today: at(year(on) + (Number(on.slice(5, 7)) - 0.5) / 12), isOver: on > term.until }
}
