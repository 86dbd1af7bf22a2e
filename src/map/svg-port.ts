/** The port of a machine without WebGL: the same style drawn as SVG. Drawn anew after each change; panning only moves it. */
import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { LonLat } from '../core/model'
import { markerElement } from './controls'
import type { DeckScene } from './deck-scene'
import type { Change } from './diff'
import type { Goal, Inset, MapPort, PortEvents, View } from './map-port'
import './map.css'
import type { Opening } from './maplibre-port'
import { palette } from './palette'
import { ownerOf } from './style'
import type { Lang } from './style-names'
import { furnish, showScene, svgElement, type Furniture } from './svg-elements'
import { fitted, project, unproject, type Frame } from './svg-frame'
import { watchHands } from './svg-pointer'
import { measurer } from './svg-measure'
import { sceneKeeper } from './svg-scene'
import { pictureOfSvg } from './svg-picture'
import { shownBy, type FocusState } from './svg-values'
import text from './text.json'

const [MIN_ZOOM, MAX_ZOOM] = [8, 18]
/** No box is shown nearer than this. */
const NEAREST_ZOOM = 16
/** Least distance of a revealed place from a card or the edge, px. */
const MARGIN_PX = 48

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))

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
  private readonly resized = new ResizeObserver(() => this.redraw())
  private scene: DeckScene | null = null
  private readonly sceneOf = sceneKeeper()
  private readonly measure = measurer()
  private isDue = false
  private pointed = ''

  constructor(
    private readonly host: HTMLElement,
    { style, frame, camera, inset, attribution }: Opening,
    private readonly events: PortEvents,
  ) {
    this.inset = inset
    this.layers = [...style.layers]
    this.sources = Object.fromEntries(Object.entries(style.sources).flatMap(([id, source]) => (source.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection' ? [[id, source.data]] : [])))
    this.view = camera ?? fitted(frame, { ...this.size(), view: { center: [0, 0], zoom: 0 } }, inset, MAX_ZOOM)
    const container = document.createElement('div')
    container.className = 'maplibregl-canvas-container maplibregl-interactive'
    this.marker.style.position = 'absolute'
    container.append(this.svg, this.marker)
    host.append(container)
    this.furniture = furnish(host, attribution, (step) => this.zoom(step))
    this.listen()
    this.resized.observe(host)
    queueMicrotask(() => (events.styled(), events.plain(), this.redraw()))
  }

  private listen(): void {
    watchHands(this.svg, {
      drag: (dx, dy) => void (this.svg.style.translate = this.marker.style.translate = `${dx}px ${dy}px`),
      drop: () => this.moveBy(this.shifted()),
      press: (x, y) => this.press(x, y),
      zoom: (step, at) => this.zoom(step, at),
      enter: () => this.events.click(this.view.center),
      hover: (at) => this.hover(at),
    })
  }

  private press(x: number, y: number): void {
    const [lonLat, above] = [unproject(this.frame(), [x, y]), unproject(this.frame(), [x, y - 1])]
    this.events.click(lonLat, [], above[1] - lonLat[1])
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(1, this.host.clientWidth), height: Math.max(1, this.host.clientHeight) }
  }

  private frame(): Frame {
    return { view: this.view, ...this.size() }
  }

  /** How far the picture has been dragged, px. */
  private shifted(): [number, number] {
    const [dx = 0, dy = 0] = this.svg.style.translate.split(' ').map((part) => Number.parseFloat(part) || 0)
    return [dx, dy]
  }

  private moveBy([dx, dy]: readonly [number, number]): void {
    const { width, height } = this.size()
    this.look({ ...this.view, center: unproject(this.frame(), [width / 2 - dx, height / 2 - dy]) })
  }

  private zoom(step: number, at?: readonly [number, number]): void {
    const zoom = clamp(this.view.zoom + step, MIN_ZOOM, MAX_ZOOM)
    const { width, height } = this.size()
    const [x, y] = at ?? [width / 2, height / 2]
    const held = unproject(this.frame(), [x, y])
    const [heldX, heldY] = project({ ...this.frame(), view: { ...this.view, zoom } })([...held])
    this.look({ zoom, center: unproject({ ...this.frame(), view: { ...this.view, zoom } }, [width / 2 + heldX - x, height / 2 + heldY - y]) })
  }

  private look(view: View): void {
    this.view = view
    this.svg.style.translate = this.marker.style.translate = ''
    this.redraw()
    this.events.move(view)
  }

  /** Once a frame, however many changes came. */
  private redraw(): void {
    if (this.isDue) return
    this.isDue = true
    requestAnimationFrame(() => {
      this.isDue = false
      this.draw()
    })
  }

  private draw(): void {
    const frame = this.frame()
    const scene = this.sceneOf({ layers: this.layers, sources: this.sources, frame, palette, focus: this.focused, deck: this.scene, ...(this.measure === undefined ? {} : { measure: this.measure }) })
    this.svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`)
    showScene(this.svg, scene)
    this.placeMarker(frame)
    this.furniture.follow(this.view)
    const shown = this.layers.filter((layer) => layer.layout === undefined || !('visibility' in layer.layout) || layer.layout.visibility !== 'none')
    this.events.drawn([...new Set(shown.map(({ id }) => ownerOf(id)))])
  }

  private placeMarker(frame: Frame): void {
    this.marker.hidden = this.marked === null
    if (this.marked === null) return
    const [x, y] = project(frame)([...this.marked])
    ;[this.marker.style.left, this.marker.style.top] = [`${x - 20}px`, `${y - 20}px`]
  }

  private hover(at: readonly [number, number] | null): void {
    const place = at === null ? null : unproject(this.frame(), at)
    this.events.pointer(place)
    const zones = place === null ? [] : this.zonesAt(place)
    if (zones.join() === this.pointed) return
    this.pointed = zones.join()
    this.events.point(zones)
  }

  private zonesAt(place: LonLat): string[] {
    const layer = this.layers.find(({ id }) => id === 'hit/area')
    const features = layer === undefined ? [] : shownBy(layer, this.sources['zones']?.features ?? [], this.view.zoom)
    const hits = features.filter(({ geometry }) => (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && booleanPointInPolygon([...place], geometry))
    const extentOf = (feature: (typeof hits)[number]): number => Number(feature.properties?.['extent'])
    return [...new Set(hits.sort((a, b) => extentOf(a) - extentOf(b)).map(({ properties }) => String(properties?.['zone'])))]
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
  }

  cover(inset: Inset): void {
    this.inset = inset
  }

  fly(goal: Goal): void {
    if ('bbox' in goal) return this.look(fitted(goal.bbox, this.frame(), this.inset, NEAREST_ZOOM))
    const [dx, dy] = [(this.inset.left - this.inset.right) / 2, (this.inset.top - this.inset.bottom) / 2]
    const view = { center: goal.lonLat, zoom: goal.zoom ?? this.view.zoom }
    const { width, height } = this.size()
    this.look({ ...view, center: unproject({ ...this.frame(), view }, [width / 2 - dx, height / 2 - dy]) })
  }

  reveal(lonLat: LonLat): void {
    const [x, y] = project(this.frame())([...lonLat])
    const { width, height } = this.size()
    const seenX = clamp(x, this.inset.left + MARGIN_PX, Math.max(this.inset.left + MARGIN_PX, width - this.inset.right - MARGIN_PX))
    const seenY = clamp(y, this.inset.top + MARGIN_PX, Math.max(this.inset.top + MARGIN_PX, height - this.inset.bottom - MARGIN_PX))
    if (seenX !== x || seenY !== y) this.moveBy([seenX - x, seenY - y])
  }

  revealBox(box: readonly [number, number, number, number]): void {
    this.look(fitted(box, this.frame(), this.inset, NEAREST_ZOOM))
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
    this.scene = scene
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
