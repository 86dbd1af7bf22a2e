/** Lettering of the simple map: set and placed as the map library does it, so that the same names stand in the same places. Pure. */
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { flatSteps, type Steps } from '../core/steps'
import { inTiles, lettersAlong, onGrid, placesAlong, tileOf } from './svg-courses'
import { growthOf, project } from './svg-frame'
import { linesIn, type Box, type Line } from './svg-path'
import type { SceneInput, SvgGroup, SvgShape } from './svg-scene'
import { featuresOf } from './svg-shapes'
import { roomOf, signShapes } from './svg-signs'
import { numberOf, valuesOf, type ValueOf } from './svg-values'
import { isChinese, LEVEL_BASELINE, roughWidth, SIGN_BASELINE, writingOf, type Section, type Writing } from './svg-writing'

/** A name or a sign in its place. */
export interface Placed {
  layer: string
  /** The whole name; empty for a sign. */
  name: string
  /** What it keeps free of others, px; nothing where it lies over them. */
  room: Box[]
  shapes: SvgShape[]
}

/** Beyond the edge of the map names still take room, px. */
const BEYOND_PX = 100
/** The side of a square as large as a disc, by the width of the disc: the map library keeps discs free along lines. */
const AS_DISC = Math.sqrt(Math.PI) / 2
/** Tiles of the source of names end here: at nearer zooms one holds the whole district. */
const NAMES_TILE_ZOOM = 6
const isCoarse = (layer: LayerSpecification): boolean => 'source' in layer && layer.source === 'names'
const tileZoomOf = (layer: LayerSpecification, zoom: number): number => (isCoarse(layer) ? Math.min(NAMES_TILE_ZOOM, Math.floor(zoom)) : Math.floor(zoom))
/** At this zoom the map library takes the size that decides where a name stands on a line. */
const LARGEST_ZOOM = 18

const WEIGHTS: Readonly<Record<string, string>> = { Medium: '500', Semibold: '600' }

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** What lettering has taken so far: nothing collides. */
class Room {
  private readonly taken: Box[] = []
  private readonly whole: Box

  constructor(width: number, height: number) {
    this.whole = [-BEYOND_PX, -BEYOND_PX, width + BEYOND_PX, height + BEYOND_PX]
  }

  isFree(boxes: readonly Box[]): boolean {
    return boxes.some((box) => overlaps(box, this.whole)) && boxes.every((box) => !this.taken.some((other) => overlaps(box, other)))
  }

  take(boxes: readonly Box[]): void {
    this.taken.push(...boxes)
  }
}

/** One layer while it is lettered. */
interface Lettering {
  layer: LayerSpecification
  input: SceneInput
  /** At the zoom of the frame; at the whole zoom above it, where the map library reckons room; and at the largest. */
  value: ValueOf
  roomValue: ValueOf
  largest: ValueOf
  /** At the whole zoom below. */
  tile: ValueOf
  room: Room
}

/** Names and signs of symbol layers, bottom first; the last layer has the first choice of place. */
export function* placedNames(layers: readonly LayerSpecification[], input: SceneInput): Steps<Placed[]> {
  const { zoom } = input.frame.view
  const room = new Room(input.frame.width, input.frame.height)
  const placed: Placed[][] = []
  for (const layer of layers.toReversed()) {
    const at = (level: number): ValueOf => valuesOf(layer, level)
    placed.push(yield* placedOf({ layer, input, value: at(zoom), tile: at(Math.floor(zoom)), roomValue: at(Math.floor(zoom) + 1), largest: at(LARGEST_ZOOM), room }))
  }
  return placed.toReversed().flat()
}

/** All of them as one group. */
export function* nameSteps(layers: readonly LayerSpecification[], input: SceneInput): Steps<SvgGroup> {
  const placed = yield* placedNames(layers, input)
  return { id: 'names', attributes: { 'text-anchor': 'middle' }, shapes: placed.flatMap(({ shapes }) => shapes), hatches: [] }
}

