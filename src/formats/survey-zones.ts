/** The Gauss–Krüger zones of Chinese surveys: 3° zones 25–45, 6° zones 13–23, and their EPSG codes on CGCS2000. */
import type { Declared } from './coordinate-parts'
import type { Said } from './say'

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

export interface Zone {
  width: 3 | 6
  zone: number
  /** Central meridian, degrees east. */
  meridian: number
}

function zoneOf(zone: number): Zone | null {
  if (zone >= 13 && zone <= 23) return { width: 6, zone, meridian: 6 * zone - 3 }
  if (zone >= 25 && zone <= 45) return { width: 3, zone, meridian: 3 * zone }
  return null
}

/** The zone that the millions of an easting name, or null. */
export const prefixOf = (eastingM: number): Zone | null => zoneOf(Math.floor(eastingM / 1e6))

/** First and last EPSG code, meridian of the first and step in degrees: EPSG registry, CGCS2000 projected systems. */
const EPSG_RANGES: readonly [first: number, last: number, meridian: number, step: number][] = [
  [4491, 4501, 75, 6], // 6° zones with prefix
  [4502, 4512, 75, 6], // 6°, without
  [4513, 4533, 75, 3], // 3° zones with prefix
  [4534, 4554, 75, 3], // 3°, without
]

function epsgMeridian(epsg: number): number | null {
  const range = EPSG_RANGES.find(([first, last]) => epsg >= first && epsg <= last)
  return range ? range[2] + (epsg - range[0]) * range[3] : null
}

/** EPSG code of a zone with prefix, or null where no such zone is. */
export function epsgOfZone(zone: number): number | null {
  const known = zoneOf(zone)
  if (known === null) return null
  return known.width === 3 ? 4513 + zone - 25 : 4491 + zone - 13
}

/** Codes of degrees: WGS 84, CGCS2000, each also three-dimensional. */
const EPSG_DEGREES: ReadonlySet<number> = new Set([4326, 4979, 4490, 4480])

/** What an EPSG code means here. */
export function epsgSystem(epsg: number): 'degrees' | 'plane' | 'unknown' {
  if (EPSG_DEGREES.has(epsg)) return 'degrees'
  return epsgMeridian(epsg) === null ? 'unknown' : 'plane'
}

/** What is wrong with a declared zone or code, if anything. */
export function checkDeclared({ epsg, zone }: Declared): Said | null {
  if (epsg !== undefined && epsgMeridian(epsg) === null) return { code: 'epsg-unknown', params: { found: epsg } }
  if (zone !== undefined && zoneOf(zone) === null) return { code: 'zone-unknown', params: { found: zone } }
  return null
}

/** Central meridian that was declared, degrees, or null. */
export function declaredMeridian({ epsg, zone }: Declared): number | null {
  if (epsg !== undefined) return epsgMeridian(epsg)
  return zone === undefined ? null : (zoneOf(zone)?.meridian ?? null)
}

/** Central meridians of the 3° and 6° zones around a box and of their neighbours, degrees. */
export function nearMeridians([west, , east]: Bounds): number[] {
  const three = [Math.round(west / 3) * 3 - 3, Math.round(west / 3) * 3, Math.round(east / 3) * 3, Math.round(east / 3) * 3 + 3]
  const six = [west, east].map((lon) => Math.floor(lon / 6) * 6 + 3)
  return [...new Set([...three, ...six])]
}
