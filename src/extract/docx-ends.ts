/** Chapters 4 to 6: verdict and open questions, map, sources and version. */
import type { ToVerify } from '../core/model'
import type { DocxOptions } from './docx'
import { bullet, heading, note, pairs, paragraph, table, TEXT_WIDTH, TWIPS_PER_CM, type Block, type Kit } from './docx-kit'
import { SCHEMA, type ExtractRule } from './extract'
import { zoneName } from './phrases'

function verdictBlocks(kit: Kit): Block[] {
  const { say, extract } = kit
  const { verdict, rules } = extract
  if (verdict === null) return [paragraph(kit, say('verdict.none'))]
  const rows = (['asDrawn', 'certain', 'possible'] as const).map((part) => [say(`verdict.row.${part}`), say(`verdict.${verdict[part]}`)] as const)
  const grounds = rules.filter(({ id }) => verdict.decidedBy.includes(id))
  const asked = ({ decides, counts }: ExtractRule) => (decides === undefined ? say(`counts.${counts}`) : say('rule.decides', { verdict: say(`verdict.${decides}`), counts: say(`counts.${counts}`) }))
  const ground = (rule: ExtractRule) => bullet(kit, say('ground', { title: rule.title, asked: asked(rule) }))
  return [pairs(kit, rows), ...(grounds.length === 0 ? [] : [paragraph(kit, say('verdict.grounds'), { bold: true, small: true, spacing: { before: 160, after: 60 }, keepNext: true }), ...grounds.map(ground)])]
}

function conflictBlocks(kit: Kit): Block[] {
  const { extract, lang } = kit
  if (extract.conflicts.length === 0) return []
  return [heading(kit, 'docx.4.2'), ...extract.conflicts.flatMap(({ title, why }) => [paragraph(kit, title[lang], { bold: true, small: true, keepNext: true }), paragraph(kit, why[lang], { small: true })])]
}

const textOfOpen = (item: ToVerify, { say, extract, lang }: Kit): string => {
  const text = { fact: '', zone: '', term: say('open.term'), document: '' }
  if (item.kind === 'fact') text.fact = extract.labels.facts[item.param]?.question[lang] ?? item.param
  if (item.kind === 'zone') text.zone = zoneName(item.zone, extract, lang)
  if (item.kind === 'document') text.document = item.document
  return say('open.item', { text: text[item.kind], count: item.rules.length })
}

/** Facts, then zones by the office that knows, then terms and documents. */
function openBlocks(kit: Kit): Block[] {
  const { say, extract, lang } = kit
  const { toVerify } = extract
  if (toVerify.length === 0) return [note(kit, 'docx.no-open')]
  const list = (title: string, items: readonly ToVerify[]): Block[] =>
    items.length === 0 ? [] : [paragraph(kit, title, { bold: true, small: true, keepNext: true }), ...items.map((item) => bullet(kit, `□ ${textOfOpen(item, kit)}`))]
  const of = (kind: ToVerify['kind']) => toVerify.filter((item) => item.kind === kind)
  const zones = toVerify.flatMap((item) => (item.kind === 'zone' ? [item] : []))
  const offices = [...new Set(zones.map(({ office }) => office))]
  const named = (office: string) => extract.labels.offices[office]?.[lang]
  const byOffice = offices.flatMap((office) => {
    const name = named(office)
    return list(name === undefined ? say('open.zone-any') : say('open.zone', { office: name }), zones.filter((item) => item.office === office))
  })
  return [...list(say('open.fact'), of('fact')), ...byOffice, ...of('term').map((item) => bullet(kit, `□ ${textOfOpen(item, kit)}`)), ...list(say('open.document'), of('document'))]
}

export const verdictChapter = (kit: Kit): Block[] => [
  heading(kit, 'docx.4'),
  heading(kit, 'docx.4.1'),
  ...verdictBlocks(kit),
  ...conflictBlocks(kit),
  heading(kit, 'docx.4.3'),
  ...openBlocks(kit),
  heading(kit, 'docx.4.4'),
  paragraph(kit, kit.say('conclusion', { fill: kit.say('fill') })),
]

/** Pixels of 1/96 inch, the unit of the package. */
const PX_PER_TWIP = 96 / 1440
const MOST_HIGH_CM = 17

function mapBlock({ d, say }: Kit, png: Uint8Array, { width, height }: { width: number; height: number }): Block {
  const scale = Math.min((TEXT_WIDTH.upright * PX_PER_TWIP) / width, (MOST_HIGH_CM * TWIPS_PER_CM * PX_PER_TWIP) / height)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const title = say('map.none')
  return new d.Paragraph({ alignment: 'center', keepNext: true, spacing: { line: 240, lineRule: 'auto' }, children: [new d.ImageRun({ type: 'png', data: png, transformation, altText: { id: '1', name: title, title, description: title } })] })
}

/** Width and height stand in the head of a PNG, big-endian, from byte 16. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return png.byteLength < 24 ? { width: 4, height: 3 } : { width: view.getUint32(16) || 4, height: view.getUint32(20) || 3 }
}

export function mapChapter(kit: Kit, { mapPng, mapSize, attribution }: DocxOptions): Block[] {
  const { say } = kit
  const centred = { alignment: 'center', small: true } as const
  return [
    heading(kit, 'docx.5'),
    mapPng ? mapBlock(kit, mapPng, mapSize ?? sizeOf(mapPng)) : paragraph(kit, say('map.none'), { alignment: 'center', border: { top: { style: 'single', size: 4 }, bottom: { style: 'single', size: 4 }, left: { style: 'single', size: 4 }, right: { style: 'single', size: 4 } } }),
    paragraph(kit, say('map.caption', { attribution }), centred),
    paragraph(kit, say('map.approval', { fill: say('fill') }), centred),
  ]
}

function documentRows({ say, extract, lang }: Kit): string[][] {
  return Object.values(extract.labels.documents).map(({ title, number, issuer, issued, status, publicUrl }) => [
    say('document', { title: title[lang], number: number ?? '' }).trim(),
    `${issuer[lang]}\n${issued}`,
    [status[lang], ...(publicUrl === undefined ? [] : [publicUrl])].join('\n'),
  ])
}

export function sourcesChapter(kit: Kit, { hash, link }: DocxOptions): Block[] {
  const { say, extract } = kit
  const { data, rules, engine } = extract.release
  const version = { data, rules, engine, schema: SCHEMA, hash, link }
  return [
    heading(kit, 'docx.6'),
    heading(kit, 'docx.6.1'),
    table(kit, documentRows(kit), { head: [say('col.document'), say('col.issuer'), say('col.status')], columns: [38, 24, 38] }),
    heading(kit, 'docx.6.2'),
    ...['accuracy.1', 'accuracy.2', 'accuracy.3'].map((code) => note(kit, code)),
    heading(kit, 'docx.6.3'),
    pairs(kit, Object.entries(version).map(([name, value]) => [say(`version.row.${name}`), value] as const)),
    note(kit, 'version.note'),
  ]
}
