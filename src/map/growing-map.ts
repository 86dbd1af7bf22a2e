/**
 * One map after another: the simple one is there at once; the full one takes its place, unseen until it is drawn, when a
 * hand comes to the map or something needs it. When the graphics are lost, the simple one stands in until they are back.
 */
import type { ParcelGeometry } from '../core/model'
import type { Graphics } from './graphics'
import { watchHand, type HandsOn } from './hands'
import type { Goal, SketchMode, View } from './map-port'
import type { MapEvents, MapState, MapView, PortView } from './port-view'

/** Opens a map in an empty element, at a view or, with null, at the whole district. */
export type OpenMap = (host: HTMLElement, state: MapState, events: MapEvents, camera: View | null) => PortView

export interface Maps {
  simple: OpenMap
  /** Fetches the full map; rejects where it cannot be read. The opener throws where it cannot draw. */
  full(): Promise<OpenMap>
  /** A hand is enough only where there is a graphics card: software draws the full map more slowly than the simple one. */
  graphics(): Promise<Graphics>
}

interface Stage {
  host: HTMLElement
  view: PortView
  /** What the view tells, to be changed in place. */
  ears: MapEvents
}

/** The fade from one map to the other, ms. */
const FADE_MS = 150
/** The graphics are waited for so long, ms. */
const PATIENCE_MS = 60_000
/** So often the full map is led to where the simple one was moved. */
const MOST_LEADS = 5

const nothing = (): void => {}

/** A map that nobody sees asks nothing. */
const unheard: Pick<MapEvents, 'ask' | 'hover' | 'view' | 'ready' | 'drawn' | 'pointer' | 'batchPoint' | 'parcel'> = { ask: nothing, hover: nothing, view: nothing, ready: nothing, drawn: nothing, pointer: nothing, batchPoint: nothing, parcel: nothing }

/** What only the full map can show; null: nothing. */
const needOf = ({ tilted = false, ground = null }: MapState): string | null => (tilted || ground !== null ? JSON.stringify([tilted, ground]) : null)
const withoutNeed = (state: MapState): MapState => (needOf(state) === null ? state : { ...state, tilted: false, ground: null })

/** To a metre or so: the map library may round. */
const isSame = (a: View, b: View): boolean => Math.abs(a.zoom - b.zoom) < 1e-3 && Math.hypot(a.center[0] - b.center[0], a.center[1] - b.center[1]) < 1e-5

function retire({ host, view, ears }: Stage): void {
  Object.assign(ears, unheard)
  host.inert = true
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  void host.animate({ opacity: [1, 0] }, isStill ? 0 : FADE_MS).finished.then(() => (view.destroy(), host.remove()))
}

export class GrowingMap implements MapView {
  private shown: Stage
  /** The full map, while it is not seen. */
  private hidden: Stage | null = null
  private isFull = false
  private growth: Promise<void> | null = null
  private leads = 0
  /** The sketch that waits for the full map, or is under way on it. */
  private asked: { mode: SketchMode; geometry: ParcelGeometry | undefined } | null = null
  private readonly hand: HandsOn
  private readonly graphics: Promise<Graphics>
  private drawn = nothing

  constructor(
    private readonly host: HTMLElement,
    private readonly maps: Maps,
    private wanted: MapState,
    private readonly events: MapEvents,
    camera: View | null,
  ) {
    this.graphics = new Promise((resolve) => (this.drawn = () => resolve(maps.graphics())))
    void this.graphics.then((graphics) => graphics === 'none' && events.plain())
    this.shown = this.openSimple(camera)
    this.hand = watchHand(host, () => void this.graphics.then((graphics) => graphics === 'card' && this.grow(false)))
    if (needOf(wanted) !== null) this.grow(true)
  }

  update(state: MapState): void {
    const [before, need] = [needOf(this.wanted), needOf(state)]
    this.wanted = state
    if (need !== null && need !== before) this.grow(true)
    this.shown.view.update(this.bearable())
    this.hidden?.view.update(state)
  }

  fly(to: Goal): void {
    this.shown.view.fly(to)
  }

  sketch(mode: SketchMode | null, geometry?: ParcelGeometry): void {
    this.asked = mode === null ? null : { mode, geometry }
    if (this.isFull) return this.shown.view.sketch(mode, geometry)
    if (mode !== null) this.grow(true)
    else this.waits()
  }

