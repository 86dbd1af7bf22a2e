/** Areas and lengths on the ellipsoid, of outlines whose edges are straight in longitude and latitude (RFC 7946). */
import { lengthM, metricAt } from './nearest'

const SEMI_MAJOR_M = 6378137
const FLATTENING = 1 / 298.257222101
const radian = Math.PI / 180
const eccentricity2 = FLATTENING * (2 - FLATTENING)
const eccentricity = Math.sqrt(eccentricity2)
const semiMinor2 = (SEMI_MAJOR_M * (1 - FLATTENING)) ** 2

/** Square metres between the equator and a latitude, per radian of longitude (the authalic integral; J. P. Snyder, 1987, eq. 3-12). */
function bandM2(latitude: number): number {
  const sin = Math.sin(latitude * radian)
  return (semiMinor2 / 2) * (sin / (1 - eccentricity2 * sin * sin) + Math.atanh(eccentricity * sin) / eccentricity)
}

/** What measures positions given as (x, y) whole steps from an origin. */
export interface Ruler {
  readonly lon0: number
  readonly lat0: number
  /** Steps per degree. */
  readonly scale: number
}

interface Step {
  readonly x: number
  readonly y: number
}

/**
 * Signed square metres of one closed path, positive counter-clockwise. Along each edge the band is integrated by
 * Simpson's rule, good to 1e-12 for edges of a degree; bands count from the first latitude, so that nothing cancels.
 */
function signedM2({ lat0, scale }: Ruler, path: readonly Step[]): number {
  const latitude = (y: number) => lat0 + y / scale
  const base = bandM2(lat0)
  let before = path.at(-1)
  if (!before) return 0
  let beforeBand = bandM2(latitude(before.y)) - base
  let sum = 0
  for (const step of path) {
    const band = bandM2(latitude(step.y)) - base
    if (step.x !== before.x) {
      const middle = bandM2(latitude((before.y + step.y) / 2)) - base
      sum += ((before.x - step.x) * (beforeBand + 4 * middle + band)) / 6
    }
    before = step
    beforeBand = band
  }
  return (sum / scale) * radian
}

/**
 * Signed square metres between one edge and the latitude of the origin: summed along closed paths, their area. The way
 * back counts exactly the opposite.
 */
export function underEdgeM2({ lat0, scale }: Ruler, ax: number, ay: number, bx: number, by: number): number {
  if (ax === bx) return 0
  const base = bandM2(lat0)
  const band = (y: number) => bandM2(lat0 + y / scale) - base
  return (((ax - bx) * (band(ay) + band(by) + 4 * band((ay + by) / 2))) / 6 / scale) * radian
}

/** Square metres of closed paths, holes running the other way. */
export function areaM2(ruler: Ruler, paths: readonly (readonly Step[])[]): number {
  return Math.abs(paths.reduce((sum, path) => sum + signedM2(ruler, path), 0))
}

/** Metres along paths. */
export function pathsM({ lat0, scale }: Ruler, paths: readonly (readonly Step[])[], isClosed: boolean): number {
  let sum = 0
  for (const path of paths) {
    let before = isClosed ? path.at(-1) : path[0]
    for (const step of path) {
      if (before) sum += lengthM(metricAt(lat0 + before.y / scale), (step.x - before.x) / scale, (step.y - before.y) / scale)
      before = step
    }
  }
  return sum
}
