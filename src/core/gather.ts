/** The rules that hold or may hold at a place, each with how far it counts and why not further. */
import { alwaysTrue, conditionsOf, reachOf, TERMS, termOf, type Given } from './applicability'
import type { Catalogue } from './catalogue'
import { STRENGTH } from './membership'
import type { Question, RuleHit } from './model'
import type { Place } from './place'
import { readyAt, STATUSES, type RuleColumns } from './rule-columns'
import { hitOf } from './rule-hit'
import type { Source } from './seed-types'
import type { Reach } from './tables'
import { rankIn, VERDICTS, weightOf, type Weight } from './verdict'

/** What is asked, looked up once for all rules. */
interface Asked {
  readonly catalogue: Catalogue
  readonly place: Place
  readonly facts: Given
  /** By source and term (`dated`): where the date stands, by position in `STATUSES`; `notAsked` for sources left out. */
  readonly dates: readonly number[]
  /** False when nobody asked to build: facts are not asked then. */
  readonly hasProject: boolean
}

const notAsked = 255

function datesIn({ kind, issued, term }: Source, on: string): number[] {
  // A plan speaks from the day it is issued, also when its period began before; a statute from the day it is in force.
  const isIssued = on >= (kind === 'statute' ? term.from : issued)
  const isOver = term.until !== undefined && on > term.until
  return TERMS.map((one) => STATUSES.indexOf(termOf(one, isIssued, isOver)))
}

function datesOf({ sources }: Catalogue, { on, sources: asked }: Question): number[] {
  const dates: number[] = []
  for (const source of sources.values()) dates.push(...(asked && !asked.includes(source.id) ? TERMS.map(() => notAsked) : datesIn(source, on)))
  return dates
}

/** Where a rule holds most surely, as a position in the zones of all rules; -1 where it holds nowhere; of equals the first it names, the district last. */
function surestEntry({ zones, zoneStart }: RuleColumns, rule: number, force: readonly number[]): number {
  const last = zoneStart[rule + 1] ?? 0
  let best = -1
  let most: number = STRENGTH.outside
  for (let entry = zoneStart[rule] ?? 0; entry < last; entry++) {
    const strength = force[zones[entry] ?? 0] ?? 0
    if (strength > most) {
      most = strength
      best = entry
    }
  }
  return best
}

/** The rules of a place, and the ids of those that a conflict names. */
export interface Gathered {
  readonly hits: RuleHit[]
  /** Of each hit. */
  readonly weights: readonly Weight[]
  readonly contested: readonly string[]
}

/** Hits as they come, by group: zone-specific before district-wide, then by what the rule asks for. */
class Groups {
  private readonly hits: RuleHit[][] = [[], [], [], [], [], [], [], []]
  private readonly weights: Weight[][] = [[], [], [], [], [], [], [], []]

  private readonly contested: string[] = []

  add(hit: RuleHit, weight: Weight, isDistrict: boolean, isContested: boolean): void {
    const group = (isDistrict ? VERDICTS.length : 0) + VERDICTS.length - 1 - rankIn(weight)
    this.hits[group]?.push(hit)
    this.weights[group]?.push(weight)
    if (isContested) this.contested.push(hit.id)
  }

  /** Much faster than flat() here. */
  all(): Gathered {
    const [hits, weights]: [RuleHit[], Weight[]] = [[], []]
    return { hits: hits.concat(...this.hits), weights: weights.concat(...this.weights), contested: this.contested }
  }
}

/** Adds one rule with what it asks (`rank`), unless it does not hold. */
function addRule({ rule: position, rank }: Reach, asked: Asked, groups: Groups): void {
  const { place, hasProject } = asked
  const { columns, ranked, zoneIds } = asked.catalogue.tables
  const date = asked.dates[columns.dated[position] ?? 0] ?? notAsked
  const entry = date === notAsked ? -1 : surestEntry(columns, position, place.force)
  if (entry === -1) return
  const rule = ranked[position]
  const isFree = !hasProject || columns.isConditional[position] === 0
  const { truth, needs } = isFree || !rule ? alwaysTrue : conditionsOf(rule, asked.facts)
  if (truth === 'false' || !rule) return
  const zone = columns.zones[entry] ?? 0
  const strength = place.force[zone] ?? 0
  const isUsual = needs.length === 0 && rank === columns.rank[position] && date === columns.usual[position]
  const at = isUsual ? readyAt(entry, strength) : -1
  const ready = hasProject ? columns.asked : columns.told
  // A look-up before the start of an array is slow, so it is not made.
  const hit = at === -1 ? undefined : ready.hits[at]
  if (hit) return groups.add(hit, ready.weights[at] ?? 0, columns.isDistrict[position] === 1, columns.isContested[position] === 1)
  const made = hitOf(rule, { rank, term: STATUSES[date] ?? 'in-force', via: zoneIds[zone] ?? '', strength, kind: place.states[zone]?.kind, needs, hasProject })
  groups.add(made, weightOf(made), columns.isDistrict[position] === 1, columns.isContested[position] === 1)
}

/**
 * All rules of a place, or with a project those that reach it: zone-specific first, strictest first, in
 * catalogue order within. Without a project facts are not asked.
 */
export function gatherRules(catalogue: Catalogue, place: Place, question: Question): Gathered {
  const project = question.project ?? []
  const hasProject = project.length > 0
  const facts = new Map(Object.entries(question.facts ?? {}))
  const asked: Asked = { catalogue, place, facts, dates: datesOf(catalogue, question), hasProject }
  const groups = new Groups()
  for (const reach of hasProject ? reachOf(catalogue, project) : catalogue.tables.everything) addRule(reach, asked, groups)
  return groups.all()
}
