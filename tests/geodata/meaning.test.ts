/** What the shapes say when they are asked: a few places whose answer is known from the sources. */
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { layerFeatures, readInputs } from '../../geodata/build'
import { intersection } from '../../geodata/clip'
import { areaM2, ringsOf } from '../../geodata/geometry'
import type { ShapeFeature } from '../../geodata/shape'
import type { LonLat } from '../../src/core/model'
import { buildZoneIndex } from '../../src/core/zone-index'

const inputs = readInputs(join(import.meta.dirname, '../../geodata'))
const isShape = (feature: Feature<Geometry>): feature is ShapeFeature => typeof feature.properties?.['zone'] === 'string'
const features = inputs.layers.flatMap(({ id }) => layerFeatures(id, inputs)).filter(isShape)
const index = buildZoneIndex(features)

const standing = (zone: string, lonLat: LonLat) => index.standing(lonLat)[index.zones.indexOf(zone)]!
const is = (zone: string, lonLat: LonLat) => standing(zone, lonLat).is

function seat(id: string): LonLat {
  const { geometry } = features.find((feature) => feature.id === id)!
  if (geometry.type !== 'Point') throw new Error(`Expected a point for ${id}, found ${geometry.type}.`)
  return [geometry.coordinates[0]!, geometry.coordinates[1]!]
}

/** Places 0.005° (about 500 m) apart over the district. */
const places: LonLat[] = Array.from({ length: 80 * 135 }, (_, i): LonLat => [105.98 + 0.005 * (i % 80), 29.25 + 0.005 * Math.floor(i / 80)])
const standings = places.map((place) => index.standing(place))

const crest: LonLat = [106.268, 29.626]
const bicheng = seat('subdistrict-bicheng')
const batang = seat('town-batang')

describe('the shapes', () => {
  it.each([
    ['binan-river-basin', ['subdistrict-bicheng', 'town-hebian', 'subdistrict-qinggang', 'subdistrict-laifeng', 'town-jianlong', 'town-guangpu', 'subdistrict-dingjia']],
    ['bibei-river-basin', ['subdistrict-dalu', 'town-qitang', 'town-batang']],
    ['meijiang-river-basin', ['town-fulu', 'town-daxing', 'town-sanhe', 'town-zhengxing']],
  ])('%s holds the towns that drain into it', (basin, towns) => {
    for (const town of towns) expect(['inside', 'likely']).toContain(is(basin, seat(town)))
  })

  it('the red line is never certain, and lies away from the no-burn zone', () => {
    const redline = features.find(({ id }) => id === 'ecological-redline')!
    const found = new Set(standings.map((all) => all[index.zones.indexOf('ecological-redline')]?.is))
    expect([...found].sort()).toEqual(['likely', 'outside', 'possible'])
    const parts = features.filter(({ properties }) => properties.zone === 'no-burn-zone')
    for (const part of parts) expect(areaM2(intersection(ringsOf(redline.geometry), ringsOf(part.geometry)))).toBe(0)
  })

  it('the crest of 缙云山 lies in the range and in the red line as drawn', () => {
    expect(is('jinyunshan', crest)).toBe('likely')
    expect(is('two-screens', crest)).toBe('likely')
    expect(is('ecological-redline', crest)).toBe('likely')
    expect(is('jinyunshan-eco-corridor', crest)).toBe('possible')
  })

  it('the town is built up as drawn, and in the no-burn zone', () => {
    expect(['inside', 'likely']).toContain(is('built-up-area', bicheng))
    expect(['inside', 'likely']).toContain(is('no-burn-zone', bicheng))
    expect(is('ecological-redline', bicheng)).not.toBe('likely')
  })

  it('a town whose extent is unknown is possibly built up, a hill far from towns is not', () => {
    expect(is('built-up-area', batang)).toBe('possible')
    expect(is('built-up-area', [106.17, 29.7])).toBe('outside')
  })

  it('silence is never no: what is not drawn whole is unmapped elsewhere', () => {
    for (const zone of ['bishan-hightech-zone', 'high-emission-area', 'drinking-water-protection-area', 'binan-river-belt', 'jinyunshan-eco-corridor']) {
      expect([zone, is(zone, batang)]).toEqual([zone, 'unmapped'])
    }
  })

  it('an envelope is never more than possible', () => {
    const drawn = (zone: string) => features.filter(({ properties }) => properties.zone === zone && properties.kind !== 'mark')
    const envelopes = index.zones.map((zone, i) => ({ zone, i })).filter(({ zone }) => drawn(zone).every(({ properties }) => properties.kind === 'envelope'))
    expect(envelopes.length).toBeGreaterThan(5)
    const found = new Set(standings.flatMap((all) => envelopes.map(({ i }) => all[i]?.is)))
    expect([...found].sort()).toEqual(['outside', 'possible', 'unmapped'])
  })
})
