import { join } from 'node:path'
import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { layerFeatures, readInputs } from '../../geodata/build'
import { areaM2, ringsOf } from '../../geodata/geometry'
import { importOfficial, importOptions, type ImportOptions, type ImportWorld } from '../../geodata/import'

const inputs = readInputs(join(import.meta.dirname, '../../geodata'))
const [district] = layerFeatures('district', inputs)
const [redline] = layerFeatures('ecological-redline', inputs)

const world: ImportWorld = {
  layered: new Set(['ecological-redline', 'jinyunshan']),
  names: new Map(['ecological-redline', 'jinyunshan', 'general-ecological-space'].map((id) => [id, { zh: id, en: id }])),
  district: district!,
  published: inputs.shapes.published,
}
const options: ImportOptions = { zone: 'ecological-redline', certainty: 'A', sigmaM: 5, source: '渝府发〔2099〕1号', partial: false, acceptArea: false }

const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const area = (ring: number[][]) => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } })
const square = [[106.2, 29.5], [106.21, 29.5], [106.21, 29.51], [106.2, 29.51], [106.2, 29.5]]

function refusal(text: string, changed: Partial<ImportOptions> = {}): string {
  const result = importOfficial(text, { ...options, ...changed }, world)
  return result.ok ? `taken: ${result.said}` : result.why
}

function taken(text: string, changed: Partial<ImportOptions> = {}): Feature {
  const result = importOfficial(text, { ...options, ...changed }, world)
  if (!result.ok) throw new Error(result.why)
  return JSON.parse(result.text).features[0]
}

describe('an official outline', () => {
  it('is taken in with its own error, class A, and compared with the published area', () => {
    const result = importOfficial(collection(redline), options, world)
    expect(result).toMatchObject({ ok: true, said: 'ecological-redline: 127.440 km² against 127.44 km² published (0.00 %).' })
    expect(taken(collection(redline)).properties).toMatchObject({ zone: 'ecological-redline', certainty: 'A', sigmaM: 5, kind: 'outline', complete: true, sources: ['渝府发〔2099〕1号'] })
  })

  it('is wound, and touching parts become one area', () => {
    const east = square.map(([x = 0, y = 0]) => [x + 0.01, y])
    const { geometry } = taken(collection(area(square.toReversed()), area(east)), { zone: 'jinyunshan' })
    expect(geometry.type).toBe('Polygon')
    const both = areaM2([[square.map(([x = 0, y = 0]) => [x, y])], [east.map(([x = 0, y = 0]) => [x, y])]])
    expect(areaM2(ringsOf(geometry)) / both).toBeCloseTo(1, 6)
  })

  it('may be only part of its zone', () => {
    expect(taken(collection(area(square)), { zone: 'jinyunshan', partial: true }).properties).toMatchObject({ complete: false })
  })

  it('may be a bare geometry or one feature', () => {
    expect(taken(JSON.stringify(area(square)), { zone: 'jinyunshan' }).geometry.type).toBe('Polygon')
    expect(taken(JSON.stringify(area(square).geometry), { zone: 'jinyunshan' }).geometry.type).toBe('Polygon')
  })

  it('far from the published area is taken only on request', () => {
    expect(refusal(collection(area(square)))).toMatch(/within 5 % of the published one, found ecological-redline: 1\.\d+ km² against 127\.44/)
    expect(taken(collection(area(square)), { acceptArea: true }).id).toBe('ecological-redline')
  })
})

describe('the import refuses', () => {
  const other = { zone: 'jinyunshan' }
  it.each<[string, string, Partial<ImportOptions>, RegExp]>([
    ['an unknown zone', collection(area(square)), { zone: 'atlantis' }, /zone id of seeds\/zones\.json, found "atlantis"/],
    ['a zone without a layer', collection(area(square)), { zone: 'general-ecological-space' }, /Add it to the "zones" of a layer/],
    ['another class', collection(area(square)), { ...other, certainty: 'B' }, /--certainty A, found "B"/],
    ['no error', collection(area(square)), { ...other, sigmaM: Number.NaN }, /--sigma .* found NaN/],
    ['an error of 0', collection(area(square)), { ...other, sigmaM: 0 }, /above 0, found 0/],
    ['no source', collection(area(square)), { ...other, source: ' ' }, /--source/],
    ['no JSON', 'PK', other, /found no JSON/],
    ['invalid GeoJSON', '{"type":"Polygon"}', other, /valid GeoJSON, found/],
    ['nothing', collection(), other, /polygons, found no geometry/],
    ['points', collection({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [106.2, 29.5] } }), other, /polygons, found Point/],
    ['projected metres', collection(area(square.map(([x = 0, y = 0]) => [x * 3e5, y * 1e5]))), other, /The file looks projected/],
    ['a bow tie', collection(area([[106.2, 29.5], [106.21, 29.51], [106.21, 29.5], [106.2, 29.51], [106.2, 29.5]])), other, /do not cross themselves, found a crossing at 106/],
    ['another district', collection(area(square.map(([x = 0, y = 0]) => [x + 1, y]))), other, /to lie in the district.*GCJ-02/],
  ])('%s', (_, text, changed, why) => {
    expect(refusal(text, changed)).toMatch(why)
  })
})

describe('the words after import', () => {
  it('are read in any order', () => {
    expect(importOptions(['--zone', 'x', 'a.geojson', '--sigma', '5', '--certainty', 'A', '--source', 's', '--partial'])).toEqual({
      file: 'a.geojson',
      options: { zone: 'x', certainty: 'A', sigmaM: 5, source: 's', partial: true, acceptArea: false },
    })
  })
})
