/** A parcel made ready: checked, on its grid, with its edges and measures. */
import { readEdges, type Edges } from './edges'
import type { Parcel, ParcelGeometry, ParcelMeasures } from './model'
import { boxesOf, type EdgeBoxes } from './nearest'
import { figureOf, frameOf, merged, pathIn, type Figure, type Frame } from './overlay-frame'
import { doCross } from './overlay-gap'
import { pathsM } from './overlay-measure'
import { offsetRings } from './overlay-offset'
import { boxOf, ringsOf, type Ring, type Rings } from './overlay-rings'

export interface Ready {
  readonly frame: Frame
  readonly figure: Figure
  /** Of the area, or the line. */
  readonly rings: Rings
  readonly edges: EdgeBoxes
  readonly measures: ParcelMeasures
}

const at = (x: number | undefined, y: number | undefined): string => `${x?.toFixed(6)}, ${y?.toFixed(6)}`

function checkPosition(lon: number, lat: number): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new RangeError(`Expected longitude within 180° and latitude within 90°, found ${lon}, ${lat}. Longitude comes first; correct the position.`)
}

/** Different positions, counted no further than `enough`. */
function distinctUpTo(ring: Ring, enough: number): number {
  const found = new Set<string>()
  for (let i = 0; i < ring.length && found.size < enough; i += 2) found.add(`${ring[i]},${ring[i + 1]}`)
  return found.size
}

function checkRing(ring: Ring, least: number, what: string): void {
  for (let i = 0; i < ring.length; i += 2) checkPosition(ring[i] ?? NaN, ring[i + 1] ?? NaN)
  const distinct = distinctUpTo(ring, least)
  if (distinct < least) throw new RangeError(`Expected at least ${least} different positions in ${what}, found ${distinct}. Complete it or remove it.`)
}

const doBoxesMeet = (boxes: Float64Array, a: number, b: number): boolean =>
  !((boxes[a] ?? 0) > (boxes[b + 2] ?? 0) || (boxes[a + 2] ?? 0) < (boxes[b] ?? 0) || (boxes[a + 1] ?? 0) > (boxes[b + 3] ?? 0) || (boxes[a + 3] ?? 0) < (boxes[b + 1] ?? 0))

const leafEdges = 4

function checkLeaves({ xy, from, to }: EdgeBoxes, a: number, b: number): void {
  for (let i = from + a * leafEdges; i < Math.min(from + (a + 1) * leafEdges, to); i++) {
    for (let j = Math.max(from + b * leafEdges, i + 1); j < Math.min(from + (b + 1) * leafEdges, to); j++) {
      if (doCross(xy, 4 * i, xy, 4 * j)) throw new RangeError(`Expected an outline that does not cross itself, found two edges crossing near ${at(xy[4 * i], xy[4 * i + 1])}. Put its corners in order.`)
    }
  }
}

/** Every edge against every other whose box it meets. */
function checkCrossings(edges: EdgeBoxes): void {
  const { leaves, groups, groupLeaves } = edges
  const count = leaves.length / 4
  for (let a = 0; a < count; a++) {
    for (let group = Math.floor(a / groupLeaves); group < groups.length / 4; group++) {
      const isNear = Math.max((leaves[4 * a] ?? 0) - (groups[4 * group + 2] ?? 0), (groups[4 * group] ?? 0) - (leaves[4 * a + 2] ?? 0), (leaves[4 * a + 1] ?? 0) - (groups[4 * group + 3] ?? 0), (groups[4 * group + 1] ?? 0) - (leaves[4 * a + 3] ?? 0)) <= 0
      if (!isNear) continue
      for (let b = Math.max(group * groupLeaves, a); b < Math.min((group + 1) * groupLeaves, count); b++) if (doBoxesMeet(leaves, 4 * a, 4 * b)) checkLeaves(edges, a, b)
    }
  }
}

function checkPolygons(geometry: ParcelGeometry): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  for (const coordinates of polygons) checkCrossings(boxesOf(readEdges([{ type: 'Polygon', coordinates }], ['parcel']), 0))
}

function checkedRings(geometry: ParcelGeometry): Rings {
  const rings = ringsOf(geometry)
  if (rings.closed.length + rings.open.length === 0) throw new RangeError('Expected an outline or a line, found an empty parcel. Draw it.')
  for (const ring of rings.closed) checkRing(ring, 3, 'an outline')
  for (const path of rings.open) checkRing(path, 2, 'a line')
  checkPolygons(geometry)
  return rings
}

const closedAgain = (ring: Ring): number[][] => {
  const positions = Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0])
  return positions[0] ? [...positions, positions[0]] : []
}

/** Each ring as a part of its own: edges only, no inside. */
const edgesOf = (rings: Rings): Edges =>
  readEdges(rings.closed.length > 0 ? [{ type: 'MultiPolygon', coordinates: rings.closed.map((ring) => [closedAgain(ring)]) }] : [{ type: 'MultiLineString', coordinates: rings.open.map((path) => closedAgain(path).slice(0, -1)) }], ['parcel'])

/** The parcel's own area, or its line. A corridor ends square at the ends of its line: length times width. */
function ownRings({ geometry, corridorM }: Parcel): { rings: Rings; line: Rings } {
  const rings = checkedRings(geometry)
  if (corridorM === undefined || rings.open.length === 0) return { rings, line: rings }
  if (!(corridorM > 0 && corridorM < 1e5)) throw new RangeError(`Expected a corridor of more than 0 and less than 100000 metres, found ${corridorM}. Give its whole width.`)
  return { rings: { closed: offsetRings(rings, corridorM / 2, 'butt'), open: [] }, line: rings }
}

export function readyParcel(parcel: Parcel): Ready {
  const { rings, line } = ownRings(parcel)
  const isLine = rings.open.length > 0
  const bbox = boxOf([...rings.closed, ...rings.open])
  const frame = frameOf(bbox)
  const paths = (isLine ? rings.open : rings.closed).map((ring) => pathIn(frame, ring))
  // Parts that overlap count once.
  const figure = parcel.geometry.type === 'MultiPolygon' && parcel.geometry.coordinates.length > 1 ? merged(frame, paths) : figureOf(frame, paths, isLine)
  if (!(figure.size > 0)) throw new RangeError(`Expected a parcel with an area or a length, found none near ${at(bbox[0], bbox[1])}. Draw it larger.`)
  const isDrawnAsLine = line.open.length > 0
  const lengthM = pathsM(frame, (isDrawnAsLine ? line.open : rings.closed).map((ring) => pathIn(frame, ring)), !isDrawnAsLine)
  return { frame, figure, rings, edges: boxesOf(edgesOf(rings), 0), measures: { ...(isLine ? {} : { areaM2: figure.size }), lengthM, bbox } }
}
