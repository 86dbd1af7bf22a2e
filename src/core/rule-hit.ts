/** A rule that holds at a place: how far it counts, why not further, what it asks for. */
import type { CatalogueRule } from './catalogue'
import { countsOf, STRENGTH } from './membership'
import type { Doubt, Is, RuleHit, ShapeKind, TermStatus } from './model'
import type { Rule } from './seed-types'
import { COUNTS, suretyOf, VERDICTS } from './verdict'

export const BASES: readonly Rule['basis'][] = ['literal', 'implied', 'by-reference']

const isByStrength: readonly Is[] = ['outside', 'unmapped', 'failed', 'possible', 'likely', 'inside']
const suretyByStrength: readonly number[] = isByStrength.map((is) => suretyOf(countsOf(is)))
const asDrawn = suretyOf('asDrawn')

/** Doubts about standing, in the order of `standingDoubt`. */
const standingDoubts: readonly (Doubt | undefined)[] = [undefined, 'near-line', 'envelope', 'unmapped', 'failed']

/** Position in `standingDoubts`. `strength`: of the standing. */
function standingDoubt(strength: number, kind: ShapeKind | undefined): number {
  if (strength === STRENGTH.inside) return 0
  if (strength === STRENGTH.unmapped) return 3
  if (strength === STRENGTH.failed) return 4
  return kind === 'envelope' ? 2 : 1
}

function listDoubts(standing: Doubt | undefined, basis: Rule['basis'], isEnded: boolean, isMissing: boolean): readonly Doubt[] {
  const doubts: Doubt[] = standing ? [standing] : []
  if (basis !== 'literal') doubts.push(basis)
  if (isEnded) doubts.push('term-ended')
  if (isMissing) doubts.push('fact-missing')
  return Object.freeze(doubts)
}

/** All lists of doubts there can be, made once and shared: by basis, then standing, then ended, then missing. */
const allDoubts: readonly (readonly Doubt[])[] = BASES.flatMap((basis) =>
  standingDoubts.flatMap((standing) => [false, true].flatMap((isEnded) => [false, true].map((isMissing) => listDoubts(standing, basis, isEnded, isMissing)))),
)

const noDoubts: readonly Doubt[] = Object.freeze([])

function doubtsOf(basisNumber: number, standing: number, isEnded: boolean, isMissing: boolean): readonly Doubt[] {
  const key = 4 * (standingDoubts.length * basisNumber + standing) + (isEnded ? 2 : 0) + (isMissing ? 1 : 0)
  return allDoubts[key] ?? noDoubts
}

/** How far a rule counts that decides; `COUNTS` by position. */
function suretyFor(basisNumber: number, strength: number, isOpen: boolean): number {
  const ofStanding = isOpen ? 1 : (suretyByStrength[strength] ?? 0)
  return basisNumber === 0 ? ofStanding : Math.min(ofStanding, asDrawn)
}

/** What a hit is made from besides its rule. */
export interface Held {
  /** What it asks of the project, by position in `VERDICTS`. */
  readonly rank: number
  readonly term: TermStatus
  /** Id of the zone through which it holds. */
  readonly via: string
  /** `STRENGTH` of the standing there, and the kind of shape behind it. */
  readonly strength: number
  readonly kind: ShapeKind | undefined
  /** Facts still needed. */
  readonly needs: readonly string[]
  readonly hasProject: boolean
}

/** What a hit reads of its rule. */
export type HitRule = Pick<CatalogueRule, 'id' | 'effect' | 'scope' | 'counts' | 'basisNumber'>

/** The hit of a rule that holds. */
export function hitOf(rule: HitRule, { rank, term, via, strength, kind, needs, hasProject }: Held): RuleHit {
  const { id, effect, scope } = rule
  const is = isByStrength[strength] ?? 'outside'
  const isEnded = term === 'ended'
  const isMissing = needs.length > 0
  // Records, outlooks and rules not yet issued are told, never counted.
  const isInfo = !rule.counts || term === 'not-yet' || (hasProject && rank === 0)
  const counts = isInfo ? 'info' : (COUNTS[suretyFor(rule.basisNumber, strength, isEnded || isMissing)] ?? 'info')
  const doubts = doubtsOf(rule.basisNumber, standingDoubt(strength, kind), isEnded, isMissing)
  const decides = isInfo || rank === 0 ? undefined : VERDICTS[rank]
  // Two literals: a property added afterwards costs as much as all the rest.
  const hit: RuleHit = decides === undefined ? { id, effect, via, is, counts, doubts, term, scope } : { id, effect, via, is, counts, decides, doubts, term, scope }
  if (isMissing) hit.needs = needs
  return hit
}
