/** A position well within an area. */
import type { Planar } from './cells-planar'
import type { Ways } from './cells-ways'

/** Steps of the frame; `reach`: how far the edges are at least along both axes. */
export interface Within {
  readonly x: number
  readonly y: number
  readonly reach: number
}

/** Along one axis, where edges cross a level of the other, in order: between the first and second lies inside, and so on. */
function crossings(along: Int32Array, across: Int32Array, { start }: Ways, edge: readonly number[], level: number): number[] {
  const found: number[] = []
  for (const way of edge) {
    const [a, b] = [start[way] ?? 0, start[way ^ 1] ?? 0]
    const [from, to] = [across[a] ?? 0, across[b] ?? 0]
    if (from > level !== to > level) found.push((along[a] ?? 0) + ((level - from) * ((along[b] ?? 0) - (along[a] ?? 0))) / (to - from))
  }
  return found.sort((p, q) => p - q)
}

interface Gap {
  readonly middle: number
  readonly half: number
}

/** The widest gap inside; `around`: the one that holds this value. */
function gapIn(stops: readonly number[], around?: number): Gap {
  let best: Gap = { middle: stops[0] ?? 0, half: 0 }
  for (let at = 0; at + 1 < stops.length; at += 2) {
    const [from, to] = [stops[at] ?? 0, stops[at + 1] ?? 0]
    const isWanted = around === undefined ? to - from > 2 * best.half : from <= around && to >= around
    if (isWanted) best = { middle: (from + to) / 2, half: (to - from) / 2 }
  }
  return best
}

/** Levels looked at, as shares of the height. Halves of steps are added: no corner lies on those. */
const levels = [0.5, 0.25, 0.75, 0.1, 0.9]

/** The best of a few positions. `edge`: the ways along the area. */
export function withinArea({ x, y }: Planar, ways: Ways, edge: readonly number[]): Within {
  let [low, high] = [Infinity, -Infinity]
  for (const way of edge) {
    const height = y[ways.start[way] ?? 0] ?? 0
    ;[low, high] = [Math.min(low, height), Math.max(high, height)]
  }
  let best: Within = { x: 0, y: 0, reach: -1 }
  for (const share of levels) {
    const level = Math.floor(low + share * (high - low - 1)) + 0.5
    const wide = gapIn(crossings(x, y, ways, edge, level))
    const tall = gapIn(crossings(y, x, ways, edge, Math.floor(wide.middle) + 0.5), level)
    const reach = Math.min(wide.half, tall.half)
    if (reach > best.reach) best = tall.half > 0 ? { x: Math.floor(wide.middle) + 0.5, y: tall.middle, reach } : { x: wide.middle, y: level, reach }
  }
  return best
}
