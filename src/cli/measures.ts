/** Distances in words, never finer than the error of the line. */
import type { LonLat } from '../core/model'

const METRES_PER_DEGREE = 111_320 // on the equator; good to 0.5 % for a distance in words

const told = (metres: number, stepM: number): string => {
  if (metres < 1000) return `${metres} m`
  return `${(metres / 1000).toFixed(stepM >= 1000 ? 0 : Math.max(0, 3 - Math.round(Math.log10(stepM))))} km`
}

/** Power of ten at or below the error, at least 1 m: a line known to ±300 m is told to 100 m. */
const honestStep = (sigmaM: number): number => 10 ** Math.floor(Math.log10(Math.max(sigmaM, 1)))

/** A distance without its sign; less than half a step reads "< step". */
export function distanceText(distanceM: number, sigmaM: number): string {
  const step = honestStep(sigmaM)
  const rounded = Math.round(Math.abs(distanceM) / step) * step
  return rounded === 0 ? `< ${told(step, step)}` : told(rounded, step)
}

/** A 1-sigma error, two digits at most. */
export function sigmaText(sigmaM: number): string {
  const step = Math.max(1, honestStep(sigmaM) / 10)
  return told(Math.round(sigmaM / step) * step, step)
}

/** Metres and compass sector (0 north, clockwise in eighths) from one place to another. */
export function bearing(from: LonLat, to: LonLat): { distanceM: number; sector: number } {
  const east = (to[0] - from[0]) * METRES_PER_DEGREE * Math.cos(((from[1] + to[1]) / 2) * (Math.PI / 180))
  const north = (to[1] - from[1]) * METRES_PER_DEGREE
  return { distanceM: Math.hypot(east, north), sector: (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8 }
}
