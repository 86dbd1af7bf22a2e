/** The state of the page as signals. One direction: event → signal → answer → panel, map, address. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { ask, QuestionError } from '../core/ask'
import type { EiaCatalogue } from '../core/eia-catalogue'
import type { GoldenFile } from '../core/golden'
import type { Answer, Facts, KnownZones, Loaded, LonLat, Parcel, ParcelGeometry, Question, Subject } from '../core/model'
import type { PlanTables } from '../core/plan-tables'
import type { Provenance } from '../core/provenance'
import type { GlossaryTerm } from '../core/seed-types'
import type { RuleTexts } from '../core/rule-text'
import type { SearchWords } from '../core/search-words'
import type { SuitabilityView } from '../core/suitability-types'
import type { ZoneOverlay } from '../core/survey'
import { NO_BASEMAP, type Basemap } from './basemap'
import { NO_BATCH, type Batch, type BatchChoice } from './batch'
import { comparedLinks, comparedOf, type ComparedSite } from './compared'
import { valueOf, type Later } from './later'
import type { Draft, Sites, SketchMode } from './parcel'
import type { Measure } from './measure'
import type { Better, Cut } from './suitability'
import type { TextSize } from './text-size'
import { writeSites, type Room } from './url-parcels'
import type { Lang, Link, Theme, View } from './url'
import { usable } from './usable'

export type Data =
  | { status: 'loading' }
  | ({ status: 'ready' } & Loaded)
  | { status: 'failed'; why: string }

/** `none`: the browser cannot; `bytes` held, where it says so. */
export type OfflineStatus = { status: 'none' } | { status: 'keeping' } | { status: 'kept'; bytes: number | undefined } | { status: 'failed'; why: string }

/** `plain`: without WebGL, a simple map. `why` it failed: null where its code could not be read. */
export type MapStatus = { status: 'loading' } | { status: 'ready' } | { status: 'plain' } | { status: 'failed'; why: string | null; again(): void }

/** Where the map is asked to go; a new object each time, so that the same place can be asked for twice. */
export type Flight = { lonLat: LonLat; zoom?: number } | { bbox: readonly [west: number, south: number, east: number, north: number] }

/** A wide panel over a part of the map. */
export type Panel = 'compare' | 'plan' | 'batch'

/** How much of the map a wide panel covers, CSS px from its sides. */
export interface Covered {
  right: number
  bottom: number
}

