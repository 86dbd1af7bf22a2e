/** Timing: warm-up, rounds, median. Results flow into a sink so that nothing is optimised away. */

export interface Timing {
  medianNs: number
  p95Ns: number
}

let sink = 0

/** What the sink holds: print it once at the end. */
export const drained = (): number => sink

const rounds = 9

function round<T>(items: readonly T[], run: (item: T) => number): number {
  const start = performance.now()
  for (const item of items) sink = (sink + run(item)) | 0
  return ((performance.now() - start) * 1e6) / items.length
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN
}

/** Median over rounds of the mean time per item, nanoseconds. */
export function medianNs<T>(items: readonly T[], run: (item: T) => number): number {
  round(items, run)
  round(items, run)
  const times = Array.from({ length: rounds }, () => round(items, run)).sort((a, b) => a - b)
  return quantile(times, 0.5)
}

/** Median and 95th percentile over single items: for work of microseconds and more. */
export function eachNs<T>(items: readonly T[], run: (item: T) => number): Timing {
  for (let warm = 0; warm < 3; warm++) round(items, run)
  const times = items.map((item) => round([item], run)).sort((a, b) => a - b)
  return { medianNs: quantile(times, 0.5), p95Ns: quantile(times, 0.95) }
}

/** Milliseconds of one call, and its result. */
export function onceMs<T>(make: () => T): [T, number] {
  const start = performance.now()
  const made = make()
  return [made, performance.now() - start]
}
