/** Builds the grid of `zone-grid.ts`: polygon by polygon, then everything sorted by cell. */
import type { Edges } from './edges'
import { atOnce, type Steps } from './steps'
import { centreX, centreY, isLeft, type ZoneGrid } from './zone-grid'

/** Cells per edge, and the bounds of their number: where memory stops paying for speed (tests/bench). */
const cellsPerEdge = 8
const fewestCells = 64
const mostCells = 1 << 22

/** Edges are entered into every cell they come this near to, in cells: far above rounding, far below a cell. */
const margin = 1e-6

type Frame = Pick<ZoneGrid, 'minX' | 'minY' | 'maxX' | 'maxY' | 'columns' | 'rows' | 'cellX' | 'cellY'>

interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** A list of whole numbers that grows. */
class Numbers {
  private items = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(2 * this.length)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length++] = value
  }

  all(): Uint32Array {
    return this.items.subarray(0, this.length)
  }
}

interface Found {
  coverCell: Numbers
  coverShape: Numbers
  crossedCell: Numbers
  crossedShape: Numbers
  edgeStart: Numbers
  edges: Numbers
  /** Per cell 1 + the shape that last covered all of it: polygons of one shape may overlap. */
  lastCover: Uint32Array
}

const emptyFound = (cells: number): Found => ({
  coverCell: new Numbers(),
  coverShape: new Numbers(),
  crossedCell: new Numbers(),
  crossedShape: new Numbers(),
  edgeStart: new Numbers(),
  edges: new Numbers(),
  lastCover: new Uint32Array(cells),
})

function boxOf(xy: Float64Array, from: number, to: number): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (let at = 4 * from; at < 4 * to; at += 2) {
    const [x, y] = [xy[at] ?? 0, xy[at + 1] ?? 0]
    if (x < box.minX) box.minX = x
    if (x > box.maxX) box.maxX = x
    if (y < box.minY) box.minY = y
    if (y > box.maxY) box.maxY = y
  }
  return box
}

const areaParts = (edges: Edges): number[] => [...edges.partIsArea.keys()].filter((part) => edges.partIsArea[part] === 1)

/** The box of all polygons, cut into cells about as wide as high. */
function frameOf(edges: Edges, parts: readonly number[]): Frame {
  const boxes = parts.map((part) => boxOf(edges.xy, edges.partStart[part] ?? 0, edges.partStart[part + 1] ?? 0))
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const one of boxes) {
    box.minX = Math.min(box.minX, one.minX)
    box.minY = Math.min(box.minY, one.minY)
    box.maxX = Math.max(box.maxX, one.maxX)
    box.maxY = Math.max(box.maxY, one.maxY)
  }
  const cells = Math.min(Math.max(cellsPerEdge * (edges.xy.length / 4), fewestCells), mostCells)
  const [width, height] = [Math.max(box.maxX - box.minX, 1e-6), Math.max(box.maxY - box.minY, 1e-6)]
  const columns = Math.min(Math.max(Math.round(Math.sqrt((cells * width) / height)), 1), cells)
  const rows = Math.max(Math.round(cells / columns), 1)
  return { ...box, columns, rows, cellX: width / columns, cellY: height / rows }
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)

/** The cells around one polygon: `width` × `height` from (`column`, `row`). */
interface Window {
  column: number
  row: number
  width: number
  height: number
}

function windowOf(frame: Frame, box: Box): Window {
  const column = clamp(Math.floor((box.minX - frame.minX) / frame.cellX - margin), frame.columns - 1)
  const row = clamp(Math.floor((box.minY - frame.minY) / frame.cellY - margin), frame.rows - 1)
  const lastColumn = clamp(Math.floor((box.maxX - frame.minX) / frame.cellX + margin), frame.columns - 1)
  const lastRow = clamp(Math.floor((box.maxY - frame.minY) / frame.cellY + margin), frame.rows - 1)
  return { column, row, width: lastColumn - column + 1, height: lastRow - row + 1 }
}

type Visit = (cell: number, edge: number) => void

