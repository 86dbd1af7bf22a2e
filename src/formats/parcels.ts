/**
 * Parcels in: files (GeoJSON, zipped Shapefile, KML, KMZ, DXF, 界址点 text, CSV, WKT) and pasted lists → parcels in
 * CGCS2000 degrees, each with how it was read and the other ways to read it.
 *
 * Nothing throws: what cannot be read is a problem with its sentence in `parcels.json`, what can is returned.
 */
import type { Position } from 'geojson'
import type { LonLat, Parcel, ParcelGeometry } from '../core/model'
import type { Text } from '../core/seed-types'
import type { ReadOptions } from './coordinates'
import { statedAreaNotes } from './parcel-area'
import { fit, kindOf, vertexCount } from './parcel-fit'
import type { ParseXml } from './parcel-kml'
import { openFile, readAnyText, stemOf, type Opened } from './parcel-open'
import { placings, type Placing } from './parcel-place'
import { LIMITS, ParcelError, tidyName, type RawSet, type RawShape } from './parcel-raw'
import { parcelSentence } from './parcel-sentence'
import sentences from './parcels.json'
import { fill, type Lang, type Said } from './say'
import type { Bounds } from './survey-zones'

export { parcelSentence } from './parcel-sentence'

export interface ParcelFile {
  name: string
  bytes: Uint8Array
}

export interface OtherReading {
  reading: Said
  parcel: Parcel
}

export interface ReadParcel {
  parcel: Parcel
  /** How the numbers were read. All `Said` here are sentences of `parcels.json`. */
  reading: Said
  /** What was left out, mended or looks odd. */
  notes: Said[]
  /** The same parcel read otherwise: other order, zone, datum; an area as a line. */
  alternatives: OtherReading[]
}

export interface ParcelsRead {
  parcels: ReadParcel[]
  problems: Said[]
}

export interface ParcelOptions extends ReadOptions {
  /** XML → document, where there is no `DOMParser` (for KML outside a page). */
  parseXml?: ParseXml
  /** Language in which parcels without a name are numbered; Chinese when absent. */
  lang?: Lang
}

/** A parcel farther from the expected box than this, in degrees, is told. */
const FAR_DEGREES = 1

const asText = (said: Said): Text => ({ zh: parcelSentence(said, 'zh'), en: parcelSentence(said, 'en') })

/** What is wrong, as a sentence; the unexpected has one too. */
const saidOf = (error: unknown): Said => (error instanceof ParcelError ? error.said : { code: 'broken', params: {} })

/** A problem of one parcel or file, with its name in front; `cause` keeps the code of what happened. */
const of = (name: string, said: Said): Said => (name === '' ? said : { code: 'of', params: { name, why: asText(said), cause: said.code } })

function farNotes(first: LonLat | null, [west, south, east, north]: Bounds): Said[] {
  if (first === null) return []
  const [lon, lat] = first
  const off = Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north))
  return off > FAR_DEGREES ? [{ code: 'far', params: { lon: lon.toFixed(3), lat: lat.toFixed(3), degrees: off.toFixed(1) } }] : []
}

/** Where the datums of Chinese web maps are defined: west, south, east, north, degrees. */
const WEB_MAP_DATUMS: Bounds = [72, 0, 138, 56]