function placedOf(lettering: Lettering): Steps<Placed[]> {
  const { layer, input, value } = lettering
  const features = featuresOf(layer, input)
  const isAlong = features.some((feature) => value('symbol-placement', feature) === 'line')
  if (isAlong) return flatSteps(features, (feature) => alongLines(feature, lettering))
  return flatSteps(inTurn(features, lettering), ({ feature, at }) => [...signAt(feature, at, lettering), ...nameAt(feature, at, lettering)])
}

interface Spot {
  feature: Feature
  at: [number, number]
}

/** Points by rank, of one rank by tile: from west to east, and there from north to south. */
function inTurn(features: readonly Feature[], { layer, input: { frame }, value }: Lettering): Spot[] {
  const level = tileZoomOf(layer, frame.view.zoom)
  const whereIs = project(frame)
  const spots = features.flatMap((feature) => {
    if (feature.geometry.type !== 'Point') return []
    const place = whereIs(feature.geometry.coordinates)
    const [x = 0, y = 0] = isCoarse(layer) ? onGrid(place, frame, level) : place
    const [column, row] = tileOf([x, y], frame, level)
    return [{ feature, at: [x, y] as [number, number], rank: numberOf(value('symbol-sort-key', feature)), column, row }]
  })
  return spots.sort((a, b) => a.rank - b.rank || a.column - b.column || a.row - b.row)
}

const around = ([x, y]: readonly [number, number], width: number, height: number, padding = 0): Box => [x - width / 2 - padding, y - height / 2 - padding, x + width / 2 + padding, y + height / 2 + padding]

/** Takes the room if it is free or need not be. */
function claimed(boxes: Box[], isAlways: boolean, isLight: boolean, room: Room): boolean {
  if (!isAlways && !room.isFree(boxes)) return false
  if (!isLight) room.take(boxes)
  return true
}

function signAt(feature: Feature, at: [number, number], { layer, value, room }: Lettering): Placed[] {
  const image = String(value('icon-image', feature) ?? '')
  const side = roomOf(image)
  const box = around(at, side, side, side === 0 ? 0 : Number(String(value('icon-padding', feature)).split(',')[0]) || 0)
  const isAlways = value('icon-allow-overlap', feature) === true
  if (side === 0 || !claimed([box], isAlways, false, room)) return []
  const look = { colour: String(value('icon-color', feature)), halo: String(value('icon-halo-color', feature)), haloWidth: numberOf(value('icon-halo-width', feature)), opacity: numberOf(value('icon-opacity', feature)) }
  return [{ layer: layer.id, name: '', room: [box], shapes: signShapes(image, at, look) }]
}

function sectionsOf(text: unknown): Section[] {
  const sections: unknown = typeof text === 'object' && text !== null ? Reflect.get(text, 'sections') : undefined
  if (!Array.isArray(sections)) return [{ text: String(text ?? ''), scale: 1 }]
  return sections.map((section: { text?: unknown; scale?: unknown }) => ({ text: String(section.text ?? ''), scale: Number(section.scale ?? 1) || 1 }))
}

/** Weight, slant and families of the letters. */
function fontOf(feature: Feature, value: ValueOf): Record<'font-weight' | 'font-style' | 'font-family', string> {
  const fonts = value('text-font', feature)
  const [manner = '', ...families] = Array.isArray(fonts) ? fonts.map(String) : []
  const weight = Object.keys(WEIGHTS).find((name) => manner.includes(name))
  return { 'font-weight': WEIGHTS[weight ?? ''] ?? '400', 'font-style': manner.includes('Italic') ? 'italic' : 'normal', 'font-family': [...families.map((family) => `"${family}"`), 'sans-serif'].join(', ') }
}

function widthIn(feature: Feature, { input, value }: Lettering): (sign: string) => number {
  const { measure } = input
  const font = fontOf(feature, value)
  const css = `${font['font-style']} ${font['font-weight']} 1px ${font['font-family']}`
  return (sign) => (measure === undefined || isChinese(sign) ? roughWidth(sign) : measure(sign, css))
}

