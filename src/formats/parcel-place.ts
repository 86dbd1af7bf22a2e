/** One decision for all vertices of a set: which order, datum, zone. The first vertex is read like a typed coordinate. */
import type { LonLat } from '../core/model'
import { fromPlane } from '../core/gauss-kruger'
import sentences from './coordinates.json'
import { readCoordinates, TO_CGCS2000, type ReadOptions } from './coordinates'
import type { Datum } from './coordinate-parts'
import { ParcelError, type Pair, type System } from './parcel-raw'
import { fill, type Params, type Said } from './say'
import type { Text } from '../core/seed-types'
import { epsgSystem } from './survey-zones'

export interface Placing {
  /** How the numbers are read, a sentence in both languages. */
  how: Text
  /** Degrees, 8 decimals; null where the numbers cannot mean that. */
  place: (pair: Pair) => LonLat | null
  /** Only a datum of web maps differs: no vertex moves by more than a kilometre. */
  shifted?: true
}

const DECIMALS = 1e8
const LARGEST = 1e9
const LEAST_METRES = 100_000

const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS + 0

const onEarth = ([lon, lat]: LonLat): LonLat | null => (Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [round(lon), round(lat)] : null)

const isSentence = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code)

/** A sentence of `coordinates.json` in both languages, to stand in a sentence of `parcels.json`. */
export function coordinateText({ code, params }: Said): Text {
  if (!isSentence(code)) return { zh: code, en: code }
  const sentence = sentences[code]
  return { zh: fill(sentence, params, 'zh'), en: fill(sentence, params, 'en') }
}

const placing = (code: string, params: Params, place: (pair: Pair) => LonLat): Placing => ({
  how: coordinateText({ code, params }),
  place: (pair) => onEarth(place(pair)),
})

const numberOf = (params: Params, name: string): number => Number(params[name])

function degreesPlacing(code: string): Placing | null {
  const match = /^(decimal|angle|gcj02|bd09)-(lon-lat|lat-lon)$/.exec(code)
  if (match === null) return null
  const convert = TO_CGCS2000[match[1] === 'gcj02' ? 'gcj02' : match[1] === 'bd09' ? 'bd09' : 'cgcs2000']
  return placing(code, {}, match[2] === 'lon-lat' ? ([a, b]) => convert([a, b]) : ([a, b]) => convert([b, a]))
}

/** The same way for every vertex as the first one was read. */
function placingOf({ code, params }: Said, [a, b]: Pair): Placing {
  const degrees = degreesPlacing(code)
  if (degrees) return degrees
  const offset = code === 'plane-prefix' ? numberOf(params, 'zone') * 1e6 : 0
  const northingFirst = code === 'plane-prefix' ? a < b : a > b
  const meridian = numberOf(params, 'meridian')
  return {
    how: coordinateText({ code, params }),
    place: (pair) => planeToLonLat(northingFirst ? pair : [pair[1], pair[0]], offset, meridian),
  }
}

/** Northing first. Null where the easting carries another zone, or none, or the numbers are no Gauss–Krüger metres. */
function planeToLonLat([northingM, easting]: Pair, offset: number, meridian: number): LonLat | null {
  const eastingM = easting - offset
  if (eastingM <= 0 || eastingM >= 1e6 || northingM <= 0 || northingM >= 1e7) return null
  return onEarth(fromPlane({ northingM, eastingM }, meridian))
}

function ownPlane({ meridian, falseEastingM, falseNorthingM }: NonNullable<System['plane']>): Placing {
  const place = ([x, y]: Pair) => planeToLonLat([y - falseNorthingM, x - falseEastingM + 500_000], 0, meridian)
  return { how: coordinateText({ code: 'plane', params: { meridian } }), place }
}

/** Written so that `readCoordinates` cannot meet an exponent. */
const plain = (value: number): string => String(Math.abs(value) < 1e-6 ? 0 : value)

function typed([a, b]: Pair, { order, epsg }: System): string {
  const degrees = Math.max(Math.abs(a), Math.abs(b)) <= 180
  const [first, second] = !degrees || order === undefined ? ['', ''] : order === 'lon-lat' ? ['E', 'N'] : ['N', 'E']
  const code = epsg === undefined || degrees ? '' : `EPSG:${epsg} `
  return `${code}${first}${plain(a)},${second}${plain(b)}`
}

const OTHER_DATUMS: readonly Datum[] = ['gcj02', 'bd09', 'cgcs2000']

/** Degrees might also be those of a web map; nothing in the numbers shows it. */
function otherDatums(best: Said, sure: boolean): Placing[] {
  const match = /^(decimal|angle|gcj02|bd09)-(.*)$/.exec(best.code)
  if (match === null || sure) return []
  const now = match[1] === 'gcj02' || match[1] === 'bd09' ? match[1] : 'cgcs2000'
  return OTHER_DATUMS.filter((datum) => datum !== now).flatMap((datum) => {
    const other = degreesPlacing(`${datum === 'cgcs2000' ? 'decimal' : datum}-${match[2]}`)
    return other ? [{ ...other, shifted: true }] : []
  })
}

/** All ways to read a set, the most plausible first. Throws a `ParcelError` with the sentence where there is none. */
export function placings(first: Pair, system: System, options: ReadOptions): [Placing, ...Placing[]] {
  if (!first.every((value) => Number.isFinite(value) && Math.abs(value) < LARGEST)) throw new ParcelError('not-numbers', {})
  const isMetres = Math.max(...first.map(Math.abs)) >= LEAST_METRES
  if (system.plane && isMetres) return [ownPlane(system.plane)]
  const declared = system.epsg === undefined ? null : epsgSystem(system.epsg)
  if (declared === 'unknown') throw new ParcelError('unknown-system', { name: `EPSG:${system.epsg}` })
  const known = declared === 'degrees' ? { ...system, epsg: undefined } : system
  const datum = system.datum ?? options.datum
  const read = readCoordinates(typed(first, known as System), { near: options.near, ...(datum === undefined || isMetres ? {} : { datum }) })
  if (!read.ok) throw new ParcelError('coordinates', { why: coordinateText(read) })
  const readings = [read.reading, ...read.alternatives.map(({ reading }) => reading)].map((said) => (system.angle ? angled(said) : said))
  const [best = read.reading, ...rest] = readings
  return [placingOf(best, first), ...rest.map((reading) => placingOf(reading, first)), ...otherDatums(best, system.sure === true)]
}

const angled = (said: Said): Said => ({ ...said, code: said.code.replace(/^decimal/, 'angle') })
