import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractCsv } from '../../src/extract/csv'
import { extractGeoJson } from '../../src/extract/pieces'
import { has } from './programs'
import { extractIn, parcelAsked, road, site, surveyedWorld } from './world'

const world = surveyedWorld()

describe('extractGeoJson', () => {
  it('has the parcel and one flat feature for each zone it lies in', () => {
    const extract = extractIn(world)
    const { features } = extractGeoJson(extract, world.overlay)
    expect(features.map(({ properties }) => properties?.['zone'] ?? properties?.['role'])).toEqual(['parcel', 'district', 'red'])
    const red = extract.findings.find(({ zone }) => zone === 'red')
    expect(features.at(-1)?.properties).toEqual({
      role: 'piece',
      zone: 'red',
      name: 'red',
      nameEn: 'red',
      is: red?.is,
      areaM2Min: red?.overlap?.areaM2?.min,
      areaM2Drawn: red?.overlap?.areaM2?.drawn,
      areaM2Max: red?.overlap?.areaM2?.max,
      shareMin: red?.overlap?.share.min,
      share: red?.overlap?.share.drawn,
      shareMax: red?.overlap?.share.max,
      certainty: 'C',
      sigmaM: 200,
    })
    expect(features[0]).toMatchObject({ geometry: site.geometry, properties: { role: 'parcel', name: 'site', data: '000000000000' } })
  })

  it('has lines for a line, areas for its corridor', () => {
    const { corridorM: _, ...line } = road
    const typesOf = (parcel: typeof line) => extractGeoJson(extractIn(world, parcelAsked(parcel)), world.overlay).features.map(({ geometry }) => geometry.type)
    expect(typesOf(line)).toEqual(['LineString', 'MultiLineString', 'MultiLineString'])
    expect(typesOf(road)).toEqual(['LineString', 'MultiPolygon', 'MultiPolygon'])
  })

  it('has the point alone for a point, nothing for zones', () => {
    expect(extractGeoJson(extractIn(world, { kind: 'point', lonLat: [106.12, 29.12] }), world.overlay).features).toHaveLength(1)
    expect(extractGeoJson(extractIn(world, { kind: 'zones', zones: ['red'] }), world.overlay).features).toEqual([])
  })
})

describe.runIf(has('ogrinfo'))('GDAL', { timeout: 30_000 }, () => {
  const opened = (name: string, text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'gdal-'))
    writeFileSync(join(folder, name), text)
    const told = execFileSync('ogrinfo', ['-al', '-oo', 'AUTODETECT_TYPE=YES', join(folder, name)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    rmSync(folder, { recursive: true })
    return told
  }

  it('opens the pieces with their figures', () => {
    const extract = extractIn(world)
    const told = opened('pieces.geojson', JSON.stringify(extractGeoJson(extract, world.overlay)))
    const drawn = extract.findings.find(({ zone }) => zone === 'red')?.overlap?.areaM2?.drawn
    expect(told).toContain('Feature Count: 3')
    expect(told).toContain(`areaM2Drawn (Real) = ${drawn}`)
  })

  it('opens the table, Chinese heads and figures', () => {
    const extract = extractIn(world)
    const told = opened('table.csv', extractCsv(extract, 'zh'))
    expect(told).toMatch(/面积图示_m2 \(Real\) = \d+\.\d/)
    expect(told.match(/记录 \(String\) = 分区/g)).toHaveLength(extract.findings.length)
  })
})
