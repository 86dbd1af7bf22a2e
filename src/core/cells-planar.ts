/** Edges that cross as they will become edges that meet at their ends only: split where they cross, on the same grid. */
import type { StepEdges } from './cells-outlines'

/** Positions and the edges between them; no two edges cross, and none is there twice. */
export interface Planar {
  readonly x: Int32Array
  readonly y: Int32Array
  /** Position at either end of each edge. */
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** More than the steps from end to end of a frame. */
const span = 2 ** 26 + 1

/** Positions by number, each once. */
class Positions {
  readonly x: number[] = []
  readonly y: number[] = []
  private readonly numbers = new Map<number, number>()

  numberOf(x: number, y: number): number {
    const key = (x + 2 ** 25) * span + y + 2 ** 25
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.x.length
    this.numbers.set(key, number)
    this.x.push(x)
    this.y.push(y)
    return number
  }
}

/** A growing set of edges without direction. Those added since `settle` are fresh: they may cross others. */
class Edges {
  from: number[] = []
  to: number[] = []
  isFresh: boolean[] = []
  private readonly known = new Set<number>()

  add(from: number, to: number, isFresh: boolean): void {
    if (from === to) return
    // Fewer than 2^26 positions: the key is exact.
    const key = Math.min(from, to) * 2 ** 26 + Math.max(from, to)
    if (this.known.has(key)) return
    this.known.add(key)
    this.from.push(from)
    this.to.push(to)
    this.isFresh.push(isFresh)
  }
}

/** Where edges are to be split: by edge, positions to go through. */
type Splits = Map<number, number[]>

function split(splits: Splits, edge: number, position: number): void {
  const found = splits.get(edge)
  if (found === undefined) splits.set(edge, [position])
  else if (!found.includes(position)) found.push(position)
}

/** Twice the area of a triangle: above 0 where `c` lies left of the way from `a` to `b`. Exact within a frame. */
const turn = ({ x, y }: Positions, a: number, b: number, c: number): number =>
  ((x[b] ?? 0) - (x[a] ?? 0)) * ((y[c] ?? 0) - (y[a] ?? 0)) - ((y[b] ?? 0) - (y[a] ?? 0)) * ((x[c] ?? 0) - (x[a] ?? 0))

/** For a position on the line of an edge: true where it is between its ends. */
function isBetween({ x, y }: Positions, a: number, b: number, c: number): boolean {
  const isInX = (x[c] ?? 0) > (x[a] ?? 0) !== (x[c] ?? 0) > (x[b] ?? 0)
  const isInY = (y[c] ?? 0) > (y[a] ?? 0) !== (y[c] ?? 0) > (y[b] ?? 0)
  return c !== a && c !== b && (isInX || isInY)
}

/** Where the way from `c` to `d` crosses a line; `ofC`, `ofD`: how far they turn off it. */
function crossing(positions: Positions, ofC: number, ofD: number, c: number, d: number): number {
  const { x, y } = positions
  const along = ofC / (ofC - ofD)
  const on = (of: number[]) => Math.round((of[c] ?? 0) + along * ((of[d] ?? 0) - (of[c] ?? 0)))
  return positions.numberOf(on(x), on(y))
}

/** Notes where two edges must be split so that they meet at their ends only. */
function meet(positions: Positions, { from, to }: Edges, i: number, j: number, splits: Splits): void {
  const [a, b, c, d] = [from[i] ?? 0, to[i] ?? 0, from[j] ?? 0, to[j] ?? 0]
  const [ofC, ofD] = [turn(positions, a, b, c), turn(positions, a, b, d)]
  if ((ofC > 0 && ofD > 0) || (ofC < 0 && ofD < 0)) return
  const [ofA, ofB] = [turn(positions, c, d, a), turn(positions, c, d, b)]
  if ((ofA > 0 && ofB > 0) || (ofA < 0 && ofB < 0)) return
  if (ofC === 0 && isBetween(positions, a, b, c)) split(splits, i, c)
  if (ofD === 0 && isBetween(positions, a, b, d)) split(splits, i, d)
  if (ofA === 0 && isBetween(positions, c, d, a)) split(splits, j, a)
  if (ofB === 0 && isBetween(positions, c, d, b)) split(splits, j, b)
  if (ofA * ofB >= 0 || ofC * ofD >= 0) return
  const at = crossing(positions, ofC, ofD, c, d)
  if (at !== a && at !== b) split(splits, i, at)
  if (at !== c && at !== d) split(splits, j, at)
}

/** Edges by square of a coarse grid over all of them. */
interface Squares {
  readonly starts: Uint32Array
  readonly edges: Uint32Array
}

type Visit = (square: number, edge: number) => void

/** Calls `visit` for every square that an edge may touch, row by row. */
function eachSquare({ x, y }: Positions, { from, to }: Edges, box: readonly number[], side: number, visit: Visit): void {
  const [west = 0, south = 0, width = 1] = box
  const square = (value: number, least: number) => Math.min(Math.max(Math.floor(((value - least) / width) * side), 0), side - 1)
  for (let edge = 0; edge < from.length; edge++) {
    const [ax, ay, bx, by] = [x[from[edge] ?? 0] ?? 0, y[from[edge] ?? 0] ?? 0, x[to[edge] ?? 0] ?? 0, y[to[edge] ?? 0] ?? 0]
    const [low, high] = [Math.min(ay, by), Math.max(ay, by)]
    const lastRow = square(high + 1, south)
    for (let row = square(low - 1, south); row <= lastRow; row++) {
      const [bottom, top] = [Math.max(low, south + (row * width) / side - 1), Math.min(high, south + ((row + 1) * width) / side + 1)]
      const at = (level: number) => (ay === by ? bx : ax + ((Math.min(Math.max(level, low), high) - ay) * (bx - ax)) / (by - ay))
      const [p, q] = ay === by ? [ax, bx] : [at(bottom), at(top)]
      const lastColumn = square(Math.max(p, q) + 1, west)
      for (let column = square(Math.min(p, q) - 1, west); column <= lastColumn; column++) visit(row * side + column, edge)
    }
  }
}

function squaresOf(positions: Positions, edges: Edges): Squares {
  const { x, y } = positions
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < x.length; at++) {
    ;[west, east] = [Math.min(west, x[at] ?? 0), Math.max(east, x[at] ?? 0)]
    ;[south, north] = [Math.min(south, y[at] ?? 0), Math.max(north, y[at] ?? 0)]
  }
  const box = [west, south, Math.max(east - west, north - south, 1)]
  const side = Math.min(Math.max(Math.ceil(Math.sqrt(edges.from.length)), 1), 2000)
  const starts = new Uint32Array(side * side + 1)
  eachSquare(positions, edges, box, side, (square) => void (starts[square + 1] = (starts[square + 1] ?? 0) + 1))
  for (let square = 1; square < starts.length; square++) starts[square] = (starts[square] ?? 0) + (starts[square - 1] ?? 0)
  const [next, items] = [starts.slice(), new Uint32Array(starts.at(-1) ?? 0)]
  eachSquare(positions, edges, box, side, (square, edge) => {
    items[next[square] ?? 0] = edge
    next[square] = (next[square] ?? 0) + 1
  })
  return { starts, edges: items }
}

