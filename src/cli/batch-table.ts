/**
 * A table of places in, one row out for each, in order. Columns and system are recognised from the header and the first
 * rows, or from those of another file of which this is a part; the rest streams.
 */
import type { Readable, Writable } from 'node:stream'
import { placePair, placeShape, readingText } from '../formats/batch'
import { isIdle, rowOf, SAMPLE_ROWS } from '../formats/batch-csv'
import { foundBy, planOf, type PlanOptions, type TablePlan } from '../formats/batch-plan'
import { BatchError, batchText, type RawRow } from '../formats/batch-raw'
import { readingsOf } from '../formats/batch-reading'
import { delimiterOf, Records, type TableRecord } from '../formats/batch-records'
import type { Placing } from '../formats/parcel-place'
import { ParcelError, type Pair, type System } from '../formats/parcel-raw'
import type { Lang, Said } from '../formats/say'
import { RowWriter, type Placed, type WriterOptions } from './batch-row'
import { encodingOf, linesIn, LONGEST_LINE, peeked, textsOf, type Line } from './batch-lines'
import { pump, type Answered, type Count } from './batch-pump'

/** How a table is read: from its own beginning, or from that of the whole it is a part of. */
export interface TableReading {
  plan: TablePlan
  /** Null where not one row of the sample can be read. */
  way: Placing | null
  others: readonly Placing[]
}

/** The first lines of a table, and the encoding of all. */
export interface TableBeginning {
  text: string
  encoding: 'utf-8' | 'gb18030'
}

export interface TableOptions extends PlanOptions, WriterOptions {
  firstLine?: number
  /** What is declared; it goes before what the header says. */
  system?: System
  /** Beginning of the table this one is a part of: then it has no header, and neither has the output. */
  like?: TableBeginning
  /** Hears how the table is read. */
  tell(said: readonly string[]): void
}

const pairIn = (row: RawRow): Pair | undefined => ('pair' in row ? row.pair : 'shape' in row ? row.shape.rings[0]?.[0] : undefined)

/** Throws a `BatchError` or `ParcelError` where nothing tells how to read it. */
export function readingOf(texts: readonly string[], delimiter: string, options: Pick<TableOptions, 'near' | 'columns' | 'system'>): TableReading {
  const plan = planOf(texts, delimiter, options)
  const rows = texts.slice(plan.hasHeader ? 1 : 0).map((text) => rowOf({ text, open: false }, plan).row)
  const pairs = rows.map(pairIn).filter((pair) => pair !== undefined)
  if (pairs.length === 0) return { plan, way: null, others: [] }
  const isAngle = rows.some((row) => 'angle' in row && row.angle === true)
  const { ways: [way, ...others] } = readingsOf(pairs, { ...plan.system, ...(isAngle ? { angle: true } : {}), ...options.system }, options)
  return { plan, way, others }
}

/** Records of a whole text, the last of which may be cut. */
function recordsOf(text: string): { delimiter: string; texts: string[] } {
  const delimiter = delimiterOf(text)
  const records = new Records(delimiter)
  const lines = text.replace(/^\uFEFF/, '').split('\n').slice(0, SAMPLE_ROWS + 1)
  const all = lines.flatMap((line, i) => records.take({ no: i + 1, text: line.replace(/\r$/, ''), start: 0, end: 0 }))
  return { delimiter, texts: all.filter((record) => !isIdle(record)).map((record) => record.text) }
}

/** How a table was read, in sentences. */
export function toldOf({ plan, way, others }: TableReading, lang: Lang, instead: (how: string) => string): string[] {
  const found = foundBy(plan)
  if (way === null) return [batchText({ code: found.code, params: { ...found.params, how: '' } })[lang]]
  return [readingText({ found }, way)[lang], ...others.map(({ how }) => instead(how[lang]))]
}

type StreamRecord = TableRecord & { tooLong: boolean }

const TOO_LONG: Said = { code: 'row-long', params: { longest: LONGEST_LINE } }

