/**
 * Distance to the nearest line of a shape: a tree of boxes over its edges, searched nearest box first.
 *
 * Lengths are taken in a flat metric at the latitude of the place asked about, from the radii of curvature
 * of the CGCS2000 ellipsoid (GB/T 16831, the formulas of any geodesy text: M along the meridian, N across
 * it); the distance to the point so found is then taken at the mean latitude of the two.
 */
import type { Edges } from './edges'

/** CGCS2000: semi-major axis in metres and flattening (WGS 84 differs by 0.1 mm). */
const semiMajorM = 6378137
const flattening = 1 / 298.257222101
const eccentricity2 = flattening * (2 - flattening)
const radian = Math.PI / 180

/** Metres per degree at a latitude, and how they change with it (per radian). */
interface Metric {
  east: number
  north: number
  eastSlope: number
  northSlope: number
  /** Squares of `east` and `north`. */
  east2: number
  north2: number
}

function metricAt(latitude: number): Metric {
  const sin = Math.sin(latitude * radian)
  const cos = Math.cos(latitude * radian)
  const w2 = 1 - eccentricity2 * sin * sin
  const across = semiMajorM / Math.sqrt(w2)
  const along = (across * (1 - eccentricity2)) / w2
  const [east, north] = [across * cos * radian, along * radian]
  return {
    east,
    north,
    east2: east * east,
    north2: north * north,
    // d(N cos φ)/dφ = −M sin φ and dM/dφ = 3 e² M sin φ cos φ / (1 − e² sin² φ)
    eastSlope: -along * sin * radian,
    northSlope: ((3 * eccentricity2 * along * sin * cos) / w2) * radian,
  }
}

/** Length in metres of a step of (dx, dy) degrees, measured at its middle (second-order Taylor step in latitude). */
function lengthM(metric: Metric, dx: number, dy: number): number {
  const half = (dy * radian) / 2
  const east = metric.east * (1 - (half * half) / 2) + metric.eastSlope * half
  const north = metric.north + metric.northSlope * half
  // Not Math.hypot: ten times slower, and nothing here can overflow.
  return Math.sqrt(dx * dx * east * east + dy * dy * north * north)
}

const fanOut = 4
const leafEdges = 4

/** Boxes of one level, finest first: (minX, minY, maxX, maxY) each. */
export interface EdgeTree {
  readonly xy: Float64Array
  readonly from: number
  readonly to: number
  readonly levels: readonly Float64Array[]
}

/** Widens box `at` to take in a point. */
function grow(boxes: Float64Array, at: number, x: number, y: number): void {
  boxes[at] = Math.min(boxes[at] ?? Infinity, x)
  boxes[at + 1] = Math.min(boxes[at + 1] ?? Infinity, y)
  boxes[at + 2] = Math.max(boxes[at + 2] ?? -Infinity, x)
  boxes[at + 3] = Math.max(boxes[at + 3] ?? -Infinity, y)
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count)
  for (let box = 0; box < count; box++) boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * box)
  return boxes
}

function leafBoxes(xy: Float64Array, from: number, to: number): Float64Array {
  const boxes = emptyBoxes(Math.ceil((to - from) / leafEdges))
  for (let edge = from; edge < to; edge++) {
    const at = 4 * Math.floor((edge - from) / leafEdges)
    grow(boxes, at, xy[4 * edge] ?? 0, xy[4 * edge + 1] ?? 0)
    grow(boxes, at, xy[4 * edge + 2] ?? 0, xy[4 * edge + 3] ?? 0)
  }
  return boxes
}

function boxesOver(fine: Float64Array): Float64Array {
  const count = fine.length / 4
  const boxes = emptyBoxes(Math.ceil(count / fanOut))
  for (let box = 0; box < count; box++) {
    const at = 4 * Math.floor(box / fanOut)
    grow(boxes, at, fine[4 * box] ?? 0, fine[4 * box + 1] ?? 0)
    grow(boxes, at, fine[4 * box + 2] ?? 0, fine[4 * box + 3] ?? 0)
  }
  return boxes
}

/** The tree over the edges of one shape. */
function treeOf(edges: Edges, shape: number): EdgeTree {
  const from = edges.shapeStart[shape] ?? 0
  const to = edges.shapeStart[shape + 1] ?? from
  const levels = [leafBoxes(edges.xy, from, to)]
  for (let top = levels[0]; top && top.length > 4 * fanOut; ) {
    top = boxesOver(top)
    levels.push(top)
  }
  return { xy: edges.xy, from, to, levels }
}

/** One search: the place, its metric, and the nearest point found so far (degrees from the place). */
export interface Search {
  readonly x: number
  readonly y: number
  readonly metric: Metric
  best2: number
  edge: number
  dx: number
  dy: number
}

export const searchAt = (lon: number, lat: number): Search => ({ x: lon, y: lat, metric: metricAt(lat), best2: Infinity, edge: 0, dx: NaN, dy: NaN })

/** Square of the distance to a box, metres². */
function toBox2(boxes: Float64Array, at: number, search: Search): number {
  const left = (boxes[at] ?? 0) - search.x
  const right = search.x - (boxes[at + 2] ?? 0)
  const below = (boxes[at + 1] ?? 0) - search.y
  const above = search.y - (boxes[at + 3] ?? 0)
  const dx = left > 0 ? left : right > 0 ? right : 0
  const dy = below > 0 ? below : above > 0 ? above : 0
  return dx * dx * search.metric.east2 + dy * dy * search.metric.north2
}