/** Calls `visit` for every cell of the window that an edge touches or nearly touches. */
function rasterise(frame: Frame, window: Window, xy: Float64Array, edge: number, visit: Visit): void {
  const at = 4 * edge
  const ax = ((xy[at] ?? 0) - frame.minX) / frame.cellX - window.column
  const ay = ((xy[at + 1] ?? 0) - frame.minY) / frame.cellY - window.row
  const bx = ((xy[at + 2] ?? 0) - frame.minX) / frame.cellX - window.column
  const by = ((xy[at + 3] ?? 0) - frame.minY) / frame.cellY - window.row
  const [low, high] = [Math.min(ay, by), Math.max(ay, by)]
  const lastRow = clamp(Math.floor(high + margin), window.height - 1)
  for (let row = clamp(Math.floor(low - margin), window.height - 1); row <= lastRow; row++) {
    const from = Math.max(low, row - margin)
    const to = Math.min(high, row + 1 + margin)
    const slope = ay === by ? 0 : (bx - ax) / (by - ay)
    const x1 = from === low ? (ay < by ? ax : bx) : ax + (from - ay) * slope
    const x2 = ay === by ? Math.max(ax, bx) : to === high ? (ay < by ? bx : ax) : ax + (to - ay) * slope
    const first = ay === by ? Math.min(ax, bx) : Math.min(x1, x2)
    const lastColumn = clamp(Math.floor(Math.max(x1, x2) + margin), window.width - 1)
    for (let column = clamp(Math.floor(first - margin), window.width - 1); column <= lastColumn; column++) {
      visit(row * window.width + column, edge)
    }
  }
}

/** First column of the window whose centre in `row` lies right of the edge, which crosses the level of that centre. */
function firstRightOf(frame: Frame, window: Window, xy: Float64Array, at: number, cy: number): number {
  const ax = xy[at] ?? 0
  const ay = xy[at + 1] ?? 0
  const bx = xy[at + 2] ?? 0
  const by = xy[at + 3] ?? 0
  const isRight = (column: number) => isLeft(ax, ay, bx, by, centreX(frame, column + window.column), cy) !== by > ay
  const crossing = ax + ((cy - ay) * (bx - ax)) / (by - ay)
  let column = clamp(Math.ceil((crossing - frame.minX) / frame.cellX - 0.5) - window.column, window.width)
  while (column > 0 && isRight(column - 1)) column--
  while (column < window.width && !isRight(column)) column++
  return column
}

/** 1 for each cell of the window whose centre is inside the polygon (even-odd over all its rings). */
function centresInside(frame: Frame, window: Window, xy: Float64Array, from: number, to: number): Uint8Array {
  const stride = window.width + 1
  const flips = new Uint8Array(stride * window.height)
  for (let edge = from; edge < to; edge++) {
    const at = 4 * edge
    const [ay, by] = [xy[at + 1] ?? 0, xy[at + 3] ?? 0]
    const low = Math.floor((Math.min(ay, by) - frame.minY) / frame.cellY - 0.5 - margin) - window.row
    const high = Math.floor((Math.max(ay, by) - frame.minY) / frame.cellY - 0.5 + margin) - window.row
    for (let row = Math.max(low, 0); row <= Math.min(high, window.height - 1); row++) {
      const cy = centreY(frame, row + window.row)
      if (ay > cy === by > cy) continue
      const cell = row * stride + firstRightOf(frame, window, xy, at, cy)
      flips[cell] = (flips[cell] ?? 0) ^ 1
    }
  }
  const inside = new Uint8Array(window.width * window.height)
  for (let row = 0; row < window.height; row++) {
    for (let column = 0, state = 0; column < window.width; column++) {
      state ^= flips[row * stride + column] ?? 0
      inside[row * window.width + column] = state
    }
  }
  return inside
}

