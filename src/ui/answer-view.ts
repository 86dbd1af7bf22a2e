/** An answer, sorted for reading. Pure: what the panel shows, without a word of it. */
import { DISTRICT, type Catalogue, type CatalogueRule } from '../core/catalogue'
import type { Answer, Finding, Is, RuleHit } from '../core/model'
import type { Effect, Office, Source, Zone } from '../core/seed-types'

export interface ZoneLine {
  zone: Zone
  finding: Finding
}

export interface RuleView {
  hit: RuleHit
  found: CatalogueRule
  via: Zone
  office: Office | undefined
}

/** Rules of one effect, in the order of the answer. */
export interface EffectGroup {
  effect: Effect
  rules: RuleView[]
}

export interface ChapterGroup {
  source: Source
  chapter: number
  rules: RuleView[]
}

/** Zones one office knows about; each with the rules that would hold there. */
export interface OfficeGroup {
  office: Office | undefined
  lines: (ZoneLine & { rules: RuleView[] })[]
}

/** `edge`: so near the district boundary that being inside it is to be verified. */
export type Where = 'inside' | 'edge' | 'outside' | 'unknown'

export interface AnswerView {
  where: Where
  district: Finding | undefined
  /** Zones that hold or may hold, most surely first. */
  here: { is: Is; lines: ZoneLine[] }[]
  /** Rules of those zones: strictest effect first. */
  rules: EffectGroup[]
  /** Rules that hold everywhere in the district. */
  districtWide: ChapterGroup[]
  clear: ZoneLine[]
  unmapped: OfficeGroup[]
  failed: (ZoneLine & { rules: RuleView[] })[]
}

const HERE: readonly Is[] = ['inside', 'likely', 'possible']

/** Sorts an answer for the panel. Order within every list is that of the answer. */
export function answerView(answer: Answer, catalogue: Catalogue): AnswerView {
  const lines = zoneLines(answer, catalogue)
  const ofKind = (is: Is) => lines.filter(({ zone, finding }) => finding.is === is && zone.id !== DISTRICT)
  const rules = answer.rules.map((hit) => ruleView(hit, catalogue)).filter((rule) => rule !== undefined)
  const zoneRules = rules.filter(({ hit }) => hit.scope === 'zone')
  const byZone = new Map(grouped(zoneRules, ({ hit }) => hit.via))
  const rulesOf = (zone: string) => byZone.get(zone) ?? []
  const district = answer.findings.find(({ zone }) => zone === DISTRICT)
  return {
    where: whereOf(district),
    district,
    here: HERE.map((is) => ({ is, lines: ofKind(is) })).filter((group) => group.lines.length > 0),
    rules: groupByEffect(zoneRules.filter(({ hit }) => HERE.includes(hit.is))),
    districtWide: groupByChapter(rules.filter(({ hit }) => hit.scope === 'district')),
    clear: ofKind('outside').filter(({ zone }) => zone.inDistrict !== false),
    unmapped: groupByOffice(ofKind('unmapped'), catalogue, rulesOf),
    failed: ofKind('failed').map((line) => ({ ...line, rules: rulesOf(line.zone.id) })),
  }
}

function zoneLines(answer: Answer, catalogue: Catalogue): ZoneLine[] {
  return answer.findings.flatMap((finding) => {
    const zone = catalogue.zones.get(finding.zone)
    return zone === undefined ? [] : [{ zone, finding }]
  })
}

/** A hit with its records; undefined where the catalogue does not know them. */
export function ruleView(hit: RuleHit, catalogue: Catalogue): RuleView | undefined {
  const found = catalogue.rules.get(hit.id)
  const via = catalogue.zones.get(hit.via)
  if (found === undefined || via === undefined) return undefined
  return { hit, found, via, office: catalogue.offices.get(via.office) }
}

function whereOf(district: Finding | undefined): Where {
  switch (district?.is) {
    case 'outside':
      return 'outside'
    case 'likely':
    case 'possible':
      return 'edge'
    case 'inside':
      return 'inside'
    default:
      return 'unknown' // the boundary itself is missing
  }
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups]
}

const groupByEffect = (rules: readonly RuleView[]): EffectGroup[] =>
  grouped(rules, ({ hit }) => hit.effect).map(([effect, group]) => ({ effect, rules: group }))

function groupByChapter(rules: readonly RuleView[]): ChapterGroup[] {
  const bySource = grouped(rules, ({ found }) => found.source)
  return bySource.flatMap(([source, ofSource]) =>
    grouped(ofSource, ({ found }) => found.chapter)
      .map(([chapter, group]) => ({ source, chapter, rules: group }))
      .sort((a, b) => a.chapter - b.chapter),
  )
}

function groupByOffice(lines: readonly ZoneLine[], catalogue: Catalogue, rulesOf: (zone: string) => RuleView[]): OfficeGroup[] {
  const withRules = lines.map((line) => ({ ...line, rules: rulesOf(line.zone.id) }))
  const mostRulesFirst = withRules.sort((a, b) => b.rules.length - a.rules.length)
  return grouped(mostRulesFirst, ({ zone }) => zone.office)
    .map(([office, group]) => ({ office: catalogue.offices.get(office), lines: group }))
    .sort((a, b) => ruleCount(b) - ruleCount(a))
}

const ruleCount = (group: OfficeGroup): number => group.lines.reduce((count, line) => count + line.rules.length, 0)

/** How many rules of each effect, in the order met. */
export const effectCounts = (rules: readonly RuleView[]): [Effect, number][] =>
  grouped(rules, ({ hit }) => hit.effect).map(([effect, group]) => [effect, group.length])

/** How many zones hold, how many are to be verified, how many of their rules there are. */
export function summaryOf({ here, rules }: AnswerView): { inside: number; check: number; rules: number } {
  const zones = (isCertain: boolean) => here.filter(({ is }) => (is === 'inside') === isCertain).reduce((sum, { lines }) => sum + lines.length, 0)
  return { inside: zones(true), check: zones(false), rules: rules.reduce((sum, group) => sum + group.rules.length, 0) }
}
