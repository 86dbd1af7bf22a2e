/** Between a parcel and what the drawing tools hold: simple rings and lines. Holes wait here; the tools cannot hold them. */
import type { Position } from 'geojson'
import type { ParcelGeometry } from '../core/model'

/** One ring or line to edit. */
export interface SketchPart {
  kind: 'polygon' | 'linestring'
  /** Outer ring, closed, or line. */
  path: Position[]
  holes: Position[][]
}

const DECIMALS = 1e8

/** Longitude and latitude in 8 decimals (1 mm); a height is dropped. */
const rounded = ([lon = 0, lat = 0]: Position): Position => [Math.round(lon * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS]

const ring = ([outer = [], ...holes]: Position[][]): SketchPart => ({ kind: 'polygon', path: outer.map(rounded), holes: holes.map((hole) => hole.map(rounded)) })
const line = (path: Position[]): SketchPart => ({ kind: 'linestring', path: path.map(rounded), holes: [] })

/** The rings and lines of a parcel. */
export function partsOf(geometry: ParcelGeometry): SketchPart[] {
  switch (geometry.type) {
    case 'Polygon':
      return [ring(geometry.coordinates)]
    case 'MultiPolygon':
      return geometry.coordinates.map(ring)
    case 'LineString':
      return [line(geometry.coordinates)]
    case 'MultiLineString':
      return geometry.coordinates.map(line)
  }
}

const signedArea = (path: readonly Position[]): number => {
  const [startX = 0, startY = 0] = path[0] ?? []
  return path.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = path[i + 1] ?? path[0] ?? []
    return sum + (x - startX) * (nextY - startY) - (nextX - startX) * (y - startY)
  }, 0)
}

/** Outer rings run counterclockwise, holes clockwise (RFC 7946). */
const wound = (path: Position[], outer: boolean): Position[] => (signedArea(path) > 0 === outer ? path : path.toReversed())

const polygon = ({ path, holes }: SketchPart): Position[][] => [wound(path.map(rounded), true), ...holes.map((hole) => wound(hole, false))]

/** A parcel of parts that are all rings or all lines; null where there is nothing of any size. */
export function joined(parts: readonly SketchPart[]): ParcelGeometry | null {
  const real = parts.filter(hasSize)
  const [first] = real
  if (first === undefined) return null
  if (first.kind === 'polygon') return real.length === 1 ? { type: 'Polygon', coordinates: polygon(first) } : { type: 'MultiPolygon', coordinates: real.map(polygon) }
  const lines = real.map(({ path }) => path.map(rounded))
  return lines.length === 1 ? { type: 'LineString', coordinates: lines[0] ?? [] } : { type: 'MultiLineString', coordinates: lines }
}

/** A double click where nothing was drawn yet leaves a ring without area, or a line without length. */
function hasSize({ kind, path }: SketchPart): boolean {
  const places = new Set(path.map((position) => rounded(position).join()))
  return kind === 'polygon' ? places.size > 2 && signedArea(path) !== 0 : places.size > 1
}