const boundsOf = (geometry: ParcelGeometry): Bounds => {
  const positions: Position[] = geometry.type === 'LineString' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : geometry.coordinates.flat()
  return positions.reduce<Bounds>(([w, s, e, n], [lon = 0, lat = 0]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [180, 90, -180, -90])
}

const boundsWithin = (inner: Bounds, [west, south, east, north]: Bounds): boolean => inner[0] >= west && inner[1] >= south && inner[2] <= east && inner[3] <= north

/** The parcel is worked out when it is first looked at: undoing the shift of thousands of vertices takes longer than all the rest. */
function shifted(reading: Said, make: () => Parcel): OtherReading {
  let made: Parcel | undefined
  return {
    reading,
    get parcel() {
      return (made ??= make())
    },
  }
}

function otherReading(shape: RawShape, name: string, way: Placing, kind: 'area' | 'line'): OtherReading[] {
  const make = (): Parcel => ({ name, geometry: fit(shape, way, kind, false) })
  const reading: Said = { code: kind === 'line' ? 'read-line' : 'read', params: { how: way.how } }
  if (way.shifted) return [shifted(reading, make)]
  try {
    return [{ reading, parcel: make() }]
  } catch (error) {
    if (error instanceof ParcelError) return [] // no way to read this one
    throw error
  }
}

function alternativesOf(shape: RawShape, { name, geometry }: Parcel, [best, ...ways]: readonly Placing[]): OtherReading[] {
  const kind = kindOf(shape)
  const inReach = boundsWithin(boundsOf(geometry), WEB_MAP_DATUMS)
  const asLine = best && shape.kind === 'either' && kind === 'area' ? otherReading(shape, name, best, 'line') : []
  return [...asLine, ...ways.filter(({ shifted }) => !shifted || inReach).flatMap((way) => otherReading(shape, name, way, kind))]
}

function readShape(shape: RawShape, name: string, ways: [Placing, ...Placing[]], near: Bounds): ReadParcel {
  const [best] = ways
  const kind = kindOf(shape)
  const parcel: Parcel = { name, geometry: fit(shape, best, kind) }
  const first = shape.rings.find((ring) => ring.length > 0)?.[0]
  const notes = [...(shape.notes ?? []), ...statedAreaNotes(shape), ...farNotes(first ? best.place(first) : null, near)]
  return { parcel, reading: { code: kind === 'line' ? 'read-line' : 'read', params: { how: best.how } }, notes, alternatives: alternativesOf(shape, parcel, ways) }
}

/** What may still be taken, over all files of one call. */
interface Room {
  parcels: number
  vertices: number
}

/** Of one file; a file with more is broken all over. */
const MOST_PROBLEMS = 20

/** Takes shapes while there is room; says once what was left. */
function withinRoom(shapes: readonly RawShape[], room: Room): { taken: RawShape[]; left: Said[] } {
  const taken: RawShape[] = []
  for (const shape of shapes) {
    const vertices = vertexCount(shape)
    if (room.parcels === 0) return { taken, left: [{ code: 'too-many-parcels', params: { most: LIMITS.parcels, left: shapes.length - taken.length } }] }
    if (vertices > room.vertices) return { taken, left: [{ code: 'too-many-vertices', params: { most: LIMITS.vertices, left: shapes.length - taken.length } }] }
    room.parcels -= 1
    room.vertices -= vertices
    taken.push(shape)
  }
  return { taken, left: [] }
}

function namesOf(shapes: readonly RawShape[], stem: string, lang: Lang, before: number): string[] {
  return shapes.map(({ name }, i) => {
    if (name !== '') return name
    if (stem !== '') return shapes.length === 1 ? stem : `${stem} ${i + 1}`
    return fill(sentences.unnamed, { n: before + i + 1 }, lang)
  })
}

function readSet(set: RawSet, stem: string, room: Room, options: ParcelOptions, read: ParcelsRead): void {
  const { taken, left } = withinRoom(set.shapes, room)
  const all = set.problems ?? []
  const more: Said[] = all.length > MOST_PROBLEMS ? [{ code: 'more-problems', params: { count: all.length - MOST_PROBLEMS } }] : []
  read.problems.push(...[...all.slice(0, MOST_PROBLEMS), ...more, ...left].map((said) => of(stem, said)))
  const first = taken.flatMap(({ rings }) => rings).find((ring) => ring.length > 0)?.[0]
  if (first === undefined) {
    if (all.length + left.length === 0) throw new ParcelError('nothing')
    return
  }
  const ways = placings(first, set.system, options)
  const names = namesOf(taken, stem, options.lang ?? 'zh', read.parcels.length)
  taken.forEach((shape, i) => {
    const name = names[i] ?? stem
    try {
      const parcel = readShape(shape, name, ways, options.near)
      read.parcels.push({ ...parcel, notes: [...(set.notes ?? []), ...parcel.notes] })
    } catch (error) {
      read.problems.push(of(name, saidOf(error)))
    }
  })
}

async function readOpened({ stem, read: open }: Opened, room: Room, options: ParcelOptions, read: ParcelsRead): Promise<void> {
  try {
    readSet(await open(), stem, room, options, read)
  } catch (error) {
    read.problems.push(of(stem, saidOf(error)))
  }
}

/** An archive may have parts without parcels (KMZ often begins with one) as long as others have some. */
async function readArchive(parts: readonly Opened[], room: Room, options: ParcelOptions): Promise<ParcelsRead> {
  const read: ParcelsRead = { parcels: [], problems: [] }
  for (const part of parts) {
    await readOpened(part, room, options, read)
  }
  return read.parcels.length > 0 ? { ...read, problems: read.problems.filter(({ params }) => params['cause'] !== 'nothing') } : read
}

const newRoom = (): Room => ({ parcels: LIMITS.parcels, vertices: LIMITS.vertices })

/** Reads files, archives as the files in them. Never rejects. */
export async function readParcelFiles(files: readonly ParcelFile[], options: ParcelOptions): Promise<ParcelsRead> {
  const read: ParcelsRead = { parcels: [], problems: [] }
  const room = newRoom()
  for (const file of files) {
    try {
      const { parcels, problems } = await readArchive(await openFile(file, options.parseXml), room, options)
      read.parcels.push(...parcels)
      read.problems.push(...problems)
    } catch (error) {
      read.problems.push(of(tidyName(file.name) || stemOf(file.name), saidOf(error)))
    }
  }
  return read
}

/** Reads pasted text: a list of coordinates in any usual notation, or the text of any of the formats. Never rejects. */
export async function readParcelText(text: string, options: ParcelOptions): Promise<ParcelsRead> {
  const read: ParcelsRead = { parcels: [], problems: [] }
  const tooLong = text.length > LIMITS.bytes
  const open = () => (tooLong ? Promise.reject(new ParcelError('too-large', { mb: Math.ceil(text.length / 1e6), most: LIMITS.bytes / 1e6 })) : readAnyText(text, '', options.parseXml))
  await readOpened({ stem: '', read: open }, newRoom(), options, read)
  return read
}
