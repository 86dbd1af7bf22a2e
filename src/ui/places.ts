/** Named places: town seats near a point, and what the search knows. Pure. */
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Loaded, LonLat } from '../core/model'
import type { SearchWords } from '../core/search-words'
import type { Text } from '../core/seed-types'
import { bearing } from './format'
import { nameScore, NONE, pinyinScore, plain } from './name-score'

export interface Place {
  id: string
  kind: 'place' | 'zone'
  name: Text
  lonLat: LonLat
  /** How well the place itself is known, 1 sigma, metres. */
  sigmaM: number
  /** Other names it may be found by. */
  also: readonly string[]
}

/** Every named shape of the layers, once: seats as places, the rest as zones. */
export function placesOf(loaded: Loaded, seatsLayer: string): Place[] {
  const all = Object.entries(loaded.data).flatMap(([layer, collection]) => namedShapes(collection, layer === seatsLayer, loaded))
  const firstOfEach = new Map(all.toReversed().map((place) => [`${place.kind} ${place.id} ${place.name.zh}`, place]))
  return [...firstOfEach.values()].toReversed()
}

/** The seats of a layer, by name and position. */
export const seatsOf = (loaded: Loaded, seatsLayer: string): Place[] => placesOf(loaded, seatsLayer).filter(({ kind }) => kind === 'place')

function namedShapes(collection: FeatureCollection, areSeats: boolean, loaded: Loaded): Place[] {
  return collection.features.flatMap((feature) => {
    const zone: unknown = feature.properties?.['zone']
    const name = nameOf(feature)
    const lonLat = middleOf(feature)
    if (feature.properties?.['drawn'] === false) return [] // used to answer, but not to be seen
    if (typeof zone !== 'string' || name === undefined || lonLat === undefined) return []
    const known = loaded.world.catalogue.zones.get(zone)
    const also = [...(known?.aliases ?? []), ...(known === undefined ? [] : [known.name.zh, known.name.en])]
    const sigmaM: unknown = feature.properties?.['sigmaM']
    return [{ id: zone, kind: areSeats ? 'place' : 'zone', name, lonLat, sigmaM: typeof sigmaM === 'number' ? sigmaM : 0, also } satisfies Place]
  })
}

function nameOf(feature: Feature): Text | undefined {
  const name: unknown = feature.properties?.['name']
  if (typeof name !== 'object' || name === null || !('zh' in name) || !('en' in name)) return undefined
  return typeof name.zh === 'string' && typeof name.en === 'string' ? { zh: name.zh, en: name.en } : undefined
}

/** A point to fly to: the point itself, the middle vertex of a line, the middle of the box of the largest ring. */
export function middleOf(feature: Feature): LonLat | undefined {
  const { geometry } = feature
  switch (geometry.type) {
    case 'Point':
      return toLonLat(geometry.coordinates)
    case 'LineString':
      return toLonLat(geometry.coordinates[Math.floor(geometry.coordinates.length / 2)])
    case 'Polygon':
      return middleOfBox(geometry.coordinates[0] ?? [])
    case 'MultiPolygon':
      return middleOfBox(longest(geometry.coordinates.map((polygon) => polygon[0] ?? [])))
    case 'MultiLineString':
      return toLonLat(longest(geometry.coordinates)[0])
    case 'MultiPoint':
      return toLonLat(geometry.coordinates[0])
    default:
      return undefined
  }
}

const longest = (rings: readonly Position[][]): Position[] => rings.reduce((best, ring) => (ring.length > best.length ? ring : best), [])

function middleOfBox(ring: readonly Position[]): LonLat | undefined {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [lon = Number.NaN, lat = Number.NaN] of ring) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return toLonLat([(box.west + box.east) / 2, (box.south + box.north) / 2])
}

function toLonLat(position: Position | undefined): LonLat | undefined {
  const [lon, lat] = position ?? []
  return lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat) ? undefined : [lon, lat]
}

export interface Nearest {
  seat: Place
  distanceM: number
  /** Compass sector from the seat to the point: 0 north, clockwise in eighths. */
  sector: number
}

/** The seat nearest to a point, or null where no seats are known. */
export function nearestSeat(point: LonLat, seats: readonly Place[]): Nearest | null {
  let best: Nearest | null = null
  for (const seat of seats) {
    const { distanceM, sector } = bearing(seat.lonLat, point)
    if (best === null || distanceM < best.distanceM) best = { seat, distanceM, sector }
  }
  return best
}

/** How well a place fits what is typed: its names, their sound, then what else it is called. */
export function placeScore(typed: string, { name, also }: Place, words: SearchWords | undefined): number {
  const own = Math.max(nameScore(typed, name), pinyinScore(typed, words?.names[name.zh]))
  if (own !== NONE) return own
  return also.some((word) => plain(word).includes(typed) || pinyinScore(typed, words?.names[word]) !== NONE) ? 2 : NONE
}