export interface App {
  lang: Signal<Lang>
  theme: Signal<Theme>
  /** Layer and zone ids switched off. */
  off: Signal<ReadonlySet<string>>
  /** The land stands up as terrain; `failed`: it could not, and lies flat. */
  relief: Signal<'flat' | 'raised' | 'failed'>
  /** Layer id → 0..1; absent means 1. */
  opacity: Signal<Readonly<Record<string, number>>>
  /** The place asked about, unless a parcel is. */
  point: Signal<LonLat | null>
  /** Parcels brought in, in the order they came. */
  parcels: Signal<readonly Parcel[]>
  /** Index of the parcel asked about; null: the point is. */
  active: Signal<number | null>
  /** The address named a parcel that it had no room for. */
  parcelLost: Signal<boolean>
  /** Sites put side by side. */
  compared: Signal<readonly ComparedSite[]>
  /** A rule, or a zone that is drawn nowhere, looked up by itself. */
  lookUp: Signal<{ kind: 'rule' | 'zone'; id: string } | null>
  /** The wide panel that is open. */
  panel: Signal<Panel | null>
  covered: Signal<Covered>
  /** What measures parcels; wanted when the first one comes. */
  overlay: Signal<Later<ZoneOverlay>>
  /** How far around the parcel a ring is drawn, metres. */
  ring: Signal<number | null>
  /** What is being drawn by hand. */
  sketch: Signal<SketchMode | null>
  /** What the drawing becomes. */
  draft: Signal<Draft>
  /** What is drawn so far. */
  traced: Signal<ParcelGeometry | null>
  /** What is being measured; null: nothing. */
  measure: Signal<Measure | null>
  /** Why the last drawing could not begin, in the language of the page. */
  sketchFailed: Signal<string | null>
  /** In which view the map shows where the project may be built; null: it does not. */
  suit: Signal<SuitabilityView | null>
  /** The district cut by verdict. */
  suitability: Signal<Cut>
  /** Nearest places with a milder verdict. */
  better: Signal<Better>
  /** Where the pointer is on the map, while it shows that. */
  pointer: Signal<LonLat | null>
  /** The code that colours the map could not be read. */
  undecked: Signal<boolean>
  /** The basemap of a provider under our layers. */
  basemap: Signal<Basemap>
  /** Many places asked about at once. */
  batch: Signal<Batch>
  /** The row of it asked about; a new object each time. */
  batchRow: Signal<BatchChoice | null>
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
  /** Something waits for the full map to open. */
  opening: Signal<boolean>
  view: Signal<View>
  flight: Signal<Flight | null>
  data: Signal<Data>
  /** The words of the rules: they come after the first answer is possible. */
  texts: Signal<Later<RuleTexts>>
  /** The EIA catalogue. */
  eia: Signal<Later<EiaCatalogue>>
  /** What the project picker searches in. */
  search: Signal<Later<SearchWords>>
  /** The committed golden questions. */
  golden: Signal<Later<readonly GoldenFile[]>>
  /** The tables of the plans. */
  plan: Signal<Later<readonly PlanTables[]>>
  /** Terms of the field in plain words. */
  glossary: Signal<Later<readonly GlossaryTerm[]>>
  /** How the shapes of the layers were made. */
  provenance: Signal<Later<Provenance>>
  /** How large the page writes. */
  textSize: Signal<TextSize>
  map: Signal<MapStatus>
  /** Whether the page is kept for the time without a network. */
  offline: Signal<OfflineStatus>
  /** Turns to the new version that waits; null while none does. */
  update: Signal<(() => void) | null>
  /** False while the device says it has no network. */
  isOnline: Signal<boolean>
  /** What has been read, the overlay in its world once it is there; null while it has not. */
  loaded: ReadonlySignal<Loaded | null>
  /** What is asked about. */
  subject: ReadonlySignal<Subject | null>
  /** Zone id whose part of the parcel is highlighted: the zone that is, while a parcel is asked about. */
  piece: ReadonlySignal<string | null>
  /** What is asked, less what the rules at hand do not know; null until they are read. */
  question: ReadonlySignal<Question | null>
  /** Null until what it takes is there and something is asked about that can be answered. */
  answer: ReadonlySignal<Answer | null>
  /** Why the parcel asked about cannot be answered, in the words of the engine. */
  refusal: ReadonlySignal<string | null>
  /** How many of the parcels the address has room for. */
  room: ReadonlySignal<Room>
  /** The state an address can hold. */
  link: ReadonlySignal<Link>
}

/** A fresh state from what the address said. */
export function createApp(start: Link): App {
  const inputs = createInputs(start)
  const { data, on, project, facts, known } = inputs
  const loaded = computed(() => loadedOf(inputs))
  const subject = computed(() => subjectOf(inputs))
  const question = computed(() => {
    if (data.value.status !== 'ready') return null
    return usable({ on: on.value, project: project.value, facts: facts.value, known: known.value }, data.value.world.catalogue)
  })
  const outcome = computed(() => outcomeOf(subject.value, question.value, loaded.value))
  return {
    ...inputs,
    loaded,
    subject,
    piece: computed(() => (subject.value?.kind === 'parcel' ? inputs.selected.value : null)),
    question,
    answer: computed(() => outcome.value.answer),
    refusal: computed(() => outcome.value.refusal),
    room: computed(() => writeSites({ parcels: inputs.parcels.value, active: inputs.active.value }).room),
    link: computed(() => linkOf(inputs)),
  }
}

type Inputs = Omit<App, 'loaded' | 'subject' | 'piece' | 'question' | 'answer' | 'refusal' | 'room' | 'link'>

function loadedOf({ data, overlay }: Inputs): Loaded | null {
  if (data.value.status !== 'ready') return null
  const measuring = valueOf(overlay.value)
  return measuring === undefined ? data.value : { ...data.value, world: { ...data.value.world, overlay: measuring } }
}

function subjectOf({ parcels, active, point }: Inputs): Subject | null {
  const parcel = active.value === null ? undefined : parcels.value[active.value]
  if (parcel !== undefined) return { kind: 'parcel', parcel }
  return point.value === null ? null : { kind: 'point', lonLat: point.value }
}

