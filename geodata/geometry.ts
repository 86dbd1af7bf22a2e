/**
 * Small exact tools on rings: rounding, winding, length and area on the ellipsoid.
 * Positions are `[lon, lat]` in degrees, areas square metres, distances metres, azimuths degrees east of north.
 */
import geodesic from 'geographiclib-geodesic'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'

const wgs84 = geodesic.Geodesic.WGS84

/** 1e-5 degree is about 1.1 m: far below the error of every line here. */
export const DECIMALS = 5

export type XY = [number, number]
export type Ring = XY[]
export type Rings = Ring[][]

/** Halves go up, as in the control geometry: the district and the basins then share their corners. */
export const round = (value: number): number => Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS + 0

/** The first two ordinates of a position. */
export function xy(position: Position): XY {
  const [x, y] = position
  if (x === undefined || y === undefined) throw new Error(`Expected a position of two numbers, found ${JSON.stringify(position)}.`)
  return [x, y]
}

export const same = (a: XY | undefined, b: XY | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** Rounded to 5 decimals, without repeated positions. */
export const roundLine = (line: readonly Position[]): XY[] =>
  line.map((position): XY => { const [x, y] = xy(position); return [round(x), round(y)] }).filter((point, i, all) => !same(point, all[i - 1]))

/** Twice the planar area in square degrees, positive when the ring runs counterclockwise. */
export function turn(ring: readonly XY[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (a && b) sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum
}

/** RFC 7946 3.1.6: the outer ring counterclockwise, holes clockwise. */
export const wound = (polygon: Ring[]): Ring[] =>
  polygon.map((ring, i) => ((turn(ring) > 0) === (i === 0) ? ring : ring.toReversed()))

/** The polygons of a polygon or multipolygon. */
export function ringsOf(geometry: Geometry): Rings {
  if (geometry.type === 'Polygon') return [geometry.coordinates.map((ring) => ring.map(xy))]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(xy)))
  throw new Error(`Expected a Polygon or MultiPolygon, found ${geometry.type}.`)
}

/** Rounded, wound polygons; a Polygon when there is one part. Rings that rounding has flattened are left out. */
export function areaGeometry(rings: Rings): Polygon | MultiPolygon {
  const parts = rings
    .map((polygon) => polygon.map((ring) => roundLine(ring)).filter((ring) => ring.length >= 4 && turn(ring) !== 0))
    .filter((polygon) => polygon.length > 0)
    .map(wound)
  const [only] = parts
  return parts.length === 1 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts }
}

/** Any geometry rounded to 5 decimals and, for areas, wound by RFC 7946. */
export function tidy(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: roundLine([geometry.coordinates])[0] ?? [] }
    case 'LineString':
      return { type: 'LineString', coordinates: roundLine(geometry.coordinates) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(roundLine) }
    case 'Polygon':
    case 'MultiPolygon':
      return areaGeometry(ringsOf(geometry))
    default:
      throw new Error(`Expected a point, line or area, found ${geometry.type}.`)
  }
}

function ringAreaM2(ring: readonly XY[]): number {
  const polygon = wgs84.Polygon(false)
  for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat, lon)
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN)
}

/** Area on the WGS 84 ellipsoid, edges as geodesics, square metres (Karney 2013, doi:10.1007/s00190-012-0578-z). */
export const areaM2 = (rings: Rings): number =>
  rings.reduce((sum, polygon) => sum + polygon.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * ringAreaM2(ring), 0), 0)

/** Geodesic distance, metres. */
export const distanceM = (a: XY, b: XY): number => wgs84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? Number.NaN

/** The place `metres` from `from` towards `azimuthDeg`. */
export function direct(from: XY, azimuthDeg: number, metres: number): XY {
  const { lat2, lon2 } = wgs84.Direct(from[1], from[0], azimuthDeg, metres)
  if (lat2 === undefined || lon2 === undefined) throw new Error(`Expected a place ${metres} m from ${from.join(', ')}, found none.`)
  return [lon2, lat2]
}

/** A closed 64-sided ring around a point, counterclockwise, corners `radiusM` away. */
export function circle(centre: XY, radiusM: number): Ring {
  const sides = 64
  const ring = Array.from({ length: sides }, (_, i) => direct(centre, -(360 * i) / sides, radiusM))
  return [...ring, ...ring.slice(0, 1)]
}
