/** Chapters 1 and 2: the project, the parcel, and where it stands. */
import type { Extent, Finding, Parcel, ParcelMeasures } from '../core/model'
import { bullet, heading, note, pairs, paragraph, table, type Block, type Cell, type Kit } from './docx-kit'
import { areaUnits, lengthText, shareText } from './figures'
import { factText, standingCode, zoneName } from './phrases'
import { NEAR_M } from './extract'

const DEGREE_DIGITS = 6 // 0.1 m

type Pair = readonly [string, string]

const degrees = (value: number): string => value.toFixed(DEGREE_DIGITS)

function measureRows({ say }: Kit, { corridorM, geometry }: Parcel, measures: ParcelMeasures): Pair[] {
  const [west, south, east, north] = measures.bbox.map(degrees)
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
  return [
    ...(measures.areaM2 === undefined ? [] : [[say('place.area'), say('area', areaUnits(measures.areaM2))] as const]),
    [say(isLine ? 'place.length' : 'place.perimeter'), say('length', { lengthM: lengthText(measures.lengthM) })],
    ...(corridorM === undefined ? [] : [[say('place.corridor'), say('length', { lengthM: corridorM })] as const]),
    [say('place.box'), say('place.box-text', { west: west ?? '', south: south ?? '', east: east ?? '', north: north ?? '' })],
  ]
}

function subjectRows(kit: Kit): Pair[] {
  const { say, extract, lang } = kit
  const { subject } = extract.question
  if (subject.kind === 'point') return [[say('place.point'), say('place.lonlat', { lon: degrees(subject.lonLat[0]), lat: degrees(subject.lonLat[1]) })]]
  if (subject.kind === 'zones') return [[say('place.zones'), subject.zones.map((zone) => zoneName(zone, extract, lang)).join(say('and')) || say('none')]]
  return [[say('place.parcel'), subject.parcel.name || say('fill')], ...(extract.measures ? measureRows(kit, subject.parcel, extract.measures) : [])]
}

function projectRows({ say, extract, lang }: Kit): Pair[] {
  const { question, labels } = extract
  const facts = Object.entries(question.facts).map(([id, value]) => say('fact', { name: labels.facts[id]?.name ?? id, value: factText(id, value, extract, lang, say) }))
  const known = Object.entries(question.known).map(([zone, is]) => say(`place.known.${is}`, { zone: zoneName(zone, extract, lang) }))
  const kinds = question.project.map((id) => labels.activities[id]?.[lang] ?? id)
  return [
    [say('place.project-name'), say('fill')],
    [say('place.owner'), say('fill')],
    [say('place.kind'), kinds.join(say('and')) || say('fill')],
    [say('place.scale'), say('fill')],
    [say('place.item'), say('fill')],
    [say('place.fact'), facts.join('\n') || say('fill')],
    ...(known.length === 0 ? [] : [[say('place.known'), known.join('\n')] as const]),
    ...(question.sources === undefined ? [] : [[say('place.sources'), question.sources.map((id) => labels.documents[id]?.title[lang] ?? id).join('\n')] as const]),
    [say('place.date'), question.on],
  ]
}

export const projectChapter = (kit: Kit): Block[] => [heading(kit, 'docx.1'), pairs(kit, [...projectRows(kit), ...subjectRows(kit)])]

/** The standing, and what a reader must know of it. */
function standingText({ say }: Kit, finding: Finding): string {
  const is = say(standingCode(finding))
  if (finding.known) return say('cell.known', { is })
  if (finding.overlap?.sliver) return say('cell.sliver', { is })
  return finding.is === 'failed' ? say('cell.failed', { is, why: finding.why ?? '' }) : is
}

const right = (text: string): Cell => ({ text, align: 'right' })

