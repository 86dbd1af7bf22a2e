/**
 * The extract as one table for a spreadsheet: what was asked, zones, rules, what is open, versions. RFC 4180 with CRLF;
 * a byte order mark, without which Chinese letters come out wrong in a spreadsheet.
 */
import type { Extent, Finding, ToVerify } from '../core/model'
import { dimensionName } from './dimension'
import type { Extract, ExtractRule } from './extract'
import { areaUnits } from './figures'
import { documentText, placeInDocument, standingCode } from './phrases'
import { sayIn, type Lang, type Say } from './words'

const BOM = '\uFEFF'

/** What a spreadsheet takes for a formula, also in full-width letters. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

type Cell = string | number | undefined

/** Texts that would be read as a formula get an apostrophe in front; numbers stay numbers, negative ones too. */
export function csvCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const COLUMNS = [
  'record', 'id', 'name', 'state', 'minM2', 'drawnM2', 'maxM2', 'drawnHa', 'drawnMu', 'minM', 'drawnM', 'maxM', 'minShare', 'drawnShare', 'maxShare',
  'distanceM', 'sigmaM', 'certainty', 'decides', 'dimension', 'document', 'place', 'quote', 'offset',
] as const
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>

interface Pen {
  extract: Extract
  lang: Lang
  say: Say
}

const three = (extent: Extent | undefined, names: readonly [keyof Row, keyof Row, keyof Row]): Row =>
  extent === undefined ? {} : { [names[0]]: extent.min, [names[1]]: extent.drawn, [names[2]]: extent.max }

function areaRow(areaM2: number | undefined): Row {
  if (areaM2 === undefined) return {}
  const { hectares, mu } = areaUnits(areaM2)
  return { drawnM2: areaM2, drawnHa: Number(hectares), drawnMu: Number(mu) }
}

function zoneRow(finding: Finding, { extract, lang, say }: Pen): Row {
  const { zone, overlap, distanceM, sigmaM, certainty, why } = finding
  return {
    record: say('csv.zone'),
    id: zone,
    name: extract.names[zone]?.[lang] ?? zone,
    state: say(standingCode(finding)),
    ...areaRow(overlap?.areaM2?.drawn),
    ...three(overlap?.areaM2, ['minM2', 'drawnM2', 'maxM2']),
    ...three(overlap?.lengthM, ['minM', 'drawnM', 'maxM']),
    ...three(overlap?.share, ['minShare', 'drawnShare', 'maxShare']),
    distanceM,
    sigmaM,
    certainty,
    quote: why,
  }
}

function ruleRow(rule: ExtractRule, { extract, lang, say }: Pen): Row {
  return {
    record: say('csv.rule'),
    id: rule.id,
    name: rule.title[lang],
    state: say(`counts.${rule.counts}`),
    decides: rule.decides === undefined ? undefined : say(`verdict.${rule.decides}`),
    dimension: dimensionName(rule.dimension, lang),
    document: documentText(rule, extract, lang, say),
    place: placeInDocument(rule, say),
    quote: rule.quote,
    offset: rule.offset ?? undefined,
  }
}

function openRow(item: ToVerify, { extract, lang, say }: Pen): Row {
  const record = say('csv.open')
  const rules = say('open.rules', { count: item.rules.length })
  switch (item.kind) {
    case 'fact':
      return { record, id: item.param, name: extract.labels.facts[item.param]?.question[lang] ?? item.param, state: rules }
    case 'zone':
      return { record, id: item.zone, name: extract.names[item.zone]?.[lang] ?? item.zone, state: rules, quote: extract.labels.offices[item.office]?.[lang] }
    case 'term':
      return { record, name: say('open.term'), state: rules }
    case 'document':
      return { record, name: item.document, state: rules }
  }
}

function subjectRow({ extract, lang, say }: Pen): Row {
  const { subject } = extract.question
  const record = say('csv.subject')
  const { measures } = extract
  if (subject.kind === 'point') return { record, name: subject.lonLat.join(', ') }
  if (subject.kind === 'zones') return { record, name: subject.zones.map((zone) => extract.names[zone]?.[lang] ?? zone).join(say('and')) }
  return { record, name: subject.parcel.name, ...areaRow(measures?.areaM2), drawnM: measures?.lengthM }
}

function verdictRows({ extract: { verdict }, say }: Pen): Row[] {
  if (verdict === null) return []
  return (['certain', 'asDrawn', 'possible'] as const).map((part) => ({ record: say('csv.verdict'), id: part, name: say(`verdict.by.${part}`), decides: say(`verdict.${verdict[part]}`) }))
}

function headRows(pen: Pen): Row[] {
  const { extract: { question, release, labels }, lang, say } = pen
  const project = question.project.map((id): Row => ({ record: say('csv.project'), id, name: labels.activities[id]?.[lang] ?? id }))
  const facts = Object.entries(question.facts).map(([id, value]): Row => ({ record: say('csv.fact'), id, name: labels.facts[id]?.name[lang] ?? id, state: String(value) }))
  const versions = (['data', 'rules', 'engine'] as const).map((part): Row => ({ record: say('csv.release'), id: part, name: release[part] }))
  return [subjectRow(pen), { record: say('csv.date'), name: question.on }, ...project, ...facts, ...verdictRows(pen), ...versions]
}

/** The whole table. */
export function extractCsv(extract: Extract, lang: Lang): string {
  const say = sayIn(lang)
  const pen: Pen = { extract, lang, say }
  const rows = [
    ...headRows(pen),
    ...extract.findings.map((finding) => zoneRow(finding, pen)),
    ...extract.rules.map((rule) => ruleRow(rule, pen)),
    ...extract.toVerify.map((item) => openRow(item, pen)),
  ]
  const lines = [COLUMNS.map((column) => csvCell(say(`csv.column.${column}`))), ...rows.map((row) => COLUMNS.map((column) => csvCell(row[column])))]
  return BOM + lines.map((cells) => `${cells.join(',')}\r\n`).join('')
}
