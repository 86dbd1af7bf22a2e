/** When the drawing tools have the map: they are fetched on first use, heard, and taken off again. */
import type { MapLibreMap } from 'maplibre-gl'
import type { ParcelGeometry } from '../core/model'
import type { NoSketch, PortEvents, Sketch } from './map-port'
import type { Sketching } from './sketch'

/** The click, and the second of a double click, that ended a sketch still come to the map, ms. */
const ECHO_MS = 400

const takesKeys = 'input, textarea, select, button, a, summary, [contenteditable]'

/** True where a key is meant for something else than the map. */
const isElsewhere = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.closest(takesKeys) !== null

/** The drawing tools; null where they cannot be read. */
async function readTools(): Promise<typeof import('./sketch') | null> {
  try {
    return await import('./sketch')
  } catch {
    return null // told by the caller
  }
}

/** A click of the main button in the middle of the map, for those who draw by keys. */
function clickMiddle(canvas: HTMLElement): void {
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const at = { clientX: left + width / 2, clientY: top + height / 2, isPrimary: true, button: 0 }
  for (const type of ['pointermove', 'pointerdown', 'pointerup']) canvas.dispatchEvent(new PointerEvent(type, at))
}

export class Sketcher {
  private sketching: Sketching | null = null
  /** Counts the sketches asked for: tools that come late for one that is over are not opened. */
  private turn = 0
  private echo: ReturnType<typeof setTimeout> | undefined
  private lost = false

  constructor(
    private readonly map: MapLibreMap,
    private readonly events: PortEvents,
  ) {
    map.on('webglcontextlost', () => void (this.lost = true))
    map.on('style.load', () => void (this.lost = false))
  }

  /** True while a click is not a question. */
  get hasMap(): boolean {
    return this.sketching !== null || this.echo !== undefined
  }

  async start(sketch: Sketch): Promise<void> {
    this.stop()
    const turn = ++this.turn
    addEventListener('keydown', this.onKey, true)
    const tools = await readTools()
    await this.styled()
    if (turn !== this.turn) return
    if (tools === null) return this.end(null, 'noTools')
    try {
      this.sketching = tools.openSketch(this.map, sketch, { done: (geometry) => this.end(geometry), traced: (geometry) => this.events.traced(geometry) })
      this.take()
    } catch {
      this.end(null, 'notEditable') // told there, with what to do
    }
  }

  finish(): void {
    this.sketching?.finish()
  }

  /** Ends a sketch without a word. */
  stop(): void {
    this.turn++
    removeEventListener('keydown', this.onKey, true)
    if (this.sketching === null) return
    const { sketching } = this
    this.sketching = null
    this.echo = setTimeout(() => this.settle(), ECHO_MS)
    if (this.lost) this.map.once('style.load', () => sketching.stop())
    else sketching.stop()
  }

  private end(geometry: ParcelGeometry | null, why?: NoSketch): void {
    const turn = this.turn
    // Not within the tools' own event: they go on working with what they just told.
    queueMicrotask(() => {
      if (turn !== this.turn) return
      this.stop()
      this.events.sketched(geometry, why)
    })
  }

  private take(): void {
    this.settle()
    this.map.doubleClickZoom.disable()
    this.map.getCanvas().focus({ preventScroll: true })
  }

  private settle(): void {
    clearTimeout(this.echo)
    this.echo = undefined
    if (this.sketching === null) this.map.doubleClickZoom.enable()
  }

  /** The tools add sources, which needs a style. */
  private async styled(): Promise<void> {
    if (this.lost || this.map.getLayer('parcel/line') === undefined) await this.map.once('style.load')
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.repeat || isElsewhere(event)) return
    if (event.key === 'Escape') this.end(null)
    else if (event.key === 'Enter') this.finish()
    else if (event.key === ' ') clickMiddle(this.map.getCanvas())
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
