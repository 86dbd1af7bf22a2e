/** The simple map of a machine without graphics: the same style, as shapes of SVG. Pure. */
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { DeckScene } from './deck-scene'
import type { Palette } from './palette'
import { addDeckFaces, addDeckPoints } from './svg-deck'
import { pathOf, project, type Frame } from './svg-frame'
import { shownBy, valuesOf, type FocusState, type ValueOf } from './svg-values'

/** One element of SVG. */
export interface SvgShape {
  tag: 'path' | 'text' | 'circle'
  attributes: Readonly<Record<string, string>>
  text?: string
}

/** A hatch laid in one colour: the image the style names, as lines of SVG. */
export interface SvgHatch {
  id: string
  colour: string
  across: readonly number[]
  gap: number
  width: number
  /** Dots in place of lines. */
  isDotted?: boolean
}

export interface SvgScene {
  background: string
  shapes: SvgShape[]
  hatches: SvgHatch[]
}

export interface SceneInput {
  layers: readonly LayerSpecification[]
  sources: Readonly<Record<string, FeatureCollection>>
  frame: Frame
  palette: Palette
  /** By zone id. */
  focus: ReadonlyMap<string, FocusState>
  /** What is laid over the map; nothing when absent. */
  deck?: DeckScene | null
}

/** What SVG has no like for, or draws for the pointer alone. */
const leftOut = /^(hit|stage\/glow)|relief\/shade|corridor-edge/

/** The lines between verdicts lie on the faces. */
const FACES_BELOW = 'faces/line'

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0))
const isHidden = ({ layout, minzoom = 0 }: LayerSpecification, zoom: number): boolean => zoom < minzoom || (layout !== undefined && 'visibility' in layout && layout.visibility === 'none')
const stateOf = ({ properties }: Feature, focus: SceneInput['focus']): FocusState => focus.get(String(properties?.['zone'])) ?? {}

/** The whole picture, bottom first. */
export function sceneOf(input: SceneInput): SvgScene {
  const { layers, frame } = input
  const scene: SvgScene = { background: '', shapes: [], hatches: [] }
  const names = new Room()
  const shown = layers.filter((layer) => !leftOut.test(layer.id) && !isHidden(layer, frame.view.zoom))
  const at = project(frame)
  for (const layer of shown) {
    if (layer.id === FACES_BELOW && input.deck) addDeckFaces(input.deck, at, scene)
    if (layer.type === 'background') scene.background = String(layer.paint?.['background-color'] ?? '')
    else if (layer.type !== 'symbol') addLayer(layer, input, scene)
  }
  if (input.deck) addDeckPoints(input.deck, at, scene)
  // The map gives the last layer the first choice of place.
  const letters: SvgShape[] = []
  for (const layer of shown.toReversed()) if (layer.type === 'symbol') letters.push(...symbolsOf(layer, input, names))
  scene.shapes.push(...letters.toReversed())
  return scene
}

function featuresOf(layer: LayerSpecification, { sources, frame }: SceneInput): Feature[] {
  const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined
  return shownBy(layer, source?.features ?? [], frame.view.zoom)
}

function addLayer(layer: LayerSpecification, input: SceneInput, scene: SvgScene): void {
  const value = valuesOf(layer, input.frame.view.zoom)
  const at = project(input.frame)
  for (const feature of featuresOf(layer, input)) {
    const state = stateOf(feature, input.focus)
    if (layer.type === 'fill') addFill(feature, value, at, input, scene)
    else if (layer.type === 'line') addLine(feature, value, at, state, scene)
    else if (layer.type === 'circle') scene.shapes.push(...discsOf(feature, value, at))
  }
}

type At = (position: Position) => [number, number]

