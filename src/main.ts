/** Wiring only: data → state → page, map and address. */
import { effect, type ReadonlySignal } from '@preact/signals'
import { h, render } from 'preact'
import type { BatchDesk } from './core/batch-types'
import type { Catalogue } from './core/catalogue'
import type { Loaded, Parcel } from './core/model'
import { once } from './core/once'
import type { RuleTexts } from './core/rule-text'
import { eiaUrl, files, glossaryUrl, goldenUrl, layers, planUrl, provenanceUrl, searchUrl } from './data/files'
import { loadBase, loadTexts, loadWorld } from './data/load'
import { englishReader } from './data/load-english'
import { loadOverlay } from './data/load-overlay'
import { embeddingOf } from './embed/origins'
import { legendOf } from './map/legend'
import type { DeckPicture } from './map/deck-picture'
import type { MapEvents, MapState, MapView } from './map/map-view'
import { keepAddress } from './state/address'
import type { App, Covered } from './state/app'
import { isLaid, kept, NO_BASEMAP, storesOf, tileTeller } from './state/basemap'
import { askRow, choosePoint, questionOfAll } from './state/batch'
import { readWhenWanted, want } from './state/later'
import { shownParcels, type ShownParcels } from './state/parcel-shapes'
import { keepTextSize } from './state/text-size'
import { arrive, turnPage } from './state/turn-page'
import { askParcel, endSketch } from './state/parcel-verbs'
import { languageOf, localDay, usualLink } from './state/start'
import { followSuitability, shownCut, type SuitabilityDesk } from './state/suitability'
import { decode, type Lang, type Link } from './state/url'
import { askAt } from './state/verbs'
import { breathe, inSlices } from './rest'
import { attributionIn } from './ui/extract-attribution'
import { Unread, unread } from './ui/guard'
import { spokenIn } from './ui/spoken'
import type { Page } from './ui/page'
import { Shell } from './ui/shell'
import site from '../geodata/site.json'

const [west = 0, south = 0, east = 0, north = 0] = site.bbox
const bounds: readonly [number, number, number, number] = [west, south, east, north]

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`expected an element "${id}" in index.html, found none`)
  return found
}

/** Scale bar and credit stand above the sheet of a phone, CSS px. */
const CREDIT_PX = 52

/** Where the cards cover the map, CSS px from each side. */
function inset({ right, bottom }: Covered) {
  const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
  const [side, sheet, search] = [box('.side'), box('#answer'), box('.search')]
  const map = element('map').getBoundingClientRect()
  const isWide = sheet !== undefined && sheet.left >= innerWidth / 2
  // Zoomed in, the map stands below the rest, in a frame above it; nothing covers it.
  const isBare = sheet !== undefined && (sheet.bottom <= map.top || sheet.top >= map.bottom)
  if (isBare) return { top: 0, right: 0, bottom: 0, left: 0 }
  if (!isWide) return { top: search?.bottom ?? 0, right: 0, bottom: CREDIT_PX + (sheet === undefined ? 0 : Math.max(0, map.bottom - sheet.top)), left: 0 }
  const isTall = side !== undefined && side.height > map.height / 2
  return { top: 0, right: Math.max(right, map.right - sheet.left), bottom, left: isTall ? side.right : 0 }
}

type Parcels = ReadonlySignal<ShownParcels>

/** What is laid over the map: the district by verdict, and the points of a batch. */
function laidOver(app: App): { deck: DeckPicture; receded: boolean } {
  const [view, cut, points] = [app.suit.value, shownCut(app.suitability.value), app.batch.value.picture]
  const faces = view !== null && cut !== null ? { faces: { view, faces: cut.faces } } : {}
  return { deck: { ...faces, ...(points === null ? {} : { points }) }, receded: 'faces' in faces }
}

/** The basemap, and whether its first tile came: until then our own paper stays. */
function groundOf(app: App): Pick<MapState, 'ground' | 'grounded'> {
  const basemap = app.basemap.value
  if (!isLaid(basemap)) return { ground: null, grounded: false }
  return { ground: { kind: basemap.kind, turn: basemap.turn }, grounded: basemap.told.is === 'there' }
}

const mapState = (app: App, parcels: Parcels) => ({
  theme: app.theme.value,
  lang: app.lang.value,
  off: app.off.value,
  opacity: app.opacity.value,
  point: app.point.value,
  selected: app.selected.value,
  parcels: parcels.value,
  tilted: app.relief.value === 'raised',
  ...laidOver(app),
  ...groundOf(app),
  inset: inset(app.covered.value),
})

/** The words of the rules, and what makes them whole in both languages. */
async function readTexts(app: App, english: () => Promise<void>): Promise<RuleTexts> {
  const [texts] = await Promise.all([loadTexts(files), english()])
  want(app.glossary)
  return texts
}

