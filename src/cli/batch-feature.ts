/** A GeoJSON feature in a line → a question about its point or parcel. */
import type { LonLat, Subject } from '../core/model'
import { placePair, placeShape } from '../formats/batch'
import { geometryRow } from '../formats/batch-shape'
import { placings, type Placing } from '../formats/parcel-place'
import { nameIn } from '../formats/parcel-geojson'
import { ParcelError, type Pair, type System } from '../formats/parcel-raw'
import type { Said } from '../formats/say'
import { readQuestion, type Checked, type Context, type QuestionId, type Raw } from './question'

export const isFeature = ({ type }: Raw): boolean => type === 'Feature'

const DEGREES: System = { order: 'lon-lat', sure: true }

function wayOf(first: Pair, system: System, { near }: Context): Placing | Said {
  try {
    return placings(first, system, { near })[0]
  } catch (error) {
    if (error instanceof ParcelError) return error.said
    throw error
  }
}

function subjectOf(geometry: unknown, name: string, context: Context, system: System): Subject | Said {
  const row = geometryRow(geometry, name)
  if ('problem' in row) return row.problem
  const first = 'pair' in row ? row.pair : (row.shape.rings[0]?.[0] ?? [Number.NaN, Number.NaN])
  const way = wayOf(first, system, context)
  if ('code' in way) return way
  if ('shape' in row) {
    const parcel = placeShape(row.shape, name, way)
    return 'code' in parcel ? parcel : { kind: 'parcel', parcel }
  }
  const lonLat: LonLat | Said = placePair(row.pair, way)
  return 'code' in lonLat ? lonLat : { kind: 'point', lonLat }
}

/** Degrees, longitude first (RFC 7946), unless `system` declares otherwise. What is asked comes from `defaults` alone. */
export function featureAsked({ id, geometry, properties }: Raw, defaults: Raw, context: Context, system: System = DEGREES): Checked {
  const name = nameIn(properties)
  const own: QuestionId | undefined = typeof id === 'string' || typeof id === 'number' ? id : name === '' ? undefined : name
  const given = own === undefined ? {} : { id: own }
  const checked = readQuestion({ ...defaults, ...given, zones: [] }, context)
  if (!checked.ok) return checked
  const subject = subjectOf(geometry, name || String(own ?? ''), context, system)
  return 'code' in subject ? { ok: false, ...given, problem: subject } : { ok: true, asked: { ...checked.asked, subject } }
}
