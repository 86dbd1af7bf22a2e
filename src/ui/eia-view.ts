/** An EIA answer, sorted for reading. Pure: what the section shows, without a word of it. */
import { differenceOf, itemAsked, itemsOf, questionsOf, reasonsFor, type EiaDifference, type EiaReasons } from '../core/eia-asked'
import { eiaClass, type EiaAnswer, type EiaSensitive } from '../core/eia'
import type { EiaCatalogue } from '../core/eia-catalogue'
import { EIA_SENSITIVE } from '../core/eia-truth'
import type { Facts, Finding } from '../core/model'
import type { Activity, EiaArea, EiaItem, Fact, Zone } from '../core/seed-types'

/** Items of one major category. */
export interface Category {
  no: string
  items: EiaItem[]
}

/** Which item the section is about, and which others the project could fall under. */
export interface Choice {
  item: EiaItem | undefined
  categories: Category[]
  count: number
}

/** Null where neither a project nor an item is asked about that the catalogue knows. */
export function choiceOf(asked: { item: string | null; project: readonly string[] }, eia: EiaCatalogue, activities: ReadonlyMap<string, Activity>): Choice | null {
  const fitting = itemsOf(asked.project, eia, activities)
  const item = itemAsked(asked.item, fitting, asked.project.length > 0, eia)
  return item === undefined && fitting.length === 0 ? null : { item, categories: categoriesOf(fitting), count: fitting.length }
}

function categoriesOf(items: readonly EiaItem[]): Category[] {
  const groups = new Map<string, EiaItem[]>()
  for (const item of items) groups.set(item.category.no, [...(groups.get(item.category.no) ?? []), item])
  return [...groups].map(([no, ofCategory]) => ({ no, items: ofCategory }))
}

/** A question the class turns on, answered or not. `isWords`: it asks whether the clause of that name covers the project. */
export interface Question {
  fact: Fact
  isOpen: boolean
  isWords: boolean
}

export interface AreaLine extends EiaSensitive {
  record: EiaArea
  /** The question whether the project touches it. */
  fact: Fact
  through: Zone | undefined
}

/** How an area stands, for the list it goes into. `near`: to be verified, for it is drawn here or close by. */
export type AreaGroup = 'touched' | 'near' | 'unknown' | 'clear'

/** Why an answer leaves more than one class. */
export type Open = 'facts' | 'line' | 'inferred' | 'zones'

/** What touching a sensitive area does: it changes the class, may once more is told, does not, or the item asks for none. */
type Bearing =
  | { bearing: 'changes'; difference: EiaDifference }
  | { bearing: 'may-change' | 'indifferent' | 'never'; difference: null }

export type EiaView = Bearing & EiaReasons & {
  answer: EiaAnswer
  questions: readonly Question[]
  areas: Record<AreaGroup, AreaLine[]>
  open: readonly Open[]
}

/** The answer for one item. Facts of the wrong type must have been left out. */
export function eiaView(item: EiaItem, findings: readonly Finding[], facts: Facts, eia: EiaCatalogue, zones: ReadonlyMap<string, Zone>): EiaView {
  const answer = eiaClass(item, findings, facts, eia)
  const areas = areasOf(answer, eia, zones)
  return {
    answer,
    ...reasonsFor(answer),
    questions: questionsFor(item, answer, facts, eia),
    areas,
    open: openOf(answer, areas),
    ...bearingOf(answer, differenceOf(item, findings, facts, eia)),
  }
}

function bearingOf({ sensitive, missing }: EiaAnswer, difference: EiaDifference | null): Bearing {
  if (difference !== null) return { bearing: 'changes', difference }
  if (sensitive.length === 0) return { bearing: 'never', difference }
  return { bearing: missing.some(({ kind }) => kind === 'area') ? 'may-change' : 'indifferent', difference }
}

/** In the order of the item, so that an answer given stays where it was asked. Areas are asked about apart. */
function questionsFor(item: EiaItem, { missing }: EiaAnswer, facts: Facts, eia: EiaCatalogue): Question[] {
  const open = new Set(missing.map(({ param }) => param))
  const areaAsks = new Set([...eia.areas.values()].map(({ ask }) => ask))
  return questionsOf(item, eia).flatMap((id) => {
    const fact = eia.asked.get(id)
    const isMeant = !areaAsks.has(id) && (open.has(id) || Object.hasOwn(facts, id))
    return fact === undefined || !isMeant ? [] : [{ fact, isOpen: open.has(id), isWords: !eia.facts.has(id) }]
  })
}

const GROUPS: readonly AreaGroup[] = ['touched', 'near', 'unknown', 'clear']

function areasOf(answer: EiaAnswer, eia: EiaCatalogue, zones: ReadonlyMap<string, Zone>): Record<AreaGroup, AreaLine[]> {
  const lines = answer.sensitive.flatMap((one): AreaLine[] => {
    const record = eia.areas.get(one.area)
    const fact = eia.asked.get(record?.ask ?? '')
    return record === undefined || fact === undefined ? [] : [{ ...one, record, fact, through: zones.get(one.zone ?? '') }]
  })
  const [touched, near, unknown, clear] = GROUPS.map((group) => lines.filter((line) => groupOf(line) === group))
  return { touched: touched ?? [], near: near ?? [], unknown: unknown ?? [], clear: clear ?? [] }
}

function groupOf({ touched, is }: EiaSensitive): AreaGroup {
  if (touched !== 'unknown') return touched === 'true' ? 'touched' : 'clear'
  return is === 'unmapped' || is === 'failed' || is === 'outside' ? 'unknown' : 'near'
}

function openOf({ missing }: EiaAnswer, { near, unknown }: EiaView['areas']): Open[] {
  const openAreas = new Set(missing.flatMap((one) => (one.kind === 'area' ? [one.area] : [])))
  const ofProject = missing.some((one) => one.kind === 'words' || (one.kind === 'fact' && !(openAreas.size > 0 && one.param === EIA_SENSITIVE)))
  const found = near.filter(({ area }) => openAreas.has(area))
  return [
    ...(ofProject ? ['facts' as const] : []),
    ...(found.some(({ is }) => is !== 'inside') ? ['line' as const] : []),
    ...(found.some(({ is }) => is === 'inside') ? ['inferred' as const] : []),
    ...(unknown.some(({ area }) => openAreas.has(area)) ? ['zones' as const] : []),
  ]
}