/** Gets tiles of the basemap with the reader's key, and tells what came of it. */
function tilesFor(app: App): NonNullable<MapEvents['tile']> {
  const tell = tileTeller(app.basemap)
  return async (place, signal) => {
    const { loadTile } = await import('./data/tianditu')
    const outcome = await loadTile(place, app.basemap.peek().key, signal)
    if (!signal.aborted) tell('tile' in outcome ? 'came' : outcome.status)
    if ('tile' in outcome) return outcome.tile
    throw new Error(`expected a tile, found ${outcome.status ?? 'no answer'}`)
  }
}

/** Draws the map and keeps it equal to the state. */
async function drawMap(app: App, loaded: Loaded, parcels: Parcels, openBatch: () => Promise<BatchDesk>): Promise<MapView> {
  const { createMapView, drawingSteps } = await import('./map/map-view').catch((error: unknown) => Promise.reject(unread(error)))
  const drawing = await inSlices(drawingSteps(loaded.layers, loaded.data))
  await breathe()
  const { center, zoom } = app.view.peek()
  const isUsual = zoom === site.view.zoom
  const isGuest = embeddingOf(location.search) !== null
  const start = { ...mapState(app, parcels), isGuest, ...(isUsual ? {} : { center, zoom }) }
  return createMapView(element('map'), drawing, start, {
    ask: (lonLat) => askAt(app, lonLat),
    hover: (zones) => void (app.hover.value = zones),
    pointer: (lonLat) => void (app.pointer.value = app.suit.peek() === null ? null : lonLat),
    undecked: () => void (app.undecked.value = true),
    view: (view) => void (app.view.value = view),
    drawn: (ids) => void (element('map').dataset['drawn'] = ids.join(' ')),
    ready: () => void (app.map.value = { status: 'ready' }),
    flat: () => void (app.relief.value = 'failed'),
    traced: (geometry) => void (app.traced.value = geometry),
    tile: tilesFor(app),
    groundless: () => void (app.basemap.value = { ...app.basemap.peek(), told: { is: 'missing', status: null } }),
    plain: () => void (app.map.value = { status: 'plain' }),
    opening: (is) => void (app.opening.value = is),
    grown: (isFull) => void (element('map').dataset['full'] = String(isFull)),
    sketched: (geometry, why) => endSketch(app, geometry, why),
    parcel: (index) => askParcel(app, index),
    batchPoint: (index) => void openBatch().then((desk) => choosePoint(app, desk, index)),
  }, { zh: attributionIn('zh'), en: attributionIn('en') })
}

/** A map that fails is told in the panel, and tried again when the reader asks for it. */
async function untilDrawn(app: App, draw: () => Promise<void>): Promise<void> {
  try {
    await draw()
  } catch (error) {
    app.map.value = { status: 'failed', why: error instanceof Unread ? null : reason(error), again: () => void untilDrawn(app, draw) }
  }
}

function followState(app: App, map: MapView, parcels: Parcels): void {
  effect(() => map.update(mapState(app, parcels)))
  effect(() => {
    if (app.flight.value !== null) map.fly(app.flight.value)
  })
  effect(() => {
    const [mode, edited] = [app.sketch.value, app.parcels.peek()[app.active.peek() ?? -1]]
    if (mode === 'edit' && edited !== undefined) map.sketch(mode, edited.geometry)
    else map.sketch(mode)
  })
  const cards = new ResizeObserver(() => map.update(mapState(app, parcels)))
  for (const card of document.querySelectorAll('.side, #answer')) cards.observe(card)
}

/** What cuts the district by verdict, in a worker of its own. */
async function suitabilityDesk(app: App): Promise<SuitabilityDesk> {
  const [{ createSuitability, spawnSuitability }, { workerFiles }] = await Promise.all([import('./data/suitability'), import('./data/worker-files')])
  const loaded = app.loaded.peek()
  if (loaded === null) throw new Error('expected the rules, found none read yet')
  return createSuitability(spawnSuitability, workerFiles(loaded, files, location.href))
}

/** The desk of the batch, made with its worker when it is first asked for. It follows the question, and the row asked about. */
function batchDesk(app: App): () => Promise<BatchDesk> {
  return once(async (): Promise<BatchDesk> => {
    const [{ createBatchDesk, spawnBatch }, { workerFiles }] = await Promise.all([import('./data/batch-client'), import('./data/worker-files')])
    const loaded = app.loaded.peek()
    if (loaded === null) throw new Error('expected the rules, found none read yet')
    const desk = createBatchDesk(spawnBatch(), workerFiles(loaded, files, location.href), bounds, (batch) => (app.batch.value = batch))
    let parcel: Parcel | null = null
    effect(() => {
      if (app.question.value !== null) desk.ask(questionOfAll(app.question.value))
    })
    effect(() => {
      if (app.batchRow.value !== null) void askRow(app, desk, app.batchRow.value, parcel).then((kept) => (parcel = kept))
    })
    return desk
  })
}

