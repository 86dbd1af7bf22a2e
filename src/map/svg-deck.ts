/** What is laid over the map, faces by verdict and points of a batch, as shapes of SVG. Pure. */
import type { DeckScene, FacesScene, Pattern, PointsScene, Rgba } from './deck-scene'
import { project, type Frame } from './svg-frame'
import type { SvgHatch, SvgShape } from './svg-scene'

type At = (position: readonly number[]) => [number, number]

const colourOf = ([red, green, blue]: Rgba): string => `rgb(${red} ${green} ${blue})`
const opacityOf = ([, , , alpha]: Rgba): string => String(alpha / 255)
const round = (value: number): string => String(Math.round(value * 10) / 10)

function ringPath(positions: Float64Array, from: number, to: number, at: At): string {
  const steps: string[] = []
  for (let index = from; index < to; index += 2) steps.push(at([positions[index] ?? 0, positions[index + 1] ?? 0]).map(round).join(' '))
  return `M${steps.join('L')}Z`
}

/** Lines of a pattern in one colour; dots are drawn as short lines would be, close enough to be told apart. */
function hatchesOf(word: string, pattern: Pattern, ink: Rgba): SvgHatch[] {
  const angles = pattern.type === 'cross-hatch' ? pattern.angles : [pattern.angle]
  return angles.map((angle, index) => ({
    id: `verdict-${word}-${index}`,
    colour: colourOf(ink),
    across: [Math.cos(((angle + 90) * Math.PI) / 180), Math.sin(((angle + 90) * Math.PI) / 180)],
    gap: pattern.gap,
    width: pattern.type === 'dots' ? pattern.radius * 2 : pattern.strokeWidth,
    isDotted: pattern.type === 'dots',
  }))
}

interface Laid {
  shapes: SvgShape[]
  hatches: SvgHatch[]
}

function facesOf({ parts, view, looks, patterns }: FacesScene, at: At): Laid {
  const hatches = new Map(Object.entries(patterns).map(([word, pattern]) => [word, Object.entries(looks).flatMap(([name, { ink }]) => (name === word ? hatchesOf(word, pattern, ink) : []))]))
  const shapes: SvgShape[] = []
  for (const { face, polygon } of parts) {
    const word = face.verdict[view]
    const starts = [0, ...polygon.holeIndices, polygon.positions.length]
    const d = starts.slice(1).map((end, ring) => ringPath(polygon.positions, starts[ring] ?? 0, end, at)).join('')
    const { wash, ink } = looks[word]
    shapes.push({ tag: 'path', attributes: { d, fill: colourOf(wash), 'fill-opacity': opacityOf(wash), 'fill-rule': 'evenodd' } })
    for (const { id } of hatches.get(word) ?? []) shapes.push({ tag: 'path', attributes: { d, fill: `url(#${id})`, 'fill-opacity': opacityOf(ink), 'fill-rule': 'evenodd' } })
  }
  return { shapes, hatches: [...hatches.values()].flat() }
}

/** Size of a point, px. */
const POINT_PX = 6

/** One path to a colour, however many the points. */
function pointShapes({ count, positions, colours, chosen, ring }: PointsScene, at: At): SvgShape[] {
  const byColour = new Map<string, string[]>()
  for (let point = 0; point < count; point++) {
    const colour = [...colours.subarray(4 * point, 4 * point + 3)].join(' ')
    const [x, y] = at([positions[2 * point] ?? 0, positions[2 * point + 1] ?? 0])
    const steps = byColour.get(colour) ?? []
    steps.push(`M${round(x)} ${round(y)}h.01`)
    byColour.set(colour, steps)
  }
  const shapes = [...byColour].map(([colour, steps]): SvgShape => ({ tag: 'path', attributes: { d: steps.join(''), stroke: `rgb(${colour})`, 'stroke-width': String(POINT_PX), 'stroke-linecap': 'round', fill: 'none' } }))
  if (chosen === null) return shapes
  const [x, y] = at([...chosen])
  return [...shapes, { tag: 'circle', attributes: { cx: round(x), cy: round(y), r: '8', fill: 'none', stroke: colourOf(ring), 'stroke-width': '2' } }]
}

/** The faces in the wash and the hatch of their verdicts. */
export const deckFaces = ({ faces }: DeckScene, frame: Frame): Laid => (faces === null ? { shapes: [], hatches: [] } : facesOf(faces, project(frame)))

/** The points of a batch, and the ring around the chosen one. */
export const deckPoints = ({ points }: DeckScene, frame: Frame): SvgShape[] => (points === null ? [] : pointShapes(points, project(frame)))