function addFill(feature: Feature, value: ValueOf, at: At, { palette }: SceneInput, scene: SvgScene): void {
  const opacity = numberOf(value('fill-opacity', feature))
  if (opacity === 0) return
  const colour = String(value('fill-color', feature))
  const image = String(value('fill-pattern', feature) ?? '')
  const hatch = image === '' ? null : hatchOf(image, colour, palette)
  if (hatch !== null && !scene.hatches.some(({ id }) => id === hatch.id)) scene.hatches.push(hatch)
  const fill = hatch === null ? colour : `url(#${hatch.id})`
  scene.shapes.push({ tag: 'path', attributes: { d: pathOf(feature.geometry, at), fill, 'fill-opacity': String(opacity), 'fill-rule': 'evenodd' } })
}

/** Letters, digits and dashes only, as an id must. */
const plainId = (text: string): string => text.replaceAll(/[^\w-]+/g, '_')

function hatchOf(image: string, colour: string, { hatches, sureness }: Palette): SvgHatch | null {
  const [name = '', form = ''] = image.split('-')
  const [hatch, manner] = [hatches[name], Object.entries(sureness).find(([known]) => known === form)?.[1]]
  return hatch === undefined || manner?.gap == null ? null : { id: plainId(`hatch-${image}-${colour}`), colour, across: hatch.across, gap: manner.gap, width: hatch.width }
}

function addLine(feature: Feature, value: ValueOf, at: At, state: FocusState, scene: SvgScene): void {
  const opacity = numberOf(value('line-opacity', feature, state))
  const width = numberOf(value('line-width', feature, state))
  if (opacity === 0 || width === 0) return
  const dash = value('line-dasharray', feature)
  const blur = numberOf(value('line-blur', feature))
  scene.shapes.push({
    tag: 'path',
    attributes: {
      d: pathOf(feature.geometry, at),
      fill: 'none',
      stroke: String(value('line-color', feature, state)),
      // A blurred line fades to its edge; an even one must be fainter to weigh the same.
      'stroke-opacity': String(blur > 1 ? opacity / 2 : opacity),
      'stroke-width': String(width),
      'stroke-linejoin': 'round',
      'stroke-linecap': String(value('line-cap', feature)),
      ...(Array.isArray(dash) ? { 'stroke-dasharray': dash.map((part) => numberOf(part) * width).join(' ') } : {}),
    },
  })
}

function discsOf(feature: Feature, value: ValueOf, at: At): SvgShape[] {
  if (feature.geometry.type !== 'Point') return []
  const [x, y] = at(feature.geometry.coordinates)
  const shift = value('circle-translate', feature)
  const [dx, dy] = Array.isArray(shift) ? shift.map(numberOf) : []
  const attributes = {
    cx: String(x + (dx ?? 0)),
    cy: String(y + (dy ?? 0)),
    r: String(numberOf(value('circle-radius', feature))),
    fill: String(value('circle-color', feature)),
    stroke: String(value('circle-stroke-color', feature)),
    'stroke-width': String(numberOf(value('circle-stroke-width', feature))),
  }
  return [{ tag: 'circle', attributes }]
}

/** What lettering has taken so far: nothing collides. */
class Room {
  private readonly taken: [number, number, number, number][] = []

  /** Takes a box (px) if it is free. */
  take(x: number, y: number, width: number, height: number): boolean {
    const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as [number, number, number, number]
    const isFree = this.taken.every(([left, top, right, bottom]) => box[2] < left || box[0] > right || box[3] < top || box[1] > bottom)
    if (isFree) this.taken.push(box)
    return isFree
  }
}

/** A Chinese sign is as wide as it is high, a Latin one about half. */
const widthOf = (text: string, size: number, spacing: number): number => [...text].reduce((sum, sign) => sum + size * ((/[\u2e80-\uffef]/.test(sign) ? 1 : 0.55) + spacing), 0)

/** Where a name stands: on a point, or on the middle of a course. */
function anchorOf({ geometry }: Feature): Position | undefined {
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'LineString') return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)]
  return geometry.type === 'MultiLineString' ? geometry.coordinates[0]?.[Math.floor((geometry.coordinates[0]?.length ?? 0) / 2)] : undefined
}

