/** Whether a condition of the EIA catalogue holds at a place, for what is known of a project. */
import { countsOf } from './membership'
import { allOf, anyOf, known, notOf, truth, truthOf, type Truth } from './truth'
import { weaker } from './verdict'
import type { Counts, Facts, Finding } from './model'
import type { EiaArea, EiaClause, EiaColumn, EiaItem, EiaWhen } from './seed-types'

/** The fact that settles all sensitive areas of an item at once. */
export const EIA_SENSITIVE = 'eiaSensitiveArea'

/**
 * `sure`: a place near a line, in an envelope or without an outline leaves the condition open.
 * `drawn`: the lines are taken as drawn, and what is not drawn counts as not touched. It never depends on sigma.
 */
export type View = 'sure' | 'drawn'

/** All that a condition is asked of. */
export interface EiaCase {
  readonly item: EiaItem
  /** By zone id; a zone left out counts as unmapped. */
  readonly findings: ReadonlyMap<string, Finding>
  readonly facts: Facts
  readonly areas: ReadonlyMap<string, EiaArea>
  readonly view: View
}

export function whenHolds(when: EiaWhen, asked: EiaCase): Truth {
  if (when === true) return 'true'
  if ('all' in when) return allOf(when.all.map((part) => whenHolds(part, asked)))
  if ('any' in when) return anyOf(when.any.map((part) => whenHolds(part, asked)))
  if ('not' in when) return notOf(whenHolds(when.not, asked))
  if ('sensitive' in when) return sensitiveHolds(when.sensitive, asked)
  if ('zone' in when) return given(asked.facts, when.ask) ?? zoneHolds(asked.findings.get(when.zone), asked.view)
  return truthOf(when, asked.facts)
}

export function clauseHolds(clause: EiaClause, asked: EiaCase): Truth {
  return 'when' in clause ? whenHolds(clause.when, asked) : (given(asked.facts, clause.ask) ?? 'unknown')
}

export function columnHolds({ clauses, unless }: EiaColumn, asked: EiaCase): Truth {
  const some = anyOf(clauses.map((clause) => clauseHolds(clause, asked)))
  return unless === undefined ? some : allOf([some, notOf(clauseHolds(unless, asked))])
}

/** A yes-or-no fact; undefined where nobody gave it. */
function given(facts: Facts, param: string): Truth | undefined {
  const value = known(facts, param)
  return value === undefined ? undefined : truth(value === true)
}

/** A yes for all areas at once is a yes for the item's own list; it does not say which area. */
function sensitiveHolds(which: true | readonly string[], asked: EiaCase): Truth {
  if (which === true && given(asked.facts, EIA_SENSITIVE) === 'true') return 'true'
  const ids = which === true ? (asked.item.sensitive ?? []) : which
  return anyOf(ids.map((id) => areaHoldsById(id, asked)))
}

function areaHoldsById(id: string, asked: EiaCase): Truth {
  const area = asked.areas.get(id)
  if (area === undefined) throw new Error(`Expected a sensitive area that exists in EIA item ${asked.item.no}, found "${id}". Correct the id or add the area.`)
  return areaHolds(area, asked)
}

/**
 * Whether the project touches one sensitive area. An answer about this area beats a no for all of them, which
 * beats the map: who answers has asked the authority. Where nothing is drawn for it, the map cannot deny it.
 */
export function areaHolds(area: EiaArea, { facts, findings, view }: Pick<EiaCase, 'facts' | 'findings' | 'view'>): Truth {
  const answer = given(facts, area.ask) ?? (given(facts, EIA_SENSITIVE) === 'false' ? 'false' : undefined)
  if (answer !== undefined) return answer
  if (area.absent !== undefined) return 'false'
  const counted = area.zones.map((link) => ({ link, counts: countsFor(link, findings.get(link.zone)) }))
  if (view === 'drawn') return truth(counted.some(({ counts }) => counts === 'certain' || counts === 'asDrawn'))
  if (counted.some(({ counts }) => counts === 'certain')) return 'true'
  const same = counted.some(({ link }) => link.atMost === 'certain')
  return same && counted.every(({ counts }) => counts === null) ? 'false' : 'unknown'
}

/** How far standing in a zone speaks for the area it realises; null outside it. */
export function countsFor(link: EiaArea['zones'][number], finding: Finding | undefined): Counts | null {
  if (finding === undefined) return 'possible'
  if (finding.is === 'outside') return null
  const cap = finding.via === undefined ? link.atMost : (link.inherited ?? link.atMost)
  return weaker(countsOf(finding.is), cap)
}

function zoneHolds(finding: Finding | undefined, view: View): Truth {
  const counts = finding === undefined ? 'possible' : finding.is === 'outside' ? null : countsOf(finding.is)
  if (view === 'drawn') return truth(counts === 'certain' || counts === 'asDrawn')
  return counts === 'certain' ? 'true' : counts === null ? 'false' : 'unknown'
}
