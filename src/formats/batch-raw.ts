/** What every reader of a batch hands over: rows as written, before it is known where they lie. */
import type { Text } from '../core/seed-types'
import batchSentences from './batch.json'
import { parcelSentence } from './parcel-sentence'
import type { Pair, RawShape, System } from './parcel-raw'
import { fill, type Said } from './say'

/** One row as written: a point, a shape, or why it is neither. */
export type RawRow = { pair: Pair; angle?: boolean } | { shape: RawShape } | { problem: Said }

/** All rows of a file. Numbers in flat arrays and the rest as text, so that a hundred thousand rows stay small. */
export interface RawBatch {
  columns: readonly string[]
  count: number
  /** Two numbers a row as written; NaN where the row is no point. */
  pairs: Float64Array
  shapes: ReadonlyMap<number, RawShape>
  problems: ReadonlyMap<number, Said>
  /** As a spreadsheet numbers the rows, or numbers of features. */
  numbers: Uint32Array
  names: readonly string[]
  /** The row as written, by column. */
  cells(row: number): readonly string[]
  /** The row as written, for GeoJSON. */
  properties(row: number): Readonly<Record<string, unknown>>
  system: System
  /** How the places were found: a sentence of `batch.json` and its words but for `how`. */
  found: Said
  notes: readonly Said[]
}

const isOurs = (code: string): code is keyof typeof batchSentences => Object.hasOwn(batchSentences, code)

/** The sentence in both languages; sentences of `parcels.json` too. */
export function batchText(said: Said): Text {
  const { code, params } = said
  if (isOurs(code)) return { zh: fill(batchSentences[code], params, 'zh'), en: fill(batchSentences[code], params, 'en') }
  return { zh: parcelSentence(said, 'zh'), en: parcelSentence(said, 'en') }
}

/** A whole batch that cannot be read, with its sentence. */
export class BatchError extends Error {
  readonly said: Said
  constructor(code: string, params: Said['params'] = {}) {
    super(code)
    this.said = { code, params }
  }
}

/** What a page takes. A million rows of a point each need about 150 MB. */
export const BATCH_LIMITS = { bytes: 200e6, rows: 1_000_000 } as const

/** Gathers rows into flat arrays. */
export class RowsBuilder {
  readonly shapes = new Map<number, RawShape>()
  readonly problems = new Map<number, Said>()
  readonly names: string[] = []
  angle = false
  private pairs = new Float64Array(2048)
  private numbers = new Uint32Array(1024)

  get count(): number {
    return this.names.length
  }

  add(no: number, name: string, row: RawRow): void {
    const at = this.names.push(name) - 1
    if (at >= this.numbers.length) this.grow()
    this.numbers[at] = no
    const [first, second] = 'pair' in row ? row.pair : [Number.NaN, Number.NaN]
    this.pairs[2 * at] = first
    this.pairs[2 * at + 1] = second
    if ('shape' in row) this.shapes.set(at, row.shape)
    if ('problem' in row) this.problems.set(at, row.problem)
    if ('angle' in row && row.angle === true) this.angle = true
  }

  built(): Pick<RawBatch, 'count' | 'pairs' | 'shapes' | 'problems' | 'numbers' | 'names'> {
    const { count, shapes, problems, names } = this
    return { count, shapes, problems, names, pairs: this.pairs.slice(0, 2 * count), numbers: this.numbers.slice(0, count) }
  }

  private grow(): void {
    const [pairs, numbers] = [new Float64Array(2 * this.pairs.length), new Uint32Array(2 * this.numbers.length)]
    pairs.set(this.pairs)
    numbers.set(this.numbers)
    this.pairs = pairs
    this.numbers = numbers
  }
}
