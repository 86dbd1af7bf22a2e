/** The state of the page as signals. One direction: event → signal → answer → panel, map, address. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { ask } from '../core/ask'
import type { Answer, Facts, Loaded, LonLat } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { Lang, Link, Theme, View } from './url'
import { usable } from './usable'

export type Data =
  | { status: 'loading' }
  | ({ status: 'ready' } & Loaded)
  | { status: 'failed'; why: string }

/** The words of the rules: they come after the first answer is possible. */
export type Texts = { status: 'loading' } | { status: 'ready'; texts: RuleTexts } | { status: 'failed'; why: string }

export type MapStatus = { status: 'loading' } | { status: 'ready' } | { status: 'failed'; why: string }

/** Where the map is asked to go; a new object each time, so that the same place can be asked for twice. */
export interface Flight {
  lonLat: LonLat
  zoom?: number
}

export interface App {
  lang: Signal<Lang>
  theme: Signal<Theme>
  /** Layer and zone ids switched off. */
  off: Signal<ReadonlySet<string>>
  /** Layer id → 0..1; absent means 1. */
  opacity: Signal<Readonly<Record<string, number>>>
  point: Signal<LonLat | null>
  /** ISO date the answer is for. */
  on: Signal<string>
  project: Signal<readonly string[]>
  facts: Signal<Facts>
  /** Zone id highlighted. */
  selected: Signal<string | null>
  /** Zone ids under the pointer. */
  hover: Signal<readonly string[]>
  view: Signal<View>
  flight: Signal<Flight | null>
  data: Signal<Data>
  texts: Signal<Texts>
  map: Signal<MapStatus>
  /** Null until the data is there and a point is asked about. */
  answer: ReadonlySignal<Answer | null>
  /** The state an address can hold. */
  link: ReadonlySignal<Link>
}

/** A fresh state from what the address said. */
export function createApp(start: Link): App {
  const inputs = createInputs(start)
  const { data, point, on, project, facts } = inputs
  const answer = computed(() => {
    if (data.value.status !== 'ready' || point.value === null) return null
    const { world } = data.value
    const question = usable({ on: on.value, project: project.value, facts: facts.value }, world.catalogue)
    return ask({ kind: 'point', lonLat: point.value }, question, world)
  })
  return { ...inputs, answer, link: computed(() => linkOf(inputs)) }
}

type Inputs = Omit<App, 'answer' | 'link'>

const createInputs = (start: Link): Inputs => ({
  lang: signal(start.lang),
  theme: signal(start.theme),
  off: signal<ReadonlySet<string>>(new Set(start.off)),
  opacity: signal<Readonly<Record<string, number>>>({}),
  point: signal(start.point),
  on: signal(start.on),
  project: signal(start.project),
  facts: signal(start.facts),
  selected: signal(start.selected),
  hover: signal<readonly string[]>([]),
  view: signal(start.view),
  flight: signal<Flight | null>(null),
  data: signal<Data>({ status: 'loading' }),
  texts: signal<Texts>({ status: 'loading' }),
  map: signal<MapStatus>({ status: 'loading' }),
})

const linkOf = (app: Inputs): Link => ({
  lang: app.lang.value,
  theme: app.theme.value,
  view: app.view.value,
  point: app.point.value,
  off: [...app.off.value].sort(),
  on: app.on.value,
  project: app.project.value,
  facts: app.facts.value,
  selected: app.selected.value,
})
