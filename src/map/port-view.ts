/** The view: what the page tells the map and hears from it, on whatever port. */
import type { LayerSpecification } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import { changesBetween } from './diff'
import type { Drawing } from './drawing'
import type { Inset, MapPort, PortEvents } from './map-port'
import { layersOf, type Shown } from './style'
import text from './text.json'

/** Everything the map shows. */
export interface MapState extends Shown {
  /** Place asked about. */
  point: LonLat | null
  /** Zone id highlighted. */
  selected: string | null
  /** Parts of the map under cards, CSS px; nothing when absent. */
  inset?: Inset
}

export interface MapEvents {
  /** Someone asks about a place: by click, tap, or Enter at the cross. */
  ask(lonLat: LonLat): void
  /** Zone ids under the pointer, smallest first. */
  hover(zones: readonly string[]): void
  view(view: { center: LonLat; zoom: number }): void
  /** The first complete picture is drawn. */
  ready(): void
  /** Layers that have something in the picture, after it changed: what the map shows, the page can say. */
  drawn(layers: readonly string[]): void
  /** There will be no map; `reason` is a sentence in the language of the state. */
  failed(reason: string): void
}

export interface MapView {
  /** Shows a state; only what differs is touched, the same state again touches nothing. */
  update(state: MapState): void
  fly(to: { lonLat: LonLat; zoom?: number }): void
  destroy(): void
}

/** No cards over the map. */
export const everywhere: Inset = { top: 0, right: 0, bottom: 0, left: 0 }

const sameShown = (a: Shown, b: Shown): boolean =>
  a.theme === b.theme && a.lang === b.lang && a.opacity === b.opacity && (a.off === b.off || [...a.off].join() === [...b.off].join())

/** Brings a port from the state it shows to the state wanted. */
export class PortView implements MapView {
  private readonly port: MapPort
  private wanted: MapState
  private shown: MapState
  private layers: LayerSpecification[]
  private hovered: string | null = null
  private styled = false

  constructor(
    private readonly drawing: Drawing,
    start: MapState,
    private readonly events: MapEvents,
    open: (events: PortEvents) => MapPort,
  ) {
    this.wanted = start
    // The port opens with the style of `start`, but without marker and selection.
    this.shown = { ...start, point: null, selected: null }
    this.layers = layersOf(drawing, start)
    this.port = open(this.portEvents())
    this.showAround(start, null)
  }

  update(state: MapState): void {
    const before = this.wanted
    this.wanted = state
    this.showAround(state, before)
    this.showStyle()
  }

  fly(to: { lonLat: LonLat; zoom?: number }): void {
    this.port.fly(to)
  }

  destroy(): void {
    this.port.destroy()
  }

  /** Marker, words and covered parts do not wait for the style. */
  private showAround(state: MapState, before: MapState | null): void {
    if (state.lang !== before?.lang) this.port.speak(state.lang)
    if (JSON.stringify(state.inset) !== JSON.stringify(before?.inset)) this.port.cover(state.inset ?? everywhere)
    if (JSON.stringify(state.point) === JSON.stringify(before?.point ?? null)) return
    this.port.mark(state.point)
    if (state.point !== null) this.port.reveal(state.point)
  }

  private showStyle(): void {
    if (!this.styled) return
    const [before, after] = [this.shown, this.wanted]
    if (!sameShown(before, after)) this.showLayers(after)
    if (before.selected !== after.selected) {
      if (before.selected !== null) this.port.focus(before.selected, { selected: false })
      if (after.selected !== null) this.port.focus(after.selected, { selected: true })
    }
    this.shown = after
  }

  private showLayers(state: MapState): void {
    const layers = layersOf(this.drawing, state)
    for (const change of changesBetween(this.layers, layers)) this.port.change(change)
    this.layers = layers
  }

  private point(zones: readonly string[]): void {
    const [smallest = null] = zones
    if (this.styled && smallest !== this.hovered) {
      if (this.hovered !== null) this.port.focus(this.hovered, { hovered: false })
      if (smallest !== null) this.port.focus(smallest, { hovered: true })
      this.hovered = smallest
    }
    this.events.hover(zones)
  }

  /** A restored map has its layers and images back, but no feature state. */
  private onStyled(): void {
    this.styled = true
    this.hovered = null
    this.shown = { ...this.shown, selected: null }
    this.showStyle()
  }

  private portEvents(): PortEvents {
    const { events } = this
    return {
      styled: () => this.onStyled(),
      lost: () => void (this.styled = false),
      ready: () => events.ready(),
      drawn: (layers) => events.drawn(layers),
      click: (lonLat) => events.ask(lonLat),
      point: (zones) => this.point(zones),
      move: (view) => events.view(view),
      failed: (why) => events.failed(text[this.wanted.lang][why]),
    }
  }
}
