/** One geometry, as GeoJSON or WKT → a row of a batch. */
import { wktToGeoJSON } from 'betterknown'
import { unreadable } from './batch-plan'
import type { RawRow } from './batch-raw'
import { shapesOf } from './parcel-geojson'
import { ParcelError } from './parcel-raw'

type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const NO_GEOMETRY: RawRow = { problem: { code: 'row-geometry', params: {} } }

function pointRow(position: unknown): RawRow {
  const [first, second]: unknown[] = Array.isArray(position) ? position : []
  if (typeof first === 'number' && typeof second === 'number') return { pair: [first, second] }
  return { problem: { code: 'geojson-position', params: { found: JSON.stringify(position)?.slice(0, 40) ?? '' } } }
}

/** A GeoJSON geometry: a point, or what `parcels` reads. */
export function geometryRow(geometry: unknown, name = ''): RawRow {
  if (!isJson(geometry)) return NO_GEOMETRY
  const { type, coordinates } = geometry
  if (type === 'Point') return pointRow(coordinates)
  if (type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1) return pointRow(coordinates[0])
  const { shapes, points, problems } = shapesOf({ type: 'Feature', geometry, properties: { name } })
  const [shape, ...more] = shapes
  if (problems[0] !== undefined) return { problem: problems[0] }
  if (more.length > 0 || points > 0) return { problem: { code: 'row-several', params: { count: shapes.length + points } } }
  return shape === undefined ? NO_GEOMETRY : { shape }
}

const POINT = /^POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+)\s+([^\s)]+)[^)]*\)$/i

/** What stands before WKT to name its system. */
const SRID = /^\s*SRID\s*=\s*(\d+)\s*;\s*/i

export function wktRow(text: string): RawRow {
  const plain = text.replace(SRID, '').trim()
  if (plain === '') return NO_GEOMETRY
  const [, first, second] = POINT.exec(plain) ?? []
  const pair: [number, number] = [Number(first), Number(second)]
  if (first !== undefined && pair.every(Number.isFinite)) return { pair }
  try {
    const geometry: unknown = wktToGeoJSON(plain)
    return geometry === null || geometry === undefined ? { problem: unreadable(plain) } : geometryRow(geometry)
  } catch (error) {
    return { problem: error instanceof ParcelError ? error.said : unreadable(plain) }
  }
}
