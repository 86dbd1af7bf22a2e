/** Golden questions: what an expert would ask, with the answer that must come. Run by the tests and, on demand, by the page. */
import { ask } from './ask'
import type { Answer, LonLat, Question, Subject, Verdict, World } from './model'

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
  /** Facts, as parameter names, that the answer must ask to verify. */
  needs?: readonly string[]
  /** Why the answer must be so, for a reader of the case. */
  why?: string
}

/** `tests/cases/golden/<theme>.json`. */
export interface GoldenFile {
  theme: string
  cases: readonly GoldenCase[]
}

/** How an answer differs from the one that must come. `verdict`: in its verdict, or in the facts it asks to verify. */
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

function wrongRules({ rules }: Answer, { must = [], mustNot = [] }: GoldenCase): Miss[] {
  const ids = new Set(rules.map(({ id }) => id))
  const missing = must.filter((id) => !ids.has(id))
  const unwanted = mustNot.filter((id) => ids.has(id))
  return [...(missing.length > 0 ? [{ kind: 'missing' as const, rules: missing }] : []), ...(unwanted.length > 0 ? [{ kind: 'unwanted' as const, rules: unwanted }] : [])]
}

function wrongVerdict(answer: Answer, { verdict }: GoldenCase): Miss[] {
  if (verdict === undefined) return []
  const [expected, found] = [said(verdict), said(answer.verdict)]
  return expected === found ? [] : [{ kind: 'verdict', expected, found }]
}

/** Facts that had to be asked, and were not. */
function notAsked({ toVerify }: Answer, { needs = [] }: GoldenCase): Miss[] {
  const asked = toVerify.flatMap((one) => (one.kind === 'fact' ? [one.param] : []))
  if (needs.every((param) => asked.includes(param))) return []
  const list = (params: readonly string[]) => (params.length > 0 ? params.map((param) => `${param}?`).join(' ') : '–')
  return [{ kind: 'verdict', expected: list(needs), found: list(asked) }]
}

/** What is wrong with the answer to one case; empty where it holds. */
export function missesOf(one: GoldenCase, world: World): Miss[] {
  const { lonLat, zones, ...question } = one.question
  const subject: Subject = lonLat === undefined ? { kind: 'zones', zones: zones ?? [] } : { kind: 'point', lonLat }
  try {
    const answer = ask(subject, question, world)
    return [...wrongRules(answer, one), ...wrongVerdict(answer, one), ...notAsked(answer, one)]
  } catch (error) {
    return [{ kind: 'refused', why: error instanceof Error ? error.message : String(error) }] // an unknown id in a case: told, not hidden
  }
}

/** The cases that do not hold. */
export function runGolden(files: readonly GoldenFile[], world: World): { asked: number; misses: GoldenMiss[] } {
  const asked = files.flatMap(({ theme, cases }) => cases.map((one) => ({ theme, name: one.name, misses: missesOf(one, world) })))
  return { asked: asked.length, misses: asked.filter(({ misses }) => misses.length > 0) }
}
