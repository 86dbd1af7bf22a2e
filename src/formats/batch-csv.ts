/** A table of places, one a row → rows as written. */
import { foundBy, planOf, rowPair, type PlanOptions, type TablePlan } from './batch-plan'
import { BATCH_LIMITS, RowsBuilder, type RawBatch, type RawRow } from './batch-raw'
import { cellsOf, delimiterOf, Records, type TableRecord } from './batch-records'
import { wktRow } from './batch-shape'
import { tidyName } from './parcel-raw'

/** Rows by which columns and system are recognised. */
export const SAMPLE_ROWS = 1000
const SAMPLE_CHARACTERS = 1_000_000

/** A blank line, or a first one that only names the delimiter: no record. */
export const isIdle = ({ no, text, open }: TableRecord): boolean => !open && (text.trim() === '' || (no === 1 && /^\uFEFF?sep=.\s*$/i.test(text)))

/** Shows every record of a text but idle ones, until `see` says to stop by false. */
function eachRecord(text: string, delimiter: string, see: (record: TableRecord) => boolean): void {
  const records = new Records(delimiter)
  const goesOn = (some: readonly TableRecord[]): boolean => some.every((record) => isIdle(record) || see(record))
  let no = 1
  for (let start = 0; start < text.length; no += 1) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end)
    if (!goesOn(records.take({ no, text: line, start, end }))) return
    start = end + 1
  }
  goesOn(records.end())
}

function sampleOf(text: string, delimiter: string): string[] {
  const sample: string[] = []
  eachRecord(text.slice(0, SAMPLE_CHARACTERS), delimiter, (record) => sample.push(record.text) <= SAMPLE_ROWS)
  return text.length > SAMPLE_CHARACTERS && sample.length > 1 ? sample.slice(0, -1) : sample // the last may be cut
}

const rowCells = ({ text, open }: Pick<TableRecord, 'text' | 'open'>, { delimiter }: TablePlan): string[] => (open ? text.split(delimiter) : cellsOf(text, delimiter))

/** One record by a plan. Shapes of WKT are read at once. */
export function rowOf(record: Pick<TableRecord, 'text' | 'open'>, plan: TablePlan): { cells: string[]; row: RawRow } {
  const cells = rowCells(record, plan)
  if (record.open) return { cells, row: { problem: { code: 'row-quote', params: {} } } }
  return { cells, row: plan.at.kind === 'wkt' ? wktRow(cells[plan.at.column] ?? '') : rowPair(cells, plan.at) }
}

/** Throws a `BatchError` or a `ParcelError`. */
export function readTable(text: string, options: PlanOptions): RawBatch {
  const delimiter = delimiterOf(text.slice(0, SAMPLE_CHARACTERS))
  const plan = planOf(sampleOf(text, delimiter), delimiter, options)
  const rows = new RowsBuilder()
  const spans: number[] = []
  let isHeader = plan.hasHeader
  eachRecord(text, delimiter, (record) => {
    if (isHeader) {
      isHeader = false
      return true
    }
    const { cells, row } = rowOf(record, plan)
    rows.add(record.no, plan.name === null ? '' : tidyName(cells[plan.name]), row)
    spans.push(record.start, record.end)
    return rows.count <= BATCH_LIMITS.rows
  })
  return tableBatch(text, plan, rows, Uint32Array.from(spans))
}

/** The rows stay in the text; `spans`: start and end of each. */
function tableBatch(text: string, plan: TablePlan, builder: RowsBuilder, spans: Uint32Array): RawBatch {
  const rows = builder.built()
  const keys = uniqueNames(plan.columns)
  const cells = (row: number): readonly string[] => {
    const record = text.slice(spans[2 * row], spans[2 * row + 1]).replace(/\r(?=\n|$)/g, '')
    return rowCells({ text: record, open: rows.problems.get(row)?.code === 'row-quote' }, plan)
  }
  return {
    ...rows,
    columns: plan.columns,
    cells,
    properties: (row) => {
      const values = cells(row)
      return Object.fromEntries(keys.map((key, i) => [key, values[i] ?? '']))
    },
    system: { ...plan.system, ...(builder.angle ? { angle: true } : {}) },
    found: foundBy(plan),
    notes: [],
  }
}

/** Titles of which each is there once. */
export function uniqueNames(titles: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return titles.map((title, i) => {
    const name = title === '' ? String(i + 1) : title
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} ${before + 1}`
  })
}
