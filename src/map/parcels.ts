/** Parcels as the map draws them: from the list of the page to the data of their sources. */
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, Point, Position } from 'geojson'
import type { Parcel, ParcelGeometry } from '../core/model'
import { boxOf, labelPoint, largestParts, type Box } from './geometry'

export interface MapParcels {
  shown: readonly Parcel[]
  /** Index of the parcel asked about. */
  active: number | null
  /** The part of the active parcel that a rule catches. */
  piece: Geometry | null
  /** The active parcel widened by a distance. */
  ring: Geometry | null
  /** What sites put side by side cover, in their order; none when absent. */
  compared?: readonly (Point | ParcelGeometry)[]
  /** What was measured; none when absent or null. */
  measured?: ParcelGeometry | null
}

export const noParcels: MapParcels = { shown: [], active: null, piece: null, ring: null }

export type ParcelSource = 'parcels' | 'corridors' | 'piece' | 'ring' | 'compared' | 'measured'

const METRES_PER_DEGREE = 111_000

const collect = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const feature = (geometry: Geometry, properties: GeoJsonProperties): Feature => ({ type: 'Feature', properties, geometry })
const only = (geometry: Geometry | null): FeatureCollection => collect(geometry === null ? [] : [feature(geometry, {})])

/** The position of the line in the middle of its list: a number belongs on the line, not beside it. */
function middleOf(line: readonly Position[]): Position {
  const [from = [], to = from] = [line[Math.floor((line.length - 1) / 2)], line[Math.floor(line.length / 2)]]
  return [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2]
}

/** Where the number of a parcel stands. */
function numberPlace(geometry: ParcelGeometry): Position {
  if (geometry.type === 'LineString') return middleOf(geometry.coordinates)
  if (geometry.type === 'MultiLineString') return middleOf(geometry.coordinates.reduce((longest, line) => (line.length > longest.length ? line : longest), []))
  return labelPoint(largestParts(geometry)[0] ?? [])
}

function outlines({ shown, active }: MapParcels): Feature[] {
  return shown.map(({ geometry }, index) => feature(geometry, { index, active: index === active }))
}

/** A single parcel needs no number. */
function numbers({ shown, active }: MapParcels): Feature[] {
  if (shown.length < 2) return []
  return shown.map(({ geometry }, index) => feature({ type: 'Point', coordinates: numberPlace(geometry) }, { index, active: index === active, number: String(index + 1) }))
}

/** A number for each compared site, where it is. */
function comparedMarks({ compared = [] }: MapParcels): Feature[] {
  return compared.map((geometry, index) => {
    const at = geometry.type === 'Point' ? geometry.coordinates : numberPlace(geometry)
    return feature({ type: 'Point', coordinates: at }, { number: String(index + 1) })
  })
}

function corridors({ shown, active }: MapParcels): Feature[] {
  return shown.flatMap(({ geometry, corridorM = 0 }, index) => (corridorM > 0 ? [feature(geometry, { index, active: index === active, corridorM })] : []))
}

/** The data of each source. */
export function parcelSources(parcels: MapParcels): Readonly<Record<ParcelSource, FeatureCollection>> {
  return {
    parcels: collect([...outlines(parcels), ...numbers(parcels)]),
    corridors: collect(corridors(parcels)),
    piece: only(parcels.piece),
    ring: only(parcels.ring),
    compared: collect(comparedMarks(parcels)),
    measured: only(parcels.measured ?? null),
  }
}

/** Bounding box of a parcel with its corridor, degrees: near enough to be seen whole. */
export function boxOfParcel({ geometry, corridorM = 0 }: Parcel): Box {
  const [west, south, east, north] = boxOf([geometry])
  const byLat = corridorM / 2 / METRES_PER_DEGREE
  const byLon = byLat / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return [west - byLon, south - byLat, east + byLon, north + byLat]
}

/** The parcel asked about. */
export const activeOf = ({ shown, active }: MapParcels): Parcel | null => (active === null ? null : (shown[active] ?? null))
