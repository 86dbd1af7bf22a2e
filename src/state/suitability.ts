/** Where the project may be built: what is asked of the worker, and what of its answer is shown. */
import { computed, effect, untracked } from '@preact/signals'
import type { LonLat, Question } from '../core/model'
import { once } from '../core/once'
import type { BetterPlace, Suitability, SuitabilityView } from '../core/suitability-types'
import type { App } from './app'

/** In the order of the bar of a verdict. */
export const SUITABILITY_VIEWS: readonly SuitabilityView[] = ['certain', 'asDrawn', 'possible']

/** The district cut by verdict. `before`: what was cut last, still shown; `share`: 0..1 of the work done. */
export type Cut =
  | { status: 'none' }
  | { status: 'cutting'; share: number; before: Suitability | null }
  | { status: 'ready'; value: Suitability }
  | { status: 'failed'; why: string }

/** Nearest places with a milder verdict than at the place asked about. */
export type Better = { status: 'none' } | { status: 'seeking' } | { status: 'ready'; places: readonly BetterPlace[] } | { status: 'failed'; why: string }

/** What cuts; an overtaken call gives null. */
export interface SuitabilityDesk {
  ask(question: Question, tell: (share: number) => void): Promise<Suitability | null>
  better(at: LonLat, question: Question): Promise<readonly BetterPlace[] | null>
  cancel(): void
}

/** The cut that is shown: its question tells what it answers. */
export function shownCut(cut: Cut): Suitability | null {
  if (cut.status === 'ready') return cut.value
  return cut.status === 'cutting' ? cut.before : null
}

/** Shows where the project may be built, in a view; with null the plain map. */
export function showSuitability(app: App, view: SuitabilityView | null): void {
  if (view === null) app.undecked.value = false // the next time it may be read
  app.suit.value = view
}

/**
 * What the district is cut for, null while nothing is. Zones verified with their office are about the place asked
 * about and say nothing of others: they are left out.
 */
function questionFor({ suit, question }: App): Question | null {
  const asked = question.value
  if (suit.value === null || asked === null || (asked.project ?? []).length === 0) return null
  const { known: _, ...rest } = asked
  return rest
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Open = () => Promise<SuitabilityDesk>

/**
 * Cuts anew whenever the question changes, and seeks anew for every place asked about; the latest wins.
 * @returns stops it
 */
export function followSuitability(app: App, open: Open): () => void {
  const desk = once(open)
  // As text: the same question made anew is no reason to cut anew.
  const asked = computed(() => JSON.stringify(questionFor(app)))
  const stops = [
    effect(() => {
      void asked.value
      const question = untracked(() => questionFor(app))
      if (question === null) void putAway(app, desk)
      else void cut(app, desk, question)
    }),
    effect(() => void seek(app, desk)),
  ]
  return () => stops.forEach((stop) => stop())
}

async function putAway({ suitability }: App, desk: Open): Promise<void> {
  const { status } = suitability.peek()
  suitability.value = { status: 'none' }
  if (status === 'cutting') (await desk()).cancel()
}

async function cut({ suitability }: App, desk: Open, question: Question): Promise<void> {
  const cutting: Cut = { status: 'cutting', share: 0, before: shownCut(suitability.peek()) }
  let own: Cut = cutting
  const say = (next: Cut) => {
    if (suitability.peek() === own) suitability.value = own = next // else another question came meanwhile
  }
  suitability.value = cutting
  try {
    const value = await (await desk()).ask(question, (share) => say({ ...cutting, share }))
    if (value !== null) say({ status: 'ready', value })
  } catch (error) {
    say({ status: 'failed', why: reason(error) })
  }
}

/** Only where a place is asked about, and the district is cut. */
async function seek({ active, point, suitability, better }: App, desk: Open): Promise<void> {
  const done = suitability.value.status === 'ready' ? suitability.value.value : null
  const at = active.value === null ? point.value : null
  if (done === null || at === null) return void (better.value = { status: 'none' })
  const seeking: Better = { status: 'seeking' }
  better.value = seeking
  const say = (next: Better) => {
    if (better.peek() === seeking) better.value = next
  }
  try {
    const places = await (await desk()).better(at, done.question)
    if (places !== null) say({ status: 'ready', places })
  } catch (error) {
    say({ status: 'failed', why: reason(error) })
  }
}