function visitEdge(xy: Float64Array, at: number, search: Search): void {
  const { east2, north2 } = search.metric
  const ax = (xy[at] ?? 0) - search.x
  const ay = (xy[at + 1] ?? 0) - search.y
  const stepX = (xy[at + 2] ?? 0) - (xy[at] ?? 0)
  const stepY = (xy[at + 3] ?? 0) - (xy[at + 1] ?? 0)
  const along = -(ax * stepX * east2 + ay * stepY * north2) / (stepX * stepX * east2 + stepY * stepY * north2)
  const t = along > 0 ? (along < 1 ? along : 1) : 0
  const dx = ax + t * stepX
  const dy = ay + t * stepY
  const distance2 = dx * dx * east2 + dy * dy * north2
  if (distance2 < search.best2) {
    search.best2 = distance2
    search.edge = at
    search.dx = dx
    search.dy = dy
  }
}

function visitLeaf(tree: EdgeTree, leaf: number, search: Search): void {
  const first = tree.from + leaf * leafEdges
  const last = Math.min(first + leafEdges, tree.to)
  for (let edge = first; edge < last; edge++) visitEdge(tree.xy, 4 * edge, search)
}

/** Visits boxes `from` up to `to` of a level, leaving out what cannot be nearer. */
function visitBoxes(tree: EdgeTree, level: number, from: number, to: number, search: Search): void {
  const boxes = tree.levels[level]
  if (!boxes) return
  for (let box = from; box < to; box++) {
    if (toBox2(boxes, 4 * box, search) >= search.best2) continue
    if (level === 0) visitLeaf(tree, box, search)
    else visitBoxes(tree, level - 1, box * fanOut, Math.min((box + 1) * fanOut, childCount(tree, level)), search)
  }
}

const childCount = (tree: EdgeTree, level: number): number => (tree.levels[level - 1]?.length ?? 0) / 4

/** Finds the nearest point of a tree, starting from the bound that one of its edges gives. */
function searchTree(tree: EdgeTree, firstEdge: number, search: Search): void {
  search.best2 = Infinity
  visitEdge(tree.xy, firstEdge, search)
  const top = tree.levels.length - 1
  visitBoxes(tree, top, 0, (tree.levels[top]?.length ?? 0) / 4, search)
}

/**
 * The trees of all shapes, and for each cell of a coarse grid and each shape the edge nearest to the middle of
 * the cell: a search that starts there has a tight bound at once.
 */
export interface Nearest {
  readonly trees: readonly EdgeTree[]
  readonly box: Float64Array
  /** Cells along each side of the coarse grid. */
  readonly side: number
  readonly hints: Uint32Array
}

/** All hints together stay below this number; at most so many cells along a side. */
const mostHints = 1 << 16
const mostCells = 16

/** Each search starts from the hint of the cell before, row by row to and fro. */
function fillHints({ trees, box, side, hints }: Nearest): void {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = box
  let before: Uint32Array = Uint32Array.from(trees, ({ from }) => 4 * from)
  for (let step = 0; step < side * side; step++) {
    const row = Math.floor(step / side)
    const column = row % 2 === 0 ? step % side : side - 1 - (step % side)
    const search = searchAt(minX + ((column + 0.5) * (maxX - minX)) / side, minY + ((row + 0.5) * (maxY - minY)) / side)
    const first = (row * side + column) * trees.length
    for (let shape = 0; shape < trees.length; shape++) {
      const tree = trees[shape]
      if (tree) searchTree(tree, before[shape] ?? 0, search)
      hints[first + shape] = search.edge
    }
    before = hints.subarray(first, first + trees.length)
  }
}

export function buildNearest(edges: Edges): Nearest {
  const trees = Array.from({ length: edges.shapeStart.length - 1 }, (_, shape) => treeOf(edges, shape))
  const side = Math.min(Math.max(Math.floor(Math.sqrt(mostHints / Math.max(trees.length, 1))), 1), mostCells)
  const box = emptyBoxes(1)
  for (let at = 0; at < edges.xy.length; at += 2) grow(box, 0, edges.xy[at] ?? 0, edges.xy[at + 1] ?? 0)
  const nearest = { trees, box, side, hints: new Uint32Array(trees.length * side * side) }
  fillHints(nearest)
  return nearest
}

function cellAt(value: number, min: number, max: number, side: number): number {
  const cell = Math.floor(((value - min) / (max - min)) * side)
  return cell > 0 ? Math.min(cell, side - 1) : 0
}

/**
 * Unsigned distance in metres from the place of `search` to the nearest line of a shape.
 * Error against the geodesic: under 0.01 % of the distance within 2 km, under 0.1 % within 15 km and under 0.5 % within 60 km
 * (at 30° latitude; the metric of one latitude may choose a slightly farther point of the line, never a nearer one).
 */
export function distanceM({ trees, box, side, hints }: Nearest, shape: number, search: Search): number {
  const tree = trees[shape]
  if (!tree) return NaN
  const column = cellAt(search.x, box[0] ?? 0, box[2] ?? 0, side)
  const row = cellAt(search.y, box[1] ?? 0, box[3] ?? 0, side)
  searchTree(tree, hints[(row * side + column) * trees.length + shape] ?? 0, search)
  return lengthM(search.metric, search.dx, search.dy)
}
