/** What the printed page says, from the extract alone. Pure. */
import type { Finding } from '../core/model'
import type { Extract, ExtractRule } from '../extract/extract'
import { areaUnits, lengthText, shareText } from '../extract/figures'
import { factText, placeInDocument, shortDocument, standingCode, zoneName } from '../extract/phrases'
import { sayIn, type Say } from '../extract/words'
import type { Lang } from '../state/url'
import { formatDate } from './format'
import type { Translate } from './text'

/** A name and what it is. */
export type Pair = readonly [name: string, value: string]

export interface PrintZone {
  id: string
  name: string
  standing: string
  /** Metres, signed: above 0 outside the line. */
  distance: string
  sigma: string
}

export interface PrintArea {
  id: string
  name: string
  min: string
  drawn: string
  /** Hectares and 亩; absent for lengths. */
  units: string
  max: string
  share: string
}

export interface PrintRule {
  rule: ExtractRule
  title: string
  /** Effect or verdict, and how surely it counts. */
  state: string
  through: string
  /** Verbatim; of a statute our own wording. */
  words: string
  isVerbatim: boolean
  place: string
  doubts: string
}

export interface PrintView {
  head: Pair[]
  verdict: { part: 'certain' | 'asDrawn' | 'possible'; name: string; word: string }[]
  /** What the verdict rests on. */
  grounds: string[]
  zones: { group: 'here' | 'edge' | 'failed'; rows: PrintZone[] }[]
  /** What a parcel has in the zones; empty for a point. */
  areas: PrintArea[]
  isLine: boolean
  unmapped: string[]
  clear: string[]
  near: string[]
  rules: PrintRule[]
  /** The other rules, by document and chapter, by title only. */
  others: { place: string; titles: string[] }[]
  open: { title: string; items: string[] }[]
  documents: string[]
}

interface Pen {
  extract: Extract
  lang: Lang
  /** Sentences that the files say too. */
  say: Say
  t: Translate
}

const DEGREE_DIGITS = 6 // 0.1 m
const degrees = (value: number): string => value.toFixed(DEGREE_DIGITS)

function subjectRows(pen: Pen): Pair[] {
  const { extract, lang, say } = pen
  const { subject } = extract.question
  if (subject.kind === 'point') return [[say('place.point'), say('place.lonlat', { lon: degrees(subject.lonLat[0]), lat: degrees(subject.lonLat[1]) })]]
  if (subject.kind === 'zones') return [[say('place.zones'), subject.zones.map((zone) => zoneName(zone, extract, lang)).join(say('and'))]]
  return measureRows(pen)
}

function measureRows({ extract: { question, measures }, say }: Pen): Pair[] {
  if (measures === undefined || question.subject.kind !== 'parcel') return []
  const { geometry, corridorM } = question.subject.parcel
  const [west = 0, south = 0, east = 0, north = 0] = measures.bbox
  const box = { west: degrees(west), south: degrees(south), east: degrees(east), north: degrees(north) }
  return [
    ...(measures.areaM2 === undefined ? [] : [[say('place.area'), say('area', areaUnits(measures.areaM2))] as const]),
    [say(geometry.type.endsWith('LineString') ? 'place.length' : 'place.perimeter'), say('length', { lengthM: lengthText(measures.lengthM) })],
    ...(corridorM === undefined ? [] : [[say('place.corridor'), say('length', { lengthM: corridorM })] as const]),
    [say('place.box'), say('place.box-text', box)],
  ]
}

function questionRows({ extract, lang, say, t }: Pen): Pair[] {
  const { question, labels } = extract
  const kinds = question.project.map((id) => labels.activities[id]?.[lang] ?? id).join(say('and'))
  const facts = Object.entries(question.facts).map(([id, value]) => say('fact', { name: labels.facts[id]?.name ?? id, value: factText(id, value, extract, lang, say) }))
  const known = Object.entries(question.known).map(([zone, is]) => say(`place.known.${is}`, { zone: zoneName(zone, extract, lang) }))
  const rows: Pair[] = [
    [say('place.kind'), kinds || say('none')],
    [say('place.fact'), facts.join(t('list.semicolon'))],
    [say('place.known'), known.join(t('list.semicolon'))],
    [say('place.date'), formatDate(question.on, lang)],
  ]
  return rows.filter(([, value]) => value !== '')
}

function standingText({ say }: Pen, finding: Finding): string {
  const is = say(standingCode(finding))
  if (finding.known) return say('cell.known', { is })
  if (finding.overlap?.sliver) return say('cell.sliver', { is })
  return finding.is === 'failed' ? say('cell.failed', { is, why: finding.why ?? '' }) : is
}

function zoneRow(pen: Pen, finding: Finding): PrintZone {
  const { say, extract, lang } = pen
  const { zone, distanceM, sigmaM, certainty } = finding
  return {
    id: zone,
    name: zoneName(zone, extract, lang),
    standing: standingText(pen, finding),
    distance: distanceM === undefined ? say('dash') : String(distanceM),
    sigma: sigmaM === undefined ? say('dash') : say('cell.sigma', { sigma: sigmaM, certainty: certainty ?? say('dash') }),
  }
}

