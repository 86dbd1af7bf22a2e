/** Parcels as the page keeps them: to the digits an address can hold, so that a link gives the same answer. */
import type { Position } from 'geojson'
import type { Parcel, ParcelGeometry } from '../core/model'

/** What can be drawn by hand; `edit` changes the parcel asked about. */
export type SketchMode = 'polygon' | 'rectangle' | 'circle' | 'line' | 'edit'

/** What a drawing becomes. */
export interface Draft {
  name: string
  /** Whole width of the corridor along a line, metres. */
  corridorM?: number
}

/** The parcels of an address. */
export interface Sites {
  parcels: readonly Parcel[]
  /** Index of the parcel asked about. */
  active: number | null
  /** The address was meant to hold a parcel that was too long for it. */
  big?: true
}

/** Whole steps per degree: 8 decimals, about 1 mm. */
export const STEPS = 1e8

/** Whole width of a corridor, metres: more than 0, less than this. */
export const WIDEST_CORRIDOR_M = 10_000

/** Names are cut to this many UTF-16 units. */
export const LONGEST_NAME = 100

/** Without half characters, which an address cannot hold. */
export const keptName = (name: string): string => name.slice(0, LONGEST_NAME).replaceAll(/\p{Surrogate}/gu, '')

const roundDegrees = (degrees: number): number => Math.round(degrees * STEPS) / STEPS + 0 // + 0 turns -0 into 0
const roundPosition = (position: Position): Position => [roundDegrees(position[0] ?? Number.NaN), roundDegrees(position[1] ?? Number.NaN)]
const roundPath = (path: readonly Position[]): Position[] => path.map(roundPosition)
const roundRings = (rings: readonly Position[][]): Position[][] => rings.map(roundPath)

/** The same geometry with 8 decimals and without heights. */
export function roundGeometry(geometry: ParcelGeometry): ParcelGeometry {
  switch (geometry.type) {
    case 'LineString':
      return { type: geometry.type, coordinates: roundPath(geometry.coordinates) }
    case 'Polygon':
    case 'MultiLineString':
      return { type: geometry.type, coordinates: roundRings(geometry.coordinates) }
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(roundRings) }
  }
}

export const isLine = ({ geometry }: Parcel): boolean => geometry.type === 'LineString' || geometry.type === 'MultiLineString'

/** True for a width a corridor can have, metres. */
export const isCorridor = (widthM: number): boolean => widthM > 0 && widthM < WIDEST_CORRIDOR_M

/** A parcel as it is kept: 8 decimals, a corridor only along a line. */
export function keptParcel(parcel: Parcel): Parcel {
  const { name, geometry, corridorM } = parcel
  const kept: Parcel = { name: keptName(name), geometry: roundGeometry(geometry) }
  return corridorM !== undefined && isLine(parcel) && isCorridor(corridorM) ? { ...kept, corridorM } : kept
}

const positionsOf = ({ geometry }: Parcel): readonly Position[] => {
  if (geometry.type === 'LineString') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : geometry.coordinates.flat()
}

/** Around all of them, degrees; corridors are left out, they are narrow. */
export function boxOf(parcels: readonly Parcel[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = Number.NaN, lat = Number.NaN] of parcels.flatMap(positionsOf)) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
