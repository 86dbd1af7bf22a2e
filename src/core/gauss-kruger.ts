/**
 * Gauss–Krüger on the CGCS2000 ellipsoid: the plane coordinates of Chinese surveys (scale 1 on the central meridian).
 *
 * Written out instead of taken from proj4: this one projection is sixty lines and 1 kB, proj4 is 43 kB gzip and would
 * make every typed coordinate wait for a download. Krüger's series to n⁴ after C. F. F. Karney, "Transverse Mercator
 * with an accuracy of a few nanometers" (J. Geodesy 85, 2011), eqs. 14, 35, 36; agrees with proj4 to 0.1 mm within 4°.
 */
import type { LonLat } from './model'

/** CGCS2000, GB 22021-2008: metres, and one over the flattening. */
const SEMI_MAJOR_M = 6378137
const FLATTENING = 1 / 298.257222101

/** Easting of the central meridian, metres. */
export const FALSE_EASTING_M = 500_000

const RADIANS = Math.PI / 180
const n = FLATTENING / (2 - FLATTENING)
const eccentricity = Math.sqrt(FLATTENING * (2 - FLATTENING))
const RECTIFYING_RADIUS_M = (SEMI_MAJOR_M / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)

/** Polynomials in n: `[n, n², n³, n⁴]` of each harmonic. */
const series = (...harmonics: number[][]): number[] => harmonics.map((terms) => terms.reduce((sum, term, i) => sum + term * n ** (i + 1), 0))

const FORWARD = series([1 / 2, -2 / 3, 5 / 16, 41 / 180], [0, 13 / 48, -3 / 5, 557 / 1440], [0, 0, 61 / 240, -103 / 140], [0, 0, 0, 49561 / 161280])
const INVERSE = series([1 / 2, -2 / 3, 37 / 96, -1 / 360], [0, 1 / 48, 1 / 15, -437 / 1440], [0, 0, 17 / 480, -37 / 840], [0, 0, 0, 4397 / 161280])
/** Conformal to geodetic latitude. */
const LATITUDE = series([2, -2 / 3, -2, 116 / 45], [0, 7 / 3, -8 / 5, -227 / 45], [0, 0, 56 / 15, -136 / 35], [0, 0, 0, 4279 / 630])

/** Plane coordinates in metres; `eastingM` carries the false easting and no zone prefix. */
export interface Plane {
  northingM: number
  eastingM: number
}

/** Sum of `c·sin(2jξ)cosh(2jη)` and `c·cos(2jξ)sinh(2jη)` over the harmonics. */
function harmonics(coefficients: number[], xi: number, eta: number): [number, number] {
  let [dXi, dEta] = [0, 0]
  coefficients.forEach((c, i) => {
    const k = 2 * (i + 1)
    dXi += c * Math.sin(k * xi) * Math.cosh(k * eta)
    dEta += c * Math.cos(k * xi) * Math.sinh(k * eta)
  })
  return [dXi, dEta]
}

/** Longitude and latitude in degrees → metres, for the central meridian `meridian` in degrees. */
export function toPlane([lon, lat]: LonLat, meridian: number): Plane {
  const sinLat = Math.sin(lat * RADIANS)
  const dLon = (lon - meridian) * RADIANS
  const t = Math.sinh(Math.atanh(sinLat) - eccentricity * Math.atanh(eccentricity * sinLat))
  const xi = Math.atan2(t, Math.cos(dLon))
  const eta = Math.atanh(Math.sin(dLon) / Math.hypot(1, t))
  const [dXi, dEta] = harmonics(FORWARD, xi, eta)
  return { northingM: RECTIFYING_RADIUS_M * (xi + dXi), eastingM: FALSE_EASTING_M + RECTIFYING_RADIUS_M * (eta + dEta) }
}

/** Metres → longitude and latitude in degrees, for the central meridian `meridian` in degrees. */
export function fromPlane({ northingM, eastingM }: Plane, meridian: number): LonLat {
  const xi = northingM / RECTIFYING_RADIUS_M
  const eta = (eastingM - FALSE_EASTING_M) / RECTIFYING_RADIUS_M
  const [dXi, dEta] = harmonics(INVERSE, xi, eta)
  const [x, y] = [xi - dXi, eta - dEta]
  const chi = Math.asin(Math.sin(x) / Math.cosh(y))
  const lat = LATITUDE.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), chi)
  return [meridian + Math.atan2(Math.sinh(y), Math.cos(x)) / RADIANS, lat / RADIANS]
}