/** How letters look; size and place are told by each. */
function lookOf(feature: Feature, value: ValueOf): Record<string, string> {
  const width = numberOf(value('text-halo-width', feature))
  return {
    ...fontOf(feature, value),
    fill: String(value('text-color', feature)),
    ...(width === 0 ? {} : { stroke: String(value('text-halo-color', feature)), 'stroke-width': String(2 * width), 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
    opacity: String(numberOf(value('text-opacity', feature))),
  }
}

const short = (value: number): string => String(Math.round(value * 10) / 10)

/** Of the em: letters above or below a point stand so much nearer to it. */
const NEARER = 7 / 24

/** Where a name stands about its point: the share of its width and height before it, and how far off, em. */
function placeOf(anchor: string, radius: number): { before: number; above: number; x: number; y: number } {
  const [isLeft, isRight, isTop, isBottom] = ['left', 'right', 'top', 'bottom'].map((side) => anchor.includes(side))
  const isCorner = anchor.includes('-')
  const reach = isCorner ? radius / Math.SQRT2 : radius
  return {
    before: isLeft ? 0 : isRight ? 1 : 0.5,
    above: isTop ? 0 : isBottom ? 1 : 0.5,
    x: isLeft ? reach : isRight ? -reach : 0,
    y: isTop ? reach - NEARER : isBottom ? NEARER - reach : 0,
  }
}

function nameAt(feature: Feature, at: [number, number], lettering: Lettering): Placed[] {
  const { layer, value, roomValue, room } = lettering
  const sections = sectionsOf(value('text-field', feature))
  const name = sections.map(({ text }) => text).join('').trim()
  if (name === '') return []
  const spacing = numberOf(value('text-letter-spacing', feature))
  if (Array.isArray(value('text-writing-mode', feature))) return columnAt(feature, at, name, spacing, lettering)
  const writing = writingOf(sections, { maxWidth: numberOf(value('text-max-width', feature)), lineHeight: numberOf(value('text-line-height', feature)), spacing, widthOf: widthIn(feature, lettering) })
  const [size, roomSize] = [numberOf(value('text-size', feature)), numberOf(roomValue('text-size', feature))]
  const padding = (2 * numberOf(value('text-padding', feature))) / roomSize
  const variable = value('text-variable-anchor', feature)
  const anchors = Array.isArray(variable) ? variable.map(String) : [String(value('text-anchor', feature))]
  const radius = Array.isArray(variable) ? numberOf(value('text-radial-offset', feature)) : 0
  const isAlways = value('text-allow-overlap', feature) === true
  const isLight = value('text-ignore-placement', feature) === true
  for (const anchor of anchors) {
    const { before, above, x, y } = placeOf(anchor, radius)
    // The padding counts as a part of the name.
    const middle = (em: number): [number, number] => [at[0] + (x + (0.5 - before) * (writing.width + padding)) * em, at[1] + (y + (0.5 - above) * (writing.height + padding)) * em]
    const box = around(middle(roomSize), (writing.width + padding) * roomSize, (writing.height + padding) * roomSize)
    if (claimed([box], isAlways, isLight, room)) return [{ layer: layer.id, name, room: isLight ? [] : [box], shapes: blockOf(writing, middle(size), size, spacing, feature, value) }]
  }
  return []
}

function blockOf({ lines }: Writing, [x, y]: readonly [number, number], size: number, spacing: number, feature: Feature, value: ValueOf): SvgShape[] {
  const look = lookOf(feature, value)
  const shift = value('text-translate', feature)
  const [dx = 0, dy = 0] = Array.isArray(shift) ? shift.map(numberOf) : []
  return lines.map(({ text, scale, baseline }) => {
    // The space after the last letter counts for the browser, not for us.
    const attributes = { x: short(x + dx + (spacing * size) / 2), y: short(y + dy + baseline * size), 'font-size': short(size * scale), ...(spacing === 0 ? {} : { 'letter-spacing': short(spacing * size) }), ...look }
    return { tag: 'text', text, attributes }
  })
}

function letter(sign: string, [x, y]: readonly [number, number], lean: number, baseline: number, size: number, look: Record<string, string>): SvgShape {
  const turned = Math.abs(lean) < 0.05 ? {} : { transform: `rotate(${short(lean)} ${short(x)} ${short(y)})` }
  return { tag: 'text', text: sign, attributes: { x: short(x), y: short(y + baseline * size), 'font-size': short(size), ...turned, ...look } }
}

/** Chinese, one sign below the other; the column may lean. */
function columnAt(feature: Feature, at: [number, number], name: string, spacing: number, { layer, value, roomValue, room }: Lettering): Placed[] {
  const signs = [...name]
  const tilt = numberOf(value('text-rotate', feature))
  const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)]
  const [size, roomSize] = [numberOf(value('text-size', feature)), numberOf(roomValue('text-size', feature))]
  const [high, wide] = [(signs.length * (1 + spacing) - spacing) * roomSize, numberOf(value('text-line-height', feature)) * roomSize]
  const box = around(at, Math.abs(wide * cos) + Math.abs(high * sin), Math.abs(high * cos) + Math.abs(wide * sin), numberOf(value('text-padding', feature)))
  if (!claimed([box], false, false, room)) return []
  const look = lookOf(feature, value)
  const shapes = signs.map((sign, i) => {
    const down = (i - (signs.length - 1) / 2) * (1 + spacing) * size
    return letter(sign, [at[0] - sin * down, at[1] + cos * down], tilt, SIGN_BASELINE, size, look)
  })
  return [{ layer: layer.id, name, room: [box], shapes }]
}

