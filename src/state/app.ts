/** The state of the page as signals. One direction: event → signal → answer → panel, map, address. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { ask } from '../core/ask'
import type { EiaCatalogue } from '../core/eia-catalogue'
import type { GoldenFile } from '../core/golden'
import type { Answer, Facts, KnownZones, Loaded, LonLat, Question } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import type { SearchWords } from '../core/search-words'
import type { Later } from './later'
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
  /** Zones verified with their office, for the place asked about. */
  known: Signal<KnownZones>
  /** Number of an item of the EIA catalogue. */
  item: Signal<string | null>
  /** Zone id highlighted. */
  selected: Signal<string | null>
  /** Zone ids under the pointer. */
  hover: Signal<readonly string[]>
  view: Signal<View>
  flight: Signal<Flight | null>
  data: Signal<Data>
  texts: Signal<Texts>
  /** The EIA catalogue. */
  eia: Signal<Later<EiaCatalogue>>
  /** What the project picker searches in. */
  search: Signal<Later<SearchWords>>
  /** The committed golden questions. */
  golden: Signal<Later<readonly GoldenFile[]>>
  map: Signal<MapStatus>
  /** What is asked, less what the rules at hand do not know; null until they are read. */
  question: ReadonlySignal<Question | null>
  /** Null until the data is there and a point is asked about. */
  answer: ReadonlySignal<Answer | null>
  /** The state an address can hold. */
  link: ReadonlySignal<Link>
}

/** A fresh state from what the address said. */
export function createApp(start: Link): App {
  const inputs = createInputs(start)
  const { data, point, on, project, facts, known } = inputs
  const question = computed(() => {
    if (data.value.status !== 'ready') return null
    return usable({ on: on.value, project: project.value, facts: facts.value, known: known.value }, data.value.world.catalogue)
  })
  const answer = computed(() => {
    if (data.value.status !== 'ready' || question.value === null || point.value === null) return null
    return ask({ kind: 'point', lonLat: point.value }, question.value, data.value.world)
  })
  return { ...inputs, question, answer, link: computed(() => linkOf(inputs)) }
}

type Inputs = Omit<App, 'question' | 'answer' | 'link'>

const createInputs = (start: Link): Inputs => ({
  lang: signal(start.lang),
  theme: signal(start.theme),
  off: signal<ReadonlySet<string>>(new Set(start.off)),
  opacity: signal<Readonly<Record<string, number>>>({}),
  point: signal(start.point),
  on: signal(start.on),
  project: signal(start.project),
  facts: signal(start.facts),
  known: signal(start.known),
  item: signal(start.item),
  selected: signal(start.selected),
  hover: signal<readonly string[]>([]),
  view: signal(start.view),
  flight: signal<Flight | null>(null),
  data: signal<Data>({ status: 'loading' }),
  texts: signal<Texts>({ status: 'loading' }),
  eia: signal<Later<EiaCatalogue>>({ status: 'idle' }),
  search: signal<Later<SearchWords>>({ status: 'idle' }),
  golden: signal<Later<readonly GoldenFile[]>>({ status: 'idle' }),
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
  known: app.known.value,
  item: app.item.value,
  selected: app.selected.value,
})