  finish(): void {
    this.shown.view.finish()
  }

  picture(): Promise<string | null> {
    return this.shown.view.picture()
  }

  destroy(): void {
    this.hand.forget()
    for (const stage of [this.shown, this.hidden]) stage?.view.destroy()
    this.host.replaceChildren()
  }

  /** What only the full map can show is kept back while it is on its way: the simple one would say that it cannot. */
  private bearable(): MapState {
    return this.isFull || this.growth === null ? this.wanted : withoutNeed(this.wanted)
  }

  private stage(open: OpenMap, state: MapState, ears: MapEvents, camera: View | null): Stage {
    const host = document.createElement('div')
    host.className = 'map-stage'
    this.host.prepend(host)
    try {
      return { host, ears, view: open(host, state, ears, camera) }
    } catch (error) {
      host.remove()
      throw error
    }
  }

  private openSimple(camera: View | null): Stage {
    const { events } = this
    return this.stage(this.maps.simple, withoutNeed(this.wanted), { ...events, ask: (lonLat) => void (this.asked === null && events.ask(lonLat)), ready: () => (events.ready(), this.drawn()) }, camera)
  }

  /** @param isNeeded at once, and not only when the hand rests: someone waits for it */
  private grow(isNeeded: boolean): void {
    if (!this.isFull && this.growth === null) this.growth = this.openFull(isNeeded).catch(() => this.stayBehind())
    this.waits()
  }

  private async openFull(isNeeded: boolean): Promise<void> {
    if ((await this.graphics) === 'none') throw new Error('expected WebGL 2, found none')
    const open = await this.maps.full()
    if (!isNeeded) await this.hand.rest()
    const ears: MapEvents = { ...this.events, ...unheard, rested: () => void this.meet(), lost: () => this.fall() }
    this.hidden = this.stage(open, this.wanted, ears, this.shown.view.looksAt())
    this.hidden.host.inert = true
  }

  /** The full map cannot be had: the simple one says of each thing asked that it cannot do it. A later need asks anew. */
  private stayBehind(): void {
    this.growth = null
    this.shown.view.update(this.wanted)
    if (this.asked !== null) this.shown.view.sketch(this.asked.mode, this.asked.geometry)
    this.asked = null
    this.waits()
  }

  /** The hidden map is drawn: it is shown, unless the one before it was moved meanwhile. */
  private async meet(): Promise<void> {
    const { hidden } = this
    await this.hand.rest()
    if (hidden === null || this.hidden !== hidden) return
    const view = this.shown.view.looksAt()
    if (this.leads >= MOST_LEADS || isSame(view, hidden.view.looksAt())) return this.show(hidden)
    this.leads++
    hidden.view.fly({ view })
  }

  private show(full: Stage): void {
    const before = this.shown
    Object.assign(full.ears, this.events, { rested: nothing })
    ;[this.shown, this.hidden, this.isFull, this.leads] = [full, null, true, 0]
    full.host.inert = false
    if (before.host.contains(document.activeElement)) full.host.querySelector<HTMLElement>('.maplibregl-canvas')?.focus({ preventScroll: true })
    retire(before)
    this.waits()
    this.events.grown?.(true)
    if (this.asked !== null) full.view.sketch(this.asked.mode, this.asked.geometry)
  }

  /** A lost graphics context leaves an empty map; a drawing on it waits for its return. */
  private fall(): void {
    if (!this.isFull || this.asked !== null) return
    const full = this.shown
    Object.assign(full.ears, unheard, { rested: () => void this.meet() })
    ;[this.hidden, this.isFull] = [full, false]
    full.host.inert = true
    this.shown = this.openSimple(full.view.looksAt())
    this.host.append(this.shown.host)
    this.events.grown?.(false)
    setTimeout(() => void (this.hidden === full && this.giveUp(full)), PATIENCE_MS)
  }

  private giveUp(full: Stage): void {
    this.hidden = null
    full.view.destroy()
    full.host.remove()
    this.stayBehind()
  }

  /** Tells whether someone waits for the full map. */
  private waits(): void {
    this.events.opening?.(!this.isFull && this.growth !== null && (this.asked !== null || needOf(this.wanted) !== null))
  }
}
