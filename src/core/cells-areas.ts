/** The areas between edges that do not cross: walks around each of them, and which walks belong to one area. */
import { nextOf, type Ways } from './cells-ways'
import type { Planar } from './cells-planar'

/** What no walk encloses. */
export const OUTER = -1

export interface Areas {
  readonly count: number
  /** By way, the area on its left; `OUTER` beyond everything. */
  readonly of: Int32Array
  /** By area, the ways along its edge, itself on their left. */
  readonly ways: readonly (readonly number[])[]
}

interface Walks {
  /** By way, its walk. */
  readonly of: Int32Array
  readonly ways: number[][]
}

function walksOf(ways: Ways): Walks {
  const of = new Int32Array(ways.start.length).fill(-1)
  const all: number[][] = []
  for (let first = 0; first < of.length; first++) {
    if (of[first] !== -1) continue
    const walk: number[] = []
    for (let way = first; of[way] === -1; way = nextOf(ways, way)) {
      of[way] = all.length
      walk.push(way)
    }
    all.push(walk)
  }
  return { of, ways: all }
}

/** Twice what a walk encloses, counted from its start so that nothing is lost; above 0 where it runs counter-clockwise. */
function enclosed({ x, y }: Planar, { start }: Ways, walk: readonly number[]): number {
  const origin = start[walk[0] ?? 0] ?? 0
  const [x0, y0] = [x[origin] ?? 0, y[origin] ?? 0]
  let sum = 0
  for (const way of walk) {
    const [a, b] = [start[way] ?? 0, start[way ^ 1] ?? 0]
    sum += ((x[a] ?? 0) - x0) * ((y[b] ?? 0) - y0) - ((x[b] ?? 0) - x0) * ((y[a] ?? 0) - y0)
  }
  return sum
}

/** The ways that lead down, by band of height, for looking west from a position. */
interface Bands {
  bandOf(height: number): number
  readonly ways: readonly (readonly number[])[]
}

function bandsOf({ x, y }: Planar, { start }: Ways): Bands {
  let [low, high] = [Infinity, -Infinity]
  for (const height of y) [low, high] = [Math.min(low, height), Math.max(high, height)]
  const count = Math.max(Math.ceil(Math.sqrt(x.length)), 1)
  const bandOf = (height: number) => Math.min(Math.floor(((height - low) / Math.max(high - low, 1)) * count), count - 1)
  const ways: number[][] = Array.from({ length: count }, () => [])
  for (let way = 0; way < start.length; way++) {
    const [from, to] = [y[start[way] ?? 0] ?? 0, y[start[way ^ 1] ?? 0] ?? 0]
    if (from > to) for (let band = bandOf(to); band <= bandOf(from); band++) ways[band]?.push(way)
  }
  return { bandOf, ways }
}

/** The first way met when looking west, a hair's breadth above a position; undefined where there is none. Ways down have the east on their left. */
function westOf({ x, y }: Planar, { start }: Ways, bands: Bands, position: number): number | undefined {
  const [px, py] = [x[position] ?? 0, y[position] ?? 0]
  let best: number | undefined
  let [nearest, slopeOfBest] = [-Infinity, -Infinity]
  for (const way of bands.ways[bands.bandOf(py)] ?? []) {
    const [from, to] = [start[way] ?? 0, start[way ^ 1] ?? 0]
    const [ax, ay, bx, by] = [x[from] ?? 0, y[from] ?? 0, x[to] ?? 0, y[to] ?? 0]
    if (!(by <= py && ay > py)) continue
    const slope = (ax - bx) / (ay - by)
    const at = bx + (py - by) * slope
    // Of two that leave one position below, the one that leans farther east.
    const isNearer = at > nearest || (at === nearest && slope > slopeOfBest)
    if (at < px && isNearer) [best, nearest, slopeOfBest] = [way, at, slope]
  }
  return best
}

/** Of a walk, the position farthest west; of several the lowest. */
function westEnd({ x, y }: Planar, { start }: Ways, walk: readonly number[]): number {
  let best = start[walk[0] ?? 0] ?? 0
  for (const way of walk) {
    const position = start[way] ?? 0
    const east = (x[position] ?? 0) - (x[best] ?? 0)
    if (east < 0 || (east === 0 && (y[position] ?? 0) < (y[best] ?? 0))) best = position
  }
  return best
}

/** Counter-clockwise walks open an area; the others go around what lies within one, or around everything. */
export function areasOf(planar: Planar, ways: Ways): Areas {
  const walks = walksOf(ways)
  const bands = bandsOf(planar, ways)
  const areaOfWalk = new Int32Array(walks.ways.length).fill(OUTER)
  const inner: number[] = []
  let count = 0
  walks.ways.forEach((walk, number) => {
    if (enclosed(planar, ways, walk) > 0) areaOfWalk[number] = count++
    else inner.push(number)
  })
  // From west to east: what a walk lies in is settled before it.
  const ends = new Map(inner.map((walk) => [walk, westEnd(planar, ways, walks.ways[walk] ?? [])]))
  const westOfWalk = (walk: number) => planar.x[ends.get(walk) ?? 0] ?? 0
  for (const walk of inner.sort((a, b) => westOfWalk(a) - westOfWalk(b))) {
    const way = westOf(planar, ways, bands, ends.get(walk) ?? 0)
    if (way !== undefined) areaOfWalk[walk] = areaOfWalk[walks.of[way] ?? 0] ?? OUTER
  }
  const along: number[][] = Array.from({ length: count }, () => [])
  walks.ways.forEach((walk, number) => {
    const list = along[areaOfWalk[number] ?? OUTER]
    for (const way of list ? walk : []) list?.push(way)
  })
  return { count, of: Int32Array.from(walks.of, (walk) => areaOfWalk[walk] ?? OUTER), ways: along }
}
