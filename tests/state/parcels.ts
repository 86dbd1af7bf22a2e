/** Parcels as they may come: any shape, with holes and parts, corridors and odd names. */
import * as fc from 'fast-check'
import type { Position } from 'geojson'
import type { Parcel, ParcelGeometry } from '../../src/core/model'
import { MOST_COMPARED, type ComparedLink } from '../../src/state/compared'
import { keptName, keptParcel, type Sites } from '../../src/state/parcel'
import { roundLonLat } from '../../src/state/url'

const position: fc.Arbitrary<Position> = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
const near: fc.Arbitrary<Position> = fc.tuple(fc.double({ min: 106, max: 106.1, noNaN: true }), fc.double({ min: 29.5, max: 29.6, noNaN: true }))
const vertex = fc.oneof(position, near)
const ring = fc.array(vertex, { minLength: 3, maxLength: 8 }).map((path): Position[] => [...path, path[0] ?? []])
const rings = fc.array(ring, { minLength: 1, maxLength: 3 })
const path = fc.array(vertex, { minLength: 2, maxLength: 8 })

const area: fc.Arbitrary<ParcelGeometry> = fc.oneof(
  rings.map((coordinates): ParcelGeometry => ({ type: 'Polygon', coordinates })),
  fc.array(rings, { minLength: 1, maxLength: 3 }).map((coordinates): ParcelGeometry => ({ type: 'MultiPolygon', coordinates })),
)
const line: fc.Arbitrary<ParcelGeometry> = fc.oneof(
  path.map((coordinates): ParcelGeometry => ({ type: 'LineString', coordinates })),
  fc.array(path, { minLength: 1, maxLength: 3 }).map((coordinates): ParcelGeometry => ({ type: 'MultiLineString', coordinates })),
)
const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', '地块 1', '100%, a:b', '%25%2c'))

export const parcel: fc.Arbitrary<Parcel> = fc
  .oneof(
    fc.record({ name, geometry: area }),
    fc.record({ name, geometry: line }),
    fc.record({ name, geometry: line, corridorM: fc.double({ min: 0, max: 9999, minExcluded: true, noNaN: true }) }),
  )
  .map(keptParcel)

/** Some that an address has room for. */
export const sites: fc.Arbitrary<Sites> = fc.oneof(
  fc.constant<Sites>({ parcels: [], active: null, big: true }),
  fc.array(parcel, { minLength: 1, maxLength: 2 }).chain((parcels) => fc.record({ parcels: fc.constant(parcels), active: fc.option(fc.nat({ max: parcels.length - 1 })) })),
)

const place = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })).map(roundLonLat)
const label = name.map(keptName)

/** Sites put side by side, as an address has them. */
export const compared: fc.Arbitrary<ComparedLink[]> = fc.array(
  fc.oneof(fc.record({ label, at: place }), fc.record({ label, parcel: fc.nat({ max: 499 }) })),
  { maxLength: MOST_COMPARED },
)

/** A square of some metres to a side near a place, degrees. */
export function square([west, south]: readonly [number, number], degrees = 0.01): Parcel {
  const [east, north] = [west + degrees, south + degrees]
  return { name: '', geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } }
}
