/** The simple map: the same style as that of the map library, as shapes of SVG. Pure. */
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { atOnce, whole, type Steps } from '../core/steps'
import type { DeckScene } from './deck-scene'
import type { Palette } from './palette'
import { deckFaces, deckPoints } from './svg-deck'
import type { Frame } from './svg-frame'
import { nameSteps } from './svg-names'
import { shapeSteps } from './svg-shapes'
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
export type Keep = (id: string, madeOf: readonly unknown[], make: () => Steps<SvgGroup>) => Steps<SvgGroup>

const makeAnew: Keep = (_id, _madeOf, make) => make()

/** Drawn for the pointer alone. */
const isUnseen = /^hit\//

/** The lines between verdicts lie on the faces. */
const FACES_BELOW = 'faces/line'

const isHidden = ({ layout, minzoom = 0 }: LayerSpecification, zoom: number): boolean => zoom < minzoom || (layout !== undefined && 'visibility' in layout && layout.visibility === 'none')
const sourceOf = (layer: LayerSpecification): string => ('source' in layer && typeof layer.source === 'string' ? layer.source : '')
const plain = (id: string, shapes: SvgShape[], hatches: SvgHatch[] = []): SvgGroup => ({ id, attributes: {}, shapes, hatches })

/** What stops as far as it has come: the picture, bottom first, names last. */
export type SceneSteps = Generator<SvgScene, SvgScene>

/** The whole picture. `keep` may remember groups; what comes of it is the same. */
export const sceneOf = (input: SceneInput, keep: Keep = makeAnew): SvgScene => atOnce(sceneSteps(input, keep))

/** The same in steps. */
function* sceneSteps(input: SceneInput, keep: Keep): SceneSteps {
  const { layers, sources, frame, deck, palette, measure } = input
  const { view, width, height } = frame
  const place = [...view.center, view.zoom, width, height]
  const focus = JSON.stringify([...input.focus])
  const shown = layers.filter((layer) => !isUnseen.test(layer.id) && !isHidden(layer, view.zoom))
  const scene: SvgScene = { background: '', groups: [] }
  function* add(id: string, madeOf: readonly unknown[], make: () => Steps<SvgGroup>): Generator<SvgScene, void> {
    const steps = keep(id, [...madeOf, ...place], make)
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return void scene.groups.push(value)
      yield scene
    }
  }
  for (const layer of shown) {
    if (layer.id === FACES_BELOW && deck) yield* add('deck/faces', [deck], () => whole(() => ({ ...plain('deck/faces', []), ...deckFaces(deck, frame) })))
    if (layer.type === 'background') scene.background = String(layer.paint?.['background-color'] ?? '')
    else if (layer.type !== 'symbol') yield* add(layer.id, [layer, sources[sourceOf(layer)], palette, heedsFocus(layer) ? focus : ''], () => shapeSteps(layer, input))
  }
  if (deck) yield* add('deck/points', [deck], () => whole(() => plain('deck/points', deckPoints(deck, frame))))
  const named = shown.filter(({ type }) => type === 'symbol')
  yield* add('names', [...named, ...named.map((layer) => sources[sourceOf(layer)]), measure], () => nameSteps(named, input))
  return scene
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((part, i) => Object.is(part, other[i]))

/** Draws one scene after the other: a group stays the very same object while what it is made of does. A scene may be left half made. */
export function sceneKeeper(): (input: SceneInput) => SceneSteps {
  const kept = new Map<string, { madeOf: readonly unknown[]; group: SvgGroup }>()
  return function* (input) {
    const scene = yield* sceneSteps(input, function* (id, madeOf, make) {
      const known = kept.get(id)
      if (known !== undefined && isSame(known.madeOf, madeOf)) return known.group
      const group = yield* make()
      kept.set(id, { madeOf, group })
      return group
    })
    const ids = new Set(scene.groups.map(({ id }) => id))
    for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id)
    return scene
  }
}
