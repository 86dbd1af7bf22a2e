/** What goes along from one page of the site to another beside the address: what that has no room for. Read as if anyone had written it. */
import type { ParcelGeometry } from '../core/model'
import type { ComparedLink } from './compared'
import type { Measure, MeasureKind } from './measure'
import type { Sites } from './parcel'
import { isId, MOST_IDS, readView, writeView } from './url'
import { readCompared, writeCompared } from './url-compared'
import { readSites, writeAll } from './url-parcels'

export interface Carried {
  /** The address it belongs to. */
  hash: string
  /** All parcels and the sites put side by side; null where the address holds them. */
  parcels: { sites: Sites; compared: readonly ComparedLink[] } | null
  /** Layer id → 0..1. */
  opacity: Readonly<Record<string, number>>
  isRaised: boolean
  measure: Measure | null
}

/** Fields of the text: those of a shape as in an address, by the same codecs. */
type Written = Partial<Record<'hash' | 'sites' | 'compared' | 'opacity' | 'isRaised' | 'kind' | 'done' | 'view', unknown>>

/** A hand draws no more. */
const MOST_DIGITS = 2 ** 16
const FORMS = { line: { type: 'LineString', corners: 2 }, polygon: { type: 'Polygon', corners: 3 } } as const

export function encodeCarried({ hash, parcels, opacity, isRaised, measure }: Carried): string {
  const sites = parcels && { sites: writeAll(parcels.sites.parcels, parcels.sites.active), compared: writeCompared(parcels.compared) }
  const done = measure?.done && { done: writeAll([{ name: '', geometry: measure.done }], null) }
  const view = measure?.view && { view: writeView(measure.view) }
  return JSON.stringify({ hash, ...sites, opacity, isRaised, kind: measure?.kind, ...done, ...view } satisfies Written)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readParcels({ sites, compared }: Written): Carried['parcels'] {
  const read = typeof sites === 'string' ? readSites(sites) : undefined
  return read === undefined ? null : { sites: read, compared: typeof compared === 'string' ? readCompared(compared) : [] }
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1

function readOpacity(value: unknown): Carried['opacity'] {
  const entries = isRecord(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => isId(entry[0]) && isShare(entry[1])).slice(0, MOST_IDS))
}

/** What was drawn, of the form its kind has and of some size; null for anything else. */
function readDone(text: unknown, kind: MeasureKind): ParcelGeometry | null {
  const drawn = typeof text === 'string' && text.length <= MOST_DIGITS ? readSites(text)?.parcels[0]?.geometry : undefined
  const { type, corners } = FORMS[kind]
  return drawn?.type === type && new Set(drawn.coordinates.flat(drawn.type === 'Polygon' ? 1 : 0).map(String)).size >= corners ? drawn : null
}

/** The tool, and what it measured: what it cannot have drawn is to be drawn anew. */
function readMeasure({ kind, done, view }: Written): Measure | null {
  if (kind !== 'line' && kind !== 'polygon') return null
  const [drawn, seen] = [readDone(done, kind), typeof view === 'string' ? readView(view) : undefined]
  return drawn === null || seen === undefined ? { kind, done: drawn } : { kind, done: drawn, view: seen }
}

/** What of a text can be used; null where it is none of ours. */
export function decodeCarried(text: string): Carried | null {
  try {
    const written: unknown = JSON.parse(text)
    if (!isRecord(written) || typeof written['hash'] !== 'string') return null
    return { hash: written['hash'], parcels: readParcels(written), opacity: readOpacity(written['opacity']), isRaised: written['isRaised'] === true, measure: readMeasure(written) }
  } catch {
    return null // not JSON
  }
}
