/** What a line or an outline drawn over the map measures, on the ellipsoid. Edges are straight in longitude and latitude. */
import type { Position } from 'geojson'
import type { ParcelGeometry } from './model'
import { sideOf } from './orientation'
import { areaM2, pathsM, type Ruler } from './overlay-measure'

export interface Measured {
  /** Along a line, or around an outline. */
  readonly lengthM: number
  /** Metres of the last edge of a line: the one that is being drawn. */
  readonly lastM: number
  /** Of an outline; absent where its edges cross, which encloses nothing one could name. */
  readonly areaM2?: number
}

interface Step {
  readonly x: number
  readonly y: number
}

const stepsFrom = ({ lon0, lat0 }: Ruler, path: readonly Position[]): Step[] => path.map(([lon = lon0, lat = lat0]) => ({ x: lon - lon0, y: lat - lat0 }))

/** Degrees from the first position. */
function rulerAt(path: readonly Position[]): Ruler {
  const [lon0 = 0, lat0 = 0] = path[0] ?? []
  return { lon0, lat0, scale: 1 }
}

const side = (a: Step, b: Step, p: Step): number => Math.sign(sideOf(a.x, a.y, b.x, b.y, p.x, p.y))

/** Each has its ends on both sides of the other; edges that only touch enclose what they did before. */
const doEdgesCross = (a: Step, b: Step, c: Step, d: Step): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Every edge of a closed path against every other: a path drawn by hand has few. */
function doesCross(ring: readonly Step[]): boolean {
  const edges = ring.map((to, at): [Step, Step] => [ring.at(at - 1) ?? to, to])
  return edges.some(([a, b], one) => edges.slice(one + 1).some(([c, d]) => doEdgesCross(a, b, c, d)))
}

function measuredRing(closed: readonly Position[]): Measured {
  const ruler = rulerAt(closed)
  const ring = stepsFrom(ruler, closed.slice(0, -1))
  const measured = { lengthM: pathsM(ruler, [ring], true), lastM: 0 }
  return doesCross(ring) ? measured : { ...measured, areaM2: areaM2(ruler, [ring]) }
}

function measuredPath(path: readonly Position[]): Measured {
  const ruler = rulerAt(path)
  const steps = stepsFrom(ruler, path)
  return { lengthM: pathsM(ruler, [steps], false), lastM: pathsM(ruler, [steps.slice(-2)], false) }
}

/** One line, or the outer ring of one outline, as drawn by hand; null for anything else. */
export function measured(geometry: ParcelGeometry): Measured | null {
  if (geometry.type === 'LineString') return measuredPath(geometry.coordinates)
  return geometry.type === 'Polygon' ? measuredRing(geometry.coordinates[0] ?? []) : null
}
