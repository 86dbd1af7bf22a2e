import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boxOfParcel, noParcels, parcelSources } from '../../src/map/parcels'
import { parcels, square } from './fixtures'

const shapes = parcels.map(({ geometry }) => geometry)

const [site, road] = parcels
const of = (shown: typeof parcels, active: number | null = null) => parcelSources({ ...noParcels, shown, active })
const numbers = (shown: typeof parcels) => of(shown).parcels.features.filter(({ geometry }) => geometry.type === 'Point')

describe('sources of the parcels', () => {
  it('keeps every outline as it is and marks the active one', () => {
    const { features } = of(parcels, 2).parcels
    expect(features.slice(0, 4).map(({ geometry }) => geometry)).toEqual(parcels.map(({ geometry }) => geometry))
    expect(features.filter(({ properties }) => properties?.['active'] === true).map(({ properties }) => properties?.['index'])).toEqual([2, 2])
  })

  it('numbers several, not one; the number stands in the largest part or on the line', () => {
    expect(numbers([site!])).toEqual([])
    expect(numbers(parcels).map(({ properties }) => properties?.['number'])).toEqual(['1', '2', '3', '4'])
    const places = numbers(parcels).map(({ geometry }): Position => (geometry.type === 'Point' ? geometry.coordinates : []))
    expect(places[1]).toEqual([106.1, 29.2])
    expect(places[2]).toEqual([106.3, 29.4])
    const [x = 0, y = 0] = places[3] ?? []
    expect(x > 106.4 && x < 106.6 && y > 29 && y < 29.2).toBe(true)
    expect(x > 106.48 && x < 106.52 && y > 29.08 && y < 29.12).toBe(false)
  })

  it('gives a corridor only to lines that have one', () => {
    expect(of(parcels).corridors.features.map(({ properties }) => properties?.['corridorM'])).toEqual([60])
  })

  it('holds a piece and a ring, or nothing', () => {
    const { piece, ring } = parcelSources({ ...noParcels, piece: square })
    expect([piece.features.length, ring.features.length]).toEqual([1, 0])
  })

  it('numbers compared sites by their order, a place where it is, a parcel within', () => {
    const { features } = parcelSources({ ...noParcels, compared: [{ type: 'Point', coordinates: [106.3, 29.5] }, ...shapes.slice(0, 1)] }).compared
    expect(features.map(({ properties }) => properties?.['number'])).toEqual(['1', '2'])
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.3, 29.5] })
  })

  it('counts the corridor into the box', () => {
    expect(boxOfParcel(site!)).toEqual([106, 29, 106.1, 29.1])
    const [west, south] = boxOfParcel(road!)
    expect((106 - west) * 111_000 * Math.cos((29.25 * Math.PI) / 180)).toBeCloseTo(30, 6)
    expect((29.2 - south) * 111_000).toBeCloseTo(30, 6)
  })
})
