/**
 * Parcels in an address: `active,parcel,parcel…`, a parcel as `letter:corridor:geometry:name`.
 *
 * Coordinates are whole steps of 1e-8°, each written as the difference to the one before in base 32 (zigzag, as polylines
 * are), so they come back exactly. `.` parts rings, `*` parts of several. Pure; what is broken reads as undefined.
 */
import type { Position } from 'geojson'
import type { Parcel, ParcelGeometry } from '../core/model'
import { isCorridor, isLine, LONGEST_NAME, STEPS, type Sites } from './parcel'

/** Addresses longer than this are cut by some programs and do not fit a QR code; counted as they are written. */
export const LONGEST = 1800
export const MOST_PARCELS = 500
const BIG = 'big'
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE = 32 // of 64 digits the upper half says that more follow
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]))
const LETTERS = { P: 'Polygon', Q: 'MultiPolygon', L: 'LineString', M: 'MultiLineString' } as const
type Letter = keyof typeof LETTERS

function writeWhole(value: number): string {
  let left = value < 0 ? -2 * value - 1 : 2 * value
  let text = ''
  while (left >= BASE) {
    text += DIGITS.charAt(BASE + (left % BASE))
    left = Math.floor(left / BASE)
  }
  return text + DIGITS.charAt(left)
}

/** Whole numbers, or undefined where the text is none. */
function readWholes(text: string): number[] | undefined {
  const found: number[] = []
  let [sum, weight] = [0, 1]
  for (const digit of text) {
    const value = VALUE.get(digit)
    if (value === undefined || weight > 2 ** 45) return undefined
    sum += (value % BASE) * weight
    weight *= BASE
    if (value >= BASE) continue
    found.push(sum % 2 === 1 ? -(sum + 1) / 2 : sum / 2)
    ;[sum, weight] = [0, 1]
  }
  return weight === 1 ? found : undefined
}

/** Writes positions from where the last path of the parcel ended: neighbours are near. */
class Pen {
  private x = 0
  private y = 0

  write(path: readonly Position[]): string {
    return path.map(([lon = 0, lat = 0]) => this.step(Math.round(lon * STEPS), Math.round(lat * STEPS))).join('')
  }

  read(text: string): Position[] | undefined {
    const wholes = readWholes(text)
    if (wholes === undefined || wholes.length % 2 === 1) return undefined
    return Array.from({ length: wholes.length / 2 }, (_, i) => this.move(wholes[2 * i] ?? 0, wholes[2 * i + 1] ?? 0))
  }

  private step(x: number, y: number): string {
    const text = writeWhole(x - this.x) + writeWhole(y - this.y)
    ;[this.x, this.y] = [x, y]
    return text
  }

  private move(dx: number, dy: number): Position {
    ;[this.x, this.y] = [this.x + dx, this.y + dy]
    return [this.x / STEPS, this.y / STEPS]
  }
}

/** The last position of a ring is its first again and is not written. */
const opened = (ring: readonly Position[]): readonly Position[] => ring.slice(0, -1)

function writeGeometry(geometry: ParcelGeometry): [Letter, string] {
  const pen = new Pen()
  const rings = (polygon: readonly Position[][]) => polygon.map((ring) => pen.write(opened(ring))).join('.')
  switch (geometry.type) {
    case 'Polygon':
      return ['P', rings(geometry.coordinates)]
    case 'MultiPolygon':
      return ['Q', geometry.coordinates.map(rings).join('*')]
    case 'LineString':
      return ['L', pen.write(geometry.coordinates)]
    case 'MultiLineString':
      return ['M', geometry.coordinates.map((line) => pen.write(line)).join('.')]
  }
}

const isOnEarth = (path: readonly Position[]): boolean => path.every(([lon = NaN, lat = NaN]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)

/** A path of at least so many positions, on earth. */
function readPath(pen: Pen, text: string, least: number): Position[] | undefined {
  const path = pen.read(text)
  return path !== undefined && path.length >= least && isOnEarth(path) ? path : undefined
}

/** All of them, or undefined. */
function all<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const found = items.filter((item) => item !== undefined)
  return found.length === items.length ? found : undefined
}

