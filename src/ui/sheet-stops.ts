/** The three heights of the sheet on a phone. Pure. */
export type Stop = 'peek' | 'half' | 'full'

export const STOPS: readonly Stop[] = ['peek', 'half', 'full']

/** Heights on a screen this high, px; the same numbers as in `phone.css`. */
export const stopHeights = (screenPx: number): Record<Stop, number> => ({ peek: 148, half: screenPx * 0.5, full: screenPx - 64 })

/** The stop whose height (px) is nearest to where the sheet was let go. */
export function nearestStop(heightPx: number, heights: Readonly<Record<Stop, number>>): Stop {
  return STOPS.reduce((best, stop) => (Math.abs(heights[stop] - heightPx) < Math.abs(heights[best] - heightPx) ? stop : best))
}
