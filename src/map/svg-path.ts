/** Geometries as paths of the simple map: no more than can be seen. Pure; the plane of a geometry is reckoned once. */
import type { Geometry, Position } from 'geojson'
import { cornerOf, worldOf, type Frame } from './svg-frame'

/** `x0, y0, x1, y1 …`, px from the north-west corner of the map. */
export type Line = number[]
export type Box = [left: number, top: number, right: number, bottom: number]

interface Plane {
  /** As `Line`, in shares of the world. */
  points: Float64Array
  /** By vertex: how far the line would be off without it, squared. */
  weights: Float64Array
  box: Box
}

/** How far a line may be off, px. */
const TOLERANCE_PX = 0.4
/** How far what is beyond the edge of the map still matters, px: more than the widest stroke and the longest dash. */
export const MARGIN_PX = 64

const planes = new WeakMap<Geometry, Plane[]>()

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return []
  }
}

/** The square of the distance of vertex `i` from the segment between two others. */
function offSegment(points: Float64Array, i: number, first: number, last: number): number {
  const fromX = points[2 * first] ?? 0
  const fromY = points[2 * first + 1] ?? 0
  const dx = (points[2 * last] ?? 0) - fromX
  const dy = (points[2 * last + 1] ?? 0) - fromY
  const x = (points[2 * i] ?? 0) - fromX
  const y = (points[2 * i + 1] ?? 0) - fromY
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length2))
  return (x - share * dx) ** 2 + (y - share * dy) ** 2
}

/** Douglas and Peucker for every tolerance at once. */
function weightsOf(points: Float64Array): Float64Array {
  const weights = new Float64Array(points.length / 2).fill(0)
  weights[0] = weights[weights.length - 1] = Infinity
  const open: [first: number, last: number, most: number][] = [[0, weights.length - 1, Infinity]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last, most] = span
    let [farthest, at] = [0, -1]
    for (let i = first + 1; i < last; i++) {
      const off = offSegment(points, i, first, last)
      if (off > farthest) [farthest, at] = [off, i]
    }
    if (at === -1) continue
    const weight = Math.min(farthest, most)
    weights[at] = weight
    open.push([first, at, weight], [at, last, weight])
  }
  return weights
}

function planeOf(line: readonly Position[]): Plane {
  const points = new Float64Array(line.length * 2)
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < line.length; i++) {
    const position = line[i]
    const [x, y] = worldOf([position?.[0] ?? 0, position?.[1] ?? 0])
    points[2 * i] = x
    points[2 * i + 1] = y
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  return { points, weights: weightsOf(points), box: [west, north, east, south] }
}

function planesOf(geometry: Geometry): Plane[] {
  const known = planes.get(geometry) ?? linesOf(geometry).map(planeOf)
  planes.set(geometry, known)
  return known
}

const apart = ([left, top, right, bottom]: Box, other: Box): boolean => right < other[0] || left > other[2] || bottom < other[1] || top > other[3]

/** On which sides of the map a place lies beyond the margin: one bit each, 0 within. */
const beyond = (x: number, y: number, { width, height }: Frame): number =>
  (x < -MARGIN_PX ? 1 : x > width + MARGIN_PX ? 2 : 0) | (y < -MARGIN_PX ? 4 : y > height + MARGIN_PX ? 8 : 0)

/**
 * How much of a line is wanted: `seen` without vertices that make no difference and without stretches beyond one side of the
 * map, of which the first and the last vertex are left; `long` with the latter, so that lengths along it stay true;
 * `exact` with every vertex.
 */
export type Manner = 'seen' | 'long' | 'exact'

/** A line in px; empty where nothing of it can be seen. */
function placed({ points, weights }: Plane, frame: Frame, manner: Manner): Line {
  const { scale, left, top } = cornerOf(frame)
  const [isCut, least] = [manner === 'seen', manner === 'exact' ? -1 : (TOLERANCE_PX / scale) ** 2]
  const kept: Line = []
  let side = 0
  let [heldX, heldY, isHeld] = [0, 0, false]
  for (let i = 0; i < points.length; i += 2) {
    if ((weights[i / 2] ?? 0) <= least) continue
    const x = (points[i] ?? 0) * scale - left
    const y = (points[i + 1] ?? 0) * scale - top
    const common = isCut ? side & beyond(x, y, frame) : 0
    if (common !== 0) {
      ;[heldX, heldY, isHeld, side] = [x, y, true, common]
      continue
    }
    if (isHeld) kept.push(heldX, heldY)
    kept.push(x, y)
    ;[isHeld, side] = [false, isCut ? beyond(x, y, frame) : 0]
  }
  if (isHeld && kept.length > 2) kept.push(heldX, heldY)
  return kept.length > 2 ? kept : []
}