function readRing(pen: Pen, text: string): Position[] | undefined {
  const ring = readPath(pen, text, 3)
  const [first] = ring ?? []
  return ring === undefined || first === undefined ? undefined : [...ring, [...first]]
}

function readGeometry(letter: string, text: string): ParcelGeometry | undefined {
  const pen = new Pen()
  const rings = (part: string) => all(part.split('.').map((ring) => readRing(pen, ring)))
  switch (letter) {
    case 'P':
      return made(rings(text), (coordinates) => ({ type: LETTERS.P, coordinates }))
    case 'Q':
      return made(all(text.split('*').map(rings)), (coordinates) => ({ type: LETTERS.Q, coordinates }))
    case 'L':
      return made(readPath(pen, text, 2), (coordinates) => ({ type: LETTERS.L, coordinates }))
    case 'M':
      return made(all(text.split('.').map((line) => readPath(pen, line, 2))), (coordinates) => ({ type: LETTERS.M, coordinates }))
    default:
      return undefined
  }
}

const made = <T, R>(value: T | undefined, make: (value: T) => R): R | undefined => (value === undefined ? undefined : make(value))

/** Signs that part parcels and fields stand in names by their code. */
export const writeName = (name: string): string => name.replaceAll(/[%,:]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
export const readName = (text: string): string => text.replaceAll(/%(25|2c|3a)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function writeParcel({ name, geometry, corridorM }: Parcel): string {
  const [letter, text] = writeGeometry(geometry)
  return [letter, corridorM ?? '', text, writeName(name)].join(':')
}

function readParcel(text: string): Parcel | undefined {
  const [letter = '', corridor = '', path = '', name, ...more] = text.split(':')
  const geometry = readGeometry(letter, path)
  if (geometry === undefined || name === undefined || more.length > 0) return undefined
  const parcel: Parcel = { name: readName(name).slice(0, LONGEST_NAME), geometry }
  if (corridor === '') return parcel
  const corridorM = Number(corridor)
  return isLine(parcel) && isCorridor(corridorM) ? { ...parcel, corridorM } : undefined
}

/** As long as it stands in an address. */
const lengthOf = (text: string): number => new URLSearchParams([['s', text]]).toString().replaceAll(/%2C|%3A/g, ',').length - 's='.length

/** All of them, however long: `readSites` takes up to `MOST_PARCELS` of them back. */
export const writeAll = (parcels: readonly Parcel[], active: number | null): string => [active === null ? '-' : String(active), ...parcels.map(writeParcel)].join(',')

/** No position takes fewer than two digits: enough to know that a large parcel need not be written at all. */
function isHopeless({ geometry }: Parcel): boolean {
  const paths: readonly unknown[][] = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates
  return paths.reduce((sum, path) => sum + path.length - 1, 0) * 2 > LONGEST
}

function fitting(parcels: readonly Parcel[], active: number | null): string | undefined {
  if (parcels.length > MOST_PARCELS || parcels.some(isHopeless)) return undefined
  const text = writeAll(parcels, active)
  return lengthOf(text) <= LONGEST ? text : undefined
}

/** What of the parcels an address has room for: all, the one asked about, or none. */
export type Room = 'all' | 'active' | 'none'

/** The text of the address and what it holds. */
export function writeSites({ parcels, active, big }: Sites): { text: string; room: Room } {
  if (parcels.length === 0) return { text: big ? BIG : '', room: 'all' }
  const whole = fitting(parcels, active)
  if (whole !== undefined) return { text: whole, room: 'all' }
  const asked = active === null ? undefined : parcels[active]
  const alone = asked && fitting([asked], 0)
  return alone === undefined ? { text: BIG, room: 'none' } : { text: alone, room: 'active' }
}

/** The parcels of a text; undefined where it is broken. */
export function readSites(text: string): Sites | undefined {
  if (text === BIG) return { parcels: [], active: null, big: true }
  const [head = '', ...rest] = text.split(',')
  const parcels = all(rest.map(readParcel))
  if (parcels === undefined || parcels.length === 0 || parcels.length > MOST_PARCELS || !/^(-|\d{1,3})$/.test(head)) return undefined
  const active = head === '-' ? null : Number(head)
  return active === null || active < parcels.length ? { parcels, active } : undefined
}
