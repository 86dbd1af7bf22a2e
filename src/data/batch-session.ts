/** The worker's side of a batch: hears the page, works in slices so that it goes on hearing, tells what changed. */
import type { BatchPhase, BatchState, KeptBatch } from '../core/batch-types'
import type { Question, World } from '../core/model'
import type { Text } from '../core/seed-types'
import { collectionEnds, csvRows, csvTitles, featureLines, plainWords, type BatchHead } from '../extract/batch-file'
import { readBatch } from '../formats/batch'
import { BatchError, batchText } from '../formats/batch-raw'
import { ParcelError } from '../formats/parcel-raw'
import type { Bounds } from '../formats/survey-zones'
import type { Keep, KeptFile } from './batch-keep'
import type { FromBatch, ToBatch } from './batch-messages'
import { BatchRun, isSameQuestion } from './batch-run'
import { noCounts } from './batch-order'

/** How often it is told how far the answers are, and what they are: a map of many points takes long to draw. Kept at most so often. All ms. */
const TELL_MS = 200
const SHOW_MS = 1500
/** Of a map with so many points: as many ms as it has twenties of them. */
const POINTS_PER_MS = 20
const KEEP_MS = 2000
/** So long the page may wait to be heard, ms. */
const SLICE_MS = 40
/** Lines of a file made in one piece. */
const PIECE = 2000

export interface SessionWorld {
  world: World
  near: Bounds
}

export interface Surroundings {
  post(message: FromBatch): void
  keep: Keep
  now(): number
  /** Lets other messages in first. */
  rest(): Promise<void>
}

const whyOf = (error: unknown): Text => {
  if (error instanceof BatchError || error instanceof ParcelError) return batchText(error.said)
  const why = error instanceof Error ? error.message : String(error)
  return { zh: why, en: why }
}

type Request = Extract<ToBatch, { id: number }>

export class BatchSession {
  private run: BatchRun | null = null
  private question: Question | null = null
  private phase: BatchPhase = 'reading'
  private keeping: BatchState['keeping'] = 'unkept'
  private points: { rows: Uint32Array; positions: Float64Array } | null = null
  private toldAt = 0
  private shownAt = 0
  private turn = 0
  private keptAt = 0
  /** Grows with every file, so that an earlier one falls silent. */
  private file = 0
  private isWorking = false

  constructor(
    private readonly ready: () => Promise<SessionWorld>,
    private readonly around: Surroundings,
  ) {}

  async hear(message: ToBatch): Promise<void> {
    switch (message.do) {
      case 'start':
        return undefined
      case 'open':
        return this.open(message, true)
      case 'ask':
        return this.ask(message.question)
      case 'readAs':
        this.run?.readAs(message.other)
        return this.placedAnew()
      case 'stop':
        this.phase = this.phase === 'asking' ? 'stopped' : this.phase
        return this.tell()
      case 'goOn':
        return this.work()
      case 'takeUp':
        return this.takeUp()
      case 'forget':
        return this.forget()
      case 'close':
        this.file += 1
        this.run = null
        return this.forget()
      default:
        return this.reply(message)
    }
  }

  private async open({ name, bytes }: KeptFile, isNew: boolean): Promise<void> {
    const mine = ++this.file
    this.run = null
    this.tellBare(name, 'reading', null)
    try {
      const { world, near } = await this.ready()
      const read = await readBatch({ name, bytes: new Uint8Array(bytes) }, { near })
      if (mine !== this.file) return
      this.run = new BatchRun(name, world, read, near)
    } catch (error) {
      if (mine === this.file) this.tellBare(name, 'failed', whyOf(error))
      return
    }
    this.points = null
    if (isNew) {
      await this.kept(() => this.around.keep.keepFile(this.about(), { name, bytes }))
      if (mine !== this.file) return
      if (this.question !== null) this.run.ask(this.question)
      this.tell()
      await this.work()
    }
  }

  private async takeUp(): Promise<void> {
    const { keep } = this.around
    const [file, progress] = [await keep.file().catch(() => null), await keep.progress().catch(() => null)]
    if (file === null) return
    this.keeping = 'kept'
    await this.open(file, false)
    if (this.run === null) return
    if (progress !== null) this.run.takeUp(progress)
    if (this.question !== null && !isSameQuestion(this.question, this.run.asked)) this.run.ask(this.question)
    this.tell()
    await this.work()
  }

  private async ask(question: Question): Promise<void> {
    this.question = question
    if (this.run === null || isSameQuestion(question, this.run.asked)) return
    this.run.ask(question)
    this.tell()
    await this.work()
  }

  private async placedAnew(): Promise<void> {
    this.points = null
    this.tell()
    await this.work()
  }

