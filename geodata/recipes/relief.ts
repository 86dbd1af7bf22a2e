/**
 * Hypsometric tint: the land at or above each contour, closed along the edge of the elevation data.
 * The areas lie on top of each other, lowest first, so that they can be drawn opaque without seams.
 */
import type { Feature, Geometry } from 'geojson'
import { difference, union } from '../clip'
import type { Control } from '../control'
import { areaGeometry, roundLine, same, turn, xy, type Ring, type Rings, type XY } from '../geometry'

/** Edge of the elevation grid, degrees; the contours end on it. */
const west = 105.95208
const south = 29.22042
const east = 106.45625
const north = 29.95792

/** A line that ends farther inside than this (degrees) has lost its other half: it is left out. */
const looseEnd = 0.005

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Distance along the edge of the grid from its south-west corner, counterclockwise, in quarter turns (0 to 4). */
function along([x, y]: XY): number {
  const [u, v] = [(x - west) / (east - west), (y - south) / (north - south)]
  const gaps = [v, 1 - u, 1 - v, u].map(Math.abs)
  const side = gaps.indexOf(Math.min(...gaps))
  return side + ([u, v, 1 - u, 1 - v][side] ?? 0)
}

const corners: XY[] = [[west, south], [east, south], [east, north], [west, north]]

/** Corners passed on the way from one place on the edge to another, counterclockwise. */
function cornersBetween(from: number, to: number): XY[] {
  const end = to <= from ? to + 4 : to
  return [1, 2, 3, 4, 5, 6, 7].filter((corner) => corner > from && corner < end).map((corner) => corners[corner % 4] ?? [west, south])
}

const onGrid = ([x, y]: XY): XY => [clamp(x, west, east), clamp(y, south, north)]

function gapToEdge([x, y]: XY): number {
  return Math.min(x - west, east - x, y - south, north - y)
}

/** Joins lines where one ends at the very place another starts. */
export function stitched(lines: readonly Ring[]): Ring[] {
  const rest = [...lines]
  const done: Ring[] = []
  for (let line = rest.shift(); line; line = rest.shift()) {
    const [start, end] = [line[0], line.at(-1)]
    const next = same(start, end) ? -1 : rest.findIndex((other) => same(other[0], end) || same(other.at(-1), start))
    const [other] = next < 0 ? [] : rest.splice(next, 1)
    if (other === undefined) done.push(line)
    else rest.unshift(same(other[0], end) ? [...line, ...other.slice(1)] : [...other, ...line.slice(1)])
  }
  return done
}

/** Follows each line to the edge, then the edge counterclockwise to the next line: high ground lies to the left. */
function closedAlongEdge(lines: readonly Ring[]): Ring[] {
  const open = lines.map((line) => ({ line, from: along(line[0] ?? [west, south]), to: along(line.at(-1) ?? [west, south]) }))
  const ahead = (place: number, start: number) => (start - place + 4) % 4
  const rings: Ring[] = []
  const unused = new Set(open)
  for (const first of open) {
    if (!unused.delete(first)) continue
    const ring = [...first.line]
    let place = first.to
    for (;;) {
      const here = place
      const next = [first, ...unused].reduce((best, item) => (ahead(here, item.from) < ahead(here, best.from) ? item : best))
      ring.push(...cornersBetween(here, next.from))
      if (next === first) break
      unused.delete(next)
      ring.push(...next.line)
      place = next.to
    }
    rings.push([...ring, ...ring.slice(0, 1)])
  }
  return rings
}

/** Land at or above one contour. `lines`: contour lines with the high ground to the left. */
export function landAbove(lines: readonly Ring[]): Rings {
  const whole = stitched(lines)
  const closed = whole.filter((line) => same(line[0], line.at(-1)))
  const open = whole.filter((line) => !same(line[0], line.at(-1)) && [line[0], line.at(-1)].every((end) => end && gapToEdge(end) < looseEnd))
  const rings = [...closed, ...closedAlongEdge(open)].map((ring) => ring.map(onGrid)).filter((ring) => ring.length >= 4)
  const shells = rings.filter((ring) => turn(ring) > 0)
  const holes = rings.filter((ring) => turn(ring) < 0)
  const land = union([], ...shells.map((shell) => [[shell]]))
  return difference(land, ...holes.map((hole) => [[hole]]))
}

/** Contour lines of one height, metres above sea level. */
function linesAt(control: Control, elevM: number): Ring[] {
  return control.all('contours').flatMap(({ properties, geometry }) =>
    properties?.['elev_m'] === elevM && geometry.type === 'LineString' ? [geometry.coordinates.map(xy)] : [],
  )
}

/** The heights there are contours of, metres, lowest first. */
export function heightsOf(control: Control): number[] {
  return [...new Set(control.all('contours').map(({ properties }) => Number(properties?.['elev_m'])))].sort((a, b) => a - b)
}

/** One area per height: `elevM` is its lower limit in metres. */
export function relief(control: Control): Feature<Geometry, { elevM: number }>[] {
  return heightsOf(control).map((elevM) => ({
    type: 'Feature',
    id: `above-${elevM}`,
    properties: { elevM },
    geometry: areaGeometry(landAbove(linesAt(control, elevM))),
  }))
}

/** The contours themselves, one feature per height. */
export function contours(control: Control): Feature<Geometry, { elevM: number }>[] {
  return heightsOf(control).map((elevM) => ({
    type: 'Feature',
    id: `contour-${elevM}`,
    properties: { elevM },
    geometry: { type: 'MultiLineString', coordinates: linesAt(control, elevM).map(roundLine) },
  }))
}
