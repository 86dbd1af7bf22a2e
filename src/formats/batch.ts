/**
 * Many places in: a table, GeoJSON or a zipped Shapefile → rows in the order of the file, each a place, a parcel, or why
 * it is neither. None is lost.
 */
import type { LonLat, Parcel } from '../core/model'
import type { Text } from '../core/seed-types'
import { readTable } from './batch-csv'
import { readFeatures, SEPARATOR } from './batch-geojson'
import type { PlanOptions } from './batch-plan'
import { BATCH_LIMITS, BatchError, batchText, type RawBatch } from './batch-raw'
import { readingsOf } from './batch-reading'
import { readLayer } from './batch-shapefile'
import type { Placing } from './parcel-place'
import { fit, kindOf } from './parcel-fit'
import { ParcelError, type Pair, type RawShape } from './parcel-raw'
import { textOf } from './parcel-text'
import { isZip, unpack, type Packed } from './parcel-zip'
import type { Said } from './say'
import type { Bounds } from './survey-zones'

export interface ReadBatch {
  raw: RawBatch
  /** Ways to read the numbers, the likeliest first; empty where not one row has any. */
  ways: readonly Placing[]
  notes: readonly Said[]
}

/** Where the rows lie, read one way. */
export interface PlacedBatch {
  /** Degrees, two a row: the point, or a middle of the parcel; NaN for rows with a problem. */
  lonLats: Float64Array
  parcels: ReadonlyMap<number, Parcel>
  problems: ReadonlyMap<number, Said>
}

const REFUSED: Readonly<Record<string, string>> = { xls: 'spreadsheet', xlsx: 'spreadsheet', shp: 'bare-shp', dbf: 'bare-shp', gdb: 'gdb', gpkg: 'gdb', rar: 'archive', '7z': 'archive' }

const extensionOf = (name: string): string => (/\.([^./\\]+)$/.exec(name)?.[1] ?? '').toLowerCase()

async function readZip(bytes: Uint8Array, options: PlanOptions): Promise<RawBatch> {
  const files = await unpack(bytes)
  const shp = files.find(({ name }) => /\.shp$/i.test(name))
  if (shp !== undefined) return readLayer(shp, files)
  const text = files.find(({ name }) => /\.(?:csv|txt|geojson|json)$/i.test(name))
  if (text === undefined) throw new ParcelError('zip-empty')
  return readText(textOf(text.bytes), options)
}

const HEAD = 1000

