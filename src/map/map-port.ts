/** What the view needs of a map library, and nothing else: the one seam a twin or another library fits in. */
import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import type { LonLat, ParcelGeometry } from '../core/model'
import type { Change } from './diff'
import type { Box } from './geometry'
import type { GroundLook, ParcelColours } from './palette'
import type { DeckScene } from './deck-scene'
import type { ParcelSource } from './parcels'
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

/** A place, a box `[west, south, east, north]` that is to be seen whole, both where no card covers, or exactly a view, at once; degrees. */
export type Goal = { lonLat: LonLat; zoom?: number } | { view: View } | { bbox: readonly [west: number, south: number, east: number, north: number] }

/** What can be drawn by hand; `edit` moves, adds and deletes the vertices of a given geometry. */
export type SketchMode = 'polygon' | 'rectangle' | 'circle' | 'line' | 'edit'

/** Why a sketch could not begin: the tools were not read, or they cannot hold the geometry. */
export type NoSketch = 'noTools' | 'notEditable'

export interface Sketch {
  mode: SketchMode
  /** What is edited. */
  geometry: ParcelGeometry | null
  colours: ParcelColours
}

/** The land to raise: areas at or above a height each, and the colour of its shadow. */
export interface Land {
  readonly relief: FeatureCollection
  readonly shade: string
}

/** Where a tile of a ground is: its layer, and its row and column at a zoom of Web Mercator. */
export interface TilePlace {
  layer: 'vec' | 'cva' | 'img' | 'cia'
  z: number
  x: number
  y: number
}

/** The basemap of a provider, below everything of ours. */
export interface Ground {
  kind: 'vector' | 'imagery'
  /** Another one asks for all tiles anew. */
  turn: number
  /** Who drew it, one line. */
  credit: string
  look: GroundLook
}

/** What a port opens with. */
export interface Opening {
  style: StyleSpecification
  /** Bounding box of the district, degrees: the view stays around it. */
  frame: Box
  /** Null: the whole frame. */
  camera: { center: LonLat; zoom: number } | null
  inset: Inset
  lang: Lang
  attribution: { zh: string; en: string }
  /** Within a page of others: the wheel alone, and one finger, scroll that page. */
  isGuest: boolean
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
  fly(to: Goal): void
  looksAt(): View
  /** Moves just far enough that a place is seen. */
  reveal(lonLat: LonLat): void
  /** Moves to a box unless it is well in view. */
  revealBox(box: Box): void
  /** Replaces the data of a source of parcels, or of the lines between verdicts. */
  show(source: ParcelSource | 'faces', data: FeatureCollection): void
  /** Hands the map to the drawing tools, or with null takes it back; they tell their end by `sketched`. */
  sketch(sketch: Sketch | null): void
  /** Ends the drawing with what is there, as Enter does. */
  finish(): void
  /** PNG data URL of the map as it is seen, marker included, controls not; null where it cannot be drawn. */
  picture(): Promise<string | null>
  /** Lays faces and points over the map with deck.gl, or with null takes all of it away. */
  deck(scene: DeckScene | null): void
  /** Raises the land from its bands of height, or lays it flat with null. */
  tilt(land: Land | null): void
  /** Lays the basemap of a provider below everything, or with null takes it away. */
  ground(ground: Ground | null): void
  destroy(): void
}

/** What a port tells the view. */
export interface PortEvents {
  /** The style can be changed from now on; again after a lost graphics context came back. */
  styled(): void
  /** The graphics context is gone for now. */
  lost(): void
  /** The first picture is drawn. */
  ready(): void
  /** The picture is complete for now, nothing moves. */
  rested(): void
  /** Layers of `layers.json` and parts of the stage that have something in the picture, after it changed. */
  drawn(layers: readonly string[]): void
  /** `outlines`: indices of the parcels whose outline is there, topmost first. `perPx`: degrees of latitude to a CSS px. */
  click(lonLat: LonLat, outlines?: readonly number[], perPx?: number): void
  /** The drawing ended; null: cancelled, or for the reason given it could not begin. */
  sketched(geometry: ParcelGeometry | null, why?: NoSketch): void
  /** What is drawn so far, while it is being drawn. */
  traced(geometry: ParcelGeometry): void
  /** A tile of the ground is needed; rejects where there is none. */
  tile(place: TilePlace, signal: AbortSignal): Promise<ArrayBuffer>
  /** The ground could not be laid. */
  groundless(): void
  /** Zones under the pointer, smallest first; empty when it left. */
  point(zones: readonly string[]): void
  /** Where the pointer is, at most once a frame; null when it left or the map moves. */
  pointer(lonLat: LonLat | null): void
  move(view: View): void
  /** The terrain could not be raised; the map is flat. */
  flat(): void
  /** What lays faces and points over the map could not be read. */
  undecked(): void
}
