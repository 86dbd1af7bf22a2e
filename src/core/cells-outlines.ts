/** The outlines on which a standing can change, as edges on one grid over the district. */
import type { Feature, Geometry } from 'geojson'
import { DISTRICT } from './catalogue'
import type { ZoneShape } from './model'
import { frameOf, type Frame } from './overlay-frame'
import { offsetRings } from './overlay-offset'
import { boxOf, ringsOf, type Box, type Ring } from './overlay-rings'

export type Shape = Feature<Geometry, ZoneShape>

/** Edges from (x, y) to (x, y), four whole numbers each. Steps of a frame stay within 2^25, so that every cross product is exact. */
export type StepEdges = number[]

/** The grid over the district as drawn: about 1 mm for one of 60 km. */
export function districtFrame(shapes: readonly Shape[]): Frame {
  const own = shapes.filter(({ properties: { zone, kind } }) => zone === DISTRICT && kind === 'outline')
  if (own.length === 0) throw new Error('Expected an outline of the district to cut into cells, found none. Read its layer first.')
  return frameOf(boxOf(own.flatMap(({ geometry }) => ringsOf(geometry).closed)))
}

/** Share of an edge, from 0 to 1, that lies in a box; undefined where none of it does (Liang and Barsky). */
function shareIn([west, south, east, north]: Box, x: number, y: number, dx: number, dy: number): [from: number, to: number] | undefined {
  let [from, to] = [0, 1]
  for (const [way, room] of [[-dx, x - west], [dx, east - x], [-dy, y - south], [dy, north - y]] as const) {
    if (way === 0 && room < 0) return undefined
    if (way < 0) from = Math.max(from, room / way)
    if (way > 0) to = Math.min(to, room / way)
  }
  return from < to ? [from, to] : undefined
}

function addEdge(edges: StepEdges, { lon0, lat0, scale, box }: Frame, x: number, y: number, endX: number, endY: number): void {
  const [dx, dy] = [endX - x, endY - y]
  const share = shareIn(box, x, y, dx, dy)
  if (!share) return
  const step = (degrees: number, origin: number) => Math.round((degrees - origin) * scale)
  const [from, to] = share
  edges.push(step(x + from * dx, lon0), step(y + from * dy, lat0), step(x + to * dx, lon0), step(y + to * dy, lat0))
}

function addRing(edges: StepEdges, frame: Frame, ring: Ring): void {
  let [x, y] = [ring.at(-2) ?? 0, ring.at(-1) ?? 0]
  for (let at = 0; at < ring.length; at += 2) {
    const [nextX, nextY] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    addEdge(edges, frame, x, y, nextX, nextY)
    x = nextX
    y = nextY
  }
}

/**
 * Adds what is drawn of a shape, and both sides of the band of 2 sigma along its line: in it a place is only likely or
 * possible. The band of an axis is all there is to it. Bands are off the index's own distance by 0.3 m at most.
 */
export function addOutlines(edges: StepEdges, frame: Frame, { geometry, properties: { kind, sigmaM } }: Shape): void {
  const rings = ringsOf(geometry)
  if (kind !== 'axis') for (const ring of rings.closed) addRing(edges, frame, ring)
  if (sigmaM > 0) for (const ring of offsetRings(rings, 2 * sigmaM, 'round', true)) addRing(edges, frame, ring)
}