function readText(text: string, options: PlanOptions): RawBatch {
  const start = text.slice(0, HEAD).replaceAll(SEPARATOR, '').replace(/^[\uFEFF\s]+/, '')
  if (start === '') throw new ParcelError('empty')
  return start.startsWith('{') || /^\[\s*\{/.test(start) ? readFeatures(text.replace(/^\uFEFF/, '')) : readTable(text.replace(/^\uFEFF/, ''), options)
}

const SAMPLED = 500

/** Numbers of rows spread over the whole file. */
function samplePairs({ pairs, shapes, count, problems }: RawBatch): Pair[] {
  const sample: Pair[] = []
  const step = Math.max(1, Math.floor(count / SAMPLED))
  for (let row = 0; row < count; row += problems.size > 0 ? 1 : step) {
    const pair: Pair = [pairs[2 * row] ?? Number.NaN, pairs[2 * row + 1] ?? Number.NaN]
    const first = shapes.get(row)?.rings[0]?.[0]
    if (first !== undefined) sample.push(first)
    else if (pair.every(Number.isFinite)) sample.push(pair)
  }
  return sample
}

/** Reads a file. Throws a `BatchError` or `ParcelError` with its sentence where nothing can be read. */
export async function readBatch({ name, bytes }: Packed, options: PlanOptions): Promise<ReadBatch> {
  if (bytes.length > BATCH_LIMITS.bytes) throw new BatchError('too-large', { most: BATCH_LIMITS.bytes / 1e6, mb: Math.ceil(bytes.length / 1e6) })
  const refused = REFUSED[extensionOf(name)]
  if (refused !== undefined && Object.hasOwn(REFUSED, extensionOf(name))) throw new ParcelError(refused, { extension: extensionOf(name) })
  const raw = isZip(bytes) ? await readZip(bytes, options) : readText(textOf(bytes), options)
  if (raw.count === 0) throw new BatchError('no-rows')
  if (raw.count > BATCH_LIMITS.rows) throw new BatchError('too-many', { most: BATCH_LIMITS.rows, found: `> ${BATCH_LIMITS.rows}` })
  const sample = samplePairs(raw)
  if (sample.length === 0) return { raw, ways: [], notes: raw.notes }
  const { ways, swapped } = readingsOf(sample, raw.system, options)
  return { raw, ways, notes: [...raw.notes, ...(swapped ? [{ code: 'swapped', params: {} }] : [])] }
}

/** How a batch is read one way, in words. */
export function readingText({ found }: Pick<RawBatch, 'found'>, { how }: Pick<Placing, 'how'>): Text {
  return batchText({ code: found.code, params: { ...found.params, how } })
}

/** Middle of the box around a parcel, degrees: where it is put on the map. */
export function middleOf({ geometry }: Parcel): LonLat {
  const numbers = JSON.stringify(geometry.coordinates).match(/-?[\d.]+(?:e-?\d+)?/g) ?? []
  const [lons, lats] = [0, 1].map((axis) => numbers.filter((_, i) => i % 2 === axis).map(Number))
  const half = (values: readonly number[] = []): number => values.reduce((sum, value) => Math.min(sum, value), Infinity) / 2 + values.reduce((sum, value) => Math.max(sum, value), -Infinity) / 2
  return [half(lons), half(lats)]
}

/** One point by a reading: where it lies, or why not. */
export function placePair([first, second]: Pair, { place }: Placing): LonLat | Said {
  return place([first, second]) ?? { code: 'row-off', params: { first: String(first), second: String(second) } }
}

/** One shape by a reading, fit to be measured, or why not. */
export function placeShape(shape: RawShape, name: string, way: Placing): Parcel | Said {
  try {
    return { name, geometry: fit(shape, way, kindOf(shape)) }
  } catch (error) {
    if (error instanceof ParcelError) return error.said
    throw error
  }
}

/** Every row by one reading. */
export function placeBatch({ pairs, shapes, names, numbers, count, problems: broken }: RawBatch, way: Placing | undefined): PlacedBatch {
  const lonLats = new Float64Array(2 * count).fill(Number.NaN)
  const parcels = new Map<number, Parcel>()
  const problems = new Map(broken)
  const settle = (row: number, found: LonLat | Said): void => {
    if ('code' in found) problems.set(row, found)
    else lonLats.set(found, 2 * row)
  }
  if (way === undefined) return { lonLats, parcels, problems }
  for (let row = 0; row < count; row++) {
    const shape = shapes.get(row)
    if (shape !== undefined) {
      const parcel = placeShape(shape, names[row] || String(numbers[row]), way)
      if ('geometry' in parcel) parcels.set(row, parcel)
      settle(row, 'geometry' in parcel ? middleOf(parcel) : parcel)
    } else if (!problems.has(row)) settle(row, placePair([pairs[2 * row] ?? Number.NaN, pairs[2 * row + 1] ?? Number.NaN], way))
  }
  return { lonLats, parcels, problems }
}

const FAR_DEGREES = 1

/** Says so where rows lie far from here. */
export function farNote({ lonLats }: PlacedBatch, [west, south, east, north]: Bounds): Said[] {
  let count = 0
  for (let i = 0; i < lonLats.length; i += 2) {
    const [lon, lat] = [lonLats[i] ?? Number.NaN, lonLats[i + 1] ?? Number.NaN]
    if (Math.max(west - lon, lon - east, south - lat, lat - north) > FAR_DEGREES) count += 1
  }
  return count === 0 ? [] : [{ code: 'far', params: { count, degrees: FAR_DEGREES } }]
}

