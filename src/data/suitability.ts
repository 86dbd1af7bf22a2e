/** The page's side of the worker that cuts the district by verdict: there from the first question, and asked one thing at a time. */
import type { LonLat, Question } from '../core/model'
import type { BetterPlace, Suitability } from '../core/suitability-types'
import type { FromSuitability, ToSuitability } from './suitability-messages'
import type { WorkerFiles } from './worker-files'

/** What is used of a `Worker`. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

export const spawnSuitability = (): Worker => new Worker(new URL('./suitability-worker.ts', import.meta.url), { type: 'module', name: 'suitability' })

export interface SuitabilityDesk {
  /** The latest question wins: one that is overtaken or cancelled gives null. `tell`: 0..1 of the cutting, with the first question. */
  ask(question: Question, tell: (share: number) => void): Promise<Suitability | null>
  /** The same for places, apart from questions. */
  better(lonLat: LonLat, question: Question): Promise<readonly BetterPlace[] | null>
  /** Drops what is asked. The cutting itself stops, too, and begins anew with the next question. */
  cancel(): void
}

type Request = Exclude<ToSuitability, { do: 'start' }>

/** Something asked for that has not come yet. */
interface Wanted<T> {
  readonly request: Request
  resolve(value: T | null): void
  reject(error: Error): void
  tell(share: number): void
}

/** One kind of request: one with the worker, and the latest that waits for it. */
class Lane<T> {
  private sent: Wanted<T> | null = null
  private next: Wanted<T> | null = null

  constructor(private readonly send: (request: Request) => void) {}

  want(request: Request, tell: (share: number) => void): Promise<T | null> {
    return new Promise<T | null>((resolve, reject) => {
      this.next?.resolve(null)
      this.next = { request, resolve, reject, tell }
      // What the worker is at is overtaken already; its answer is not waited for.
      this.sent?.resolve(null)
      if (this.sent === null) this.forward()
    })
  }

  told(id: number, share: number): void {
    // Cutting serves whoever waits.
    if (this.sent?.request.id === id) (this.next ?? this.sent).tell(share)
  }

  /** Of another lane it is none of ours. */
  settle(id: number, value: T | Error): void {
    const { sent } = this
    if (sent?.request.id !== id) return
    this.sent = null
    if (value instanceof Error) sent.reject(value)
    else sent.resolve(value)
    this.forward()
  }

  /** @returns whether the worker is at something */
  drop(): boolean {
    this.next?.resolve(null)
    this.next = null
    this.sent?.resolve(null)
    return this.sent !== null
  }

  /** The worker is gone. */
  lose(error: Error | null): void {
    for (const wanted of [this.sent, this.next]) {
      if (error === null) wanted?.resolve(null)
      else wanted?.reject(error)
    }
    this.sent = null
    this.next = null
  }

  private forward(): void {
    if (this.next === null) return
    this.sent = this.next
    this.next = null
    this.send(this.sent.request)
  }
}

class Client implements SuitabilityDesk {
  private worker: WorkerLike | null = null
  /** The cells are there: to drop the worker would cost them. */
  private isCut = false
  private last = 0
  private readonly asked: Lane<Suitability>
  private readonly sought: Lane<readonly BetterPlace[]>

  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly files: WorkerFiles,
  ) {
    const send = (request: Request) => this.running().postMessage(request, []) // a worker has no origin to name
    this.asked = new Lane(send)
    this.sought = new Lane(send)
  }

  ask = (question: Question, tell: (share: number) => void): Promise<Suitability | null> => this.asked.want({ do: 'ask', id: ++this.last, question }, tell)

  better = (lonLat: LonLat, question: Question): Promise<readonly BetterPlace[] | null> => this.sought.want({ do: 'better', id: ++this.last, question, lonLat }, () => undefined)

  cancel = (): void => {
    const isBusy = [this.asked.drop(), this.sought.drop()].includes(true)
    if (isBusy && !this.isCut) this.end(null)
  }

  private running(): WorkerLike {
    if (this.worker !== null) return this.worker
    const worker = this.spawn()
    worker.addEventListener('message', (event) => this.hear((event as MessageEvent<FromSuitability>).data))
    worker.addEventListener('error', (event) => this.end(new Error((event as ErrorEvent).message)))
    worker.postMessage({ do: 'start', files: this.files } satisfies ToSuitability, [])
    this.worker = worker
    return worker
  }

  private hear(message: FromSuitability): void {
    switch (message.say) {
      case 'share':
        return this.asked.told(message.id, message.share)
      case 'suitability':
        this.isCut = true
        return this.asked.settle(message.id, message.value)
      case 'better':
        return this.sought.settle(message.id, message.value)
      case 'refuse':
        // Without cells, what they are cut from could not be read: the next question reads it again.
        if (!this.isCut) return this.end(new Error(message.why))
        this.asked.settle(message.id, new Error(message.why))
        return this.sought.settle(message.id, new Error(message.why))
    }
  }

  /** A worker that broke or is not needed answers nothing any more; the next question starts another. */
  private end(error: Error | null): void {
    this.worker?.terminate()
    this.worker = null
    this.isCut = false
    this.asked.lose(error)
    this.sought.lose(error)
  }
}

/** `spawn`: makes the worker; with the first question, not before. */
export const createSuitability = (spawn: () => WorkerLike, files: WorkerFiles): SuitabilityDesk => new Client(spawn, files)
