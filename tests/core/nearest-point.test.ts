import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { LonLat, ZoneShape } from '../../src/core/model'
import { buildZoneIndex } from '../../src/core/zone-index'
import { box } from './fixture'
import { seeded } from './random'

const folder = join(import.meta.dirname, '../../geodata/layers')

function readShapes(file: string): Feature<Geometry, ZoneShape>[] {
  const collection: FeatureCollection<Geometry, ZoneShape> = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return collection.features.filter(({ properties }) => properties.kind !== undefined)
}

const shipped = readdirSync(folder).filter((file) => file.endsWith('.geojson')).flatMap(readShapes)

describe('nearestPoint', () => {
  const index = buildZoneIndex([box('a', [106, 29, 106.1, 29.1]), box('a', [106.2, 29, 106.3, 29.1]), box('b', [106, 29, 106.1, 29.1])])

  it('lies on the line one would cross, as far away as the standing says', () => {
    const out = index.nearestPoint('a', [106.14, 29.05])!
    expect(out.lonLat[0]).toBeCloseTo(106.1, 9)
    expect(out.lonLat[1]).toBeCloseTo(29.05, 9)
    expect(out.distanceM).toBe(index.standing([106.14, 29.05])[0]!.distanceM)
    expect(out.shape.zone).toBe('a')
  })

  it('is that of the shape around, not of a nearer one apart', () => {
    const apart = buildZoneIndex([box('a', [106, 29, 106.2, 29.2]), box('a', [106.08, 29.08, 106.09, 29.09])])
    expect(apart.nearestPoint('a', [106.05, 29.1])!.lonLat[0]).toBeCloseTo(106, 9)
    expect(index.nearestPoint('a', [106.09, 29.05])!.lonLat[0]).toBeCloseTo(106.1, 9)
  })

  it('is none where nothing is drawn, and refuses no place', () => {
    expect(index.nearestPoint('c', [106.1, 29.05])).toBeUndefined()
    expect(() => index.nearestPoint('a', [29, 106])).toThrow(/found 29, 106/)
  })

  it('is on a line of the shipped outlines', () => {
    const whole = buildZoneIndex(shipped)
    const random = seeded(41)
    const points = Array.from({ length: 40 }, (): LonLat => [106 + random() * 0.4, 29.3 + random() * 0.6])
    for (const at of points) {
      for (const zone of ['district', 'ecological-redline']) {
        const { lonLat, shape: of } = whole.nearestPoint(zone, at)!
        expect(Math.abs(buildZoneIndex(shipped.filter(({ properties }) => properties === of)).standing(lonLat)[0]!.distanceM!)).toBeLessThan(0.01)
      }
    }
  })
})
