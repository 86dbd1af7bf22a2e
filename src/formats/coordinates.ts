/**
 * One typed text → one place. Decimal degrees in either order, degrees–minutes–seconds in the usual spellings, and
 * Gauss–Krüger metres of the 3° and 6° zones with or without prefix. Web-map coordinates only when declared as such.
 *
 * Which order or zone is meant is decided by what is possible, then by what lies nearest to `near`.
 */
import type { LonLat } from '../core/model'
import { partsOf, type Datum, type Declared, type Quantity } from './coordinate-parts'
import { fromPlane } from '../core/gauss-kruger'
import { fromBd09, fromGcj02 } from './map-datum'
import type { Said } from './say'
import { checkDeclared, declaredMeridian, nearMeridians, prefixOf, type Bounds } from './survey-zones'

export interface Candidate {
  /** Degrees, CGCS2000, at most 9 decimals (0.1 mm). */
  lonLat: LonLat
  /** How the text was read: a code of `coordinates.json` and its parameters. */
  reading: Said
}

export type Read = ({ ok: true; /** Other readings within a degree of `near`. */ alternatives: Candidate[] } & Candidate) | ({ ok: false } & Said)

export interface ReadOptions {
  /** Where a point is expected: west, south, east, north in degrees. */
  near: Bounds
  /** What the caller declares; a declaration in the text goes first. */
  datum?: Datum
}

/** Another reading is worth showing when it lies within this of the expected box. */
const ALTERNATIVE_WITHIN_DEGREES = 1
const DECIMALS = 9
const MOST_DEGREES = 180
const LEAST_METRES = 100_000

/** To CGCS2000 degrees from what was declared. */
export const TO_CGCS2000: Readonly<Record<Datum, (lonLat: LonLat) => LonLat>> = { cgcs2000: (lonLat) => lonLat, gcj02: fromGcj02, bd09: fromBd09 }

const fail = (code: string, params: Said['params'] = {}): Read => ({ ok: false, code, params })

const round = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(DECIMALS)) + 0, Number(lat.toFixed(DECIMALS)) + 0]

const magnitude = ({ parts: [whole = 0, minutes = 0, seconds = 0] }: Quantity): number => whole + minutes / 60 + seconds / 3600

const signed = (quantity: Quantity): number => {
  const negative = quantity.negative !== /^[SW]$/.test(quantity.letter ?? '')
  return negative ? -magnitude(quantity) : magnitude(quantity)
}

/** Degrees from the box; 0 within. */
function degreesOff([west, south, east, north]: Bounds, [lon, lat]: LonLat): number {
  return Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north))
}

function choose(candidates: readonly Candidate[], near: Bounds, none: Read): Read {
  const sorted = [...candidates].sort((a, b) => degreesOff(near, a.lonLat) - degreesOff(near, b.lonLat))
  const [best, ...rest] = sorted
  if (best === undefined) return none
  return { ok: true, ...best, alternatives: rest.filter(({ lonLat }) => degreesOff(near, lonLat) <= ALTERNATIVE_WITHIN_DEGREES) }
}

const isLon = ({ letter }: Quantity): boolean => letter === undefined || /[EWY]/.test(letter)
const isLat = ({ letter }: Quantity): boolean => letter === undefined || /[NSX]/.test(letter)

function readDegrees(first: Quantity, second: Quantity, datum: Datum, near: Bounds): Read {
  const form = datum === 'cgcs2000' ? (first.bare && second.bare ? 'decimal' : 'angle') : datum
  const orders: [Quantity, Quantity, string][] = [
    [first, second, 'lon-lat'],
    [second, first, 'lat-lon'],
  ]
  const named = orders.filter(([lon, lat]) => isLon(lon) && isLat(lat))
  if (named.length === 0) return fail('same-axis', { letter: first.letter ?? '' })
  const candidates = named.flatMap(([lon, lat, order]) => {
    const written: LonLat = [signed(lon), signed(lat)]
    if (Math.abs(written[0]) > 180 || Math.abs(written[1]) > 90) return []
    return [{ lonLat: round(TO_CGCS2000[datum](written)), reading: { code: `${form}-${order}`, params: {} } }]
  })
  return choose(candidates, near, fail('degrees-range', { first: signed(first), second: signed(second) }))
}

const atMeridian = (northingM: number, eastingM: number, meridian: number, reading: Said): Candidate => ({
  lonLat: round(fromPlane({ northingM, eastingM }, meridian)),
  reading,
})

/** Metres: the larger than 10 000 km is an easting with its zone; otherwise the smaller is a plain easting. */
function readPlane(a: number, b: number, declared: Declared, near: Bounds): Read {
  const [small, large] = [Math.min(a, b), Math.max(a, b)]
  const wrong = checkDeclared(declared)
  if (wrong) return fail(wrong.code, wrong.params)
  if (large >= 1e7) return readPrefixed(small, large, declared)
  if (small >= 1e6 || large < 1e6) return fail('plane-range', { first: a, second: b })
  const meridian = declaredMeridian(declared)
  const meridians = meridian === null ? nearMeridians(near) : [meridian]
  const candidates = meridians.map((degrees) => atMeridian(large, small, degrees, { code: 'plane', params: { meridian: degrees } }))
  return choose(candidates, near, fail('plane-range', { first: a, second: b }))
}

function readPrefixed(northingM: number, eastingM: number, declared: Declared): Read {
  const zone = prefixOf(eastingM)
  if (northingM >= 1e7 || zone === null) return fail('zone-unknown', { found: Math.floor(eastingM / 1e6) })
  const meridian = declaredMeridian(declared)
  const clash = (meridian !== null && meridian !== zone.meridian) || (declared.zone !== undefined && declared.zone !== zone.zone)
  if (clash) return fail('zone-contradicts', { declared: declared.epsg ?? declared.zone ?? '', found: zone.zone })
  const reading = { code: 'plane-prefix', params: { width: zone.width, zone: zone.zone, meridian: zone.meridian } }
  return { ok: true, ...atMeridian(northingM, eastingM - zone.zone * 1e6, zone.meridian, reading), alternatives: [] }
}

/** Reads a coordinate pair. Never throws; a failure carries a code of `coordinates.json`. */
export function readCoordinates(text: string, { near, datum }: ReadOptions): Read {
  const parts = partsOf(text)
  if (!parts.ok) return parts
  const [first, second] = parts.quantities
  const metres = [first, second].filter((quantity) => quantity.bare && magnitude(quantity) >= LEAST_METRES).length
  const declaredDatum = parts.declared.datum ?? datum ?? 'cgcs2000'
  if (metres === 0 && Math.max(magnitude(first), magnitude(second)) <= MOST_DEGREES) return readDegrees(first, second, declaredDatum, near)
  if (metres === 1) return fail('mixed', { first: signed(first), second: signed(second) })
  if (metres === 0) return fail('degrees-range', { first: signed(first), second: signed(second) })
  if (declaredDatum !== 'cgcs2000') return fail('shifted-plane', { datum: declaredDatum })
  return readPlane(signed(first), signed(second), parts.declared, near)
}
