import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { Geodesic } from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../seeds/load'
import { placeWithin, shapeSize } from '../../src/core/shape-size'

const layers = readJson('geodata/layers.json') as { file: string }[]
const features: Feature[] = layers.flatMap(({ file }) => (readJson(`geodata/layers/${file}`) as FeatureCollection).features)
const polygons = features.filter(({ geometry }) => geometry.type.endsWith('Polygon'))

/** Square metres by another engine, rings taken one by one. */
function byGeographicLib(rings: readonly number[][][]): number {
  const [outer = 0, ...holes] = rings.map((ring) => {
    const polygon = Geodesic.WGS84.Polygon(false)
    for (const [lon = 0, lat = 0] of ring) polygon.AddPoint(lat, lon)
    return Math.abs(polygon.Compute(false, true).area ?? 0)
  })
  return holes.reduce((rest, hole) => rest - hole, outer)
}

describe('the size of a shape', () => {
  it('is its area less its holes, whatever way the rings run, as another engine finds it', () => {
    const square = [[106, 29.5], [106.2, 29.5], [106.2, 29.7], [106, 29.7], [106, 29.5]]
    const hole = [[106.05, 29.55], [106.1, 29.55], [106.1, 29.6], [106.05, 29.6], [106.05, 29.55]]
    const expected = byGeographicLib([square, hole])
    for (const rings of [[square, hole], [square, hole.toReversed()], [square.toReversed(), hole]]) {
      const size = shapeSize({ type: 'Polygon', coordinates: rings })
      expect(size !== null && 'areaM2' in size ? size.areaM2 / expected : 0).toBeCloseTo(1, 5)
    }
  })

  it('is a length along a line, nothing of a point', () => {
    const line: Geometry = { type: 'LineString', coordinates: [[106, 29.5], [106, 30.5]] }
    const size = shapeSize(line)
    expect(size !== null && 'lengthM' in size ? size.lengthM : 0).toBeCloseTo(110_860, -2) // a degree along the meridian
    expect(shapeSize({ type: 'Point', coordinates: [106, 29] })).toBeNull()
  })
})

describe('a place within a shape', () => {
  it('lies in every area that is drawn, however crooked', () => {
    const outside = polygons.filter(({ geometry }) => {
      const place = placeWithin(geometry)
      return place === null || !booleanPointInPolygon([...place], geometry as never)
    })
    expect([polygons.length > 40, outside.map(({ properties }) => properties)]).toEqual([true, []])
  })
})
