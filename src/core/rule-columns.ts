/**
 * What a question reads of every rule it reaches, column by column, so that a loop over hundreds of rules stays in the
 * nearest memory; and the hits nearly all of them end in, made once and shared by all answers.
 */
import { TERMS, termOf } from './applicability'
import type { CatalogueRule } from './catalogue'
import { STRENGTH } from './membership'
import type { RuleHit, TermStatus } from './model'
import { hitOf } from './rule-hit'
import type { Steps } from './steps'
import { weightOf } from './verdict'

/** By position in `ranked`. */
export interface RuleColumns {
  /** Zones of rule `r`: `zones[zoneStart[r]]` up to `zoneStart[r + 1]`, the district last. */
  readonly zoneStart: Uint32Array
  readonly zones: Uint16Array
  /** Where its source and term stand in what a question knows of dates: 4 × source + term. */
  readonly dated: Uint16Array
  readonly rank: Uint8Array
  /** 1 for district-wide rules. */
  readonly isDistrict: Uint8Array
  /** 1 where a conflict names it. */
  readonly isContested: Uint8Array
  /** 1 where there are conditions on facts. */
  readonly isConditional: Uint8Array
  /** Status in its usual term, by position in `STATUSES`. */
  readonly usual: Uint8Array
  readonly asked: ReadyHits
  readonly told: ReadyHits
}

/** Two for each entry of `zones`: inside for certain, and not published. Never to be changed. */
export interface ReadyHits {
  readonly hits: readonly RuleHit[]
  /** `weightOf` each. */
  readonly weights: Uint8Array
}

export const STATUSES: readonly TermStatus[] = ['in-force', 'ended', 'not-yet', 'record']

/** Once issued, and before the planning period ends. */
const usualTerm = ({ rule }: CatalogueRule): TermStatus => termOf(rule.term, true, false)

/** The hits in the usual term, with what the rule asks in full and no fact missing. */
function* readyHits(ranked: readonly CatalogueRule[], zoneIds: readonly string[], hasProject: boolean): Steps<ReadyHits> {
  const hits: RuleHit[] = []
  for (const rule of ranked) {
    for (const zone of rule.zones) {
      for (const strength of [STRENGTH.inside, STRENGTH.unmapped])
        hits.push(Object.freeze(hitOf(rule, { rank: rule.rank, term: usualTerm(rule), via: zoneIds[zone] ?? '', strength, kind: undefined, needs: [], hasProject })))
    }
    yield
  }
  return { hits, weights: Uint8Array.from(hits, weightOf) }
}

/** Position in `hits` of the one made ready for an entry of `zones`; -1 for an unusual standing. */
export function readyAt(entry: number, strength: number): number {
  if (strength === STRENGTH.inside) return 2 * entry
  return strength === STRENGTH.unmapped ? 2 * entry + 1 : -1
}

function startsOf(ranked: readonly CatalogueRule[]): Uint32Array {
  const starts = new Uint32Array(ranked.length + 1)
  ranked.forEach(({ zones }, rule) => (starts[rule + 1] = (starts[rule] ?? 0) + zones.length))
  return starts
}

export function* columnSteps(ranked: readonly CatalogueRule[], zoneIds: readonly string[]): Steps<RuleColumns> {
  return {
    zoneStart: startsOf(ranked),
    zones: Uint16Array.from(ranked.flatMap(({ zones }) => zones)),
    dated: Uint16Array.from(ranked, ({ sourceNumber, termNumber }) => TERMS.length * sourceNumber + termNumber),
    rank: Uint8Array.from(ranked, ({ rank }) => rank),
    isDistrict: Uint8Array.from(ranked, ({ isDistrict }) => Number(isDistrict)),
    isContested: Uint8Array.from(ranked, ({ isContested }) => Number(isContested)),
    isConditional: Uint8Array.from(ranked, ({ musts, anyOne }) => Number(musts.length + anyOne.length > 0)),
    usual: Uint8Array.from(ranked, (rule) => STATUSES.indexOf(usualTerm(rule))),
    asked: yield* readyHits(ranked, zoneIds, true),
    told: yield* readyHits(ranked, zoneIds, false),
  }
}
