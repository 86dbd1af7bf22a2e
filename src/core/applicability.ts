/** Whether a rule reaches a project: its activities, the facts it asks for, what is new, and its term. */
import type { Catalogue, CatalogueRule } from './catalogue'
import type { Facts, FactValue, TermStatus } from './model'
import type { Comparison } from './seed-types'

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

/** All hold: one false settles it. True of none. */
function allOf(comparisons: readonly Comparison[], facts: Facts): Truth {
  let truth: Truth = 'true'
  for (const comparison of comparisons) {
    const one = truthOf(comparison, facts)
    if (one === 'false') return 'false'
    if (one === 'unknown') truth = 'unknown'
  }
  return truth
}

/** At least one holds: one true settles it. True of none, since nothing is asked. */
function anyOf(comparisons: readonly Comparison[], facts: Facts): Truth {
  let truth: Truth = comparisons.length === 0 ? 'true' : 'false'
  for (const comparison of comparisons) {
    const one = truthOf(comparison, facts)
    if (one === 'true') return 'true'
    if (one === 'unknown') truth = 'unknown'
  }
  return truth
}

/** What the facts say about the conditions of a rule, and the facts still needed to tell. */
export interface Conditions {
  readonly truth: Truth
  readonly needs: readonly string[]
}

/** For rules without conditions, and where all are met. */
export const alwaysTrue: Conditions = { truth: 'true', needs: [] }

const neverTrue: Conditions = { truth: 'false', needs: [] }

const openIn = (comparisons: readonly Comparison[], facts: Facts): string[] =>
  comparisons.filter(({ param }) => known(facts, param) === undefined).map(({ param }) => param)

/** Three-valued (Kleene): a fact not given leaves a condition open unless the others already settle it. */
export function conditionsOf({ musts, anyOne }: CatalogueRule, facts: Facts): Conditions {
  const must = allOf(musts, facts)
  const some = anyOf(anyOne, facts)
  if (must === 'false' || some === 'false') return neverTrue
  if (must === 'true' && some === 'true') return alwaysTrue
  const open = [...openIn(musts, facts), ...(some === 'unknown' ? openIn(anyOne, facts) : [])]
  return { truth: 'unknown', needs: [...new Set(open)] }
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
