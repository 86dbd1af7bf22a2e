/** The port of a machine without WebGL: the same style drawn as SVG. Drawn anew after each change; panning only moves it. */
import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import { atOnce } from '../core/steps'
import { crossElement, markerElement } from './marks'
import type { DeckScene } from './deck-scene'
import type { Change } from './diff'
import type { Box } from './geometry'
import type { Goal, Inset, MapPort, Opening, PortEvents, View } from './map-port'
import './map.css'
import { palette } from './palette'
import { clamp, isWellInView, MAX_ZOOM, MIN_ZOOM, NEAREST_ZOOM, paddingOf, shiftToSee, within } from './room'
import { ownerOf } from './style'
import type { Lang } from './style-names'
import { furnish, showScene, svgElement, type Furniture } from './svg-elements'
import { fitted, project, unproject, type Frame } from './svg-frame'
import { grown } from './svg-growth'
import { hintOver, type Hint } from './svg-hint'
import { measurer } from './svg-measure'
import { watchHands, type Hands } from './svg-pointer'
import { zonesAt } from './svg-pointed'
import { sceneKeeper, type SceneSteps, type SvgScene } from './svg-scene'
import { pictureOfSvg } from './svg-picture'
import { isFar, placedBy, shifted, still, transformOf, type Shift } from './svg-shift'
import type { FocusState } from './svg-values'
import text from './text.json'

class SvgPort implements MapPort {
  private view: View
  private inset: Inset
  private marked: LonLat | null = null
  private layers: LayerSpecification[]
  private readonly sources: Record<string, FeatureCollection>
  private readonly focused = new Map<string, FocusState>()
  private readonly svg = svgElement('svg', { class: 'maplibregl-canvas map-plain', tabindex: '0', role: 'region' })
  private readonly marker = markerElement()
  private readonly furniture: Furniture
  private readonly hint: Hint
  private readonly limits: Box
  private shift = still
  private isReady = false
  /** Pictures begun; only the last is shown. */
  private turn = 0
  private readonly resized = new ResizeObserver(() => this.redraw())
  private deckScene: DeckScene | null = null
  private readonly sceneOf = sceneKeeper()
  private readonly measure = measurer()
  private isDue = false
  private pointed = ''

