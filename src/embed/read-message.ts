/** A message of another page → an order, or a sentence about what is wrong with it. Pure; nothing is trusted, nothing throws. */
import { isIsoDate } from '../core/ask'
import type { Facts, FactValue, KnownZones, LonLat, ParcelGeometry } from '../core/model'
import { isCorridor, isLine, LONGEST_NAME, WIDEST_CORRIDOR_M } from '../state/parcel'
import { isObject, LIMITS, weigh, type Json } from './json'
import { VERSION, type AskOrder, type MessageId, type Order, type SentParcel, type SentSubject } from './messages'
import { shown, Wrong } from './wrong'

/** Null: it is not meant for this page. */
export type Read = { ok: true; order: Order } | { ok: false; id?: MessageId; wrong: Wrong } | null

const LONGEST_ID = 100
const HIGHEST_ZOOM = 24
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function onlyFields(value: Json, of: string, fields: readonly string[]): void {
  const stranger = Object.keys(value).find((key) => !fields.includes(key))
  if (stranger !== undefined) throw new Wrong('field', { of, expected: fields.join(', '), found: shown(stranger) })
}

const isId = (id: unknown): id is MessageId => isNumber(id) || (isText(id) && id.length <= LONGEST_ID)

function isPosition(value: unknown, most = 3): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > most || !value.every(isNumber)) return false
  const [lon, lat]: unknown[] = value
  return isNumber(lon) && isNumber(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

const isLonLat = (value: unknown): value is LonLat => isPosition(value, 2)

const DEPTHS: ReadonlyMap<unknown, number> = new Map([['LineString', 1], ['MultiLineString', 2], ['Polygon', 2], ['MultiPolygon', 3]])

/** Lists in lists, so many deep, of positions. */
const isNested = (value: unknown, depth: number): boolean =>
  depth === 0 ? isPosition(value) : Array.isArray(value) && value.length > 0 && value.every((item) => isNested(item, depth - 1))

function isGeometry(value: unknown): value is ParcelGeometry {
  const depth = isObject(value) ? DEPTHS.get(value['type']) : undefined
  return isObject(value) && depth !== undefined && isNested(value['coordinates'], depth)
}

function parcelIn(value: unknown): SentParcel {
  if (!isObject(value)) throw new Wrong('geometry', { found: shown(value) })
  onlyFields(value, 'parcel', ['name', 'geometry', 'corridorM'])
  const { name = '', geometry, corridorM } = value
  if (!isText(name) || name.length > LONGEST_NAME) throw new Wrong('name', { most: LONGEST_NAME, found: shown(name) })
  if (!isGeometry(geometry)) throw new Wrong('geometry', { found: shown(geometry) })
  if (corridorM === undefined) return { name, geometry }
  if (!isNumber(corridorM) || !isCorridor(corridorM) || !isLine({ name, geometry })) throw new Wrong('corridor', { most: WIDEST_CORRIDOR_M, found: shown(corridorM) })
  return { name, geometry, corridorM }
}

const SUBJECTS = '{kind: "point", lonLat} / {kind: "parcel", parcel}'

function subjectIn(value: unknown): SentSubject {
  const kind = isObject(value) ? value['kind'] : undefined
  if (!isObject(value) || (kind !== 'point' && kind !== 'parcel')) throw new Wrong('subject', { expected: SUBJECTS, found: shown(value) })
  onlyFields(value, 'subject', ['kind', kind === 'point' ? 'lonLat' : 'parcel'])
  if (kind === 'parcel') return { kind, parcel: parcelIn(value['parcel']) }
  return { kind, lonLat: placeIn('subject.lonLat', value['lonLat']) }
}

function placeIn(field: string, value: unknown): LonLat {
  if (!isLonLat(value)) throw new Wrong('place', { field, found: shown(value) })
  return value
}

const isFact = (entry: [string, unknown]): entry is [string, FactValue] => isText(entry[1]) || isNumber(entry[1]) || typeof entry[1] === 'boolean'
const isSide = (entry: [string, unknown]): entry is [string, 'inside' | 'outside'] => entry[1] === 'inside' || entry[1] === 'outside'

/** An object whose every entry is of a kind. */
function entriesIn<T>(code: 'facts' | 'known', value: unknown, is: (entry: [string, unknown]) => entry is [string, T]): Record<string, T> {
  const entries: [string, unknown][] | null = isObject(value) ? Object.entries(value) : null
  if (entries === null || !entries.every(is)) throw new Wrong(code, { found: shown(value) })
  return Object.fromEntries(entries)
}

function projectIn(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every(isText)) throw new Wrong('project', { found: shown(value) })
  return [...new Set(value)]
}

function askIn({ subject, project = [], facts = {}, known = {}, on }: Json): Omit<AskOrder, 'id'> {
  const day = on === undefined || (isText(on) && isIsoDate(on)) ? on : undefined
  if (on !== day) throw new Wrong('on', { found: shown(on) })
  const factsSaid: Facts = entriesIn('facts', facts, isFact)
  const knownSaid: KnownZones = entriesIn('known', known, isSide)
  return { do: 'ask', subject: subjectIn(subject), project: projectIn(project), facts: factsSaid, known: knownSaid, ...(day === undefined ? {} : { on: day }) }
}

function selectIn({ zone }: Json): Order {
  if (zone !== null && !isText(zone)) throw new Wrong('zone', { found: shown(zone) })
  return { do: 'select', zone }
}

function viewIn({ center, zoom }: Json): Order {
  if (zoom !== undefined && !(isNumber(zoom) && zoom >= 0 && zoom <= HIGHEST_ZOOM)) throw new Wrong('zoom', { found: shown(zoom) })
  return { do: 'view', center: placeIn('center', center), ...(zoom === undefined ? {} : { zoom }) }
}

const KINDS: ReadonlyMap<unknown, { fields: readonly string[]; read: (message: Json) => Order }> = new Map([
  ['hello', { fields: [], read: (): Order => ({ do: 'hello' }) }],
  ['ask', { fields: ['subject', 'project', 'facts', 'known', 'on'], read: askIn }],
  ['select', { fields: ['zone'], read: selectIn }],
  ['view', { fields: ['center', 'zoom'], read: viewIn }],
])

function orderIn(message: Json): Order {
  const { oneMap, id } = message
  if (oneMap !== VERSION) throw new Wrong('version', { expected: VERSION, found: shown(oneMap) })
  if (id !== undefined && !isId(id)) throw new Wrong('id', { most: LONGEST_ID, found: shown(id) })
  const kind = KINDS.get(message['do'])
  if (kind === undefined) throw new Wrong('do', { expected: [...KINDS.keys()].join(', '), found: shown(message['do']) })
  onlyFields(message, String(message['do']), ['oneMap', 'id', 'do', ...kind.fields])
  return { ...kind.read(message), ...(id === undefined ? {} : { id }) }
}

function expectJson(message: Json): void {
  const weight = weigh(message)
  if (weight === 'large') throw new Wrong('too-large', { parts: LIMITS.parts, characters: LIMITS.characters })
  if (weight === 'not-json') throw new Wrong('not-json')
}

/** What is not an object with `oneMap` is the talk of others, and passed over in silence. */
export function readMessage(data: unknown): Read {
  if (!isObject(data) || !Object.hasOwn(data, 'oneMap')) return null
  try {
    expectJson(data)
    return { ok: true, order: orderIn(data) }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return { ok: false, ...(isId(data['id']) ? { id: data['id'] } : {}), wrong: error }
  }
}
