/**
 * One decision for all rows: which order, zone and datum. Every way that some row suggests is tried on a sample of all;
 * the one that puts most of them near here is taken, the others are offered.
 */
import type { LonLat } from '../core/model'
import type { ReadOptions } from './coordinates'
import { placings, type Placing } from './parcel-place'
import { ParcelError, type Pair, type System } from './parcel-raw'
import type { Bounds } from './survey-zones'

export interface Readings {
  /** The likeliest first. */
  ways: readonly [Placing, ...Placing[]]
  /** The names of the columns say another order than their numbers. */
  swapped: boolean
}

/** Rows that suggest ways, and rows they are judged by. */
const SUGGESTING = 16
const JUDGING = 400
const NEAR_DEGREES = 1
/** Zones on either side are offered too, degrees away. */
const ASIDE_DEGREES = [0, -3, 3]
const MOST_OTHERS = 6

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count)
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]).filter((item) => item !== undefined)
}

const widened = ([west, south, east, north]: Bounds, by: number): Bounds => [west - by, south - by, east + by, north + by]

const isWithin = ([lon, lat]: LonLat, [west, south, east, north]: Bounds): boolean => lon >= west && lon <= east && lat >= south && lat <= north

interface Suggested {
  way: Placing
  swapped: boolean
}

/** Ways by what they say, in the order met. Fails with what the first row failed with. */
function suggestions(pairs: readonly Pair[], system: System, options: ReadOptions): Map<string, Suggested> {
  const found = new Map<string, Suggested>()
  const { order, ...free } = system
  const boxes = ASIDE_DEGREES.map((by): Bounds => [options.near[0] + by, options.near[1], options.near[2] + by, options.near[3]])
  const systems = boxes.flatMap((near): [System, boolean, Bounds][] => (order === undefined ? [[system, false, near]] : [[system, false, near], [free, true, near]]))
  let first: ParcelError | null = null
  for (const pair of spread(pairs, SUGGESTING)) {
    for (const [of, swapped, near] of systems) {
      try {
        for (const way of placings(pair, of, { ...options, near })) if (!found.has(way.how.en)) found.set(way.how.en, { way, swapped })
      } catch (error) {
        if (!(error instanceof ParcelError)) throw error
        first ??= error
      }
    }
  }
  if (found.size === 0) throw first ?? new ParcelError('nothing')
  return found
}

/** How many of the sample a way places at all, and near here. */
function judged({ place }: Placing, sample: readonly Pair[], near: Bounds): { placed: number; nearby: number } {
  const places = sample.map(place).filter((at) => at !== null)
  return { placed: places.length, nearby: places.filter((at) => isWithin(at, widened(near, NEAR_DEGREES))).length }
}

/** Throws a `ParcelError` where no row can be read at all. */
export function readingsOf(pairs: readonly Pair[], system: System, options: ReadOptions): Readings {
  const all = [...suggestions(pairs, system, options).values()]
  const sample = spread(pairs, JUDGING)
  const ranked = all.map((one) => ({ ...one, ...judged(one.way, sample, options.near) })).filter(({ placed }) => placed > 0)
  // Nothing in the numbers tells a shifted datum: it never goes first unless it was declared.
  ranked.sort((a, b) => Number(a.way.shifted ?? false) - Number(b.way.shifted ?? false) || b.nearby - a.nearby || b.placed - a.placed)
  const [best, ...others] = ranked
  if (best === undefined) throw new ParcelError('not-numbers')
  const worth = others.filter(({ placed }) => placed * 2 > best.placed).slice(0, MOST_OTHERS)
  return { ways: [best.way, ...worth.map(({ way }) => way)], swapped: best.swapped }
}