  constructor(
    private readonly host: HTMLElement,
    { style, frame, camera, inset, attribution, isGuest }: Opening,
    private readonly events: PortEvents,
  ) {
    this.inset = inset
    this.limits = frame
    this.layers = [...style.layers]
    this.sources = Object.fromEntries(Object.entries(style.sources).flatMap(([id, source]) => (source.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection' ? [[id, source.data]] : [])))
    this.view = camera ?? fitted(frame, { ...this.size(), view: { center: [0, 0], zoom: 0 } }, inset, MAX_ZOOM)
    const container = document.createElement('div')
    container.className = 'maplibregl-canvas-container'
    this.marker.style.position = 'absolute'
    container.append(this.svg, crossElement(), this.marker)
    host.append(container)
    this.furniture = furnish(host, attribution, (step) => this.zoom(step))
    this.hint = hintOver(host)
    this.listen(isGuest)
    this.resized.observe(host)
    queueMicrotask(() => (events.styled(), this.redraw()))
  }

  private listen(isGuest: boolean): void {
    this.svg.style.touchAction = isGuest ? 'pan-x pan-y' : 'none'
    const hands: Hands = {
      shift: (from, to, factor) => this.move(from, to, factor),
      drop: () => this.settle(),
      press: (at) => this.press(at),
      zoom: (step, at) => this.zoom(step, at),
      enter: () => this.events.click(this.view.center),
      hover: (at) => this.hover(at),
      refuse: (by) => this.hint.show(by),
    }
    watchHands(this.svg, hands, isGuest)
  }

  private press([x, y]: readonly [number, number]): void {
    const [lonLat, above] = [unproject(this.frame(), [x, y]), unproject(this.frame(), [x, y - 1])]
    this.events.click(lonLat, [], above[1] - lonLat[1])
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(1, this.host.clientWidth), height: Math.max(1, this.host.clientHeight) }
  }

  private frame(): Frame {
    return { view: this.view, ...this.size() }
  }

  /** The picture follows the hand as it is; what moves far is drawn anew on the way. */
  private move(from: readonly [number, number], to: readonly [number, number], wanted: number): void {
    const { k } = this.shift
    const factor = clamp(k * wanted, 2 ** (MIN_ZOOM - this.view.zoom), 2 ** (MAX_ZOOM - this.view.zoom)) / k
    this.place(shifted(this.shift, from, to, factor))
    if (isFar(this.shift, this.size())) this.settle()
  }

  private place(shift: Shift): void {
    this.shift = shift
    this.svg.style.transform = transformOf(shift)
    this.placeMarker(this.frame())
  }

  /** Draws the picture where it was moved to. */
  private settle(): void {
    if (this.shift === still) return
    const { k, dx, dy } = this.shift
    const { width, height } = this.size()
    this.look({ zoom: this.view.zoom + Math.log2(k), center: unproject(this.frame(), [(width / 2 - dx) / k, (height / 2 - dy) / k]) })
  }

  private zoom(step: number, at?: readonly [number, number]): void {
    const { width, height } = this.size()
    const about = at ?? [width / 2, height / 2] as const
    this.move(about, about, 2 ** step)
    this.settle()
  }

  private look({ center, zoom }: View): void {
    this.view = { center: within(this.limits, center), zoom: clamp(zoom, MIN_ZOOM, MAX_ZOOM) }
    this.place(still)
    // Not later than the picture is put back in its place.
    this.draw()
    this.events.move(this.view)
  }

  /** Once a frame, however many changes came; the first picture grows, and a change on the way begins it anew. */
  private redraw(): void {
    if (this.isDue) return
    this.isDue = true
    requestAnimationFrame(() => {
      this.isDue = false
      if (this.isReady) this.draw()
      else void this.grow()
    })
  }

  private async grow(): Promise<void> {
    const turn = ++this.turn
    const scene = await grown(this.scene(), (sofar) => this.present(sofar), () => turn !== this.turn)
    if (scene !== null) this.presentWhole(scene)
  }

  private draw(): void {
    this.turn++
    this.presentWhole(atOnce(this.scene()))
  }

  private scene(): SceneSteps {
    const { layers, sources, focused: focus, deckScene: deck, measure } = this
    return this.sceneOf({ layers, sources, frame: this.frame(), palette, focus, deck, ...(measure === undefined ? {} : { measure }) })
  }

  private present(scene: SvgScene): void {
    const frame = this.frame()
    this.svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`)
    showScene(this.svg, scene)
    this.placeMarker(frame)
    this.furniture.follow(this.view)
  }

  private presentWhole(scene: SvgScene): void {
    this.present(scene)
    const shown = this.layers.filter((layer) => layer.layout === undefined || !('visibility' in layer.layout) || layer.layout.visibility !== 'none')
    this.events.drawn([...new Set(shown.map(({ id }) => ownerOf(id)))])
    if (!this.isReady) this.events.ready()
    this.isReady = true
    this.events.rested()
  }

  private placeMarker(frame: Frame): void {
    this.marker.hidden = this.marked === null
    if (this.marked === null) return
    const [x, y] = placedBy(this.shift, project(frame)([...this.marked]))
    ;[this.marker.style.left, this.marker.style.top] = [`${x - 20}px`, `${y - 20}px`]
  }

  private hover(at: readonly [number, number] | null): void {
    const place = at === null ? null : unproject(this.frame(), at)
    this.events.pointer(place)
    const zones = place === null ? [] : zonesAt(place, this.layers, this.sources, this.view.zoom)
    if (zones.join() === this.pointed) return
    this.pointed = zones.join()
    this.events.point(zones)
  }

  change({ kind, layer: id, name, value }: Change): void {
    this.layers = this.layers.map((layer) => {
      if (layer.id !== id) return layer
      if (kind === 'filter') return { ...layer, filter: value } as LayerSpecification // the value comes from a checked style
      return { ...layer, [kind]: { ...layer[kind], [name]: value } } as LayerSpecification
    })
    this.redraw()
  }

  focus(zone: string, state: FocusState): void {
    this.focused.set(zone, { ...this.focused.get(zone), ...state })
    this.redraw()
  }

  mark(lonLat: LonLat | null): void {
    this.marked = lonLat
    this.placeMarker(this.frame())
  }

  speak(lang: Lang): void {
    this.svg.setAttribute('aria-label', text[lang].map)
    this.furniture.speak(lang)
    this.hint.speak(lang)
  }

  cover(inset: Inset): void {
    this.inset = inset
  }

  fly(goal: Goal): void {
    if ('view' in goal) return this.look(goal.view)
    if ('bbox' in goal) return this.fit(goal.bbox)
    const [dx, dy] = [(this.inset.left - this.inset.right) / 2, (this.inset.top - this.inset.bottom) / 2]
    const view = { center: goal.lonLat, zoom: goal.zoom ?? this.view.zoom }
    const { width, height } = this.size()
    this.look({ ...view, center: unproject({ ...this.frame(), view }, [width / 2 - dx, height / 2 - dy]) })
  }

  private fit(box: Readonly<Box>): void {
    this.look(fitted(box, this.frame(), paddingOf(this.size(), this.inset), NEAREST_ZOOM))
  }

  looksAt(): View {
    return this.view
  }

  reveal(lonLat: LonLat): void {
    const [dx, dy] = shiftToSee(project(this.frame())([...lonLat]), this.size(), this.inset)
    if (dx === 0 && dy === 0) return
    this.move([0, 0], [dx, dy], 1)
    this.settle()
  }

  revealBox(box: Box): void {
    const at = project(this.frame())
    if (!isWellInView({ ...this.size(), zoom: this.view.zoom, at }, box, this.inset)) this.fit(box)
  }

  show(source: string, data: FeatureCollection): void {
    this.sources[source] = data
    this.redraw()
  }

  /** Drawing by hand needs the map library. */
  sketch(sketch: unknown): void {
    if (sketch !== null) queueMicrotask(() => this.events.sketched(null, 'noTools'))
  }

  finish(): void {}

  async picture(): Promise<string | null> {
    return pictureOfSvg(this.svg, this.size())
  }

  deck(scene: DeckScene | null): void {
    this.deckScene = scene
    this.redraw()
  }

  tilt(land: unknown): void {
    if (land !== null) queueMicrotask(() => this.events.flat())
  }

  ground(ground: unknown): void {
    if (ground !== null) queueMicrotask(() => this.events.groundless())
  }

  destroy(): void {
    this.resized.disconnect()
    this.host.replaceChildren()
  }
}

/** Opens the simple map. */
export const createSvgPort = (host: HTMLElement, opening: Opening, events: PortEvents): MapPort => new SvgPort(host, opening, events)
