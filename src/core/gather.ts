/** The rules that hold or may hold at a place, each with how far it counts and why not further. */
import { alwaysTrue, conditionsOf, NOT_REACHED, reachedBy, termOf } from './applicability'
import type { Catalogue, CatalogueRule } from './catalogue'
import { countsOf, STRENGTH } from './membership'
import type { Counts, Doubt, Facts, Is, Question, RuleHit, ShapeKind, TermStatus } from './model'
import type { Place } from './place'
import { VERDICTS, weaker } from './verdict'

const isByStrength: readonly Is[] = ['outside', 'unmapped', 'failed', 'possible', 'likely', 'inside']

/** What is asked, looked up once for all rules. */
interface Asked {
  readonly catalogue: Catalogue
  readonly place: Place
  readonly facts: Facts
  /** Per source where the date stands in its term; undefined when the source is not asked. */
  readonly dates: readonly (SourceDate | undefined)[]
  /** Per rule the rank it asks of the project; undefined when nobody asked to build. */
  readonly reached: Int8Array | undefined
}

interface SourceDate {
  readonly isIssued: boolean
  readonly isOver: boolean
}

function datesOf({ sources }: Catalogue, { on, sources: asked }: Question): (SourceDate | undefined)[] {
  return [...sources.values()].map(({ id, kind, issued, term }) => {
    // A plan speaks from the day it is issued, also when its period began before; a statute from the day it is in force.
    const start = kind === 'statute' ? term.from : issued
    return asked && !asked.includes(id) ? undefined : { isIssued: on >= start, isOver: term.until !== undefined && on > term.until }
  })
}

/** The rule's zone where it holds most surely, -1 where it holds nowhere; of equals the first it names, the district last. */
function surestZone({ zones }: CatalogueRule, force: Uint8Array): number {
  let best = -1
  let most: number = STRENGTH.outside
  for (const zone of zones) {
    const strength = force[zone] ?? 0
    if (strength > most) {
      most = strength
      best = zone
    }
  }
  return best
}

function standingDoubt(is: Is, kind: ShapeKind | undefined): Doubt | undefined {
  if (is === 'unmapped' || is === 'failed') return is
  if (is === 'likely' || is === 'possible') return kind === 'envelope' ? 'envelope' : 'near-line'
  return undefined
}

function doubtsOf({ basis }: CatalogueRule, standing: Doubt | undefined, term: TermStatus, needs: readonly string[]): Doubt[] {
  const doubts: Doubt[] = standing ? [standing] : []
  if (basis !== 'literal') doubts.push(basis)
  if (term === 'ended') doubts.push('term-ended')
  if (needs.length > 0) doubts.push('fact-missing')
  return doubts
}

function countsFor({ basis }: CatalogueRule, is: Is, term: TermStatus, needs: readonly string[]): Counts {
  if (term === 'ended' || needs.length > 0) return 'possible'
  return basis === 'literal' ? countsOf(is) : weaker(countsOf(is), 'asDrawn')
}

/** One rule with what it asks (`rank`); undefined when it does not hold there. */
function hitOf(rule: CatalogueRule, rank: number, date: SourceDate, asked: Asked): RuleHit | undefined {
  const { place, catalogue, reached } = asked
  const zone = surestZone(rule, place.force)
  const via = catalogue.tables.zoneIds[zone]
  if (via === undefined) return undefined
  const { truth, needs } = reached ? conditionsOf(rule, asked.facts) : alwaysTrue
  if (truth === 'false') return undefined
  const is = isByStrength[place.force[zone] ?? 0] ?? 'outside'
  const term = termOf(rule, date.isIssued, date.isOver)
  // Records, outlooks and rules not yet issued are told, never counted.
  const isInfo = !rule.counts || term === 'not-yet' || (reached !== undefined && rank === 0)
  const counts = isInfo ? 'info' : countsFor(rule, is, term, needs)
  const doubts = doubtsOf(rule, standingDoubt(is, place.states[zone]?.kind), term, needs)
  const { id, effect, scope } = rule
  const decides = isInfo || rank === 0 ? undefined : VERDICTS[rank]
  // Two literals: a property added afterwards costs as much as all the rest.
  const hit: RuleHit = decides === undefined ? { id, effect, via, is, counts, doubts, term, scope } : { id, effect, via, is, counts, decides, doubts, term, scope }
  if (needs.length > 0) hit.needs = [...needs]
  return hit
}

/** Zone-specific before district-wide, then by what the rule asks for. */
function groupOf(scope: RuleHit['scope'], rank: number): number {
  return (scope === 'district' ? VERDICTS.length : 0) + VERDICTS.length - 1 - rank
}

function hitsFor(asked: Asked): RuleHit[] {
  const { catalogue, reached, dates } = asked
  const { ranked } = catalogue.tables
  const groups: RuleHit[][] = Array.from({ length: 2 * VERDICTS.length }, () => [])
  for (let position = 0; position < ranked.length; position++) {
    const rank = reached ? (reached[position] ?? NOT_REACHED) : (ranked[position]?.rank ?? 0)
    const rule = rank === NOT_REACHED ? undefined : ranked[position]
    const date = rule && dates[rule.sourceNumber]
    const hit = rule && date && hitOf(rule, rank, date, asked)
    if (hit) groups[groupOf(hit.scope, hit.decides ? rank : 0)]?.push(hit)
  }
  // Much faster than flat() here, and this is where most of the time of an answer goes.
  const none: RuleHit[] = []
  return none.concat(...groups)
}

/**
 * All rules of a place, or with a project those that reach it: zone-specific first, strictest first, in
 * catalogue order within. Without a project facts are not asked.
 */
export function gatherRules(catalogue: Catalogue, place: Place, question: Question): RuleHit[] {
  const project = question.project ?? []
  const reached = project.length > 0 ? reachedBy(catalogue, project) : undefined
  return hitsFor({ catalogue, place, facts: question.facts ?? {}, dates: datesOf(catalogue, question), reached })
}