function sizeCells({ say }: Kit, { overlap }: Finding): Cell[] {
  const extent: Extent | undefined = overlap?.areaM2 ?? overlap?.lengthM
  if (overlap === undefined || extent === undefined) return [right(say('dash')), right(say('dash')), right(say('dash')), right(say('dash'))]
  const told = (size: number) => (overlap.areaM2 ? areaUnits(size).m2 : lengthText(size))
  const drawn = overlap.areaM2 && extent.drawn > 0 ? say('cell.drawn', areaUnits(extent.drawn)) : told(extent.drawn)
  return [right(told(extent.min)), right(drawn), right(told(extent.max)), right(shareText(overlap.share.drawn))]
}

function zoneCells(kit: Kit, finding: Finding): Cell[] {
  const { say, extract, lang } = kit
  const { zone, distanceM, sigmaM, certainty, is } = finding
  const isHere = is === 'inside' || is === 'likely'
  const sizes = extract.question.subject.kind === 'parcel' ? sizeCells(kit, finding) : []
  return [
    { text: zoneName(zone, extract, lang), bold: isHere },
    { text: standingText(kit, finding), bold: isHere },
    ...sizes,
    right(distanceM === undefined ? say('dash') : String(distanceM)),
    right(sigmaM === undefined ? say('dash') : say('cell.sigma', { sigma: sigmaM, certainty: certainty ?? say('dash') })),
  ]
}

const ORDER: readonly Finding['is'][] = ['inside', 'likely', 'possible', 'failed', 'unmapped', 'outside']
const isTold = ({ is, distanceM }: Finding): boolean => (is !== 'outside' && is !== 'unmapped') || distanceM !== undefined

function zoneTable(kit: Kit, findings: readonly Finding[]): Block[] {
  const { say, extract } = kit
  const { subject } = extract.question
  const isLine = subject.kind === 'parcel' && extract.measures?.areaM2 === undefined
  const size = (what: string) => say(isLine ? 'col.length' : 'col.area', { what: say(`col.${what}`) })
  const sizes = subject.kind === 'parcel' ? [size('min'), size('drawn'), size('max'), say('col.share')] : []
  const rows = findings.toSorted((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is)).map((finding) => zoneCells(kit, finding))
  const columns = sizes.length > 0 ? [21, 15, 12, 14, 12, 9, 8, 13] : [40, 30, 12, 18]
  const legend = subject.kind === 'parcel' ? note(kit, 'zones-note', extract.slivers) : note(kit, 'zones-note-point')
  return [table(kit, rows, { head: [say('col.zone'), say('col.is'), ...sizes, say('col.distance'), say('col.sigma')], columns }), legend]
}

function nearBlocks(kit: Kit): Block[] {
  const { say, extract, lang } = kit
  const away = extract.near.filter(({ distanceM }) => distanceM > 0)
  if (away.length === 0) return []
  const items = away.map(({ zone, distanceM, sigmaM }) => say('near.item', { zone: zoneName(zone, extract, lang), distance: distanceM, sigma: sigmaM }))
  return [heading(kit, 'docx.2.4', { km: NEAR_M / 1000 }), bullet(kit, items.join(lang === 'zh' ? '；' : '; '))]
}

/** Every zone of the catalogue: those with a line in a table, the rest by name. */
export function positionChapter(kit: Kit): Block[] {
  const { say, extract, lang } = kit
  const rest = (is: Finding['is']) => extract.findings.filter((finding) => finding.is === is && !isTold(finding))
  const named = (findings: readonly Finding[]) => paragraph(kit, findings.map(({ zone }) => zoneName(zone, extract, lang)).join(say('and')), { small: true })
  const [unmapped, outside] = [rest('unmapped'), rest('outside')]
  const told = extract.findings.filter(isTold)
  return [
    heading(kit, 'docx.2'),
    heading(kit, 'docx.2.1'),
    ...(told.length === 0 ? [paragraph(kit, say('none'), { small: true })] : zoneTable(kit, told)),
    ...(unmapped.length === 0 ? [] : [heading(kit, 'docx.2.2'), note(kit, 'docx.unmapped-note', { count: unmapped.length }), named(unmapped)]),
    ...(outside.length === 0 ? [] : [heading(kit, 'docx.2.3'), named(outside)]),
    ...nearBlocks(kit),
  ]
}
