/** One batch at work: rows read, placed and answered in slices, and what is told of them. No worker in here. */
import type { Geometry } from 'geojson'
import { QuestionError } from '../core/ask'
import { rowAnswers, type RowAnswers } from '../core/batch-answers'
import type { BatchPhase, BatchQuery, BatchRow, BatchRows, BatchState, RowAnswer, RowGroup, RowSubject } from '../core/batch-types'
import type { Question, World } from '../core/model'
import { VERDICTS } from '../core/verdict'
import { farNote, placeBatch, readingText, type PlacedBatch, type ReadBatch } from '../formats/batch'
import { batchText } from '../formats/batch-raw'
import type { Said } from '../formats/say'
import type { Bounds } from '../formats/survey-zones'
import { noCounts, orderOf, type Sortable } from './batch-order'

/** What is kept of a run, to go on with. */
export interface Progress {
  question: Question
  /** `release` of the world, as one text. */
  release: string
  /** How the coordinates were read. */
  how: string
  done: number
  entries: Int32Array
  distinct: readonly RowAnswer[]
  refused: readonly [number, Said][]
}

/** In `entries`: not yet asked, and nothing to ask. */
const OPEN = -1
const NONE = -2
const NO_VERDICT = 255

const releaseText = ({ release }: World): string => Object.values(release).join('/')

export class BatchRun implements Sortable {
  private placed: PlacedBatch
  private way = 0
  private entries: Int32Array
  private refused = new Map<number, Said>()
  private answers: RowAnswers | null = null
  private question: Question | null = null
  private counts = noCounts()
  private order: { key: string; rows: Uint32Array } | null = null
  private turn = 0
  done = 0

  constructor(
    readonly name: string,
    private readonly world: World,
    private readonly read: ReadBatch,
    private readonly near: Bounds,
  ) {
    this.placed = placeBatch(read.raw, read.ways[0])
    this.entries = this.fresh()
  }

  get count(): number {
    return this.read.raw.count
  }

  get lonLats(): Float64Array {
    return this.placed.lonLats
  }

  get names(): readonly string[] {
    return this.read.raw.names
  }

  get isDone(): boolean {
    return this.done === this.count
  }

  /** What all rows are answered for. */
  get asked(): Question | null {
    return this.question
  }

  get hasParcels(): boolean {
    return this.placed.parcels.size > 0
  }

  /** Reads the coordinates another way; answers begin anew. */
  readAs(other: number): void {
    const ways = this.read.ways.map((_, i) => i).filter((i) => i !== this.way)
    this.takeWay(ways[other] ?? this.way)
  }

  private takeWay(way: number): void {
    this.way = way
    this.placed = placeBatch(this.read.raw, this.read.ways[way])
    this.begin()
  }

  /** Asks a question anew. */
  ask(question: Question): void {
    this.question = question
    this.begin()
  }

  private begin(start: readonly RowAnswer[] = []): void {
    this.answers = this.question && rowAnswers(this.world, this.question, start)
    this.entries = this.fresh()
    this.refused = new Map()
    this.counts = noCounts()
    this.done = 0
    this.turn += 1
    this.order = null
    for (let row = 0; row < this.count; row++) this.counts[this.group(row)] += 1
  }

  private fresh(): Int32Array {
    const entries = new Int32Array(this.count).fill(OPEN)
    for (const row of this.placed.problems.keys()) entries[row] = NONE
    return entries
  }

  /** Answers rows until `isOver` says so, at least one. */
  step(isOver: () => boolean): void {
    if (this.answers === null) return
    while (!this.isDone) {
      this.answerRow(this.done, this.answers)
      this.done += 1
      if (this.done % 64 === 0 && isOver()) break
      if (this.hasParcels && isOver()) break
    }
    this.turn += 1
    this.order = null
  }

  private answerRow(row: number, answers: RowAnswers): void {
    if (this.entries[row] !== OPEN) return
    this.counts[this.group(row)] -= 1
    const parcel = this.placed.parcels.get(row)
    try {
      this.entries[row] = parcel === undefined ? answers.point([this.lonLats[2 * row] ?? 0, this.lonLats[2 * row + 1] ?? 0]) : answers.parcel(parcel)
    } catch (error) {
      if (!(error instanceof QuestionError || error instanceof RangeError)) throw error
      this.entries[row] = NONE
      this.refused.set(row, { code: 'row-refused', params: { why: error.message } })
    }
    this.counts[this.group(row)] += 1
  }

  answer(row: number): RowAnswer | undefined {
    return this.answers?.distinct[this.entries[row] ?? NONE]
  }

  problem(row: number): Said | undefined {
    return this.placed.problems.get(row) ?? this.refused.get(row)
  }

  group(row: number): RowGroup {
    if (this.entries[row] === NONE) return 'problem'
    const answer = this.answer(row)
    if (answer === undefined) return 'open'
    return answer.district === 'outside' ? 'beyond' : (answer.verdict?.asDrawn ?? 'answered')
  }

