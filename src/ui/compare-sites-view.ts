/** Sites side by side, as rows of words: page, paper and table render the same rows. Pure. */
import type { Catalogue } from '../core/catalogue'
import type { Answer, Finding, Is, RuleHit, VerdictWord } from '../core/model'
import { answerOf, type RuleRow, type SiteAnswer, type SiteComparison, type ZoneRow } from '../extract/compare-sites'
import { ruleView } from './answer-view'
import { sentencesOf } from './compare-sites-words'
import { saidNear } from './findings'
import { formatDistance, formatNumber, formatSigma } from './format'
import type { Words } from './page'
import { sayArea, sayLength } from './parcel-figures'
import { saidMuch } from './parcel-overlap'
import { takingOf } from './parcel-overlap-view'
import { placeInSource } from './rule-words'
import { doubtsOf } from './verdict-view'
import { sayDoubts } from './verdict-words'

export const DASH = '—'

/** What of a row one site has. */
export interface Cell {
  /** What is told apart. */
  main: string
  /** What explains it. */
  small: readonly string[]
  word?: VerdictWord
  is?: Is
}

export interface Row {
  key: string
  title: string
  /** Where a rule stands. */
  note?: string
  zone?: ZoneRow['zone']
  /** Id of a rule, whose words can be read. */
  rule?: string
  cells: readonly Cell[]
  /** Sites that have an answer do not all have the same. */
  differs: boolean
}

export type SectionId = 'verdict' | 'rules' | 'zoneRules' | 'zones' | 'derived' | 'nearest' | 'place'

export interface Section {
  id: SectionId
  rows: readonly Row[]
}

export interface CompareView {
  /** The mildest as drawn and whether that is certain, then what is left out. */
  sentences: readonly string[]
  sections: readonly Section[]
  rows: number
  differing: number
}

interface Pen {
  comparison: SiteComparison
  catalogue: Catalogue
  words: Words
}

const EMPTY: Cell = { main: DASH, small: [] }

/** A site without an answer says nothing, and no row differs because of it. */
function rowOf(key: string, title: string, { comparison: { sites } }: Pen, cellOf: (answer: Answer, site: number) => Cell, more: Partial<Row> = {}): Row {
  const cells = sites.map((site, at) => {
    const answer = answerOf(site)
    return answer === undefined ? EMPTY : cellOf(answer, at)
  })
  const told = new Set(cells.filter((_, at) => answerOf(sites[at]) !== undefined).map(({ main, word }) => `${word ?? ''} ${main}`))
  return { key, title, cells, differs: told.size > 1, ...more }
}

const wordCell = (word: VerdictWord, { words: { t } }: Pen): Cell => ({ main: t(`verdict.word.${word}`), small: [], word })

function verdictRows(pen: Pen): Row[] {
  const { t } = pen.words
  if (!pen.comparison.sites.some((site) => answerOf(site)?.verdict)) return []
  const parts = (['asDrawn', 'certain', 'possible'] as const).map((part) =>
    rowOf(part, t(`verdict.${part}`), pen, ({ verdict }) => (verdict === null ? EMPTY : wordCell(verdict[part], pen))))
  const why = rowOf('why', t('compare.why'), pen, (answer) => ({ main: answer.verdict === null ? DASH : sayDoubts(answer.verdict, doubtsOf(answer), t).join(' '), small: [] }))
  return [...parts, { ...why, differs: false }] // it only says why the rows above are as they are
}

function ruleCell(hit: RuleHit | undefined, isVerdict: boolean, { words: { t } }: Pen): Cell {
  if (hit === undefined || (isVerdict && hit.counts === 'info')) return { main: t('compare.absent'), small: [] }
  if (!isVerdict) return { main: isWord(hit, t), small: [], is: hit.is }
  return { main: t(`counts.${hit.counts}`), small: [], ...(hit.decides === undefined ? {} : { word: hit.decides }) }
}

const isWord = ({ is, doubts }: RuleHit, t: Words['t']): string => (is === 'possible' && doubts.includes('envelope') ? t('is.envelope') : t(`is.${is}`))

function ruleRow({ id, hits }: RuleRow, isVerdict: boolean, pen: Pen): Row[] {
  const hit = hits.find((one) => one !== undefined)
  const view = hit && ruleView(hit, pen.catalogue)
  if (view === undefined) return []
  const { pick } = pen.words
  return [rowOf(id, pick(view.found.rule.title), pen, (_, site) => ruleCell(hits[site], isVerdict, pen), { rule: id, note: placeInSource(view, pen.words) })]
}

const standing = (finding: Finding, t: Words['t']): string => (finding.is === 'possible' && finding.kind === 'envelope' ? t('is.envelope') : t(`is.${finding.is}`))

const ENVELOPE_M = 100 // nobody knows more of an envelope than about where it is

function saidStanding(finding: Finding, isParcel: boolean, words: Words): string[] {
  const isOff = finding.is === 'outside' && finding.kind === 'envelope'
  if (isOff) return finding.distanceM === undefined ? [] : [words.t('parcel.near.offEnvelope', { distance: formatDistance(finding.distanceM, ENVELOPE_M, words) })]
  return (isParcel ? saidMuch(finding, words) : [saidNear(finding, words)]).filter((line) => line !== '')
}

