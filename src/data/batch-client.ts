/** The page's side of a batch: a worker that is there from the first file, and what it told last. */
import type { BatchDesk, BatchPicture, BatchRows, BatchState, KeptBatch, RowSubject } from '../core/batch-types'
import type { BatchTold, FromBatch, ToBatch } from './batch-messages'
import type { Bounds } from '../formats/survey-zones'
import type { WorkerFiles } from './worker-files'

export interface ShownBatch {
  state: BatchState | null
  picture: BatchPicture | null
}

/** What is used of a `Worker`. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener'>

export const spawnBatch = (): Worker => new Worker(new URL('./batch-worker.ts', import.meta.url), { type: 'module', name: 'batch' })

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

type Asked = Extract<ToBatch, { id: number }>

class Client implements BatchDesk {
  private rows_: Uint32Array = new Uint32Array()
  private positions: Float64Array = new Float64Array()
  private state: BatchState | null = null
  private verdicts: Uint8Array = new Uint8Array()
  private chosen: number | null = null
  private picture: BatchPicture | null = null
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  constructor(
    private readonly worker: WorkerLike,
    private readonly show: (batch: ShownBatch) => void,
  ) {
    worker.addEventListener('message', (event) => this.hear((event as MessageEvent<FromBatch>).data))
    worker.addEventListener('error', (event) => this.broken((event as ErrorEvent).message))
  }

  send(message: ToBatch): void {
    this.worker.postMessage(message, []) // a worker has no origin to name
  }

  open = (name: string, bytes: ArrayBuffer): void => {
    this.chosen = null
    this.worker.postMessage({ do: 'open', name, bytes } satisfies ToBatch, [bytes])
  }
  readAs = (other: number): void => this.send({ do: 'readAs', other })
  ask: BatchDesk['ask'] = (question) => this.send({ do: 'ask', question })
  stop = (): void => this.send({ do: 'stop' })
  goOn = (): void => this.send({ do: 'goOn' })
  takeUp = (): void => this.send({ do: 'takeUp' })
  forget = (): void => this.send({ do: 'forget' })
  rows: BatchDesk['rows'] = (query) => this.request<BatchRows>({ do: 'rows', query })
  placeOf: BatchDesk['placeOf'] = (at, query) => this.request<number>({ do: 'placeOf', at, query })
  subject: BatchDesk['subject'] = (at) => this.request<RowSubject | null>({ do: 'subject', at })
  file: BatchDesk['file'] = (kind, lang) => this.request<Blob>({ do: 'file', kind, lang })
  kept: BatchDesk['kept'] = () => this.request<KeptBatch | null>({ do: 'kept' })
  rowOf = (point: number): number | null => this.rows_[point] ?? null

  choose = (at: number | null): void => {
    const point = at === null ? -1 : this.rows_.indexOf(at)
    this.chosen = point === -1 ? null : point
    this.showAll()
  }

  close = (): void => {
    this.send({ do: 'close' })
    this.state = null
    this.chosen = null
    this.show({ state: null, picture: null })
  }

  /** The `as` stands on the worker, which answers each request with what it asks for. */
  private request<T>(message: Omit<Asked, 'id'>): Promise<T> {
    const id = ++this.last
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      this.send({ ...message, id })
    })
  }

  private hear(message: FromBatch): void {
    if (message.say === 'state') return this.told(message)
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.say === 'reply') waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.why))
  }

  private told({ state, points, verdicts }: BatchTold): void {
    this.state = state
    if (points !== undefined) {
      this.rows_ = points.rows
      this.positions = points.positions
    }
    if (verdicts !== undefined) this.verdicts = verdicts
    this.showAll(points !== undefined || verdicts !== undefined)
  }

  /** The picture stays the same object while nothing of it changes: drawing many points takes long. */
  private showAll(isNew = true): void {
    const { state, positions, verdicts, chosen } = this
    if (isNew) this.picture = positions.length === 0 ? null : { positions, verdicts, chosen }
    this.show({ state, picture: this.picture })
  }

  /** A worker that broke answers nothing any more. */
  private broken(why: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(why))
    this.waiting.clear()
    if (this.state !== null) this.show({ state: { ...this.state, phase: 'failed', why: { zh: why, en: why } }, picture: null })
  }
}

/** A desk of its own worker. `show`: hears of every change. */
export function createBatchDesk(worker: WorkerLike, files: WorkerFiles, near: Bounds, show: (batch: ShownBatch) => void): BatchDesk {
  const client = new Client(worker, show)
  client.send({ do: 'start', files, near })
  return client
}