function symbolsOf(layer: LayerSpecification, input: SceneInput, room: Room): SvgShape[] {
  const value = valuesOf(layer, input.frame.view.zoom)
  const ranked = featuresOf(layer, input).map((feature) => ({ feature, rank: numberOf(value('symbol-sort-key', feature)) }))
  return ranked.sort((a, b) => a.rank - b.rank).flatMap(({ feature }) => {
    const anchor = anchorOf(feature)
    if (anchor === undefined) return []
    const [x, y] = project(input.frame)(anchor)
    const { width, height } = input.frame
    const isSeen = x >= 0 && y >= 0 && x <= width && y <= height
    return isSeen ? [...signOf(feature, value, [x, y], room), ...nameOf(feature, value, [x, y], room)] : []
  })
}

/** Half the size of a sign, px, by image. */
const signSizes: Readonly<Record<string, number>> = { 'icon-dot': 2.4, 'icon-small': 2.7, 'icon-large': 3.7, 'icon-seat': 5.2, 'icon-diamond': 3.8 }

function signOf(feature: Feature, value: ValueOf, [x, y]: [number, number], room: Room): SvgShape[] {
  const icon = String(value('icon-image', feature) ?? '')
  const size = signSizes[icon]
  if (size === undefined) return []
  room.take(x, y, 2 * size, 2 * size)
  const colour = String(value('icon-color', feature))
  const isFull = icon === 'icon-dot' || icon === 'icon-diamond'
  const paint = { fill: isFull ? colour : String(value('icon-halo-color', feature)), stroke: colour, 'stroke-width': isFull ? '0' : '1.5' }
  if (icon === 'icon-diamond') return [{ tag: 'path', attributes: { d: `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`, ...paint } }]
  return [{ tag: 'circle', attributes: { cx: String(x), cy: String(y), r: String(size), ...paint } }]
}

const WEIGHTS: Readonly<Record<string, string>> = { Medium: '500', Semibold: '600' }

function nameOf(feature: Feature, value: ValueOf, [x, y]: [number, number], room: Room): SvgShape[] {
  const text = String(value('text-field', feature) ?? '').trim()
  if (text === '') return []
  const size = numberOf(value('text-size', feature))
  const spacing = numberOf(value('text-letter-spacing', feature))
  const width = widthOf(text, size, spacing)
  const besides = numberOf(value('text-radial-offset', feature)) * size
  const places = besides === 0 ? [[x, y] as const] : [[x + besides + width / 2, y] as const, [x - besides - width / 2, y] as const, [x, y - besides - size / 2] as const, [x, y + besides + size / 2] as const]
  const isAlways = value('text-allow-overlap', feature) === true
  const place = isAlways ? places[0] : places.find(([px, py]) => room.take(px, py, width + 4, size + 4))
  return place === undefined ? [] : [{ tag: 'text', text, attributes: lettering(feature, value, place, size, spacing) }]
}

function lettering(feature: Feature, value: ValueOf, [x, y]: readonly [number, number], size: number, spacing: number): Record<string, string> {
  const fonts = value('text-font', feature)
  const [manner = ''] = Array.isArray(fonts) ? fonts.map(String) : []
  const weight = Object.keys(WEIGHTS).find((name) => manner.includes(name))
  const shift = value('text-translate', feature)
  const [dx = 0, dy = 0] = Array.isArray(shift) ? shift.map(numberOf) : []
  return {
    x: String(x + dx),
    y: String(y + dy),
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    'font-size': String(size),
    'font-weight': WEIGHTS[weight ?? ''] ?? '400',
    'font-style': manner.includes('Italic') ? 'italic' : 'normal',
    'letter-spacing': `${spacing}em`,
    fill: String(value('text-color', feature)),
    'fill-opacity': String(numberOf(value('text-opacity', feature) ?? 1)),
    stroke: String(value('text-halo-color', feature)),
    'stroke-width': String(2 * numberOf(value('text-halo-width', feature))),
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
}
