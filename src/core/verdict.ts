/** What a rule asks for, and the three-part verdict over all rules that hold. */
import type { Counts, RuleHit, Verdict, VerdictWord } from './model'
import type { Effect, Rule, RuleClass } from './seed-types'

/** Weakest to strongest. */
export const VERDICTS: readonly VerdictWord[] = ['no-specific-rule', 'conditional', 'restricted', 'prohibited']

/** Least sure first. */
export const COUNTS: readonly Counts[] = ['info', 'possible', 'asDrawn', 'certain']

/** Rules of the other classes (programmes, targets, records) describe; they never decide about a project. */
const decidingClasses: ReadonlySet<RuleClass> = new Set(['siting', 'activity-ban', 'project-condition', 'operation'])

/** Effects, weakest to strongest: the order in which rules are listed. */
export const EFFECTS: readonly Effect[] = ['target', 'encourage', 'manage', 'require', 'restrict', 'prohibit']

/** Position in `VERDICTS`: 0 for `no-specific-rule` and for no word at all, 3 for `prohibited`. */
export function rankOf(word: VerdictWord | undefined): number {
  switch (word) {
    case 'prohibited':
      return 3
    case 'restricted':
      return 2
    case 'conditional':
      return 1
    case 'no-specific-rule':
    case undefined:
      return 0
  }
}

export const canDecide = (rule: Rule): boolean => decidingClasses.has(rule.class)

/**
 * The verdict a rule asks for when it holds in full; undefined when it never decides.
 * `bindsProject`: the rule speaks to whoever builds or operates, not to an authority.
 */
export function wordOf(rule: Rule, bindsProject: boolean): VerdictWord | undefined {
  if (!canDecide(rule)) return undefined
  switch (rule.effect) {
    case 'prohibit':
      return 'prohibited'
    case 'restrict':
      return 'restricted'
    case 'require':
    case 'manage':
      return bindsProject ? 'conditional' : undefined
    case 'encourage':
    case 'target':
      return undefined
  }
}

/** How surely a rule counts: 0 for not at all, 3 for certain. */
export function suretyOf(counts: Counts): number {
  switch (counts) {
    case 'certain':
      return 3
    case 'asDrawn':
      return 2
    case 'possible':
      return 1
    case 'info':
      return 0
  }
}

/** The weaker of two ways of counting. */
export const weaker = (a: Counts, b: Counts): Counts => (suretyOf(a) <= suretyOf(b) ? a : b)

/**
 * What a verdict reads of a hit, in one number that loops over many hits read fast: the rank of what it asks for
 * (bits 0 and 1), its surety (2 and 3), and whether there is any doubt (4).
 */
export type Weight = number

export const weightOf = ({ decides, counts, doubts }: RuleHit): Weight => rankOf(decides) | (suretyOf(counts) << 2) | (doubts.length > 0 ? 16 : 0)
export const rankIn = (weight: Weight): number => weight & 3
export const suretyIn = (weight: Weight): number => (weight >> 2) & 3
export const isDoubtful = (weight: Weight): boolean => weight >= 16

/** Rules with the weight of each, position by position. */
export interface Weighed {
  readonly hits: readonly RuleHit[]
  readonly weights: readonly Weight[]
}

/** Strongest rank among the hits of each surety and those above it. */
function strongestBySurety(weights: readonly Weight[]): [possible: number, asDrawn: number, certain: number] {
  let [possible, asDrawn, certain] = [0, 0, 0]
  for (const weight of weights) {
    const rank = rankIn(weight)
    const surety = suretyIn(weight)
    if (surety >= 1 && rank > possible) possible = rank
    if (surety >= 2 && rank > asDrawn) asDrawn = rank
    if (surety >= 3 && rank > certain) certain = rank
  }
  return [possible, asDrawn, certain]
}

/** Adds the rules that ask for exactly this rank, exactly so surely; none for rank 0. */
function addAsking({ hits, weights }: Weighed, rank: number, surety: number, rules: string[]): void {
  if (rank === 0) return
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    const hit = rankIn(weight) === rank && suretyIn(weight) === surety ? hits[at] : undefined
    if (hit) rules.push(hit.id)
  }
}

const wordAt = (rank: number): VerdictWord => VERDICTS[rank] ?? 'no-specific-rule'

/**
 * The strongest word among the rules that certainly hold, that hold as drawn, and that may hold.
 * `decidedBy`: the rules behind each part, surest first; merely possible ones only where they go beyond `asDrawn`.
 */
export function verdictOf(weighed: Weighed): Verdict {
  const [possible, asDrawn, certain] = strongestBySurety(weighed.weights)
  const decidedBy: string[] = []
  // A rule surer than its part asks for no more than the part before: each part adds only rules of its own surety.
  addAsking(weighed, certain, 3, decidedBy)
  addAsking(weighed, asDrawn, 2, decidedBy)
  if (possible > asDrawn) addAsking(weighed, possible, 1, decidedBy)
  return { certain: wordAt(certain), asDrawn: wordAt(asDrawn), possible: wordAt(possible), decidedBy }
}
