/** What a rule asks for, and the three-part verdict over all rules that hold. */
import type { Counts, RuleHit, Verdict, VerdictWord } from './model'
import type { Effect, Rule, RuleClass } from './seed-types'

/** Weakest to strongest. */
export const VERDICTS: readonly VerdictWord[] = ['no-specific-rule', 'conditional', 'restricted', 'prohibited']

/** Rules of the other classes (programmes, targets, records) describe; they never decide about a project. */
const deciding: ReadonlySet<RuleClass> = new Set(['siting', 'activity-ban', 'project-condition', 'operation'])

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

export const canDecide = (rule: Rule): boolean => deciding.has(rule.class)

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
function suretyOf(counts: Counts): number {
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

/** Strongest rank among the hits of each surety and those above it. */
function strongestBySurety(hits: readonly RuleHit[]): [possible: number, asDrawn: number, certain: number] {
  let [possible, asDrawn, certain] = [0, 0, 0]
  for (const { decides, counts } of hits) {
    if (decides === undefined) continue
    const [rank, surety] = [rankOf(decides), suretyOf(counts)]
    if (surety >= 1 && rank > possible) possible = rank
    if (surety >= 2 && rank > asDrawn) asDrawn = rank
    if (surety >= 3 && rank > certain) certain = rank
  }
  return [possible, asDrawn, certain]
}

/** Rules that ask for exactly this word and count at least so surely; none for `no-specific-rule`. */
function asking(hits: readonly RuleHit[], word: VerdictWord, least: Counts): string[] {
  if (rankOf(word) === 0) return []
  return hits.filter((hit) => hit.decides === word && suretyOf(hit.counts) >= suretyOf(least)).map((hit) => hit.id)
}

/**
 * The strongest word among the rules that certainly hold, that hold as drawn, and that may hold.
 * `decidedBy`: the rules behind each part, surest first; merely possible ones only where they go beyond `asDrawn`.
 */
export function verdictOf(hits: readonly RuleHit[]): Verdict {
  const wordAt = (rank: number) => VERDICTS[rank] ?? 'no-specific-rule'
  const ranks = strongestBySurety(hits)
  const [possible, asDrawn, certain] = [wordAt(ranks[0]), wordAt(ranks[1]), wordAt(ranks[2])]
  const more = possible === asDrawn ? [] : asking(hits, possible, 'possible')
  return { certain, asDrawn, possible, decidedBy: [...new Set([...asking(hits, certain, 'certain'), ...asking(hits, asDrawn, 'asDrawn'), ...more])] }
}