function areBoxesApart({ x, y }: Positions, { from, to }: Edges, i: number, j: number): boolean {
  const [a, b, c, d] = [from[i] ?? 0, to[i] ?? 0, from[j] ?? 0, to[j] ?? 0]
  const [ax, bx, cx, dx] = [x[a] ?? 0, x[b] ?? 0, x[c] ?? 0, x[d] ?? 0]
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return true
  const [ay, by, cy, dy] = [y[a] ?? 0, y[b] ?? 0, y[c] ?? 0, y[d] ?? 0]
  return Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)
}

function findSplits(positions: Positions, edges: Edges): Splits {
  const splits: Splits = new Map()
  const squares = squaresOf(positions, edges)
  for (let square = 0; square + 1 < squares.starts.length; square++) {
    const [first, last] = [squares.starts[square] ?? 0, squares.starts[square + 1] ?? 0]
    for (let p = first; p < last; p++) {
      const i = squares.edges[p] ?? 0
      for (let q = first; q < p; q++) {
        const j = squares.edges[q] ?? 0
        if ((edges.isFresh[i] || edges.isFresh[j]) && !areBoxesApart(positions, edges, i, j)) meet(positions, edges, i, j, splits)
      }
    }
  }
  return splits
}

/** The edges with each split one replaced by its parts, which are fresh. */
function afterSplits({ x, y }: Positions, { from, to }: Edges, splits: Splits): Edges {
  const after = new Edges()
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b] = [from[edge] ?? 0, to[edge] ?? 0]
    const through = splits.get(edge)
    if (through === undefined) after.add(a, b, false)
    else {
      const along = (at: number) => ((x[at] ?? 0) - (x[a] ?? 0)) * ((x[b] ?? 0) - (x[a] ?? 0)) + ((y[at] ?? 0) - (y[a] ?? 0)) * ((y[b] ?? 0) - (y[a] ?? 0))
      const stops = [a, ...through.sort((p, q) => along(p) - along(q)), b]
      for (let stop = 1; stop < stops.length; stop++) after.add(stops[stop - 1] ?? 0, stops[stop] ?? 0, true)
    }
  }
  return after
}

/** A crossing is rounded to the grid, which can make new crossings within a step of it; few rounds settle them. */
const mostRounds = 40

/** `onRound`: called after each round. */
export function planarOf(steps: StepEdges, onRound: () => void = () => undefined): Planar {
  const positions = new Positions()
  let edges = new Edges()
  for (let at = 0; at < steps.length; at += 4) edges.add(positions.numberOf(steps[at] ?? 0, steps[at + 1] ?? 0), positions.numberOf(steps[at + 2] ?? 0, steps[at + 3] ?? 0), true)
  for (let round = 0; ; round++) {
    if (round === mostRounds) throw new Error(`Expected the outlines to be cut within ${mostRounds} rounds, found edges that still cross. Report the layers.`)
    const splits = findSplits(positions, edges)
    onRound()
    if (splits.size === 0) break
    edges = afterSplits(positions, edges, splits)
  }
  return { x: Int32Array.from(positions.x), y: Int32Array.from(positions.y), from: Uint32Array.from(edges.from), to: Uint32Array.from(edges.to) }
}