interface Stretch {
  line: Line
  isContinued: boolean
  magnified: number
}

function stretchesOf(feature: Feature, { layer, input: { frame } }: Lettering): Stretch[] {
  const lines = linesIn(feature.geometry, frame, isCoarse(layer) ? 'exact' : 'long')
  if (!isCoarse(layer)) return lines.flatMap((line) => inTiles(line, frame)).map((piece) => ({ ...piece, magnified: 1 }))
  const level = tileZoomOf(layer, frame.view.zoom)
  return lines.map((line) => ({ line: onGrid(line, frame, level), isContinued: false, magnified: 2 ** (Math.floor(frame.view.zoom) - level) }))
}

function alongLines(feature: Feature, lettering: Lettering): Placed[] {
  const { layer, input, value, tile, largest, room } = lettering
  const name = sectionsOf(value('text-field', feature)).map(({ text }) => text).join('').trim()
  if (name === '') return []
  const growth = growthOf(input.frame)
  const [size, spacing] = [numberOf(value('text-size', feature)), numberOf(value('text-letter-spacing', feature))]
  const widthOf = widthIn(feature, lettering)
  const signs = [...name].map((sign) => ({ sign, advance: widthOf(sign) + spacing }))
  const length = signs.reduce((sum, { advance }) => sum + advance, -spacing)
  const most = numberOf(largest('text-size', feature)) * growth
  const course = { length: length * most, largest: most, spacing: numberOf(tile('symbol-spacing', feature)) * growth, maxAngle: numberOf(value('text-max-angle', feature)) }
  const offset = value('text-offset', feature)
  const above = Array.isArray(offset) ? -numberOf(offset[1]) : 0
  const side = AS_DISC * (numberOf(value('text-line-height', feature)) * size + 2 * numberOf(value('text-padding', feature)))
  const look = lookOf(feature, value)
  return stretchesOf(feature, lettering).flatMap(({ line, ...piece }) =>
    placesAlong(line, { ...course, ...piece }).flatMap((at): Placed[] => {
      const letters = lettersAlong(line, at, { signs, spacing, size, above })
      if (letters === null) return []
      const boxes = letters.map(({ at: middle }) => around(middle, side, side))
      if (!claimed(boxes, false, false, room)) return []
      const shapes = letters.map(({ sign, at: middle, lean, isUpright }) => letter(sign, middle, lean, isUpright ? SIGN_BASELINE : LEVEL_BASELINE, size, look))
      return [{ layer: layer.id, name, room: boxes, shapes }]
    }),
  )
}