/** Kept once the map is there: what one came for comes first. */
function keepWhenDrawn(app: App): void {
  const stop = effect(() => {
    if (!import.meta.env.PROD || app.map.value.status === 'loading') return
    queueMicrotask(() => stop())
    void import('./data/offline').then(({ keepOffline }) => keepOffline({ offline: (state) => void (app.offline.value = state), update: (take) => void (app.update.value = take) }))
  })
  app.isOnline.value = navigator.onLine
  for (const name of ['online', 'offline']) addEventListener(name, () => void (app.isOnline.value = navigator.onLine))
}

/** The whole page; or in a frame of another the map with a compact answer, and an ear for that other. */
async function show(page: Page, defaults: Link): Promise<void> {
  const embedding = embeddingOf(location.search)
  keepAddress(page.app, window, defaults, embedding === null)
  if (embedding === null) {
    render(h(Shell, page), element('app'))
    return keepWhenDrawn(page.app)
  }
  const [{ EmbedShell }, { pageAddress, stateLink }, { talkToParent }] = await Promise.all([import('./ui/embed'), import('./ui/share-link'), import('./embed/frame')])
  render(h(EmbedShell, { ...page, refused: embedding.refused }), element('app'))
  const link = () => stateLink(page.app.link.peek(), pageAddress(location.href)).href
  talkToParent(page.app, window, embedding, { near: bounds, today: () => localDay(new Date()), link })
}

/** Files that nothing else is needed for. */
function readFilesWhenWanted(app: App): void {
  const later = () => import('./data/load-later')
  readWhenWanted(app.search, async () => (await later()).loadSearch(searchUrl))
  readWhenWanted(app.golden, async () => (await later()).loadGolden(goldenUrl))
  readWhenWanted(app.plan, async () => (await later()).loadPlanTables(planUrl))
  readWhenWanted(app.glossary, async () => (await later()).loadGlossary(glossaryUrl))
  readWhenWanted(app.provenance, async () => (await later()).loadProvenance(provenanceUrl))
}

async function start(): Promise<void> {
  const defaults = usualLink({
    view: { center: [site.view.center[0] ?? 0, site.view.center[1] ?? 0], zoom: site.view.zoom },
    layers,
    now: new Date(),
    lang: languageOf(navigator.languages),
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  })
  const stores = storesOf(window)
  const app = arrive(decode(location.hash, defaults), location.hash, stores.visit)
  app.basemap.value = { ...NO_BASEMAP, ...kept(stores), isOpen: document.querySelector('meta[name="basemap"]') !== null }
  keepTextSize(app.textSize, stores.device)
  const parcels = shownParcels(app)
  let map: MapView | null = null
  const openBatch = batchDesk(app)
  const putEnglish = englishReader(files.englishUrl)
  let catalogue: Catalogue | undefined
  const english = () => putEnglish(catalogue)
  const others = async (lang: Lang) => {
    if (lang !== 'en' || catalogue === undefined) return
    await english()
    want(app.texts) // where they waited in vain for that
  }
  const speech = await spokenIn(app.lang, others, embeddingOf(location.search) !== null) // what a frame shows is a part fetched later
  await show({ app, ...speech, legend: legendOf, takePicture: async () => (await map?.picture()) ?? null, finishSketch: () => map?.finish(), openBatch, turnPage: (to, isForced) => turnPage(app, window, { to, defaults, isForced, store: stores.visit }) }, defaults)
  readFilesWhenWanted(app)
  try {
    if (app.lang.peek() === 'en') void english().catch(() => undefined) // told below
    const world = await loadWorld(files)
    await breathe()
    catalogue = world.world.catalogue
    await speech.follow()
    app.data.value = { status: 'ready', ...world }
    readWhenWanted(app.texts, () => readTexts(app, english))
    want(app.texts) // they follow the first answer
    readWhenWanted(app.overlay, () => loadOverlay(world))
    followSuitability(app, () => suitabilityDesk(app))
    readWhenWanted(app.eia, async () => (await import('./data/load-eia')).loadEia(eiaUrl, world.world.catalogue))
    const loaded = await loadBase(world, files)
    await breathe()
    app.data.value = { status: 'ready', ...loaded }
    await untilDrawn(app, async () => {
      map = await drawMap(app, loaded, parcels, openBatch)
      followState(app, map, parcels)
    })
  } catch (error) {
    if (app.data.value.status === 'ready') throw error // ours to mend; an answer that is there stays there
    app.data.value = { status: 'failed', why: reason(error) } // told in the panel
  }
}

// Not awaited: parts that are fetched later stand on this file, and would wait for its end. To be read is one step, to start another.
void breathe().then(start)
