/** The view: what the page tells the map and hears from it, on whatever port. */
import type { LayerSpecification } from 'maplibre-gl'
import type { LonLat, ParcelGeometry } from '../core/model'
import type { DeckPicture } from './deck-picture'
import { DeckShow } from './deck-show'
import { changesBetween } from './diff'
import type { Drawing } from './drawing'
import type { Goal, Ground, Inset, Land, MapPort, NoSketch, PortEvents, SketchMode, TilePlace, View } from './map-port'
import { palette } from './palette'
import { ParcelShow } from './parcel-show'
import { activeOf, boxOfParcel, noParcels, type MapParcels } from './parcels'
import { layersOf, type Shown } from './style'
import text from './text.json'

/** Everything the map shows. */
export interface MapState extends Shown {
  /** Place asked about. */
  point: LonLat | null
  /** Zone id highlighted. */
  selected: string | null
  /** Parcels and what is shown of them; none when absent. */
  parcels?: MapParcels
  /** The land stands up as terrain, unless something is laid over it; flat when absent. */
  tilted?: boolean
  /** The basemap of a provider; none when absent or null. */
  ground?: Pick<Ground, 'kind' | 'turn'> | null
  /** Faces and points laid over the map; nothing when absent. */
  deck?: DeckPicture
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
  /** The terrain could not be raised. */
  flat?(): void
  /** Where the pointer is; null when it left or the map moves. */
  pointer?(lonLat: LonLat | null): void
  /** A point of the batch was clicked. */
  batchPoint?(index: number): void
  /** What lays faces and points over the map could not be read. */
  undecked?(): void
  /** There is no WebGL: the map stays a simple one, without relief and drawing tools. */
  plain(): void
  /** The picture is complete for now. */
  rested?(): void
  /** The graphics context is gone for now. */
  lost?(): void
  /** The full map took the place of the simple one, or the other way round. */
  grown?(isFull: boolean): void
  /** Someone waits for the full map, or no longer. */
  opening?(is: boolean): void
  /** A sketch ended: its geometry in 8 decimals, or null when it was cancelled or, with `reason`, could not begin. */
  sketched?(geometry: ParcelGeometry | null, reason?: string): void
  /** What is drawn so far, while a sketch is under way. */
  traced?(geometry: ParcelGeometry): void
  /** A tile of the basemap is needed; rejects where there is none. */
  tile?(place: TilePlace, signal: AbortSignal): Promise<ArrayBuffer>
  /** The basemap could not be laid. */
  groundless?(): void
  /** The outline of a parcel that is not the active one was clicked. */
  parcel?(index: number): void
}

export interface MapView {
  /** Shows a state; only what differs is touched, the same state again touches nothing. */
  update(state: MapState): void
  fly(to: Goal): void
  /**
   * Draws by hand until `sketched` tells the end; meanwhile the map asks nothing and points at nothing. Double click,
   * Enter or a click on the first point finish, Escape cancels. Null ends a sketch without a word.
   * @param geometry what `edit` edits
   */
  sketch(mode: SketchMode | null, geometry?: ParcelGeometry): void
  /** Ends a sketch with what is there, as Enter does: for a button, where there is no keyboard. */
  finish(): void
  /** PNG data URL of the map as it is seen, marker included; null where there is no map. */
  picture(): Promise<string | null>
  destroy(): void
}

/** No cards over the map. */
export const everywhere: Inset = { top: 0, right: 0, bottom: 0, left: 0 }

const sameShown = (a: Shown, b: Shown): boolean =>
  a.theme === b.theme && a.lang === b.lang && a.receded === b.receded && a.grounded === b.grounded && a.opacity === b.opacity && (a.off === b.off || [...a.off].join() === [...b.off].join())

/** What deck.gl draws lies at the height of the sea: it would be lost under the land. */
const isRaised = ({ tilted = false, deck = {} }: MapState): boolean => tilted && deck.faces === undefined && deck.points === undefined

function groundOf({ ground, theme, lang }: MapState): Ground | null {
  return ground === undefined || ground === null ? null : { ...ground, credit: text[lang].ground, look: palette[theme].grounds[ground.kind] }
}

/** Brings a port from the state it shows to the state wanted. */
export class PortView implements MapView {
  private readonly port: MapPort
  private wanted: MapState
  private shown: MapState
  private layers: LayerSpecification[]
  private hovered: string | null = null
  private styled = false
  private sketching: SketchMode | null = null
  private readonly parcels = new ParcelShow((source, data) => this.port.show(source, data))
  private readonly deck = new DeckShow((scene) => this.port.deck(scene), (edges) => this.port.show('faces', edges))

