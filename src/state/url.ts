/**
 * The address of an answer: what one sends to a colleague. A hash `#v=1&p=106.30000,29.75000&…`.
 *
 * Pure. A parameter that is unknown, missing or broken keeps its default; nothing here throws.
 */
import { isIsoDate } from '../core/ask'
import type { Facts, FactValue, KnownZones, LonLat } from '../core/model'
import type { SuitabilityView } from '../core/suitability-types'
import type { ComparedLink } from './compared'
import type { Sites } from './parcel'
import { readCompared, writeCompared } from './url-compared'
import { readSites, writeSites } from './url-parcels'

export type Lang = 'zh' | 'en'
export type Theme = 'light' | 'dark'

export interface View {
  center: LonLat
  zoom: number
}

/** All that an address can say. Lists hold ids; `on` is an ISO date. */
export interface Link {
  lang: Lang
  theme: Theme
  view: View
  point: LonLat | null
  /** Layer and zone ids switched off. */
  off: readonly string[]
  on: string
  project: readonly string[]
  facts: Facts
  /** Zones verified for the point. */
  known: KnownZones
  /** Number of an item of the EIA catalogue. */
  item: string | null
  /** Zone id highlighted. */
  selected: string | null
  /** Parcels brought in; null where there are none. */
  sites: Sites | null
  /** Sites put side by side. */
  compared: readonly ComparedLink[]
  /** In which view the map shows where the project may be built; null: it does not. */
  suit: SuitabilityView | null
}

/** One parameter: `read` gives undefined for what it cannot use, `write` for what need not be said. */
interface Codec<T> {
  read(text: string): T | undefined
  write(value: T): string
}

const VERSION = '1'
const DEGREE_DIGITS = 5 // about 1 m
const ZOOM_DIGITS = 2
/** True for what layers, zones and facts may be called. */
export const isId = (text: string): boolean => /^[A-Za-z0-9._-]{1,100}$/.test(text)
export const MOST_IDS = 400
const ITEM = /^[1-9]\d{0,2}$/

/** Degrees to the digits an address keeps, about 1 m. */
export const roundLonLat = ([lon, lat]: LonLat): LonLat => [roundTo(lon, DEGREE_DIGITS), roundTo(lat, DEGREE_DIGITS)]

export const roundView = ({ center, zoom }: View): View => ({ center: roundLonLat(center), zoom: roundTo(zoom, ZOOM_DIGITS) })

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0 // + 0 turns -0 into 0
}

const isLonLat = (lon: number | undefined, lat: number | undefined): boolean =>
  lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90

const numbersIn = (text: string): number[] => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))

function readLonLat(text: string): LonLat | undefined {
  const [lon, lat, ...more] = numbersIn(text)
  if (lon === undefined || lat === undefined || more.length > 0 || !isLonLat(lon, lat)) return undefined
  return roundLonLat([lon, lat])
}

export function readView(text: string): View | undefined {
  const [lon, lat, zoom, ...more] = numbersIn(text)
  if (lon === undefined || lat === undefined || zoom === undefined || more.length > 0) return undefined
  if (!isLonLat(lon, lat) || !(zoom >= 0 && zoom <= 24)) return undefined
  return roundView({ center: [lon, lat], zoom })
}

const writeLonLat = (lonLat: LonLat): string => lonLat.map((degrees) => degrees.toFixed(DEGREE_DIGITS)).join(',')

export const writeView = ({ center, zoom }: View): string => `${writeLonLat(center)},${zoom.toFixed(ZOOM_DIGITS)}`

function readIds(text: string): readonly string[] | undefined {
  const ids = text === '' ? [] : text.split(',')
  return ids.length <= MOST_IDS && ids.every(isId) ? ids : undefined
}

const isFact = (value: unknown): value is FactValue =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

function readFacts(text: string): Facts | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    const entries: [string, unknown][] = Object.entries(parsed)
    const facts = entries.filter((entry): entry is [string, FactValue] => isId(entry[0]) && isFact(entry[1]))
    return facts.length === entries.length ? Object.fromEntries(facts) : undefined
  } catch {
    return undefined // not JSON: the default stays
  }
}

