/** GeoJSON → outlines. Also the way in of every library that speaks GeoJSON: Shapefile, KML, WKT. */
import { LIMITS, ParcelError, tidyName, type Pair, type RawSet, type RawShape, type System } from './parcel-raw'
import type { Said } from './say'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Usual columns of names, the likeliest first. */
export const NAMES = [
  'name', 'Name', 'NAME', '名称', '地块名称', '项目名称', 'XMMC', 'DKMC', 'MC', 'title', 'label', '地块编号', 'DKBH', '编号', 'id', 'ID',
] // prettier-ignore

/** The name of a record: the first usual column that holds something. */
export function nameIn(properties: unknown): string {
  if (!isObject(properties)) return ''
  return NAMES.map((key) => (Object.hasOwn(properties, key) ? tidyName(properties[key]) : '')).find((name) => name !== '') ?? ''
}

function pairOf(value: unknown): Pair {
  if (Array.isArray(value)) {
    const [first, second]: unknown[] = value
    if (typeof first === 'number' && typeof second === 'number') return [first, second]
  }
  throw new ParcelError('geojson-position', { found: JSON.stringify(value)?.slice(0, 40) ?? '' })
}

function listOf<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new ParcelError('geojson-position', { found: JSON.stringify(value)?.slice(0, 40) ?? '' })
  return value.map(read)
}

const lineOf = (value: unknown): Pair[] => listOf(value, pairOf)
const linesOf = (value: unknown): Pair[][] => listOf(value, lineOf)

const rolesOf = (rings: readonly unknown[]): ('outer' | 'hole')[] => rings.map((_, i) => (i === 0 ? 'outer' : 'hole'))

function areaOf(name: string, parts: Pair[][][]): RawShape {
  return { name, kind: 'area', rings: parts.flat(), roles: parts.flatMap(rolesOf) }
}

export interface Found {
  shapes: RawShape[]
  /** Points that came along and are no parcels. */
  points: number
  problems: Said[]
}

/** Adds what one geometry holds. A collection is one parcel of all its areas, and one of all its lines. */
function addGeometry(found: Found, name: string, geometry: Json, depth: number): void {
  const { type, coordinates } = geometry
  if (type === 'Point') found.points += 1
  else if (type === 'MultiPoint') found.points += Array.isArray(coordinates) ? coordinates.length : 1
  else if (type === 'Polygon') found.shapes.push(areaOf(name, [linesOf(coordinates)]))
  else if (type === 'MultiPolygon') found.shapes.push(areaOf(name, listOf(coordinates, linesOf)))
  else if (type === 'LineString') found.shapes.push({ name, kind: 'line', rings: [lineOf(coordinates)] })
  else if (type === 'MultiLineString') found.shapes.push({ name, kind: 'line', rings: linesOf(coordinates) })
  else if (type === 'GeometryCollection') addCollection(found, name, geometry, depth)
  else throw new ParcelError('geojson-type', { found: tidyName(type) || '?' })
}

function addCollection(found: Found, name: string, { geometries }: Json, depth: number): void {
  const own: Found = { shapes: [], points: 0, problems: [] }
  for (const part of listOf(geometries, (item) => item)) add(own, name, part, depth + 1)
  const [areas, lines] = [own.shapes.filter(({ kind }) => kind === 'area'), own.shapes.filter(({ kind }) => kind === 'line')]
  if (areas.length > 0) found.shapes.push({ name, kind: 'area', rings: areas.flatMap(({ rings }) => rings), roles: areas.flatMap(({ roles = [] }) => roles) })
  if (lines.length > 0) found.shapes.push({ name, kind: 'line', rings: lines.flatMap(({ rings }) => rings) })
  found.points += own.points
}

function add(found: Found, name: string, value: unknown, depth: number): void {
  if (depth > LIMITS.depth) throw new ParcelError('too-deep', { most: LIMITS.depth })
  if (value === null || value === undefined) return
  if (!isObject(value)) throw new ParcelError('geojson-type', { found: tidyName(value) || '?' })
  if (value['type'] === 'FeatureCollection') {
    for (const feature of listOf(value['features'], (item) => item)) tryAdd(found, name, feature, depth + 1)
  } else if (value['type'] === 'Feature') {
    const own = nameIn(value['properties']) || tidyName(value['id']) || name
    if (isObject(value['geometry'])) addGeometry(found, own, value['geometry'], depth)
  } else addGeometry(found, name, value, depth)
}

/** A feature that cannot be read is told; the others are read. */
function tryAdd(found: Found, name: string, feature: unknown, depth: number): void {
  try {
    add(found, name, feature, depth)
  } catch (error) {
    if (!(error instanceof ParcelError)) throw error
    found.problems.push(error.said)
  }
}

/** Reads any GeoJSON value. */
export function shapesOf(value: unknown): Found {
  const found: Found = { shapes: [], points: 0, problems: [] }
  tryAdd(found, '', value, 0)
  return found
}

/** The set with a note of the points left aside, or the sentence that only points came. */
export function setOf({ shapes, points, problems }: Found, system: System): RawSet {
  if (shapes.length === 0 && points > 0) throw new ParcelError('only-points', { count: points })
  return { shapes, system, problems, notes: points > 0 ? [{ code: 'points-left', params: { count: points } }] : [] }
}

/** The old `crs` member: EPSG code of "EPSG:4526", "urn:ogc:def:crs:EPSG::4526". Null when it says nothing. */
export function crsOf(value: Json): System {
  const crs = value['crs']
  const properties = isObject(crs) ? crs['properties'] : undefined
  const name = isObject(properties) ? tidyName(properties['name']) : ''
  const code = /EPSG:(?:[\d.]*:)?(\d{4,6})$/i.exec(name)?.[1]
  if (name === '' || /CRS:?84$/i.test(name)) return {}
  if (code === undefined) throw new ParcelError('unknown-system', { name })
  return { epsg: Number(code) }
}

/** `[[106.2, 29.5], …]` or rings of it: coordinates copied out of their object. */
function bareCoordinates(value: readonly unknown[]): RawShape[] {
  const deep = (item: unknown): number => (Array.isArray(item) ? 1 + deep(item[0]) : 0)
  const levels = Math.min(deep(value), 5)
  if (levels === 2) return [{ name: '', kind: 'either', rings: [lineOf(value)] }]
  if (levels === 3) return [{ name: '', kind: 'area', rings: linesOf(value) }]
  if (levels === 4) return [areaOf('', listOf(value, linesOf))]
  throw new ParcelError('geojson-type', { found: '[' })
}

/** Throws a `ParcelError`. */
export function readGeoJson(text: string): RawSet {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ParcelError('json-broken', {})
  }
  if (Array.isArray(value)) return { shapes: bareCoordinates(value), system: {} }
  return setOf(shapesOf(value), isObject(value) ? crsOf(value) : {})
}