interface Outcome {
  answer: Answer | null
  refusal: string | null
}

const NONE: Outcome = { answer: null, refusal: null }

/** A parcel comes from elsewhere and may be one that cannot be measured: that is told, not thrown. */
function outcomeOf(subject: Subject | null, question: Question | null, loaded: Loaded | null): Outcome {
  if (subject === null || question === null || loaded === null) return NONE
  if (subject.kind !== 'parcel') return { ...NONE, answer: ask(subject, question, loaded.world) }
  if (loaded.world.overlay === undefined) return NONE
  try {
    return { ...NONE, answer: ask(subject, question, loaded.world) }
  } catch (error) {
    if (error instanceof QuestionError || error instanceof RangeError) return { ...NONE, refusal: error.message }
    throw error
  }
}

/** What comes from elsewhere: files, the map, the network. */
const createReadings = () => ({
  data: signal<Data>({ status: 'loading' }),
  texts: signal<Later<RuleTexts>>({ status: 'idle' }),
  eia: signal<Later<EiaCatalogue>>({ status: 'idle' }),
  search: signal<Later<SearchWords>>({ status: 'idle' }),
  golden: signal<Later<readonly GoldenFile[]>>({ status: 'idle' }),
  plan: signal<Later<readonly PlanTables[]>>({ status: 'idle' }),
  glossary: signal<Later<readonly GlossaryTerm[]>>({ status: 'idle' }),
  provenance: signal<Later<Provenance>>({ status: 'idle' }),
  textSize: signal<TextSize>('middle'),
  map: signal<MapStatus>({ status: 'loading' }),
  offline: signal<OfflineStatus>({ status: 'none' }),
  update: signal<(() => void) | null>(null),
  isOnline: signal(true),
})

const createInputs = (start: Link): Inputs => ({
  lang: signal(start.lang),
  theme: signal(start.theme),
  off: signal<ReadonlySet<string>>(new Set(start.off)),
  relief: signal<'flat' | 'raised' | 'failed'>('flat'),
  opacity: signal<Readonly<Record<string, number>>>({}),
  point: signal(start.point),
  parcels: signal(start.sites?.parcels ?? []),
  active: signal(start.sites?.active ?? null),
  parcelLost: signal(start.sites?.big ?? false),
  compared: signal<readonly ComparedSite[]>(comparedOf(start.compared, start.sites?.parcels ?? [])),
  lookUp: signal<{ kind: 'rule' | 'zone'; id: string } | null>(null),
  panel: signal<Panel | null>(start.compared.length > 1 ? 'compare' : null),
  covered: signal<Covered>({ right: 0, bottom: 0 }),
  overlay: signal<Later<ZoneOverlay>>({ status: (start.sites?.parcels.length ?? 0) > 0 ? 'wanted' : 'idle' }),
  ring: signal<number | null>(null),
  sketch: signal<SketchMode | null>(null),
  draft: signal<Draft>({ name: '' }),
  traced: signal<ParcelGeometry | null>(null),
  measure: signal<Measure | null>(null),
  sketchFailed: signal<string | null>(null),
  suit: signal(start.suit),
  suitability: signal<Cut>({ status: 'none' }),
  better: signal<Better>({ status: 'none' }),
  pointer: signal<LonLat | null>(null),
  undecked: signal(false),
  basemap: signal(NO_BASEMAP),
  batch: signal<Batch>(NO_BATCH),
  batchRow: signal<BatchChoice | null>(null),
  on: signal(start.on),
  project: signal(start.project),
  facts: signal(start.facts),
  known: signal(start.known),
  item: signal(start.item),
  selected: signal(start.selected),
  hover: signal<readonly string[]>([]),
  opening: signal(false),
  view: signal(start.view),
  flight: signal<Flight | null>(null),
  ...createReadings(),
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
  sites: sitesOf(app),
  compared: comparedLinks(app.compared.value, app.parcels.value, app.active.value),
  suit: app.suit.value,
})

function sitesOf({ parcels, active, parcelLost }: Inputs): Sites | null {
  if (parcels.value.length > 0) return { parcels: parcels.value, active: active.value }
  return parcelLost.value ? { parcels: [], active: null, big: true } : null
}
