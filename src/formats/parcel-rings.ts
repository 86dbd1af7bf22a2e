/** Rings made fit for measuring: loops split off, holes found by depth, crossings told. Degrees, 8 decimals. */
import type { LonLat } from '../core/model'

export type Ring = readonly LonLat[]

const same = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1]

/** Without repeated neighbours; the closing vertex is left out as well when `closed`. */
export function withoutRepeats(line: Ring, closed: boolean): LonLat[] {
  const kept = line.filter((vertex, i) => i === 0 || !same(vertex, line[i - 1] ?? vertex))
  const [first, last] = [kept[0], kept.at(-1)]
  if (closed && kept.length > 1 && first && last && same(first, last)) kept.pop()
  return kept
}

/** Twice the signed area in square degrees; positive when counter-clockwise. */
export function turning(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + (x - x0) * (ny - y0) - (nx - x0) * (y - y0)
  }, 0)
}

/**
 * Splits an open ring wherever it comes back to a vertex: figures of eight and cut-in holes of CAD drawings become
 * rings of their own, there-and-back spikes vanish.
 */
export function splitLoops(ring: Ring): LonLat[][] {
  const loops: LonLat[][] = []
  const way: LonLat[] = []
  const at = new Map<string, number>()
  for (const vertex of ring) {
    const key = `${vertex[0]} ${vertex[1]}`
    const since = at.get(key)
    if (since === undefined) at.set(key, way.push(vertex) - 1)
    else {
      const loop = way.splice(since + 1)
      for (const passed of loop) at.delete(`${passed[0]} ${passed[1]}`)
      loops.push([vertex, ...loop])
    }
  }
  return [...loops, way].filter((loop) => loop.length >= 3)
}

/** Even–odd; a position on the line counts as either. */
export function contains(ring: Ring, [x, y]: LonLat): boolean {
  let inside = false
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [cx, cy] of ring) {
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) inside = !inside
    px = cx
    py = cy
  }
  return inside
}

export interface Box {
  ring: LonLat[]
  west: number
  south: number
  east: number
  north: number
  size: number
}

function boxOf(ring: LonLat[]): Box {
  const box: Box = { ring, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, size: Math.abs(turning(ring)) }
  for (const [x, y] of ring) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

const boxWithin = (inner: Box, outer: Box): boolean => inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south && inner.north <= outer.north

/** Whether rings that do not cross lie one in the other: told by the middle of an edge, which is rarely on the other's line. */
function within(inner: Box, outer: Box): boolean {
  if (inner.size >= outer.size || !boxWithin(inner, outer)) return false
  const votes = inner.ring.slice(0, 3).map((vertex, i) => {
    const [x, y] = inner.ring[i + 1] ?? vertex
    return contains(outer.ring, [(vertex[0] + x) / 2, (vertex[1] + y) / 2])
  })
  return votes.filter(Boolean).length * 2 > votes.length
}

export interface Nested {
  ring: LonLat[]
  /** Number of rings around it: even for outlines, odd for holes. */
  depth: number
  /** Index of the ring next around it. */
  parent: number | null
}

/** Which ring lies in which. The rings must not cross. */
export function nest(rings: LonLat[][]): Nested[] {
  const boxes = rings.map(boxOf)
  return boxes.map((box, i) => {
    const around = boxes.flatMap((other, j) => (i !== j && within(box, other) ? [j] : []))
    const parent = around.reduce<number | null>((best, j) => (best === null || (boxes[j]?.size ?? 0) < (boxes[best]?.size ?? 0) ? j : best), null)
    return { ring: box.ring, depth: around.length, parent }
  })
}

const close = (ring: LonLat[], counterClockwise: boolean): LonLat[] => {
  const [first] = ring
  const turned = turning(ring) > 0 === counterClockwise ? ring : ring.toReversed()
  const start = turned[0] ?? first
  return start ? [...turned, start] : []
}

/** Polygons of RFC 7946: outline counter-clockwise, then its holes clockwise. */
export function polygons(nested: readonly Nested[]): LonLat[][][] {
  return nested.flatMap(({ ring, depth }, i) => {
    if (depth % 2 === 1) return []
    const holes = nested.filter((other) => other.parent === i && other.depth === depth + 1)
    return [[close(ring, true), ...holes.map((hole) => close(hole.ring, false))]]
  })
}
