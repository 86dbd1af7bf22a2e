/** Takes the messages of the embedding page one after the other, and gives each ask exactly one reply. */
import { batch, effect, signal } from '@preact/signals'
import type { Catalogue } from '../core/catalogue'
import type { Answer, Facts, Question, Subject, World } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { Bounds } from '../formats/survey-zones'
import type { App } from '../state/app'
import { VERSION, type AskOrder, type MessageId, type Order, type Outgoing, type Spoken } from './messages'
import { askOrder, viewOrder } from './orders'
import { readMessage } from './read-message'
import { expectUsable } from './usable-order'
import { sentenceOf, Wrong } from './wrong'

export interface DeskOptions {
  /** Where parcels are expected. */
  near: Bounds
  /** ISO date of today, for questions without one. */
  today(): string
  /** The address that asks what is asked now again, on the whole page. */
  link(): string
  post(message: Outgoing): void
}

export interface Desk {
  hear(data: unknown): void
  stop(): void
}

const MOST_WAITING = 50

const idOf = (id: MessageId | undefined): { id?: MessageId } => (id === undefined ? {} : { id })

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const wrongOf = (error: unknown): Wrong => (error instanceof Wrong ? error : new Wrong('broken', { why: whyOf(error) }))

/** Resolves once the rules are read, rejects with `Wrong` where they could not be. */
function rulesOf({ data }: App): Promise<Catalogue> {
  return new Promise((resolve, reject) => {
    const stop = effect(() => {
      if (data.value.status === 'loading') return
      queueMicrotask(() => stop())
      if (data.value.status === 'ready') resolve(data.value.world.catalogue)
      else reject(new Wrong('no-rules', { why: data.value.why }))
    })
  })
}

/** An ask that has no reply yet, and what it made the question: until then the reader may ask another. */
interface Pending {
  id: MessageId | undefined
  subject: Subject | null
  project: readonly string[]
  facts: Facts
}

/** All that an extract is made of. */
interface Answered {
  answer: Answer
  question: Question
  world: World
  texts: RuleTexts
}

class FrameDesk implements Desk {
  private readonly pending = signal<Pending | null>(null)
  private turn: Promise<void>
  private replies: Promise<void>
  private waiting = 0
  /** The last answer that was told. */
  private told: Answer | null = null
  /** Canonical text of the last extract that was sent. */
  private sent = ''
  private zone: string | null
  private readonly stops: (() => void)[]

  constructor(
    private readonly app: App,
    private readonly options: DeskOptions,
  ) {
    this.zone = app.selected.peek()
    this.turn = rulesOf(app).then(() => this.greet(undefined), (error: unknown) => this.fail(undefined, error))
    this.replies = this.turn
    this.stops = [effect(() => this.reply()), effect(() => this.tellSelected(app.selected.value))]
  }

  hear(data: unknown): void {
    const read = readMessage(data)
    if (read === null) return
    if (!read.ok) return this.fail(read.id, read.wrong)
    const { order } = read
    if (this.waiting >= MOST_WAITING) return this.fail(order.id, new Wrong('busy', { most: MOST_WAITING }))
    this.waiting += 1
    this.turn = this.turn
      .then(() => this.take(order))
      .catch((error: unknown) => this.fail(order.id, error))
      .then(() => void (this.waiting -= 1))
  }

  stop(): void {
    for (const stop of this.stops) stop()
  }

  private post(message: Spoken): void {
    this.options.post({ oneMap: VERSION, ...message })
  }

  private fail(id: MessageId | undefined, error: unknown): void {
    const wrong = wrongOf(error)
    this.post({ do: 'error', ...idOf(id), code: wrong.code, message: sentenceOf(wrong) })
  }

  private greet(id: MessageId | undefined): void {
    const data = this.app.data.peek()
    if (data.status === 'ready') this.post({ do: 'ready', ...idOf(id), release: data.world.release })
  }

  private async take(order: Order): Promise<void> {
    expectUsable(order, await rulesOf(this.app))
    if (order.do === 'hello') this.greet(order.id)
    else if (order.do === 'view') viewOrder(this.app, order)
    else if (order.do === 'select') this.select(order.zone, order.id)
    else await this.ask(order)
  }

  private async ask(order: AskOrder): Promise<void> {
    const { subject, id, on = this.options.today() } = order
    const parcel = subject.kind === 'parcel' ? await (await import('./parcel')).parcelOf(subject.parcel, this.options.near, this.app.lang.peek()) : null
    batch(() => {
      this.supersede()
      askOrder(this.app, order, parcel, on)
      this.pending.value = { id, subject: this.app.subject.peek(), project: this.app.project.peek(), facts: this.app.facts.peek() }
    })
  }

  private select(zone: string | null, id: MessageId | undefined): void {
    this.zone = zone
    this.app.selected.value = zone
    this.post({ do: 'selected', ...idOf(id), zone })
  }

  private tellSelected(zone: string | null): void {
    if (zone === this.zone) return
    this.zone = zone
    this.post({ do: 'selected', zone })
  }

  private supersede(): void {
    const before = this.pending.peek()
    this.pending.value = null
    if (before !== null) this.fail(before.id, new Wrong('superseded'))
  }

  /** Runs with every change of what an answer is made of. */
  private reply(): void {
    const { answer, question, loaded, texts, subject, project, facts } = this.app
    const asked = this.pending.value
    if (asked !== null && (subject.value !== asked.subject || project.value !== asked.project || facts.value !== asked.facts)) return this.supersede()
    const trouble = this.trouble()
    if (trouble !== null && asked !== null) return this.close(asked, trouble)
    if (answer.value === null || question.value === null || loaded.value === null || texts.value.status !== 'ready') return
    if (asked === null && answer.value === this.told) return
    this.told = answer.value
    const made: Answered = { answer: answer.value, question: question.value, world: loaded.value.world, texts: texts.value.value }
    if (asked !== null) this.pending.value = null
    this.replies = this.replies.then(() => this.tell(made, asked)).catch((error: unknown) => this.fail(asked?.id, error))
  }

  private close({ id }: Pending, wrong: Wrong): void {
    this.pending.value = null
    this.fail(id, wrong)
  }

  /** Why there will be no answer. */
  private trouble(): Wrong | null {
    const { refusal, texts, overlay, subject } = this.app
    if (refusal.value !== null) return new Wrong('refused', { why: refusal.value })
    if (texts.value.status === 'failed') return new Wrong('no-words', { why: texts.value.why })
    return subject.value?.kind === 'parcel' && overlay.value.status === 'failed' ? new Wrong('no-overlay', { why: overlay.value.why }) : null
  }

  /** What the reader asks is told too, once: reading on behind the answer changes nothing in it. */
  private async tell(made: Answered, asked: Pending | null): Promise<void> {
    const link = this.options.link()
    const { extractReply } = await import('./reply')
    const reply = await extractReply(made.answer, made.question, made.world, made.texts)
    if (asked === null && reply.text === this.sent) return
    this.sent = reply.text
    this.post({ do: 'answer', ...idOf(asked?.id), extract: JSON.parse(reply.text), sha256: reply.sha256, link })
  }
}

/** Says `ready` once the rules are read. */
export const createDesk = (app: App, options: DeskOptions): Desk => new FrameDesk(app, options)
