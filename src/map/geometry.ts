/** Plane geometry of the drawing, in degrees: boxes, label points, the mask around the district. Never used to answer. */
import type { Geometry, Polygon, Position } from 'geojson'

/** `[west, south, east, north]`, degrees. */
export type Box = [west: number, south: number, east: number, north: number]

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
  }
}

/** Smallest box around all positions. */
export function boxOf(geometries: readonly Geometry[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = 0, lat = 0] of geometries.flatMap(positionsOf)) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** All rings of a polygon geometry. */
export function ringsOf(geometry: Geometry): Position[][] {
  return polygonsOf(geometry).flat()
}

/** Outer rings of a polygon geometry. */
export function ringsOutward(geometry: Geometry): Position[][] {
  return polygonsOf(geometry).flatMap(([outer]) => (outer === undefined ? [] : [outer]))
}

const flatArea = (ring: readonly Position[]): number =>
  Math.abs(ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)) / 2

/** Polygons at least a third as large as the largest, largest first: those that deserve a name. */
export function largestParts(geometry: Geometry): Position[][][] {
  const parts = polygonsOf(geometry).map((rings) => ({ rings, area: flatArea(rings[0] ?? []) })).sort((a, b) => b.area - a.area)
  const largest = parts[0]?.area ?? 0
  return parts.filter(({ area }) => area >= largest / 3).map(({ rings }) => rings)
}

function crosses([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
}

function distanceToSegment([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** Distance to the nearest edge, positive inside. */
function depth(point: Position, rings: readonly Position[][]): number {
  let inside = false
  let nearest = Infinity
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [from = [], to = []] = [ring[i - 1], ring[i]]
      if (crosses(point, from, to)) inside = !inside
      nearest = Math.min(nearest, distanceToSegment(point, from, to))
    }
  return inside ? nearest : -nearest
}

/** Where a name stands: the point of a 24 × 24 grid deepest inside the polygon. */
export function labelPoint(rings: readonly Position[][], cells = 24): Position {
  const [west, south, east, north] = boxOf([{ type: 'Polygon', coordinates: [...rings] }])
  let best: Position = [(west + east) / 2, (south + north) / 2]
  let deepest = depth(best, rings)
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const point = [west + ((column + 0.5) / cells) * (east - west), south + ((row + 0.5) / cells) * (north - south)]
      const here = depth(point, rings)
      if (here > deepest) [best, deepest] = [point, here]
    }
  return best
}

const world: Position[] = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]

/** The world less the given outer rings. */
export function surround(rings: readonly Position[][]): Polygon {
  return { type: 'Polygon', coordinates: [world, ...rings.map((ring) => ring.toReversed())] }
}

/** A rounded box `by` degrees outside another. */
function roundedBox([west, south, east, north]: Box, by: number): Position[] {
  const corners: Position[] = [[east, south], [east, north], [west, north], [west, south]]
  const ring = corners.flatMap(([x = 0, y = 0], corner) =>
    Array.from({ length: 9 }, (_, step): Position => {
      const angle = (corner - 1 + step / 8) * (Math.PI / 2)
      return [x + by * Math.cos(angle), y + by * Math.sin(angle)]
    }),
  )
  return [...ring, ring[0] ?? []]
}

/**
 * Nested surroundings of a box: laid over each other with these opacities they fade what lies beyond it,
 * evenly, to nothing at `reach` degrees.
 */
export function vignette(box: Box, reach = 0.058, steps = 24): { polygon: Polygon; opacity: number }[] {
  return Array.from({ length: steps }, (_, step) => ({ polygon: surround([roundedBox(box, (reach * (step + 1)) / steps)]), opacity: 1 / (steps - step) }))
}
