/** How large a drawn shape is, on the ellipsoid, and a place within it. */
import type { Geometry, Position } from 'geojson'
import type { LonLat } from './model'
import { areaM2, pathsM, type Ruler } from './overlay-measure'

/** Square metres of an area, metres of a line; neither of a point. */
export type ShapeSize = { areaM2: number } | { lengthM: number } | null

interface Step {
  readonly x: number
  readonly y: number
}

const stepsOf = ({ lon0, lat0 }: Ruler, path: readonly Position[]): Step[] => path.map(([lon = lon0, lat = lat0]) => ({ x: lon - lon0, y: lat - lat0 }))

function rulerAt([lon0 = 0, lat0 = 0]: Position = []): Ruler {
  return { lon0, lat0, scale: 1 }
}

/** Whatever way its rings run: the outer one less its holes. */
function polygonM2(rings: readonly Position[][]): number {
  const ruler = rulerAt(rings[0]?.[0])
  const [outer = 0, ...holes] = rings.map((ring) => areaM2(ruler, [stepsOf(ruler, ring)]))
  return holes.reduce((rest, hole) => rest - hole, outer)
}

const lineM = (path: readonly Position[]): number => {
  const ruler = rulerAt(path[0])
  return pathsM(ruler, [stepsOf(ruler, path)], false)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export function shapeSize(geometry: Geometry): ShapeSize {
  switch (geometry.type) {
    case 'Polygon':
      return { areaM2: polygonM2(geometry.coordinates) }
    case 'MultiPolygon':
      return { areaM2: sum(geometry.coordinates.map(polygonM2)) }
    case 'LineString':
      return { lengthM: lineM(geometry.coordinates) }
    case 'MultiLineString':
      return { lengthM: sum(geometry.coordinates.map(lineM)) }
    default:
      return null
  }
}

/** Longitudes at which the rings meet a latitude, from west to east. */
function crossings(rings: readonly Position[][], at: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    for (const [index, [x = 0, y = 0]] of ring.entries()) {
      const [toX = x, toY = y] = ring[index + 1] ?? []
      if (y > at !== toY > at) found.push(x + ((at - y) / (toY - y)) * (toX - x))
    }
  }
  return found.sort((a, b) => a - b)
}

const LATITUDES = 9 // tried from south to north; one that meets no vertex finds the inside of any area

/** The middle of the widest stretch of an area along one of a few latitudes: always inside it. */
function insideOf(rings: readonly Position[][]): LonLat | null {
  const heights = (rings[0] ?? []).map(([, lat = 0]) => lat)
  const [south, north] = [Math.min(...heights), Math.max(...heights)]
  let best: { lonLat: LonLat; width: number } | null = null
  for (let step = 1; step <= LATITUDES; step++) {
    const lat = south + ((north - south) * step) / (LATITUDES + 1)
    const met = crossings(rings, lat)
    for (let at = 0; at + 1 < met.length; at += 2) {
      const [west = 0, east = 0] = [met[at], met[at + 1]]
      if (best === null || east - west > best.width) best = { lonLat: [(west + east) / 2, lat], width: east - west }
    }
  }
  return best?.lonLat ?? null
}

const longest = <T>(lists: readonly (readonly T[])[]): readonly T[] => lists.reduce((best, list) => (list.length > best.length ? list : best), [])

/** A place that lies within the shape: in its largest part, on its longest line. */
export function placeWithin(geometry: Geometry): LonLat | null {
  switch (geometry.type) {
    case 'Point':
      return lonLatOf(geometry.coordinates)
    case 'LineString':
      return lonLatOf(geometry.coordinates[Math.floor(geometry.coordinates.length / 2)])
    case 'MultiLineString':
      return lonLatOf(longest(geometry.coordinates)[0])
    case 'Polygon':
      return insideOf(geometry.coordinates)
    case 'MultiPolygon':
      return insideOf(geometry.coordinates.reduce((best, rings) => (polygonM2(rings) > polygonM2(best) ? rings : best), []))
    default:
      return null
  }
}

function lonLatOf([lon, lat]: Position = []): LonLat | null {
  return lon === undefined || lat === undefined ? null : [lon, lat]
}
