/** Outlines as flat lists of positions, cut to a box on the way into the clipper. */
import type { Geometry, Position } from 'geojson'

/** `lon, lat, lon, lat, …` in degrees. A ring does not repeat its first position. */
export type Ring = Float64Array

/** west, south, east, north, degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Rings with what lies in them: counter-clockwise ones add, clockwise ones (holes) take away. */
export interface Rings {
  readonly closed: readonly Ring[]
  readonly open: readonly Ring[]
}

/** Twice the signed area in square degrees: positive where the ring runs counter-clockwise. */
function turning(ring: Ring): number {
  const [firstX = 0, firstY = 0] = ring
  let sum = 0
  for (let at = 2; at + 3 < ring.length; at += 2) {
    const [x, y, nextX, nextY] = [(ring[at] ?? 0) - firstX, (ring[at + 1] ?? 0) - firstY, (ring[at + 2] ?? 0) - firstX, (ring[at + 3] ?? 0) - firstY]
    sum += x * nextY - nextX * y
  }
  return sum
}

function reversed(ring: Ring): Ring {
  const turned = new Float64Array(ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    turned[ring.length - 2 - at] = ring[at] ?? 0
    turned[ring.length - 1 - at] = ring[at + 1] ?? 0
  }
  return turned
}

/** Repeated positions are left out, a closed path's last one with them. */
export function pathOf(positions: readonly Position[], isClosed: boolean): Ring {
  const flat: number[] = []
  for (const [lon = NaN, lat = NaN] of positions) {
    if (flat.at(-2) !== lon || flat.at(-1) !== lat) flat.push(lon, lat)
  }
  const isRepeated = isClosed && flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)
  return Float64Array.from(isRepeated ? flat.slice(0, -2) : flat)
}

/** Outer rings counter-clockwise, holes clockwise, however they were written. */
function polygonRings(rings: readonly Position[][]): Ring[] {
  return rings.map((positions, number) => {
    const ring = pathOf(positions, true)
    return turning(ring) > 0 === (number === 0) ? ring : reversed(ring)
  })
}

/** The rings of polygons and the paths of lines; nothing of points. */
export function ringsOf(geometry: Geometry): Rings {
  switch (geometry.type) {
    case 'Polygon':
      return { closed: polygonRings(geometry.coordinates), open: [] }
    case 'MultiPolygon':
      return { closed: geometry.coordinates.flatMap(polygonRings), open: [] }
    case 'LineString':
      return { closed: [], open: [pathOf(geometry.coordinates, false)] }
    case 'MultiLineString':
      return { closed: [], open: geometry.coordinates.map((line) => pathOf(line, false)) }
    default:
      return { closed: [], open: [] }
  }
}

export function boxOf(rings: readonly Ring[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0]
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  }
  return [west, south, east, north]
}

export const grown = ([west, south, east, north]: Box, byX: number, byY: number): Box => [west - byX, south - byY, east + byX, north + byY]

export const areApart = (a: Box, b: Box): boolean => a[0] > b[2] || a[2] < b[0] || a[1] > b[3] || a[3] < b[1]

/** What a pass over rings finds out about a box. */
export interface Sight {
  /** Rings that may have an edge in the box. */
  readonly near: readonly Ring[]
  /** How often the other rings wind around the box. */
  readonly winding: number
}

interface RingSight {
  mayCross: boolean
  winding: number
}

/** Winding is counted at the south-west corner: the ring does not come between it and the rest of the box unless it may cross. */
function ringSight(ring: Ring, [west, south, east, north]: Box): RingSight {
  let winding = 0
  let [x, y] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0]
  for (let at = 0; at < ring.length; at += 2) {
    const [nextX, nextY] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    const isBeside = (x < west && nextX < west) || (x > east && nextX > east) || (y < south && nextY < south) || (y > north && nextY > north)
    // An edge beside the box counts only where the ray to the east meets it.
    if (!isBeside) return { mayCross: true, winding: 0 }
    if (x > east && nextX > east) winding += Number(y <= south && nextY > south) - Number(y > south && nextY <= south)
    x = nextX
    y = nextY
  }
  return { mayCross: false, winding }
}

export function sightOf(rings: readonly Ring[], box: Box): Sight {
  const near: Ring[] = []
  let winding = 0
  for (const ring of rings) {
    const sight = ringSight(ring, box)
    if (sight.mayCross) near.push(ring)
    winding += sight.winding
  }
  return { near, winding }
}

/** Sutherland and Hodgman's cut with one side of a box: `axis` 0 for longitude; keeps what is `sign`-wards of `limit`. */
function cutSide(ring: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = []
  let [x, y] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0]
  let depth = sign * ((axis === 0 ? x : y) - limit)
  for (let at = 0; at < ring.length; at += 2) {
    const [nextX, nextY] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    const nextDepth = sign * ((axis === 0 ? nextX : nextY) - limit)
    if (depth >= 0 !== nextDepth >= 0) {
      const along = depth / (depth - nextDepth)
      kept.push(axis === 0 ? limit : x + along * (nextX - x), axis === 0 ? y + along * (nextY - y) : limit)
    }
    if (nextDepth >= 0) kept.push(nextX, nextY)
    x = nextX
    y = nextY
    depth = nextDepth
  }
  return kept
}

/** The part of a ring in a box; ways along the box join what it cuts apart, so the box must be larger than what is clipped. */
export function cutToBox(ring: Ring, [west, south, east, north]: Box): number[] {
  let cut: number[] = Array.from(ring)
  cut = cutSide(cut, 0, west, 1)
  cut = cutSide(cut, 0, east, -1)
  cut = cutSide(cut, 1, south, 1)
  return cutSide(cut, 1, north, -1)
}
