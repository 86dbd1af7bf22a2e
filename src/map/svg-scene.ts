/** The simple map: the same style as that of the map library, as shapes of SVG. Pure. */
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { DeckScene } from './deck-scene'
import type { Palette } from './palette'
import { deckFaces, deckPoints } from './svg-deck'
import type { Frame } from './svg-frame'
import { nameShapes, placedNames } from './svg-names'
import { shapesOf } from './svg-shapes'
import { heedsFocus, type FocusState } from './svg-values'

/** One element of SVG. */
export interface SvgShape {
  tag: 'path' | 'text' | 'circle'
  attributes: Readonly<Record<string, string>>
  text?: string
}

/** A hatch laid in one colour: the image the style names, as lines of SVG. Lengths in px. */
export interface SvgHatch {
  id: string
  colour: string
  across: readonly number[]
  gap: number
  width: number
  /** Dots in place of lines. */
  isDotted?: boolean
  /** How much larger than made, 1 when absent. */
  growth?: number
  /** How far the first line lies from the corner of the map, before growth; 0 when absent. */
  shift?: number
}

/** The shapes of one style layer, or of what is laid over the map, bottom first. */
export interface SvgGroup {
  id: string
  /** Of all its shapes. */
  attributes: Readonly<Record<string, string>>
  shapes: SvgShape[]
  /** Hatches that its shapes are filled with. */
  hatches: SvgHatch[]
}

export interface SvgScene {
  background: string
  /** Bottom first. */
  groups: SvgGroup[]
}

/** How wide a sign of writing is, em; `font` as in CSS, with a size of 1 px. */
export type Measure = (sign: string, font: string) => number

export interface SceneInput {
  layers: readonly LayerSpecification[]
  sources: Readonly<Record<string, FeatureCollection>>
  frame: Frame
  palette: Palette
  /** By zone id. */
  focus: ReadonlyMap<string, FocusState>
  /** What is laid over the map; nothing when absent. */
  deck?: DeckScene | null
  /** An estimate when absent. */
  measure?: Measure
}

/** Makes a group, or takes one that was made of the same things. */
export type Keep = (id: string, madeOf: readonly unknown[], make: () => SvgGroup) => SvgGroup

const makeAnew: Keep = (_id, _madeOf, make) => make()

/** Drawn for the pointer alone. */
const isUnseen = /^hit\//

/** The lines between verdicts lie on the faces. */
const FACES_BELOW = 'faces/line'

const isHidden = ({ layout, minzoom = 0 }: LayerSpecification, zoom: number): boolean => zoom < minzoom || (layout !== undefined && 'visibility' in layout && layout.visibility === 'none')
const sourceOf = (layer: LayerSpecification): string => ('source' in layer && typeof layer.source === 'string' ? layer.source : '')
const plain = (id: string, shapes: SvgShape[], hatches: SvgHatch[] = []): SvgGroup => ({ id, attributes: {}, shapes, hatches })

/** Frames of the first picture: it grows from one to the next, names last, so that none is long. */
export const STEPS = 6

/** The layers of a frame of the first picture; from the last on all. */
export function layersAt(layers: readonly LayerSpecification[], step: number): readonly LayerSpecification[] {
  if (step >= STEPS) return layers
  const unnamed = layers.filter(({ type }) => type !== 'symbol')
  return unnamed.slice(0, Math.ceil((unnamed.length * step) / (STEPS - 1)))
}

/** The whole picture. `keep` may remember groups; what comes of it is the same. */
export function sceneOf(input: SceneInput, keep: Keep = makeAnew): SvgScene {
  const { layers, sources, frame, deck, palette, measure } = input
  const { view, width, height } = frame
  const place = [...view.center, view.zoom, width, height]
  const focus = JSON.stringify([...input.focus])
  const shown = layers.filter((layer) => !isUnseen.test(layer.id) && !isHidden(layer, view.zoom))
  const scene: SvgScene = { background: '', groups: [] }
  for (const layer of shown) {
    if (layer.id === FACES_BELOW && deck) scene.groups.push(keep('deck/faces', [deck, ...place], () => ({ ...plain('deck/faces', []), ...deckFaces(deck, frame) })))
    if (layer.type === 'background') scene.background = String(layer.paint?.['background-color'] ?? '')
    else if (layer.type !== 'symbol')
      scene.groups.push(keep(layer.id, [layer, sources[sourceOf(layer)], palette, heedsFocus(layer) ? focus : '', ...place], () => shapesOf(layer, input)))
  }
  if (deck) scene.groups.push(keep('deck/points', [deck, ...place], () => plain('deck/points', deckPoints(deck, frame))))
  const named = shown.filter(({ type }) => type === 'symbol')
  scene.groups.push(keep('names', [...named, ...named.map((layer) => sources[sourceOf(layer)]), measure, ...place], () => nameShapes(placedNames(named, input))))
  return scene
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((part, i) => Object.is(part, other[i]))

/** Draws one scene after the other: a group stays the very same object while what it is made of does. */
export function sceneKeeper(): (input: SceneInput) => SvgScene {
  let kept = new Map<string, { madeOf: readonly unknown[]; group: SvgGroup }>()
  return (input) => {
    const next: typeof kept = new Map()
    const scene = sceneOf(input, (id, madeOf, make) => {
      const known = kept.get(id)
      const group = known !== undefined && isSame(known.madeOf, madeOf) ? known.group : make()
      next.set(id, { madeOf, group })
      return group
    })
    kept = next
    return scene
  }
}