  text(row: number): string {
    const problem = this.problem(row)
    return `${this.read.raw.cells(row).join('\n')}\n${problem === undefined ? '' : Object.values(batchText(problem)).join('\n')}`.toLowerCase()
  }

  state(phase: BatchPhase, keeping: BatchState['keeping']): BatchState {
    const { raw, ways, notes } = this.read
    const best = ways[this.way]
    return {
      name: this.name,
      phase,
      why: null,
      reading: best === undefined ? null : readingText(raw, best),
      others: ways.filter((_, i) => i !== this.way).map(({ how }) => how),
      notes: [...notes, ...farNote(this.placed, this.near)].map(batchText),
      rows: this.count,
      done: this.done,
      counts: { ...this.counts },
      question: this.question,
      columns: raw.columns,
      keeping,
      turn: this.turn,
    }
  }

  private ordered(query: BatchQuery): Uint32Array {
    const key = JSON.stringify([query.sort, query.down, query.group, query.text])
    if (this.order?.key !== key) this.order = { key, rows: orderOf(this, query) }
    return this.order.rows
  }

  rows(query: BatchQuery): BatchRows {
    const order = this.ordered(query)
    return { total: order.length, rows: [...order.subarray(query.from, query.from + query.count)].map((row) => this.row(row)) }
  }

  placeOf(row: number, query: BatchQuery): number {
    return this.ordered(query).indexOf(row)
  }

  private lonLat(row: number): BatchRow['lonLat'] {
    const [lon, lat] = [this.lonLats[2 * row] ?? Number.NaN, this.lonLats[2 * row + 1] ?? Number.NaN]
    return Number.isNaN(lon) ? null : [lon, lat]
  }

  private row(row: number): BatchRow {
    const { numbers, names, cells } = this.read.raw
    const problem = this.problem(row)
    return { at: row, no: numbers[row] ?? row + 1, name: names[row] ?? '', lonLat: this.lonLat(row), answer: this.answer(row) ?? null, problem: problem === undefined ? null : batchText(problem), cells: cells(row) }
  }

  subject(row: number): RowSubject | null {
    const [parcel, lonLat] = [this.placed.parcels.get(row), this.lonLat(row)]
    return parcel === undefined ? lonLat && { lonLat } : { parcel }
  }

  /** Row by row for a file; `lang` of the problems. */
  *outcomes(lang: 'zh' | 'en') {
    const { cells, properties } = this.read.raw
    for (let row = 0; row < this.count; row++) {
      const problem = this.problem(row)
      const lonLat = this.lonLat(row)
      const geometry: Geometry | null = this.placed.parcels.get(row)?.geometry ?? (lonLat && { type: 'Point', coordinates: [...lonLat] })
      yield { cells: () => cells(row), properties: () => properties(row), geometry, outcome: { lonLat, answer: this.answer(row) ?? null, problem: problem === undefined ? '' : batchText(problem)[lang] } }
    }
  }

  get columns(): readonly string[] {
    return this.read.raw.columns
  }

  get how(): string {
    return this.read.ways[this.way]?.how.en ?? ''
  }

  /** Rows that are somewhere, and where: two degrees each. */
  points(): { rows: Uint32Array; positions: Float64Array } {
    const rows = Uint32Array.from({ length: this.count }, (_, row) => row).filter((row) => !Number.isNaN(this.lonLats[2 * row]))
    const positions = new Float64Array(2 * rows.length)
    rows.forEach((row, i) => positions.set(this.lonLats.subarray(2 * row, 2 * row + 2), 2 * i))
    return { rows, positions }
  }

  /** Of these rows, positions in `VERDICTS`; 255 for none. */
  verdicts(rows: Uint32Array): Uint8Array {
    const ranks = (this.answers?.distinct ?? []).map(({ verdict, district }) => (verdict === null || district === 'outside' ? NO_VERDICT : VERDICTS.indexOf(verdict.asDrawn)))
    return Uint8Array.from(rows, (row) => ranks[this.entries[row] ?? NONE] ?? NO_VERDICT)
  }

  progress(): Progress | null {
    if (this.question === null || this.answers === null) return null
    const { question, how, done, entries, refused, world } = this
    return { question, release: releaseText(world), how, done, entries: entries.slice(0, done), distinct: this.answers.distinct, refused: [...refused] }
  }

  /** Goes on where an earlier run was, if that read the same way and was of this release. */
  takeUp({ question, release, how, done, entries, distinct, refused }: Progress): void {
    const way = this.read.ways.findIndex((one) => one.how.en === how)
    if (way > 0) this.takeWay(way)
    this.question = question
    const isSame = release === releaseText(this.world) && way !== -1 && done <= this.count
    this.begin(isSame ? distinct : [])
    if (!isSame) return
    this.entries.set(entries)
    this.refused = new Map(refused)
    this.done = done
    this.counts = noCounts()
    for (let row = 0; row < this.count; row++) this.counts[this.group(row)] += 1
  }
}

/** True where both ask the same of a row. */
export const isSameQuestion = (a: Question | null, b: Question | null): boolean => JSON.stringify(a) === JSON.stringify(b)