/** The lines or rings of a geometry that can be seen, px. */
export function linesIn(geometry: Geometry, frame: Frame, manner: Manner = 'seen'): Line[] {
  const { scale, left, top } = cornerOf(frame)
  const reach = MARGIN_PX
  const box: Box = [(left - reach) / scale, (top - reach) / scale, (left + frame.width + reach) / scale, (top + frame.height + reach) / scale]
  return planesOf(geometry).flatMap((plane) => {
    if (apart(plane.box, box)) return []
    const line = placed(plane, frame, manner)
    return line.length === 0 ? [] : [line]
  })
}

const WHOLE: readonly [number, number] = [0, 1]

/** The shares of a segment between which it lies within a box; null where nowhere. */
function within(x: number, y: number, dx: number, dy: number, [left, top, right, bottom]: Box): readonly [number, number] | null {
  const [toX, toY] = [x + dx, y + dy]
  if (x >= left && toX >= left && x <= right && toX <= right && y >= top && toY >= top && y <= bottom && toY <= bottom) return WHOLE
  if ((x < left && toX < left) || (x > right && toX > right) || (y < top && toY < top) || (y > bottom && toY > bottom)) return null
  const acrossX = dx === 0 ? [-Infinity, Infinity] : [(left - x) / dx, (right - x) / dx]
  const acrossY = dy === 0 ? [-Infinity, Infinity] : [(top - y) / dy, (bottom - y) / dy]
  const [from, to] = [Math.max(0, Math.min(...acrossX), Math.min(...acrossY)), Math.min(1, Math.max(...acrossX), Math.max(...acrossY))]
  return from < to ? [from, to] : null
}

/** The pieces of a line within a box, px; with a `period` (px) each begins a whole number of periods along the line. */
export function clipped(line: Line, box: Box, period = 0): Line[] {
  const pieces: Line[] = []
  let open: Line | null = null
  let travelled = 0
  for (let i = 0; i + 3 < line.length; i += 2) {
    const x = line[i] ?? 0
    const y = line[i + 1] ?? 0
    const dx = (line[i + 2] ?? 0) - x
    const dy = (line[i + 3] ?? 0) - y
    const length = Math.hypot(dx, dy)
    const inside = length === 0 ? null : within(x, y, dx, dy, box)
    const [from, to] = inside ?? [0, 0]
    if (inside === null || from > 0) open = null
    const start = period === 0 ? from : (Math.ceil((travelled + from * length) / period) * period - travelled) / length
    if (open === null && inside !== null && start < to) pieces.push((open = [x + dx * start, y + dy * start]))
    if (inside !== null) open?.push(x + dx * to, y + dy * to)
    travelled += length
  }
  return pieces
}

/** A line cut to the map for dashes of a `period` (px), which so lie still when the map moves. */
export const dashable = (line: Line, period: number, { width, height }: Frame): Line[] => clipped(line, [-MARGIN_PX, -MARGIN_PX, width + MARGIN_PX, height + MARGIN_PX], period)

/** A line moved aside, px to the right of its course; corners are mitred, not beyond twice the distance. */
export function aside(line: Line, by: number): Line {
  const count = line.length / 2
  const at = (i: number): [number, number] => [line[2 * i] ?? 0, line[2 * i + 1] ?? 0]
  const normal = (i: number): [number, number] => {
    const [[x, y], [nextX, nextY]] = [at(i), at(i + 1)]
    const length = Math.hypot(nextX - x, nextY - y) || 1
    return [(y - nextY) / length, (nextX - x) / length]
  }
  const isClosed = line[0] === line.at(-2) && line[1] === line.at(-1)
  const moved: Line = []
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i)
    const before = normal(i > 0 ? i - 1 : isClosed ? count - 2 : 0)
    const after = normal(i < count - 1 ? i : isClosed ? 0 : count - 2)
    const [nx, ny] = [before[0] + after[0], before[1] + after[1]]
    const mitre = by * Math.min(2, 2 / (nx * nx + ny * ny || 1))
    moved.push(x + nx * mitre, y + ny * mitre)
  }
  return moved
}

/** The `d` of a path, to a tenth of a px. */
export function pathOf(lines: readonly Line[], isClosed: boolean): string {
  const ends = isClosed ? 'Z' : ''
  return lines.map((line) => `M${line.map((value) => Math.round(value * 10) / 10).join(' ')}${ends}`).join('')
}

const drawn = new WeakMap<Geometry, { frame: Frame; d: string }>()

/** The `d` of what can be seen of a geometry, rings closed. Several layers draw the same one: it is written once for a frame. */
export function pathIn(geometry: Geometry, frame: Frame): string {
  const last = drawn.get(geometry)
  if (last?.frame === frame) return last.d
  const d = pathOf(linesIn(geometry, frame), geometry.type.endsWith('Polygon'))
  drawn.set(geometry, { frame, d })
  return d
}