  /** Answers slice by slice; a question or a reading that changes meanwhile is simply gone on with. */
  private async work(): Promise<void> {
    if (this.run === null || this.run.asked === null) return
    this.phase = 'asking'
    if (this.isWorking) return
    this.isWorking = true
    while (this.run !== null && this.phase === 'asking' && !this.run.isDone) {
      const until = this.around.now() + SLICE_MS
      this.run.step(() => this.around.now() > until)
      if (this.around.now() - this.toldAt > TELL_MS) this.tell(this.around.now() - this.shownAt > Math.max(SHOW_MS, this.run.count / POINTS_PER_MS))
      if (this.around.now() - this.keptAt > KEEP_MS) await this.keepProgress()
      await this.around.rest()
    }
    this.isWorking = false
    if (this.run === null) return
    if (this.run.isDone && this.phase === 'asking') this.phase = 'done'
    this.tell()
    await this.keepProgress()
  }

  private about(): KeptBatch {
    return { name: this.run?.name ?? '', rows: this.run?.count ?? 0, done: this.run?.done ?? 0 }
  }

  private async keepProgress(): Promise<void> {
    this.keptAt = this.around.now()
    const progress = this.run?.progress() ?? null
    if (progress !== null && this.keeping === 'kept') await this.kept(() => this.around.keep.keepProgress(this.about(), progress))
  }

  /** A browser that keeps nothing is told of, and does not stop the work. */
  private async kept(keep: () => Promise<void>): Promise<void> {
    try {
      await keep()
      this.keeping = 'kept'
    } catch {
      this.keeping = 'refused'
    }
  }

  private async forget(): Promise<void> {
    await this.around.keep.clear().catch(() => undefined) // what cannot be kept is not there either
  }

  /** `whole`: rows and map too, not only how far it is. */
  private tell(whole = true): void {
    const { run } = this
    if (run === null) return
    this.toldAt = this.around.now()
    if (!whole) return this.around.post({ say: 'state', state: { ...run.state(this.phase, this.keeping), turn: this.turn } })
    this.shownAt = this.toldAt
    const isNew = this.points === null
    this.points ??= run.points()
    const state = run.state(this.phase, this.keeping)
    this.turn = state.turn
    this.around.post({ say: 'state', state, ...(isNew ? { points: this.points } : {}), verdicts: run.verdicts(this.points.rows) })
  }

  private tellBare(name: string, phase: BatchPhase, why: Text | null): void {
    this.phase = phase
    const state: BatchState = { name, phase, why, reading: null, others: [], notes: [], rows: 0, done: 0, counts: noCounts(), question: null, columns: [], keeping: this.keeping, turn: 0 }
    this.around.post({ say: 'state', state, points: { rows: new Uint32Array(), positions: new Float64Array() }, verdicts: new Uint8Array() })
  }

  private async reply(request: Request): Promise<void> {
    try {
      this.around.post({ say: 'reply', id: request.id, value: await this.valueOf(request) })
    } catch (error) {
      this.around.post({ say: 'refuse', id: request.id, why: error instanceof Error ? error.message : String(error) })
    }
  }

  private async valueOf({ do: what, query, at = -1, kind = 'csv', lang = 'zh' }: Request): Promise<unknown> {
    const { run } = this
    if (what === 'kept') return this.around.keep.about().catch(() => null)
    if (run === null) return what === 'rows' ? { rows: [], total: 0 } : null
    if (what === 'subject') return run.subject(at)
    if (what === 'file') return this.made(run, kind, lang)
    if (query === undefined) throw new Error(`expected a query with "${what}", found none`)
    return what === 'rows' ? run.rows(query) : run.placeOf(at, query)
  }

  /** The file in pieces; the page stays heard between them. */
  private async made(run: BatchRun, kind: 'csv' | 'geojson', lang: 'zh' | 'en'): Promise<Blob> {
    const { world } = await this.ready()
    if (run.asked === null) throw new Error('expected a question, found none')
    const head: BatchHead = { question: run.asked, release: world.release }
    const words = plainWords(lang, (id) => world.catalogue.zones.get(id)?.name[lang] ?? id)
    const [begin, end] = kind === 'csv' ? [`\uFEFF${csvTitles(run.columns, words)}\r\n`, ''] : collectionEnds(head, run.how)
    const [row, feature] = [csvRows(run.columns.length, head, words), featureLines()]
    const parts: string[] = [begin]
    let piece: string[] = []
    for (const { cells, properties, geometry, outcome } of run.outcomes(lang)) {
      piece.push(kind === 'csv' ? `${row(cells(), outcome)}\r\n` : feature(properties(), geometry, outcome))
      if (piece.length < PIECE) continue
      parts.push(joined(piece, kind, parts.length === 1))
      piece = []
      await this.around.rest()
    }
    parts.push(joined(piece, kind, parts.length === 1), end)
    return new Blob(parts, { type: kind === 'csv' ? 'text/csv' : 'application/geo+json' })
  }
}

/** Features are parted by commas, lines end by themselves. */
function joined(piece: readonly string[], kind: 'csv' | 'geojson', isFirst: boolean): string {
  if (kind === 'csv') return piece.join('')
  return piece.length === 0 ? '' : `${isFirst ? '' : ',\n'}${piece.join(',\n')}`
}