/** The edges of one polygon by cell of its window. */
function edgesByCell(frame: Frame, window: Window, xy: Float64Array, from: number, to: number) {
  const starts = new Uint32Array(window.width * window.height + 1)
  const count: Visit = (cell) => void (starts[cell + 1] = (starts[cell + 1] ?? 0) + 1)
  for (let edge = from; edge < to; edge++) rasterise(frame, window, xy, edge, count)
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0)
  const next = starts.slice()
  const items = new Uint32Array(starts[starts.length - 1] ?? 0)
  const place: Visit = (cell, edge) => {
    items[next[cell] ?? 0] = edge
    next[cell] = (next[cell] ?? 0) + 1
  }
  for (let edge = from; edge < to; edge++) rasterise(frame, window, xy, edge, place)
  return { starts, items }
}

function* addPart(frame: Frame, edges: Edges, part: number, found: Found): Steps<void> {
  const { xy } = edges
  const [from, to] = [edges.partStart[part] ?? 0, edges.partStart[part + 1] ?? 0]
  const shape = edges.partShape[part] ?? 0
  const window = windowOf(frame, boxOf(xy, from, to))
  const inside = centresInside(frame, window, xy, from, to)
  yield
  const { starts, items } = edgesByCell(frame, window, xy, from, to)
  yield
  for (let local = 0; local < inside.length; local++) {
    const [first, last] = [starts[local] ?? 0, starts[local + 1] ?? 0]
    const cell = (window.row + Math.floor(local / window.width)) * frame.columns + window.column + (local % window.width)
    if (found.lastCover[cell] === shape + 1) continue
    if (first < last) {
      found.crossedCell.push(cell)
      found.crossedShape.push(2 * shape + (inside[local] ?? 0))
      found.edgeStart.push(found.edges.length)
      for (let at = first; at < last; at++) found.edges.push(items[at] ?? 0)
    } else if (inside[local] === 1) {
      found.coverCell.push(cell)
      found.coverShape.push(shape)
      found.lastCover[cell] = shape + 1
    }
  }
  yield
}

/** Positions of `cells` in stable order of the cell, and where each cell starts. */
function sortByCell(cells: Uint32Array, count: number) {
  const starts = new Uint32Array(count + 1)
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let cell = 1; cell <= count; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(cells.length)
  cells.forEach((cell, at) => {
    order[next[cell] ?? 0] = at
    next[cell] = (next[cell] ?? 0) + 1
  })
  return { starts, order }
}

/** The crossed polygons and their edges in the order of the cells. */
function reorderCrossed(found: Found, order: Uint32Array) {
  const [shapes, starts, items] = [found.crossedShape.all(), found.edgeStart.all(), found.edges.all()]
  const crossed = new Uint32Array(2 * order.length + 2)
  const edges = new Uint32Array(items.length)
  let length = 0
  order.forEach((from, to) => {
    const list = items.subarray(starts[from], starts[from + 1] ?? items.length)
    edges.set(list, length)
    length += list.length
    crossed[2 * to] = shapes[from] ?? 0
    crossed[2 * to + 3] = length
  })
  return { crossed, edges }
}

/** Builds the grid over all polygons; lines take no part. */
export const buildGrid = (edges: Edges): ZoneGrid => atOnce(gridSteps(edges))

/** The same in steps. */
export function* gridSteps(edges: Edges): Steps<ZoneGrid> {
  const parts = areaParts(edges)
  const frame = frameOf(edges, parts)
  const cells = frame.columns * frame.rows
  const found = emptyFound(cells)
  for (const part of parts) {
    yield* addPart(frame, edges, part, found)
  }
  const coverShape = found.coverShape.all()
  const cover = sortByCell(found.coverCell.all(), cells)
  yield
  const crossed = sortByCell(found.crossedCell.all(), cells)
  yield
  const starts = new Uint32Array(2 * cells + 2)
  for (let cell = 0; cell <= cells; cell++) {
    starts[2 * cell] = cover.starts[cell] ?? 0
    starts[2 * cell + 1] = crossed.starts[cell] ?? 0
  }
  yield
  return {
    ...frame,
    starts,
    cover: cover.order.map((at) => coverShape[at] ?? 0),
    ...reorderCrossed(found, crossed.order),
    xy: edges.xy,
    doubt: 16 * Number.EPSILON * Math.max(frame.maxX - frame.minX, frame.maxY - frame.minY, 0) ** 2,
  }
}
