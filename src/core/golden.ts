/** Golden questions: what an expert would ask, with the answer that must come. Run by the tests and, on demand, by the page. */
import { ask } from './ask'
import type { LonLat, Question, Subject, Verdict, World } from './model'

/** The question as it is written in a case: a place or the zones it is known to lie in, and the rest of the question. */
export type GoldenQuestion = Question & ({ lonLat: LonLat; zones?: never } | { zones: readonly string[]; lonLat?: never })

export interface GoldenCase {
  name: string
  question: GoldenQuestion
  /** Rules that must be in the answer. */
  must?: readonly string[]
  /** Rules that must not be in it. */
  mustNot?: readonly string[]
  verdict?: Pick<Verdict, 'certain' | 'asDrawn' | 'possible'> | null
  /** Why the answer must be so, for a reader of the case. */
  why?: string
}

/** `tests/cases/golden/<theme>.json`. */
export interface GoldenFile {
  theme: string
  cases: readonly GoldenCase[]
}

/** How an answer differs from the one that must come. */
export type Miss =
  | { kind: 'missing'; rules: string[] }
  | { kind: 'unwanted'; rules: string[] }
  | { kind: 'verdict'; expected: string; found: string }
  | { kind: 'refused'; why: string }

export interface GoldenMiss {
  theme: string
  name: string
  misses: Miss[]
}

const PARTS = ['certain', 'asDrawn', 'possible'] as const

const said = (verdict: Pick<Verdict, (typeof PARTS)[number]> | null): string => (verdict === null ? '–' : PARTS.map((part) => verdict[part]).join(' · '))

/** What is wrong with the answer to one case; empty where it holds. */
export function missesOf({ question: { lonLat, zones, ...question }, must = [], mustNot = [], verdict }: GoldenCase, world: World): Miss[] {
  const subject: Subject = lonLat === undefined ? { kind: 'zones', zones: zones ?? [] } : { kind: 'point', lonLat }
  try {
    const answer = ask(subject, question, world)
    const ids = new Set(answer.rules.map(({ id }) => id))
    const missing = must.filter((id) => !ids.has(id))
    const unwanted = mustNot.filter((id) => ids.has(id))
    const [expected, found] = [verdict === undefined ? undefined : said(verdict), said(answer.verdict)]
    return [
      ...(missing.length > 0 ? [{ kind: 'missing' as const, rules: missing }] : []),
      ...(unwanted.length > 0 ? [{ kind: 'unwanted' as const, rules: unwanted }] : []),
      ...(expected !== undefined && expected !== found ? [{ kind: 'verdict' as const, expected, found }] : []),
    ]
  } catch (error) {
    return [{ kind: 'refused', why: error instanceof Error ? error.message : String(error) }] // an unknown id in a case: told, not hidden
  }
}

/** The cases that do not hold. */
export function runGolden(files: readonly GoldenFile[], world: World): { asked: number; misses: GoldenMiss[] } {
  const asked = files.flatMap(({ theme, cases }) => cases.map((one) => ({ theme, name: one.name, misses: missesOf(one, world) })))
  return { asked: asked.length, misses: asked.filter(({ misses }) => misses.length > 0) }
}
