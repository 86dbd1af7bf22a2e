/** Whether a rule reaches a project: its activities, the facts it asks for, what is new, and its term. */
import { IS_NEW, type Catalogue, type CatalogueRule } from './catalogue'
import type { Facts, FactValue, TermStatus } from './model'
import type { Comparison, Rule } from './seed-types'

export type Truth = 'true' | 'false' | 'unknown'

function compare(value: FactValue, { op, value: bound }: Comparison): boolean {
  if (Array.isArray(bound)) return op === '!=' ? !bound.some((one) => one === value) : bound.some((one) => one === value)
  switch (op) {
    case '=':
    case 'in':
      return value === bound
    case '!=':
      return value !== bound
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
  }
}

const known = (facts: Facts, param: string): FactValue | undefined => (Object.hasOwn(facts, param) ? facts[param] : undefined)

function truthOf(comparison: Comparison, facts: Facts): Truth {
  const value = known(facts, comparison.param)
  if (value === undefined) return 'unknown'
  return compare(value, comparison) ? 'true' : 'false'
}

const allOf = (parts: readonly Truth[]): Truth => (parts.includes('false') ? 'false' : parts.includes('unknown') ? 'unknown' : 'true')
const anyOf = (parts: readonly Truth[]): Truth => (parts.includes('true') ? 'true' : parts.includes('unknown') ? 'unknown' : 'false')

/** What the facts say about the conditions of a rule, and the facts still needed to tell. */
export interface Conditions {
  readonly truth: Truth
  readonly needs: readonly string[]
}

/** For rules without conditions. */
export const alwaysTrue: Conditions = { truth: 'true', needs: [] }

const isOpen = (comparison: Comparison, facts: Facts): boolean => known(facts, comparison.param) === undefined

/** Three-valued (Kleene): a fact not given leaves a condition open unless the others already settle it. */
export function conditionsOf(rule: Rule, facts: Facts): Conditions {
  const { all = [], any = [] } = rule.appliesIf ?? {}
  const stage: Comparison[] = rule.stage === 'new' ? [{ param: IS_NEW, op: '=', value: true }] : []
  const musts = [...stage, ...all]
  if (musts.length + any.length === 0) return alwaysTrue
  const anyTruth = any.length === 0 ? 'true' : anyOf(any.map((one) => truthOf(one, facts)))
  const truth = allOf([...musts.map((one) => truthOf(one, facts)), anyTruth])
  if (truth !== 'unknown') return { truth, needs: [] }
  const open = [...musts, ...(anyTruth === 'unknown' ? any : [])].filter((one) => isOpen(one, facts))
  return { truth, needs: [...new Set(open.map(({ param }) => param))] }
}

/**
 * Where a date stands in the term of a rule. A plan's rules stand while the document stands; those that name
 * the planning period end with it. An outlook runs from the day of issue.
 * `isIssued`: the source had been issued by then; `isOver`: its planning period had ended.
 */
export function termOf({ term }: CatalogueRule, isIssued: boolean, isOver: boolean): TermStatus {
  if (term === 'record') return 'record'
  if (!isIssued) return 'not-yet'
  return isOver && term === 'named' ? 'ended' : 'in-force'
}

/** The rule reaches none of the activities. */
export const NOT_REACHED = -1

/**
 * What each rule, by its position in `ranked`, asks of a project: the strictest rank (`VERDICTS`) over the activities,
 * 0 where it reaches them without deciding, `NOT_REACHED` where it does not.
 */
export function reachedBy({ tables }: Catalogue, project: readonly string[]): Int8Array {
  const reached = new Int8Array(tables.ranked.length).fill(NOT_REACHED)
  for (const activity of project) {
    for (const { rule, rank } of tables.reach.get(activity) ?? []) {
      if (rank > (reached[rule] ?? NOT_REACHED)) reached[rule] = rank
    }
  }
  return reached
}
