/** Which item of the EIA catalogue a project is asked about, and what its questions are. */
import { clausesOf, type EiaCatalogue } from './eia-catalogue'
import { eiaClass, type EiaAnswer, type EiaReason } from './eia'
import { EIA_SENSITIVE } from './eia-truth'
import type { Facts, FactValue, Finding } from './model'
import type { Activity, EiaClass, EiaItem, EiaWhen } from './seed-types'

/**
 * Items the activities of a project belong to, by number. An activity without items of its own takes those of its
 * broader ones, nearest first.
 */
export function itemsOf(project: readonly string[], eia: Pick<EiaCatalogue, 'itemsByActivity'>, activities: ReadonlyMap<string, Activity>): EiaItem[] {
  const found = new Set(project.flatMap((id) => itemsNear([id], eia, activities)))
  return [...found].toSorted((a, b) => a.no - b.no)
}

function itemsNear(ids: readonly string[], eia: Pick<EiaCatalogue, 'itemsByActivity'>, activities: ReadonlyMap<string, Activity>): EiaItem[] {
  if (ids.length === 0) return []
  const own = ids.flatMap((id) => eia.itemsByActivity.get(id) ?? [])
  return own.length > 0 ? own : itemsNear(ids.flatMap((id) => activities.get(id)?.broader ?? []), eia, activities)
}

/**
 * The item named, where it fits the project, no project is named, or no activity has it (works at sea); without one, the
 * only item that fits.
 */
export function itemAsked(no: string | null, fitting: readonly EiaItem[], hasProject: boolean, { items }: Pick<EiaCatalogue, 'items'>): EiaItem | undefined {
  const named = items.get(Number(no))
  if (named !== undefined && (fitting.includes(named) || !hasProject || named.activities === undefined)) return named
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Every fact the item may ask for, in the order it is read, sensitive areas last. Each once. */
export function questionsOf(item: EiaItem, { areas }: Pick<EiaCatalogue, 'areas'>): string[] {
  const located = areasOf(item)
  const read = [...paramsIn(item.scope ?? true), ...clausesOf(item).flatMap((clause) => ('ask' in clause ? [clause.ask] : paramsIn(clause.when)))]
  const first = located.length === 0 ? [] : [EIA_SENSITIVE]
  return [...new Set([...read, ...first, ...located.flatMap((id) => areas.get(id)?.ask ?? [])])]
}

/** Sensitive areas the item speaks of: its own list and those its clauses name. */
export function areasOf(item: EiaItem): string[] {
  const named = clausesOf(item).flatMap((clause) => ('when' in clause ? leavesOf(clause.when) : []))
  const listed = named.flatMap((leaf) => (leaf !== true && 'sensitive' in leaf && leaf.sensitive !== true ? leaf.sensitive : []))
  return [...new Set([...(item.sensitive ?? []), ...listed])]
}

const paramsIn = (when: EiaWhen): string[] =>
  leavesOf(when).flatMap((leaf) => (leaf === true || 'sensitive' in leaf ? [] : ['zone' in leaf ? leaf.ask : leaf.param]))

export type Leaf = Exclude<EiaWhen, { all: unknown } | { any: unknown } | { not: unknown }>

/** The conditions that others are made of. */
export function leavesOf(when: EiaWhen): Leaf[] {
  if (when === true) return [when]
  if ('all' in when) return when.all.flatMap(leavesOf)
  if ('any' in when) return when.any.flatMap(leavesOf)
  return 'not' in when ? leavesOf(when.not) : [when]
}

/** What the answer would be if the project touched every sensitive area of the item, and if it touched none. */
export interface EiaDifference {
  readonly touching: EiaAnswer
  readonly clear: EiaAnswer
}

/** Null where sensitive areas change nothing, for what is known of the project. */
export function differenceOf(item: EiaItem, findings: readonly Finding[], facts: Facts, eia: Pick<EiaCatalogue, 'areas'>): EiaDifference | null {
  const asks = areasOf(item).flatMap((id) => eia.areas.get(id)?.ask ?? [])
  const supposing = (value: FactValue) => eiaClass(item, findings, { ...facts, ...Object.fromEntries([EIA_SENSITIVE, ...asks].map((ask) => [ask, value])) }, eia)
  const [touching, clear] = [supposing(true), supposing(false)]
  return same(touching.among, clear.among) ? null : { touching, clear }
}

const same = (a: readonly EiaClass[], b: readonly EiaClass[]): boolean => a.join() === b.join()

export interface EiaReasons {
  /** Clauses on which the class rests, settled or as drawn; none while several classes are left there. */
  readonly holds: readonly EiaReason[]
  /** Other clauses that may apply. */
  readonly may: readonly EiaReason[]
}

/** The clauses of an answer, sorted for reading. */
export function reasonsFor({ asDrawn, because, becauseDrawn }: EiaAnswer): EiaReasons {
  const holds = asDrawn.length === 1 ? becauseDrawn.filter((one) => one.truth === 'true' && one.class === asDrawn[0]) : []
  const texts = new Set(holds.map(({ text }) => text))
  return { holds, may: because.filter(({ text }) => !texts.has(text)) }
}
