/** What would have to be otherwise for a deciding rule to count for less. Every claim is proved by asking again. */
import { ask } from './ask'
import { DISTRICT, type Catalogue, type CatalogueRule } from './catalogue'
import type { Answer, FactValue, KnownZones, LonLat, Question, RuleHit, Subject, VerdictWord, World } from './model'
import type { Comparison, Fact } from './seed-types'
import { suretyOf } from './verdict'

/** The eight winds, clockwise from north. */
export type Direction = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw'
const DIRECTIONS: readonly Direction[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']

/** How a question would differ. */
type Otherwise =
  /** Across the drawn line of `zone`: the nearest place, `distanceM` whole metres away. */
  | { kind: 'move'; zone: string; distanceM: number; direction: Direction; lonLat: LonLat }
  /** A value of the fact for which the rule does not hold. */
  | { kind: 'fact'; param: string; op: Comparison['op']; value: Comparison['value'] }
  /** From this day on. */
  | { kind: 'date'; on: string }
  /** Should the office confirm it. */
  | { kind: 'known'; zone: string; is: 'inside' | 'outside' }

/**
 * A difference after which the rule no longer counts as drawn (or, where it was only possible, not at all).
 * `asDrawn`: the verdict then.
 */
export type Change = Otherwise & { rule: string; asDrawn: VerdictWord }

/** A difference, and the question that differs so. */
interface Trial {
  otherwise: Otherwise
  subject: Subject
  question: Question
}

interface Asked {
  answer: Answer
  question: Question
  world: World
}

/** Metres beyond the line: on it one would still be inside, and a bend may need a little more. */
const beyondM = [1, 10, 50]

/** On a great enough circle for a bearing: east of a degree of longitude shrinks with the latitude. */
function directionOf([lon, lat]: LonLat, [toLon, toLat]: LonLat): Direction {
  const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180)
  const sector = Math.round(Math.atan2(east, toLat - lat) / (Math.PI / 4))
  return DIRECTIONS[(sector + DIRECTIONS.length) % DIRECTIONS.length] ?? 'n'
}

/** The drawn or open zone behind a hit: the one its finding was taken over from. */
function originOf({ findings }: Answer, hit: RuleHit): string {
  return findings.find(({ zone }) => zone === hit.via)?.via ?? hit.via
}

function moves({ answer, question, world }: Asked, hit: RuleHit): Trial[] {
  const { subject } = answer
  if (subject.kind !== 'point' || suretyOf(hit.counts) < suretyOf('asDrawn')) return []
  const zone = originOf(answer, hit)
  // To leave the district is no advice.
  if (zone === DISTRICT) return []
  const { lonLat } = subject
  const nearest = world.index.nearestPoint(zone, lonLat)
  if (nearest?.shape.kind !== 'outline' || nearest.distanceM === 0) return []
  return beyondM.map((beyond) => {
    const factor = (nearest.distanceM + beyond) / nearest.distanceM
    const to: LonLat = [lonLat[0] + factor * (nearest.lonLat[0] - lonLat[0]), lonLat[1] + factor * (nearest.lonLat[1] - lonLat[1])]
    const otherwise: Otherwise = { kind: 'move', zone, distanceM: Math.ceil(nearest.distanceM + beyond), direction: directionOf(lonLat, to), lonLat: to }
    return { otherwise, subject: { kind: 'point', lonLat: to }, question }
  })
}

const OPPOSITE: Readonly<Record<Comparison['op'], Comparison['op']>> = { '=': '!=', '!=': '=', in: '!=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }

/** Less than any step a fact is given in. */
const hair = 1e-6

/** A value that the comparison does not hold for; undefined where the fact has no other. */
function otherValue({ op, value }: Comparison, fact: Fact): FactValue | undefined {
  const bounds = Array.isArray(value) ? value : [value]
  const [bound] = bounds
  if (op === '!=') return bound
  if (typeof bound === 'boolean') return !bound
  if (typeof bound === 'number') return op === '<' || op === '>' ? bound : bound + (op === '>=' ? -hair : hair)
  return fact.choices?.find(({ id }) => !bounds.includes(id))?.id
}

function factTrials({ answer: { subject }, question, world }: Asked, rule: CatalogueRule): Trial[] {
  return [...rule.musts, ...rule.anyOne].flatMap((comparison): Trial[] => {
    const fact = world.catalogue.facts.get(comparison.param)
    const other = fact && otherValue(comparison, fact)
    if (other === undefined) return []
    const { param, value } = comparison
    const op = comparison.op === '!=' && Array.isArray(value) ? 'in' : OPPOSITE[comparison.op]
    return [{ otherwise: { kind: 'fact', param, op, value }, subject, question: { ...question, facts: { ...question.facts, [param]: other } } }]
  })
}

const dayMs = 86_400_000

/** The day after an ISO date. */
const dayAfter = (on: string): string => new Date(Date.parse(`${on}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

function dateTrials({ answer: { subject }, question }: Asked, { rule, source }: CatalogueRule, hit: RuleHit): Trial[] {
  const { until } = source.term
  if (rule.term !== 'named' || until === undefined || hit.term !== 'in-force') return []
  const on = dayAfter(until)
  return [{ otherwise: { kind: 'date', on }, subject, question: { ...question, on } }]
}

function knownTrials({ answer, question }: Asked, hit: RuleHit): Trial[] {
  if (hit.is === 'inside') return []
  const zone = originOf(answer, hit)
  return (['outside', 'inside'] as const).map((is) => {
    const known: KnownZones = { ...question.known, [zone]: is }
    return { otherwise: { kind: 'known', zone, is }, subject: answer.subject, question: { ...question, known } }
  })
}

/** The change, where asking again proves it. */
function proved({ otherwise, subject, question }: Trial, hit: RuleHit, world: World): Change[] {
  const { rules, verdict } = ask(subject, question, world)
  const after = rules.find(({ id }) => id === hit.id)
  const isLess = (after ? suretyOf(after.counts) : 0) < Math.min(suretyOf(hit.counts), suretyOf('asDrawn'))
  return verdict && isLess ? [{ rule: hit.id, ...otherwise, asDrawn: verdict.asDrawn }] : []
}

/** The first of several tries that proves true. */
function firstProved(trials: readonly Trial[], hit: RuleHit, world: World): Change[] {
  for (const trial of trials) {
    const change = proved(trial, hit, world)
    if (change.length > 0) return change
  }
  return []
}

function changesOf(hit: RuleHit, asked: Asked, { rules }: Catalogue): Change[] {
  const rule = rules.get(hit.id)
  if (!rule) return []
  const { world } = asked
  return [
    ...firstProved(moves(asked, hit), hit, world),
    ...factTrials(asked, rule).flatMap((trial) => proved(trial, hit, world)),
    ...dateTrials(asked, rule, hit).flatMap((trial) => proved(trial, hit, world)),
    ...firstProved(knownTrials(asked, hit), hit, world),
  ]
}

/**
 * What would change each deciding rule of an answer: another place, another fact, another day, a line confirmed by the
 * office. `question` must be the one the answer was given to. Empty where nothing near at hand would.
 */
export function changesFor(answer: Answer, question: Question, world: World): Change[] {
  const deciding = answer.rules.filter(({ id }) => answer.verdict?.decidedBy.includes(id))
  return deciding.flatMap((hit) => changesOf(hit, { answer, question, world }, world.catalogue))
}