  constructor(
    private readonly drawing: Drawing,
    start: MapState,
    private readonly events: MapEvents,
    open: (events: PortEvents) => MapPort,
  ) {
    this.wanted = start
    // The port opens with the style of `start`, but without marker and selection.
    this.shown = { ...start, point: null, selected: null, tilted: false, ground: null }
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

  fly(to: Goal): void {
    this.port.fly(to)
  }

  looksAt(): View {
    return this.port.looksAt()
  }

  sketch(mode: SketchMode | null, geometry?: ParcelGeometry): void {
    if (mode === null && this.sketching === null) return
    if (mode !== null) this.point([])
    this.sketching = mode
    this.showParcels()
    this.port.sketch(mode === null ? null : { mode, geometry: geometry ?? null, colours: palette[this.wanted.theme].parcel })
  }

  finish(): void {
    if (this.sketching !== null) this.port.finish()
  }

  picture(): Promise<string | null> {
    return this.port.picture()
  }

  destroy(): void {
    this.port.destroy()
  }

  /** Marker, words and covered parts do not wait for the style. */
  private showAround(state: MapState, before: MapState | null): void {
    if (state.lang !== before?.lang) this.port.speak(state.lang)
    if (JSON.stringify(state.inset) !== JSON.stringify(before?.inset)) this.port.cover(state.inset ?? everywhere)
    this.showActive(state.parcels ?? noParcels, before?.parcels ?? noParcels)
    if (JSON.stringify(state.point) === JSON.stringify(before?.point ?? null)) return
    this.port.mark(state.point)
    if (state.point !== null) this.port.reveal(state.point)
  }

  /** Another parcel is asked about, or the same in another shape: it must be seen. */
  private showActive(after: MapParcels, before: MapParcels): void {
    const [parcel, earlier] = [activeOf(after), activeOf(before)]
    if (parcel === null || parcel === earlier) return
    if (JSON.stringify(parcel) !== JSON.stringify(earlier)) this.port.revealBox(boxOfParcel(parcel))
  }

  /** What is being edited shows its vertices; as it was, it recedes. */
  private showParcels(): void {
    const parcels = this.wanted.parcels ?? noParcels
    if (this.styled) this.parcels.show(this.sketching === 'edit' ? { ...noParcels, shown: parcels.shown } : parcels)
  }

  private showStyle(): void {
    if (!this.styled) return
    this.showParcels()
    const [before, after] = [this.shown, this.wanted]
    this.deck.show(after.deck ?? {}, after.theme)
    if (!sameShown(before, after)) this.showLayers(after)
    if (before.selected !== after.selected) {
      if (before.selected !== null) this.port.focus(before.selected, { selected: false })
      if (after.selected !== null) this.port.focus(after.selected, { selected: true })
    }
    this.showLand(before, after)
    this.showGround(before, after)
    this.shown = after
  }

  private showLayers(state: MapState): void {
    const layers = layersOf(this.drawing, state)
    for (const change of changesBetween(this.layers, layers)) this.port.change(change)
    this.layers = layers
  }

  private click(lonLat: LonLat, outlines: readonly number[] = [], perPx = 0): void {
    if (this.sketching !== null) return
    const point = this.events.batchPoint === undefined ? null : this.deck.pointAt(this.wanted.deck?.points, lonLat, perPx)
    if (point !== null) return this.events.batchPoint?.(point)
    const other = outlines.find((index) => index !== this.wanted.parcels?.active)
    if (other === undefined || this.events.parcel === undefined) this.events.ask(lonLat)
    else this.events.parcel(other)
  }

  private endSketch(geometry: ParcelGeometry | null, why?: NoSketch): void {
    this.sketching = null
    this.showParcels()
    if (why === undefined) this.events.sketched?.(geometry)
    else this.events.sketched?.(geometry, text[this.wanted.lang][why])
  }

  private point(zones: readonly string[]): void {
    if (this.sketching !== null) return
    const [smallest = null] = zones
    if (this.styled && smallest !== this.hovered) {
      if (this.hovered !== null) this.port.focus(this.hovered, { hovered: false })
      if (smallest !== null) this.port.focus(smallest, { hovered: true })
      this.hovered = smallest
    }
    this.events.hover(zones)
  }

  /** The shadow of the land has the colour of the theme. */
  private showLand(before: MapState, after: MapState): void {
    const [was, is] = [isRaised(before), isRaised(after)]
    if (was !== is || (is && before.theme !== after.theme)) this.port.tilt(is ? this.landOf(after) : null)
  }

  /** The basemap is toned for the theme. */
  private showGround(before: MapState, after: MapState): void {
    const [was, is] = [groundOf(before), groundOf(after)]
    if (JSON.stringify(was) !== JSON.stringify(is)) this.port.ground(is)
  }

  private landOf({ theme }: MapState): Land | null {
    const relief = this.drawing.sources['relief']
    return relief === undefined ? null : { relief, shade: palette[theme].stage.reliefShade }
  }

  /** A restored map has its layers and images back, but no feature state. */
  private onStyled(): void {
    this.styled = true
    this.hovered = null
    this.shown = { ...this.shown, selected: null, tilted: false, ground: null }
    this.showStyle()
  }

  private portEvents(): PortEvents {
    const { events } = this
    return {
      styled: () => this.onStyled(),
      lost: () => {
        this.styled = false
        this.parcels.forget()
        this.deck.forget()
        events.lost?.()
      },
      rested: () => events.rested?.(),
      ready: () => events.ready(),
      drawn: (layers) => events.drawn(layers),
      click: (lonLat, outlines, perPx) => this.click(lonLat, outlines, perPx),
      sketched: (geometry, why) => this.endSketch(geometry, why),
      point: (zones) => this.point(zones),
      pointer: (lonLat) => events.pointer?.(this.sketching === null ? lonLat : null),
      move: (view) => events.view(view),
      traced: (geometry) => events.traced?.(geometry),
      tile: (place, signal) => events.tile?.(place, signal) ?? Promise.reject(new Error('expected someone to give tiles, found nobody')),
      groundless: () => events.groundless?.(),
      flat: () => events.flat?.(),
      undecked: () => events.undecked?.(),
    }
  }
}
