/**
 * Sites side by side: the very same `ask()` for each, and where the answers differ. Pure, without a word of any language.
 * Zones the asker has verified are verified for one place only: they are not applied here.
 */
import { DISTRICT, type Catalogue } from '../core/catalogue'
import { ask, QuestionError } from '../core/ask'
import type { Answer, Finding, Is, Question, Release, RuleHit, Subject, VerdictWord, World } from '../core/model'
import type { Zone } from '../core/seed-types'
import { rankOf, suretyOf, VERDICTS } from '../core/verdict'

export interface Site {
  name: string
  subject: Subject
}

/** `outside`: beyond the district, where its rules do not speak. `refused`: it cannot be measured. */
export type SiteAnswer = Site &
  ({ state: 'answered'; answer: Answer } | { state: 'outside'; answer: Answer } | { state: 'refused'; why: string } | { state: 'waiting' })

/** A zone and its finding at each site; undefined where a site has no answer. */
export interface ZoneRow {
  zone: Zone
  findings: readonly (Finding | undefined)[]
}

/** A rule and how it counts at each site; undefined where it does not come up. */
export interface RuleRow {
  id: string
  hits: readonly (RuleHit | undefined)[]
}

/**
 * Which sites are mildest as drawn, by position. `same`: all alike. `others`: what the rest have, mildest first. `surely`: whether that holds whatever the truth is:
 * `milder` at its strictest still milder than the others at their mildest; `notStricter` at most as strict; else `open`.
 */
export type Mildest =
  | { kind: 'none' }
  | { kind: 'same'; sites: readonly number[]; word: VerdictWord; isSure: boolean }
  | { kind: 'some'; sites: readonly number[]; word: VerdictWord; others: readonly VerdictWord[]; surely: 'milder' | 'notStricter' | 'open' }

export interface SiteComparison {
  question: Question
  release: Release
  sites: readonly SiteAnswer[]
  mildest: Mildest
  /** Deciding rules; without a project the rules of the zones. Strictest and surest first. */
  rules: readonly RuleRow[]
  /** Zones that hold or may hold at one site at least, in catalogue order. */
  zones: readonly ZoneRow[]
  /** Wider zones that hold only because a narrower one of `zones` does. */
  derived: readonly ZoneRow[]
  /** Of the other drawn zones those whose line is the nearest of its group to one site at least. */
  nearest: readonly ZoneRow[]
}

const HERE: readonly Is[] = ['inside', 'likely', 'possible']

function answerSite(site: Site, question: Question, world: World): SiteAnswer {
  if (site.subject.kind === 'parcel' && world.overlay === undefined) return { ...site, state: 'waiting' }
  try {
    const answer = ask(site.subject, question, world)
    const isOutside = answer.findings.some(({ zone, is }) => zone === DISTRICT && is === 'outside')
    return { ...site, state: isOutside ? 'outside' : 'answered', answer }
  } catch (error) {
    if (error instanceof QuestionError || error instanceof RangeError) return { ...site, state: 'refused', why: error.message }
    throw error
  }
}

/** The answer of a site within the district. */
export const answerOf = (site: SiteAnswer | undefined): Answer | undefined => (site?.state === 'answered' ? site.answer : undefined)

/** The position in `VERDICTS` of each part. */
interface Span {
  site: number
  certain: number
  asDrawn: number
  possible: number
}

function spansOf(sites: readonly SiteAnswer[]): Span[] {
  return sites.flatMap((one, site) => {
    const verdict = answerOf(one)?.verdict
    return verdict === undefined || verdict === null ? [] : [{ site, certain: rankOf(verdict.certain), asDrawn: rankOf(verdict.asDrawn), possible: rankOf(verdict.possible) }]
  })
}

const wordAt = (rank: number): VerdictWord => VERDICTS[rank] ?? 'no-specific-rule'

