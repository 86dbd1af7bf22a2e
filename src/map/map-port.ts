/** What the view needs of a map library, and nothing else: the one seam a twin or another library fits in. */
import type { LonLat } from '../core/model'
import type { Change } from './diff'
import type { Lang } from './style-names'

export interface View {
  center: LonLat
  zoom: number
}

/** Parts of the map covered by cards, CSS px from each side. */
export interface Inset {
  top: number
  right: number
  bottom: number
  left: number
}

export interface MapPort {
  /** Changes one property of one style layer. */
  change(change: Change): void
  /** Sets what is pointed at or selected among the shapes of a zone. */
  focus(zone: string, state: { selected?: boolean; hovered?: boolean }): void
  /** Puts the marker there, or takes it away. */
  mark(lonLat: LonLat | null): void
  /** Names the controls. */
  speak(lang: Lang): void
  /** Which part is covered: the rest is where things must be seen. */
  cover(inset: Inset): void
  fly(to: { lonLat: LonLat; zoom?: number }): void
  /** Moves just far enough that a place is seen. */
  reveal(lonLat: LonLat): void
  destroy(): void
}

/** What a port tells the view. */
export interface PortEvents {
  /** The style can be changed from now on; again after a lost graphics context came back. */
  styled(): void
  /** The graphics context is gone for now. */
  lost(): void
  ready(): void
  /** Layers of `layers.json` and parts of the stage that have something in the picture, after it changed. */
  drawn(layers: readonly string[]): void
  click(lonLat: LonLat): void
  /** Zones under the pointer, smallest first; empty when it left. */
  point(zones: readonly string[]): void
  move(view: View): void
  failed(why: 'noWebgl' | 'broken'): void
}

/** The port of a map that cannot be shown: it takes every call and does nothing. */
export const silentPort: MapPort = {
  change() {},
  focus() {},
  mark() {},
  speak() {},
  cover() {},
  fly() {},
  reveal() {},
  destroy() {},
}
