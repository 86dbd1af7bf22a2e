/** Fills, lines and discs of one style layer as shapes of SVG. Pure. */
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Steps } from '../core/steps'
import { tileSize } from './hatch'
import type { Palette } from './palette'
import { cornerOf, growthOf, project, type Frame } from './svg-frame'
import { aside, dashable, linesIn, pathIn, pathOf, type Line } from './svg-path'
import type { SceneInput, SvgGroup, SvgHatch, SvgShape } from './svg-scene'
import { numberOf, shownBy, valuesOf, type FocusState, type ValueOf } from './svg-values'

const stateOf = ({ properties }: Feature, focus: SceneInput['focus']): FocusState => focus.get(String(properties?.['zone'])) ?? {}

/** The features of a style layer at the zoom of the frame. */
export function featuresOf(layer: LayerSpecification, { sources, frame }: SceneInput): Feature[] {
  const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined
  return source === undefined ? [] : shownBy(layer, source.features, frame.view.zoom)
}

/** What a fill, line or circle layer draws. */
export function* shapeSteps(layer: LayerSpecification, input: SceneInput): Steps<SvgGroup> {
  const value = valuesOf(layer, input.frame.view.zoom)
  const features = featuresOf(layer, input)
  const group: SvgGroup = { id: layer.id, attributes: {}, shapes: [], hatches: [] }
  yield
  if (layer.type === 'fill') {
    for (const feature of features) {
      addFill(feature, value, input, group)
      yield
    }
  }
  if (layer.type === 'line') yield* addLines(features, value, input, group)
  if (layer.type === 'circle') group.shapes.push(...features.flatMap((feature) => discsOf(feature, value, input.frame)))
  return group
}

function addFill(feature: Feature, value: ValueOf, { frame, palette }: SceneInput, group: SvgGroup): void {
  const opacity = numberOf(value('fill-opacity', feature))
  const d = opacity === 0 ? '' : pathIn(feature.geometry, frame)
  if (d === '') return
  const colour = String(value('fill-color', feature))
  const image = String(value('fill-pattern', feature) ?? '')
  const hatch = image === '' ? null : hatchOf(image, colour, group.id, frame, palette)
  if (hatch !== null && !group.hatches.some(({ id }) => id === hatch.id)) group.hatches.push(hatch)
  const fill = hatch === null ? colour : `url(#${hatch.id})`
  group.shapes.push({ tag: 'path', attributes: { d, fill, 'fill-opacity': String(opacity), 'fill-rule': 'evenodd' } })
}

/** Letters, digits and dashes only, as an id must. */
const plainId = (text: string): string => text.replaceAll(/[^\w-]+/g, '_')

const modulo = (value: number, by: number): number => ((value % by) + by) % by

/** The lines of a hatch lie where those of the tiles do: fixed to the ground, made for whole zooms. */
function hatchOf(image: string, colour: string, layer: string, frame: Frame, { hatches, sureness }: Palette): SvgHatch | null {
  const [name = '', form = ''] = image.split('-')
  const [hatch, manner] = [hatches[name], Object.entries(sureness).find(([known]) => known === form)?.[1]]
  if (hatch === undefined || manner?.gap == null) return null
  const [a = 0, b = 0] = hatch.across
  const [growth, { left, top }] = [growthOf(frame), cornerOf(frame)]
  const gap = tileSize(hatch.across, manner.gap) / Math.hypot(a, b)
  const shift = -modulo((a * left + b * top) / Math.hypot(a, b) / growth, gap)
  return { id: plainId(`${layer}-${image}-${colour}`), colour, across: hatch.across, gap, width: hatch.width, growth, shift }
}

/** Width of a step of a soft edge, px, and most of them. */
const [STEP_PX, MOST_STEPS] = [3, 6]

interface Stroke {
  width: number
  opacity: number
}

/** A line that fades to its edges as strokes on each other, widest first; together they weigh as much as the soft one. */
export function softStrokes(width: number, blur: number, opacity: number): Stroke[] {
  if (blur <= 1) return [{ width, opacity }]
  const reach = Math.min(width / 2, blur)
  const most = (opacity * reach) / blur
  const count = Math.max(2, Math.min(MOST_STEPS, Math.round(reach / STEP_PX)))
  return Array.from({ length: count }, (_, step) => ({
    width: width - (2 * reach * (step + 0.5)) / count,
    opacity: 1 - (1 - (most * (step + 1)) / count) / (1 - (most * step) / count),
  }))
}