/** Places rows and answers them. */
class Table {
  private readonly writer: RowWriter

  constructor(
    private readonly reading: TableReading,
    options: TableOptions,
  ) {
    this.writer = new RowWriter(options, reading.plan.columns)
  }

  get titles(): string {
    return this.writer.titles
  }

  answer(record: StreamRecord): Answered {
    const { plan } = this.reading
    const { cells, row } = rowOf(record, plan)
    const name = plan.name === null ? '' : (cells[plan.name] ?? '').trim()
    return this.writer.write({ no: record.no, name, cells, place: record.tooLong ? TOO_LONG : this.placed(row, name) })
  }

  private placed(row: RawRow, name: string): Placed {
    const { way } = this.reading
    if ('problem' in row) return row.problem
    if (way === null) return { code: 'row-unreadable', params: { found: '' } }
    return 'shape' in row ? placeShape(row.shape, name, way) : placePair(row.pair, way)
  }
}

/** Records of a stream, by the chunk that completed them. */
async function* recordsIn(lines: AsyncIterable<readonly Line[]>, delimiter: string): AsyncGenerator<StreamRecord[]> {
  const records = new Records(delimiter)
  const plain = (some: readonly TableRecord[]): StreamRecord[] => some.map((record) => ({ ...record, tooLong: false }))
  const take = ({ no, text, tooLong }: Line): StreamRecord[] => {
    if (tooLong) return [...plain(records.end()), { no, text: '', start: 0, end: 0, open: true, tooLong }]
    return plain(records.take({ no, text: no === 1 ? text.replace(/^\uFEFF/, '') : text, start: 0, end: 0 }))
  }
  for await (const group of lines) yield group.flatMap(take).filter((record) => !isIdle(record))
  yield plain(records.end())
}

/** Holds the beginning back until there is enough of it to recognise how it is read. */
async function beginningOf(lines: AsyncIterator<readonly Line[]>): Promise<Line[]> {
  const held: Line[] = []
  while (held.length <= SAMPLE_ROWS) {
    const next = await lines.next()
    if (next.done === true) break
    held.push(...next.value)
  }
  return held
}

const textOf = (held: readonly Line[]): string => held.slice(0, SAMPLE_ROWS + 1).map(({ text }) => text).join('\n')

/** Of a whole table, what its parts are read by. */
export async function tableBeginning(input: Readable): Promise<TableBeginning> {
  const { start, input: whole } = await peeked(input)
  const encoding = encodingOf(start)
  const text = textOf(await beginningOf(linesIn(textsOf(whole, encoding))[Symbol.asyncIterator]()))
  input.destroy()
  return { text, encoding }
}

async function* resumed(held: readonly Line[], lines: AsyncIterator<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  yield held
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) yield next.value
}

/** Answers every row. Throws a `BatchError` or `ParcelError` where nothing tells how to read it. */
export async function runTable(input: Readable, output: Writable, options: TableOptions, instead: (how: string) => string): Promise<Count> {
  const lines = linesIn(textsOf(input, options.like?.encoding), options.firstLine)[Symbol.asyncIterator]()
  const held = await beginningOf(lines)
  const { delimiter, texts } = recordsOf(options.like?.text ?? textOf(held))
  if (texts.length === 0) throw new BatchError('no-rows')
  const reading = readingOf(texts, delimiter, options)
  options.tell(toldOf(reading, options.lang, instead))
  const table = new Table(reading, options)
  let isHeader = reading.plan.hasHeader && options.like === undefined
  const answer = (record: StreamRecord): Answered | null => {
    if (!isHeader) return table.answer(record)
    isHeader = false
    return null
  }
  return pump(recordsIn(resumed(held, lines), delimiter), output, answer, options.csv && options.like === undefined ? `${table.titles}\n` : '')
}

export const isUnreadable = (error: unknown): error is BatchError | ParcelError => error instanceof BatchError || error instanceof ParcelError