function zoneGroups(pen: Pen): PrintView['zones'] {
  const of = (...wanted: Finding['is'][]) => pen.extract.findings.filter(({ is }) => wanted.includes(is)).map((finding) => zoneRow(pen, finding))
  const groups: PrintView['zones'] = [
    { group: 'here', rows: of('inside') },
    { group: 'edge', rows: [...of('likely'), ...of('possible')] },
    { group: 'failed', rows: of('failed') },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

function areaRows({ extract, lang, t }: Pen): PrintArea[] {
  return extract.findings.flatMap(({ zone, overlap }) => {
    const extent = overlap?.areaM2 ?? overlap?.lengthM
    if (overlap === undefined || extent === undefined) return []
    const told = (size: number) => (overlap.areaM2 ? areaUnits(size).m2 : lengthText(size))
    const { hectares, mu } = areaUnits(extent.drawn)
    return [{
      id: zone,
      name: zoneName(zone, extract, lang),
      min: told(extent.min),
      drawn: told(extent.drawn),
      units: overlap.areaM2 && extent.drawn > 0 ? t('print.units', { hectares, mu }) : '',
      max: told(extent.max),
      share: shareText(overlap.share.drawn),
    }]
  })
}

function ruleRow({ extract, lang, say, t }: Pen, rule: ExtractRule): PrintRule {
  const counts = say(`counts.${rule.counts}`)
  const doubts = rule.doubts.map((doubt) => say(`doubt.${doubt}`)).join(say('and'))
  return {
    rule,
    title: rule.title[lang],
    state: rule.decides === undefined ? say('rule.state', { effect: say(`effect.${rule.effect}`), counts }) : say('rule.decides', { verdict: say(`verdict.${rule.decides}`), counts }),
    through: rule.scope === 'district' ? say('unit.district') : `${t('rule.via')} ${zoneName(rule.via, extract, lang)}`,
    words: rule.wording ? rule.wording[lang] : rule.quote,
    isVerbatim: rule.wording === undefined,
    place: `${shortDocument(rule, extract, lang, say)} ${placeInDocument(rule, say)}`,
    doubts: doubts === '' ? '' : say('rule.doubts', { doubts }),
  }
}

const DRAWN: readonly Finding['is'][] = ['inside', 'likely', 'possible']

/** Printed with its words: what decides for the project, and what is said of a zone that is drawn here. */
const isPrintedWhole = ({ decides, scope, is }: ExtractRule, { verdict }: Extract): boolean =>
  (verdict !== null && decides !== undefined) || (scope === 'zone' && DRAWN.includes(is))

function otherRules(pen: Pen, rules: readonly ExtractRule[]): PrintView['others'] {
  const groups = new Map<string, string[]>()
  for (const rule of rules) {
    const place = `${shortDocument(rule, pen.extract, pen.lang, pen.say)} ${rule.chapter}`.trim()
    groups.set(place, [...(groups.get(place) ?? []), rule.title[pen.lang]])
  }
  return [...groups].map(([place, titles]) => ({ place, titles }))
}

function openGroups({ extract, lang, say, t }: Pen): PrintView['open'] {
  const groups = new Map<string, string[]>()
  const put = (title: string, text: string, count: number) => groups.set(title, [...(groups.get(title) ?? []), say('open.item', { text, count })])
  for (const item of extract.toVerify) {
    const count = item.rules.length
    if (item.kind === 'fact') put(say('open.fact'), extract.labels.facts[item.param]?.question[lang] ?? item.param, count)
    if (item.kind === 'zone') put(officeTitle(item.office, { extract, lang, say }), zoneName(item.zone, extract, lang), count)
    if (item.kind === 'term') put(t('print.terms'), say('open.term'), count)
    if (item.kind === 'document') put(say('open.document'), item.document, count)
  }
  return [...groups].map(([title, items]) => ({ title, items }))
}

function officeTitle(id: string, { extract, lang, say }: Omit<Pen, 't'>): string {
  const office = extract.labels.offices[id]?.[lang]
  return office === undefined ? say('open.zone-any') : say('open.zone', { office })
}

function verdictRows({ extract: { verdict }, say }: Pen): PrintView['verdict'] {
  if (verdict === null) return []
  return (['certain', 'asDrawn', 'possible'] as const).map((part) => ({ part, name: say(`verdict.row.${part}`), word: say(`verdict.${verdict[part]}`) }))
}

function groundsOf({ extract: { verdict, rules }, lang }: Pen): string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule.title[lang]]))
  return (verdict?.decidedBy ?? []).flatMap((id) => byId.get(id) ?? [])
}

function documentLines({ extract, lang, say }: Pen): string[] {
  return Object.values(extract.labels.documents).map(({ title, number, issuer, issued, status }) =>
    [say('document', { title: title[lang], number: number ?? '' }).trim(), issuer[lang], formatDate(issued, lang), status[lang]].join(' · '))
}

/** The names of zones of one standing. */
const namesOf = ({ extract, lang }: Pen, wanted: Finding['is']): string[] => extract.findings.filter(({ is }) => is === wanted).map(({ zone }) => zoneName(zone, extract, lang))

export function printView(extract: Extract, { lang, t }: { lang: Lang; t: Translate }): PrintView {
  const pen: Pen = { extract, lang, say: sayIn(lang), t }
  const whole = extract.rules.filter((rule) => isPrintedWhole(rule, extract))
  return {
    head: [...subjectRows(pen), ...questionRows(pen)],
    verdict: verdictRows(pen),
    grounds: groundsOf(pen),
    zones: zoneGroups(pen),
    areas: areaRows(pen),
    isLine: extract.question.subject.kind === 'parcel' && extract.measures?.areaM2 === undefined,
    unmapped: namesOf(pen, 'unmapped'),
    clear: namesOf(pen, 'outside'),
    near: extract.near.filter(({ distanceM }) => distanceM > 0).map(({ zone, distanceM, sigmaM }) => pen.say('near.item', { zone: zoneName(zone, extract, lang), distance: distanceM, sigma: sigmaM })),
    rules: whole.map((rule) => ruleRow(pen, rule)),
    others: otherRules(pen, extract.rules.filter((rule) => !whole.includes(rule))),
    open: openGroups(pen),
    documents: documentLines(pen),
  }
}