const shortNumber = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Twice the area within a ring, positive where it runs clockwise as one sees it. */
function turnOf(line: Line): number {
  let sum = 0
  for (let i = 0; i + 3 < line.length; i += 2) sum += (line[i] ?? 0) * (line[i + 3] ?? 0) - (line[i + 2] ?? 0) * (line[i + 1] ?? 0)
  return sum
}

/** The path of a line as the style wants it: dashed, aside of its course (of a ring: within it) or on both sides of a gap. */
function courseOf({ geometry }: Feature, frame: Frame, { width, dash, gap, offset }: { width: number; dash: number[] | null; gap: number; offset: number }): string {
  if (dash !== null) {
    const period = dash.reduce((sum, part) => sum + part, 0)
    return pathOf(linesIn(geometry, frame, 'long').flatMap((line) => dashable(line, period, frame)), false)
  }
  if (gap > 0) return pathOf(linesIn(geometry, frame).flatMap((line) => [aside(line, (gap + width) / 2), aside(line, -(gap + width) / 2)]), false)
  if (offset === 0) return pathIn(geometry, frame)
  const isRing = geometry.type.endsWith('Polygon')
  return pathOf(linesIn(geometry, frame).map((line) => aside(line, isRing && turnOf(line) < 0 ? -offset : offset)), false)
}

/** Lines that look alike are one path. */
function* addLines(features: readonly Feature[], value: ValueOf, { frame, focus }: SceneInput, group: SvgGroup): Steps<void> {
  const looks = new Map<string, { strokes: SvgShape['attributes'][]; d: string }>()
  for (const feature of features) {
    const state = stateOf(feature, focus)
    const opacity = numberOf(value('line-opacity', feature, state))
    const width = numberOf(value('line-width', feature, state))
    if (opacity === 0 || width === 0) continue
    const dash = dashOf(value('line-dasharray', feature), value('line-cap', feature), width, growthOf(frame))
    const d = courseOf(feature, frame, { width, dash, gap: numberOf(value('line-gap-width', feature)), offset: numberOf(value('line-offset', feature)) })
    if (d === '') continue
    const manner = {
      fill: 'none',
      stroke: String(value('line-color', feature, state)),
      'stroke-linejoin': String(value('line-join', feature)),
      'stroke-linecap': String(value('line-cap', feature)),
      ...(dash === null ? {} : { 'stroke-dasharray': dash.map(shortNumber).join(' ') }),
      ...movedBy(value('line-translate', feature)),
    }
    const strokes = softStrokes(width, numberOf(value('line-blur', feature)), opacity).map((stroke) => ({ ...manner, 'stroke-width': shortNumber(stroke.width), 'stroke-opacity': shortNumber(stroke.opacity) }))
    const key = JSON.stringify(strokes)
    const look = looks.get(key) ?? { strokes, d: '' }
    looks.set(key, { ...look, d: look.d + d })
    yield
  }
  for (const { strokes, d } of looks.values()) for (const attributes of strokes) group.shapes.push({ tag: 'path', attributes: { ...attributes, d } })
}

/** Dashes and gaps, px. Made for whole zooms they grow in between, and so do their round ends, along the line. */
function dashOf(dash: unknown, cap: unknown, width: number, growth: number): number[] | null {
  if (!Array.isArray(dash)) return null
  const longer = cap === 'round' ? (growth - 1) * width : 0
  return dash.map((part, i) => numberOf(part) * width * growth + (i % 2 === 0 ? longer : -longer))
}

function movedBy(shift: unknown): Record<string, string> {
  const [dx = 0, dy = 0] = Array.isArray(shift) ? shift.map(numberOf) : []
  return dx === 0 && dy === 0 ? {} : { transform: `translate(${dx} ${dy})` }
}

function discsOf(feature: Feature, value: ValueOf, frame: Frame): SvgShape[] {
  if (feature.geometry.type !== 'Point') return []
  const [x, y] = project(frame)(feature.geometry.coordinates)
  const attributes = {
    cx: shortNumber(x),
    cy: shortNumber(y),
    r: String(numberOf(value('circle-radius', feature))),
    fill: String(value('circle-color', feature)),
    stroke: String(value('circle-stroke-color', feature)),
    'stroke-width': String(numberOf(value('circle-stroke-width', feature))),
    ...movedBy(value('circle-translate', feature)),
  }
  return [{ tag: 'circle', attributes }]
}