/** Never says more than the intervals do: sites whose intervals touch are not told apart for certain. */
export function mildestOf(sites: readonly SiteAnswer[]): Mildest {
  const spans = spansOf(sites)
  if (spans.length < 2) return { kind: 'none' }
  const least = Math.min(...spans.map(({ asDrawn }) => asDrawn))
  const [best, others] = [spans.filter(({ asDrawn }) => asDrawn === least), spans.filter(({ asDrawn }) => asDrawn > least)]
  const found = { sites: best.map(({ site }) => site), word: wordAt(least) }
  if (others.length === 0) return { kind: 'same', ...found, isSure: spans.every(({ certain, possible }) => certain === possible) }
  const [strictest, mildest] = [Math.max(...best.map(({ possible }) => possible)), Math.min(...others.map(({ certain }) => certain))]
  const words = VERDICTS.filter((_, rank) => others.some(({ asDrawn }) => asDrawn === rank))
  return { kind: 'some', ...found, others: words, surely: strictest < mildest ? 'milder' : strictest <= mildest ? 'notStricter' : 'open' }
}

/** Rules that decide; without a project those of the zones that hold or may hold. */
function tellingIds(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return []
  const { verdict, rules } = answer
  return verdict?.decidedBy ?? rules.filter(({ scope, is }) => scope === 'zone' && HERE.includes(is)).map(({ id }) => id)
}

/** How strictly and how surely a rule counts at its worst; for the order of the list. */
function weightOf({ hits }: RuleRow): number {
  return Math.max(...hits.map((hit) => (hit === undefined ? 0 : rankOf(hit.decides) * 4 + suretyOf(hit.counts))))
}

function ruleRows(sites: readonly SiteAnswer[]): RuleRow[] {
  const byId = sites.map((site) => new Map(answerOf(site)?.rules.map((hit) => [hit.id, hit])))
  const ids = new Set(sites.flatMap((site) => tellingIds(answerOf(site))))
  const rows = [...ids].map((id): RuleRow => ({ id, hits: byId.map((hits) => hits.get(id)) }))
  return rows.toSorted((a, b) => weightOf(b) - weightOf(a))
}

/** Every zone of the district but itself, with its finding at each site. */
function zoneRows(sites: readonly SiteAnswer[], { zones }: Catalogue): ZoneRow[] {
  const byZone = sites.map((site) => new Map(answerOf(site)?.findings.map((finding) => [finding.zone, finding])))
  return [...zones.values()].filter(({ id, inDistrict }) => id !== DISTRICT && inDistrict !== false).map((zone) => ({ zone, findings: byZone.map((found) => found.get(zone.id)) }))
}

const holds = ({ findings }: ZoneRow): boolean => findings.some((finding) => finding !== undefined && HERE.includes(finding.is))

/** Everything outside a zone is told by the line of that zone, and says something new. */
const isDerived = ({ zone, findings }: ZoneRow): boolean =>
  zone.complement === undefined && findings.every((finding) => finding === undefined || !HERE.includes(finding.is) || finding.via !== undefined)

/** A line of its own: what is taken over from another zone has the same distance. */
const isDrawn = ({ findings }: ZoneRow): boolean => findings.every((finding) => finding === undefined || (finding.distanceM !== undefined && finding.via === undefined))

const distanceAt = ({ findings }: ZoneRow, site: number): number => Math.abs(findings[site]?.distanceM ?? Infinity)

function nearestRows(rows: readonly ZoneRow[], sites: number): ZoneRow[] {
  const groups = new Set(rows.map(({ zone }) => zone.group))
  const wanted = new Set<ZoneRow>()
  for (const group of groups) {
    const own = rows.filter(({ zone }) => zone.group === group)
    for (let site = 0; site < sites; site++) {
      const first = own.reduce((best, row) => (distanceAt(row, site) < distanceAt(best, site) ? row : best))
      if (distanceAt(first, site) < Infinity) wanted.add(first)
    }
  }
  return rows.filter((row) => wanted.has(row))
}

/** The sites side by side, each answered for the question without what is known of zones. */
export function compareSites(sites: readonly Site[], asked: Question, world: World): SiteComparison {
  const { known: _, ...question } = asked
  const answered = sites.map((site) => answerSite(site, question, world))
  const rows = zoneRows(answered, world.catalogue)
  const held = rows.filter(holds)
  return {
    question,
    release: world.release,
    sites: answered,
    mildest: mildestOf(answered),
    rules: ruleRows(answered),
    zones: held.filter((row) => !isDerived(row)),
    derived: held.filter(isDerived),
    nearest: nearestRows(rows.filter((row) => !holds(row) && isDrawn(row)), sites.length),
  }
}
