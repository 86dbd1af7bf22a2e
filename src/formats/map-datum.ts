/**
 * The shifted coordinates of Chinese web maps: GCJ-02 (高德, 腾讯) and BD-09 (百度) → CGCS2000.
 *
 * The law's own transformation is unpublished. These are the formulas everyone uses (eviltransform, gcoord: identical to
 * the last digit), good to about a metre; written out because forty lines need no package and no waiting. Only for
 * coordinates that were declared as such: the shift is hundreds of metres and cannot be seen in the numbers.
 */
import type { LonLat } from '../core/model'

/** Krasovsky 1940, as the published formulas use it: metres, and the first eccentricity squared. */
const SEMI_MAJOR_M = 6378245
const ECCENTRICITY_2 = 0.006693421622965943
const RADIANS = Math.PI / 180
const BD_TURN = RADIANS * 3000

const sine = (degrees: number): number => Math.sin(degrees * Math.PI)

const ripple = (x: number): number => ((20 * sine(6 * x) + 20 * sine(2 * x)) * 2) / 3

function shiftLat(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plain + ripple(x) + ((20 * sine(y) + 40 * sine(y / 3)) * 2) / 3 + ((160 * sine(y / 12) + 320 * sine(y / 30)) * 2) / 3
}

function shiftLon(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plain + ripple(x) + ((20 * sine(x) + 40 * sine(x / 3)) * 2) / 3 + ((150 * sine(x / 12) + 300 * sine(x / 30)) * 2) / 3
}

/** CGCS2000 → GCJ-02, degrees. The formula holds for China; outside it the shift is meaningless. */
export function toGcj02([lon, lat]: LonLat): LonLat {
  const [x, y] = [lon - 105, lat - 35]
  const magic = 1 - ECCENTRICITY_2 * Math.sin(lat * RADIANS) ** 2
  const metresPerDegreeLat = ((SEMI_MAJOR_M * (1 - ECCENTRICITY_2)) / magic ** 1.5) * RADIANS
  const metresPerDegreeLon = (SEMI_MAJOR_M / Math.sqrt(magic)) * Math.cos(lat * RADIANS) * RADIANS
  return [lon + shiftLon(x, y) / metresPerDegreeLon, lat + shiftLat(x, y) / metresPerDegreeLat]
}

/** GCJ-02 → CGCS2000, degrees: the forward formula undone by repetition, to 1e-10 degrees. */
export function fromGcj02([lon, lat]: LonLat): LonLat {
  let guess: LonLat = [lon, lat]
  for (let round = 0; round < 8; round++) {
    const [x, y] = toGcj02(guess)
    guess = [guess[0] + lon - x, guess[1] + lat - y]
  }
  return guess
}

/** GCJ-02 → BD-09, degrees. */
function gcj02ToBd09([lon, lat]: LonLat): LonLat {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_TURN)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_TURN)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

/** CGCS2000 → BD-09, degrees. */
export const toBd09 = (lonLat: LonLat): LonLat => gcj02ToBd09(toGcj02(lonLat))

/** BD-09 → CGCS2000, degrees. */
export function fromBd09([lon, lat]: LonLat): LonLat {
  let guess: LonLat = [lon - 0.0065, lat - 0.006]
  for (let round = 0; round < 8; round++) {
    const [x, y] = gcj02ToBd09(guess)
    guess = [guess[0] + lon - x, guess[1] + lat - y]
  }
  return fromGcj02(guess)
}