/** How much of a parcel is taken is told apart as well. */
function zoneCell(finding: Finding | undefined, isParcel: boolean, { words }: Pen): Cell {
  if (finding === undefined) return EMPTY
  const [first, ...rest] = saidStanding(finding, isParcel, words)
  const main = standing(finding, words.t)
  const told = takingOf(finding) === null || first === undefined ? main : words.t('parcel.both', { area: main, mu: first })
  return { main: told, small: told === main && first !== undefined ? [first, ...rest] : rest, is: finding.is }
}

const isParcelAt = ({ comparison: { sites } }: Pen, site: number): boolean => sites[site]?.subject.kind === 'parcel'

const zoneRow = ({ zone, findings }: ZoneRow, pen: Pen): Row =>
  rowOf(zone.id, pen.words.pick(zone.name), pen, (_, site) => zoneCell(findings[site], isParcelAt(pen, site), pen), { zone })

/** Its distance is that of the zone it is taken over from. */
const derivedRow = ({ zone, findings }: ZoneRow, pen: Pen): Row =>
  rowOf(zone.id, pen.words.pick(zone.name), pen, (_, site) => standingCell(findings[site], pen), { zone })

const standingCell = (finding: Finding | undefined, { words }: Pen): Cell => (finding === undefined ? EMPTY : { main: standing(finding, words.t), small: [], is: finding.is })

function distanceCell(finding: Finding | undefined, { words }: Pen): Cell {
  const { distanceM, sigmaM, kind } = finding ?? {}
  if (distanceM === undefined || sigmaM === undefined) return EMPTY
  if (kind === 'envelope') return { main: formatDistance(distanceM, ENVELOPE_M, words), small: [] }
  return { main: formatDistance(distanceM, sigmaM, words), small: [`± ${formatSigma(sigmaM, words.lang)}`] }
}

const nearestRow = ({ zone, findings }: ZoneRow, pen: Pen): Row =>
  rowOf(zone.id, pen.words.pick(zone.name), pen, (_, site) => distanceCell(findings[site], pen), { zone })

function countRow(is: Is, title: string, say: (count: string) => string, pen: Pen): Row[] {
  const countOf = (answer: Answer | undefined) => (answer?.findings ?? []).filter((finding) => finding.is === is).length
  if (!pen.comparison.sites.some((site) => countOf(answerOf(site)) > 0)) return []
  return [rowOf(is, title, pen, (answer) => ({ main: say(formatNumber(countOf(answer), pen.words.lang)), small: [] }))]
}

function sizeCell({ measures, subject }: Answer, words: Words): Cell {
  if (measures === undefined || subject.kind !== 'parcel') return EMPTY
  const length = sayLength(measures.lengthM, words.lang)
  const isLine = subject.parcel.geometry.type.endsWith('LineString')
  const around = words.t(isLine ? 'parcel.length' : 'parcel.perimeter', { length })
  return measures.areaM2 === undefined ? { main: around, small: [] } : { main: sayArea(measures.areaM2, words), small: [around] }
}

function placeRows(pen: Pen, places: readonly string[]): Row[] {
  const { comparison: { sites }, words } = pen
  const place: Row = { key: 'place', title: words.t('compare.place'), differs: false, cells: sites.map((site, at) => ({ main: stateWord(site, words.t) ?? places[at] ?? '', small: [] })) }
  const size = rowOf('size', words.t('compare.size'), pen, (answer) => sizeCell(answer, words))
  return sites.some(({ subject }) => subject.kind === 'parcel') ? [place, size] : [place]
}

/** Why a site has no answer; undefined where it has one. */
export function stateWord({ state }: SiteAnswer, t: Words['t']): string | undefined {
  switch (state) {
    case 'answered':
      return undefined
    case 'outside':
      return t('compare.isOutside')
    case 'refused':
      return t('compare.isRefused')
    case 'waiting':
      return t('compare.waiting')
  }
}

/** @param places where each site is, in words */
export function compareView(comparison: SiteComparison, catalogue: Catalogue, words: Words, places: readonly string[]): CompareView {
  const pen: Pen = { comparison, catalogue, words }
  const { t } = words
  const verdict = verdictRows(pen)
  const zones = [
    ...comparison.zones.map((row) => zoneRow(row, pen)),
    ...countRow('unmapped', t('compare.unmapped'), (count) => t('compare.unmappedCount', { count }), pen),
    ...countRow('failed', t('compare.failed'), (count) => t('compare.count', { count }), pen),
  ]
  const all: Section[] = [
    { id: 'verdict', rows: verdict },
    { id: 'zones', rows: zones },
    { id: verdict.length > 0 ? 'rules' : 'zoneRules', rows: comparison.rules.flatMap((row) => ruleRow(row, verdict.length > 0, pen)) },
    { id: 'nearest', rows: comparison.nearest.map((row) => nearestRow(row, pen)) },
    { id: 'derived', rows: comparison.derived.map((row) => derivedRow(row, pen)) },
    { id: 'place', rows: placeRows(pen, places) },
  ]
  const sections = all.filter(({ rows }) => rows.length > 0)
  const rows = sections.flatMap((section) => section.rows)
  return { sentences: sentencesOf(comparison, words), sections, rows: rows.length, differing: rows.filter(({ differs }) => differs).length }
}

/** The rows that differ, in the sections that have some. */
export const onlyDifferent = (sections: readonly Section[]): Section[] =>
  sections.map((section) => ({ ...section, rows: section.rows.filter(({ differs }) => differs) })).filter(({ rows }) => rows.length > 0)
