import type { Position } from 'geojson'

/** Repeatable numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A ring that winds once around (x, y): jagged, never crossing itself. Radii in degrees. */
export function star(random: () => number, x: number, y: number, least: number, most: number, vertices: number): Position[] {
  const ring: Position[] = []
  for (let vertex = 0; vertex < vertices; vertex++) {
    const angle = (2 * Math.PI * vertex) / vertices
    const radius = least + random() * (most - least)
    ring.push([x + radius * Math.cos(angle), y + radius * Math.sin(angle)])
  }
  return [...ring, ring[0]!]
}

/** A polygon with a hole now and then. */
export function holedStar(random: () => number, x: number, y: number, radius: number, vertices: number): Position[][] {
  const outer = star(random, x, y, radius * 0.6, radius, vertices)
  if (random() < 0.5) return [outer]
  const reach = radius * 0.6 * Math.cos(Math.PI / vertices)
  return [outer, star(random, x, y, reach * 0.3, reach * 0.9, vertices).toReversed()]
}
