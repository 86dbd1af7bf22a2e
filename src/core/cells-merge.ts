/** Areas joined into cells: hair-thin ones into a neighbour, then neighbours that stand alike into one. */
import { OUTER, type Areas } from './cells-areas'
import type { Planar } from './cells-planar'
import type { Ways } from './cells-ways'
import { metricAt } from './nearest'
import type { Frame } from './overlay-frame'

/**
 * Areas narrower than this on average, metres, join a neighbour: the outlines of a band are that far off (`cells-outlines.ts`),
 * so that what lies between two of them that run together tells nothing.
 */
const thinM = 0.3

/** Sets that grow together, each with one root. */
export class Groups {
  private readonly parents: Int32Array

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, number) => number)
  }

  rootOf(number: number): number {
    let root = number
    while ((this.parents[root] ?? root) !== root) root = this.parents[root] ?? root
    for (let at = number; at !== root; ) {
      const next = this.parents[at] ?? root
      this.parents[at] = root
      at = next
    }
    return root
  }

  /** `into` keeps its root. */
  join(number: number, into: number): void {
    this.parents[this.rootOf(number)] = this.rootOf(into)
  }
}

/** Metres along a way. */
function wayM({ x, y }: Planar, { start }: Ways, { lat0, scale }: Frame, way: number): number {
  const { east, north } = metricAt(lat0)
  const [a, b] = [start[way] ?? 0, start[way ^ 1] ?? 0]
  return Math.sqrt((((x[b] ?? 0) - (x[a] ?? 0)) * east) ** 2 + (((y[b] ?? 0) - (y[a] ?? 0)) * north) ** 2) / scale
}

/** Twice the area over what goes around it. */
function widthM(planar: Planar, ways: Ways, frame: Frame, edge: readonly number[]): number {
  const { x, y } = planar
  const { east, north } = metricAt(frame.lat0)
  const at = (way: number) => ways.start[way] ?? 0
  const [x0, y0] = [x[at(edge[0] ?? 0)] ?? 0, y[at(edge[0] ?? 0)] ?? 0]
  let [double, around] = [0, 0]
  for (const way of edge) {
    const [a, b] = [at(way), at(way ^ 1)]
    double += ((x[a] ?? 0) - x0) * ((y[b] ?? 0) - y0) - ((x[b] ?? 0) - x0) * ((y[a] ?? 0) - y0)
    around += wayM(planar, ways, frame, way)
  }
  return ((double / frame.scale ** 2) * east * north) / around
}

/** The neighbour in the district that shares most of an area's edge, of those that `mayTake` it. */
function nearestKin(planar: Planar, ways: Ways, frame: Frame, areas: Areas, area: number, mayTake: (other: number) => boolean): number | undefined {
  const sharedM = new Map<number, number>()
  for (const way of areas.ways[area] ?? []) {
    const other = areas.of[way ^ 1] ?? OUTER
    if (other !== OUTER && other !== area && mayTake(other)) sharedM.set(other, (sharedM.get(other) ?? 0) + wayM(planar, ways, frame, way))
  }
  return [...sharedM].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Joins the thin areas of the district to what is not thin, where there is any beside them. `isIn`: by area, in the district. */
export function joinThin(planar: Planar, ways: Ways, frame: Frame, areas: Areas, isIn: readonly boolean[]): Groups {
  const groups = new Groups(areas.count)
  const isThin = areas.ways.map((edge, area) => isIn[area] === true && widthM(planar, ways, frame, edge) < thinM)
  let open = [...areas.ways.keys()].filter((area) => isThin[area])
  for (;;) {
    const takers = open.map((area) => nearestKin(planar, ways, frame, areas, area, (other) => isIn[other] === true && !isThin[other]))
    const taken = open.filter((_, at) => takers[at] !== undefined)
    if (taken.length === 0) return groups
    open.forEach((area, at) => {
      const taker = takers[at]
      if (taker !== undefined) groups.join(area, taker)
    })
    for (const area of taken) isThin[area] = false
    open = open.filter((area) => isThin[area])
  }
}

/** Joins neighbours that stand alike. `sampleOf`: by area, a number for its standing; `OUTER` beyond the district. */
export function joinAlike(ways: Ways, areas: Areas, groups: Groups, sampleOf: Int32Array): void {
  for (let way = 0; way < ways.start.length; way += 2) {
    const [a, b] = [areas.of[way] ?? OUTER, areas.of[way + 1] ?? OUTER]
    const sample = sampleOf[a] ?? OUTER
    if (a !== b && sample !== OUTER && sample === sampleOf[b]) groups.join(a, b)
  }
}
