/**
 * Edges as ways in both directions, and around each position in order: from these every walk along a boundary is read.
 * Edge `e` has the ways `2e`, from its `from` to its `to`, and `2e + 1` back; `way ^ 1` is the way back of any.
 */
import type { Planar } from './cells-planar'

export interface Ways {
  /** Of each way, the position where it starts; where it ends is where its way back starts. */
  readonly start: Uint32Array
  /** Of each way, the next one clockwise that leaves the same position. */
  readonly clockwise: Uint32Array
}

/** Sorts directions counter-clockwise from the east. Exact within a frame. */
function compareTurn(ax: number, ay: number, bx: number, by: number): number {
  const half = (x: number, y: number) => (y > 0 || (y === 0 && x > 0) ? 0 : 1)
  return half(ax, ay) - half(bx, by) || bx * ay - ax * by
}

export function waysOf({ x, y, from, to }: Planar): Ways {
  const count = 2 * from.length
  const start = Uint32Array.from({ length: count }, (_, way) => ((way & 1) === 0 ? from : to)[way >> 1] ?? 0)
  const leaving: number[][] = Array.from(x, () => [])
  for (let way = 0; way < count; way++) leaving[start[way] ?? 0]?.push(way)
  const clockwise = new Uint32Array(count)
  const stepX = (way: number) => (x[start[way ^ 1] ?? 0] ?? 0) - (x[start[way] ?? 0] ?? 0)
  const stepY = (way: number) => (y[start[way ^ 1] ?? 0] ?? 0) - (y[start[way] ?? 0] ?? 0)
  for (const ways of leaving) {
    ways.sort((a, b) => compareTurn(stepX(a), stepY(a), stepX(b), stepY(b)))
    ways.forEach((way, at) => void (clockwise[way] = ways[at === 0 ? ways.length - 1 : at - 1] ?? way))
  }
  return { start, clockwise }
}

/** The way that goes on along the left of `way`: at its end the first one clockwise from the way back. */
export const nextOf = ({ clockwise }: Ways, way: number): number => clockwise[way ^ 1] ?? 0
