/** Whether a rule reaches a project: its activities, the facts it asks for, what is new, and its term. */
import type { Catalogue, CatalogueRule } from './catalogue'
import type { FactValue, TermStatus } from './model'
import type { Comparison, Rule } from './seed-types'
import type { Reach } from './tables'
import { compare, type Truth } from './truth'

/** Facts by id. */
export type Given = ReadonlyMap<string, FactValue>

function truthOf(comparison: Comparison, facts: Given): Truth {
  const value = facts.get(comparison.param)
  if (value === undefined) return 'unknown'
  return compare(value, comparison) ? 'true' : 'false'
}

/** All hold: one false settles it. True of none. */
function allOf(comparisons: readonly Comparison[], facts: Given): Truth {
  let truth: Truth = 'true'
  for (const comparison of comparisons) {
    const one = truthOf(comparison, facts)
    if (one === 'false') return 'false'
    if (one === 'unknown') truth = 'unknown'
  }
  return truth
}

/** At least one holds: one true settles it. True of none, since nothing is asked. */
function anyOf(comparisons: readonly Comparison[], facts: Given): Truth {
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

function addOpen(comparisons: readonly Comparison[], facts: Given, needs: string[]): void {
  for (const { param } of comparisons) if (!facts.has(param) && !needs.includes(param)) needs.push(param)
}

/** Three-valued (Kleene): a fact not given leaves a condition open unless the others already settle it. */
export function conditionsOf({ musts, anyOne }: CatalogueRule, facts: Given): Conditions {
  if (musts.length === 0 && anyOne.length === 0) return alwaysTrue
  const must = allOf(musts, facts)
  const some = anyOf(anyOne, facts)
  if (must === 'false' || some === 'false') return neverTrue
  if (must === 'true' && some === 'true') return alwaysTrue
  const needs: string[] = []
  addOpen(musts, facts, needs)
  if (some === 'unknown') addOpen(anyOne, facts, needs)
  return { truth: 'unknown', needs }
}

export const TERMS: readonly Rule['term'][] = ['plan', 'named', 'record', 'outlook']

/**
 * Where a date stands in the term of a rule. A plan's rules stand while the document stands; those that name
 * the planning period end with it. An outlook runs from the day of issue.
 * `isIssued`: the source had been issued by then; `isOver`: its planning period had ended.
 */
export function termOf(term: Rule['term'], isIssued: boolean, isOver: boolean): TermStatus {
  if (term === 'record') return 'record'
  if (!isIssued) return 'not-yet'
  return isOver && term === 'named' ? 'ended' : 'in-force'
}

/**
 * The rules that reach a project, in the order of `ranked`, each with the strictest rank (`VERDICTS`) it asks for over
 * the activities, 0 where it reaches them without deciding.
 */
export function reachOf({ tables }: Catalogue, project: readonly string[]): readonly Reach[] {
  const lists = project.map((activity) => tables.reach.get(activity) ?? [])
  if (lists.length === 1) return lists[0] ?? []
  const strictest = new Map<number, Reach>()
  for (const reach of lists.flat()) {
    const before = strictest.get(reach.rule)
    if (before === undefined || reach.rank > before.rank) strictest.set(reach.rule, reach)
  }
  return [...strictest.values()].sort((a, b) => a.rule - b.rule)
}
