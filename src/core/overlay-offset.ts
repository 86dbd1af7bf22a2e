/** Outlines widened or narrowed by metres, in the plane of a transverse Mercator projection about their own middle. */
import { ClipperOffset, EndType, JoinType, type Path64, type Paths64 } from 'clipper2-ts'
import { FALSE_EASTING_M, fromPlane, toPlane } from './gauss-kruger'
import { boxOf, type Ring, type Rings } from './overlay-rings'

/** Steps per metre in the plane. */
const scale = 1000

/** Longest edge taken as straight in both the plane and degrees, degrees: bent by 5 cm at most. */
const longest = 0.02

/** Round corners are at most this far within the true arc: metres, or this share of the distance. */
const [arcM, arcShare] = [0.25, 1e-3]

function planePath(ring: Ring, meridian: number, isClosed: boolean): Path64 {
  const path: Path64 = []
  const put = (lon: number, lat: number) => {
    const { eastingM, northingM } = toPlane([lon, lat], meridian)
    path.push({ x: Math.round((eastingM - FALSE_EASTING_M) * scale), y: Math.round(northingM * scale) })
  }
  for (let at = 0; at < ring.length; at += 2) {
    const isLast = at + 2 >= ring.length
    const next = isLast ? 0 : at + 2
    const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    const [stepX, stepY] = [(ring[next] ?? 0) - x, (ring[next + 1] ?? 0) - y]
    const count = isLast && !isClosed ? 1 : Math.max(1, Math.ceil(Math.hypot(stepX, stepY) / longest))
    for (let part = 0; part < count; part++) put(x + (stepX * part) / count, y + (stepY * part) / count)
  }
  return path
}

function degreesOf(path: Path64, meridian: number): Ring {
  const ring = new Float64Array(2 * path.length)
  path.forEach(({ x, y }, at) => ring.set(fromPlane({ eastingM: FALSE_EASTING_M + x / scale, northingM: y / scale }, meridian), 2 * at))
  return ring
}

/** Ends of lines: `round` keeps everything within the distance, `butt` stops square across the end, as a corridor of length times width. */
export type Ends = 'round' | 'butt'

/** `asLines`: the rings are lines too, widened to both sides. */
function addTo(offset: ClipperOffset, { closed, open }: { closed: Paths64; open: Paths64 }, ends: Ends, asLines: boolean): void {
  if (closed.length > 0) offset.addPaths(closed, JoinType.Round, asLines ? EndType.Joined : EndType.Polygon)
  if (open.length > 0) offset.addPaths(open, JoinType.Round, ends === 'round' ? EndType.Round : EndType.Butt)
}

/** Rings of what lies within `byM` of the rings (`byM` below 0: deeper than that in them). */
export function offsetRings(rings: Rings, byM: number, ends: Ends = 'round', asLines = false): Ring[] {
  const [west, , east] = boxOf([...rings.closed, ...rings.open])
  const meridian = (west + east) / 2
  const offset = new ClipperOffset(2, Math.max(Math.min(arcM, arcShare * Math.abs(byM)), 0.001) * scale)
  const closed = rings.closed.map((ring) => planePath(ring, meridian, true))
  const open = rings.open.map((ring) => planePath(ring, meridian, false))
  addTo(offset, { closed, open }, ends, asLines)
  const solution: Paths64 = []
  offset.execute(byM * scale, solution)
  return solution.map((path) => degreesOf(path, meridian))
}
