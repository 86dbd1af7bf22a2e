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

/** The deepest middle of the cells of a grid over a box. */
function deepest([west, south, east, north]: Box, rings: readonly Position[][], cells: number): Position {
  const points = Array.from({ length: cells * cells }, (_, i): Position => [
    west + (((i % cells) + 0.5) / cells) * (east - west),
    south + ((Math.floor(i / cells) + 0.5) / cells) * (north - south),
  ])
  const depths = points.map((point) => depth(point, rings))
  return points[depths.indexOf(Math.max(...depths))] ?? [west, south]
}

/** Where a name stands: the point deepest inside the polygon, found on a grid and once more in its best cell and those around. */
export function labelPoint(rings: readonly Position[][], cells = 12): Position {
  const box = boxOf([{ type: 'Polygon', coordinates: [...rings] }])
  const [x = 0, y = 0] = deepest(box, rings, cells)
  const [reachX, reachY] = [(box[2] - box[0]) / cells, (box[3] - box[1]) / cells]
  return deepest([x - reachX, y - reachY, x + reachX, y + reachY], rings, 5)
}

const world: Position[] = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]

/** The world less the given outer rings. */
export function surround(rings: readonly Position[][]): Polygon {
  return { type: 'Polygon', coordinates: [world, ...rings.map((ring) => ring.toReversed())] }
}

const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** Half of a convex hull: the chain that only turns left. */
function chain(sorted: readonly Position[]): Position[] {
  const kept: Position[] = []
  for (const point of sorted) {
    while (kept.length > 1 && turn(kept.at(-2) ?? point, kept.at(-1) ?? point, point) <= 0) kept.pop()
    kept.push(point)
  }
  return kept.slice(0, -1)
}

/** Convex hull, counterclockwise, open (Andrew's monotone chain). */
export function hull(points: readonly Position[]): Position[] {
  const sorted = [...points].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0))
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

/** A convex ring moved outwards by a distance, corners rounded in eight steps. */
function grown(convex: readonly Position[], by: number): Position[] {
  const ring = convex.flatMap(([x = 0, y = 0], i) => {
    const [beforeX = 0, beforeY = 0] = convex.at(i - 1) ?? []
    const [afterX = 0, afterY = 0] = convex[(i + 1) % convex.length] ?? []
    const from = Math.atan2(y - beforeY, x - beforeX) - Math.PI / 2
    const bend = Math.atan2(afterY - y, afterX - x) - Math.PI / 2 - from
    const sweep = ((bend % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)
    return Array.from({ length: 9 }, (_, step): Position => {
      const angle = from + (sweep * step) / 8
      return [x + by * Math.cos(angle), y + by * Math.sin(angle)]
    })
  })
  return [...ring, ...ring.slice(0, 1)]
}

/**
 * Nested surroundings of the hull of some points: laid over each other with these opacities they fade what
 * lies beyond it, evenly, to nothing at `reach` degrees.
 */
export function vignette(points: readonly Position[], reach = 0.06, steps = 24): { polygon: Polygon; opacity: number }[] {
  const convex = hull(points)
  return Array.from({ length: steps }, (_, step) => ({ polygon: surround([grown(convex, (reach * (step + 1)) / steps)]), opacity: 1 / (steps - step) }))
}