const isKnown = (entry: readonly string[]): entry is [zone: string, side: 'inside' | 'outside'] =>
  entry.length === 2 && isId(entry[0] ?? '') && (entry[1] === 'inside' || entry[1] === 'outside')

function readKnown(text: string): KnownZones | undefined {
  const entries = text === '' ? [] : text.split(',').map((one) => one.split(':'))
  const known = entries.filter(isKnown)
  return known.length === entries.length && known.length <= MOST_IDS ? Object.fromEntries(known) : undefined
}

const writeKnown = (known: KnownZones): string => Object.entries(known).map((entry) => entry.join(':')).join(',')

const oneOf = <T extends string>(...words: readonly T[]): Codec<T> => ({
  read: (text) => words.find((word) => word === text),
  write: (value) => value,
})

const idsCodec: Codec<readonly string[]> = { read: readIds, write: (ids) => ids.join(',') }

const codecs: { [K in keyof Link]: [parameter: string, codec: Codec<NonNullable<Link[K]>>] } = {
  lang: ['lang', oneOf<Lang>('zh', 'en')],
  theme: ['theme', oneOf<Theme>('light', 'dark')],
  view: ['view', { read: readView, write: writeView }],
  point: ['p', { read: readLonLat, write: writeLonLat }],
  off: ['off', idsCodec],
  on: ['on', { read: (text) => (isIsoDate(text) ? text : undefined), write: (value) => value }],
  project: ['project', idsCodec],
  facts: ['facts', { read: readFacts, write: (facts) => JSON.stringify(facts) }],
  known: ['known', { read: readKnown, write: writeKnown }],
  item: ['eia', { read: (text) => (ITEM.test(text) ? text : undefined), write: (value) => value }],
  selected: ['zone', { read: (text) => (isId(text) ? text : undefined), write: (value) => value }],
  sites: ['s', { read: readSites, write: (sites) => writeSites(sites).text }],
  compared: ['cmp', { read: readCompared, write: writeCompared }],
  suit: ['suit', oneOf<SuitabilityView>('certain', 'asDrawn', 'possible')],
}

function readOne<K extends keyof Link>(key: K, parameters: URLSearchParams): Link[K] | undefined {
  const [name, codec] = codecs[key]
  const text = parameters.get(name)
  return text === null ? undefined : codec.read(text)
}

function writeOne<K extends keyof Link>(key: K, link: Link, defaults: Link): [string, string] | undefined {
  const [name, codec] = codecs[key]
  const value: Link[K] = link[key]
  const usual: Link[K] = defaults[key]
  if (value === null || value === undefined) return undefined
  const text = codec.write(value)
  const said = usual !== null && usual !== undefined && codec.write(usual) === text
  return said ? undefined : [name, text]
}

/** Reads a hash (with or without `#`). What it does not say, or says wrongly, is taken from `defaults`. */
export function decode(hash: string, defaults: Link): Link {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  if (parameters.get('v') !== VERSION) return defaults
  const read = <K extends keyof Link>(key: K): Link[K] => readOne(key, parameters) ?? defaults[key]
  return {
    lang: read('lang'),
    theme: read('theme'),
    view: read('view'),
    point: read('point'),
    off: read('off'),
    on: read('on'),
    project: read('project'),
    facts: read('facts'),
    known: read('known'),
    item: read('item'),
    selected: read('selected'),
    sites: read('sites'),
    compared: read('compared'),
    suit: read('suit'),
  }
}

/** Writes a hash with `#`; what equals the defaults is left out. `decode(encode(x, d), d)` is x to about 1 m, parcels to 1e-8°. */
export function encode(link: Link, defaults: Link): string {
  const keys: (keyof Link)[] = ['view', 'point', 'sites', 'compared', 'selected', 'project', 'item', 'facts', 'known', 'suit', 'off', 'on', 'lang', 'theme']
  const said = keys.map((key) => writeOne(key, link, defaults)).filter((entry) => entry !== undefined)
  // Commas and colons stay readable: they are allowed in a hash and carry no meaning for URLSearchParams.
  return `#${new URLSearchParams([['v', VERSION], ...said]).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}
