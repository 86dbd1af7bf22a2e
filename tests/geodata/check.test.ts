import { join } from 'node:path'
import type { FeatureCollection, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { checkGeodata, readChecked, staleLayers, type Checked } from '../../geodata/check'
import { firstCrossing } from '../../geodata/checks/crossings'
import { problemLine } from '../../geodata/checks/problem'
import type { Ring } from '../../geodata/geometry'

const whole = readChecked(join(import.meta.dirname, '../..'))

/** One layer and the district it is judged against. */
function only(file: string): Checked {
  const layers = whole.layers.filter((layer) => layer.id === 'district' || layer.file === file)
  const zones = layers.flatMap((layer) => layer.zones)
  return { ...whole, layers, shapes: { ...whole.shapes, published: whole.shapes.published.filter(({ zone }) => zones.includes(zone)) } }
}

/** One layer with its file changed. */
function broken(file: string, change: (data: FeatureCollection) => void): Checked {
  const data: FeatureCollection = JSON.parse(whole.files.get(file) ?? '')
  change(data)
  return { ...only(file), files: new Map([...whole.files, [file, JSON.stringify(data)]]) }
}

const problemsOf = (checked: Checked) => checkGeodata(checked).problems.map(problemLine)

/** The outer ring of a Polygon feature. */
function ringOf(data: FeatureCollection, index = 0): Position[] {
  const geometry = data.features[index]!.geometry
  if (geometry.type === 'Polygon') return geometry.coordinates[0]!
  if (geometry.type === 'MultiPolygon') return geometry.coordinates[0]![0]!
  throw new Error(`Expected an area, found ${geometry.type}.`)
}

describe('the committed layers', () => {
  const { problems, areas } = checkGeodata(whole)

  it('have no problem', () => {
    expect(problems.map(problemLine)).toEqual([])
  })

  it('are what the recipes build', () => {
    expect(staleLayers(whole.built, whole.files)).toEqual([])
  })

  it('have the published areas on the ellipsoid', () => {
    const built = Object.fromEntries(areas.map(({ what, builtKm2 }) => [what, builtKm2]))
    expect(built['ecological-redline']).toBeCloseTo(127.44, 1)
    expect(Math.abs(built['ecological-redline']! - 127.44)).toBeLessThan(0.05)
    expect(built['qinglonghu-priority-control-area']).toBeCloseTo(52.36, 2)
    expect(built['no-burn-zone']).toBeCloseTo(39.16, 1)
    expect(built['district']).toBeCloseTo(914.2, 1)
  })
})

describe('the check finds', () => {
  it('a missing file', () => {
    const files = new Map(whole.files)
    files.delete('belts.geojson')
    expect(problemsOf({ ...only('belts.geojson'), files })).toContain('belts.geojson · (file) · expected the file layers.json names · found none')
  })

  it('text that is no JSON', () => {
    expect(problemsOf({ ...only('belts.geojson'), files: new Map([...whole.files, ['belts.geojson', '{']]) })[0]).toMatch(/^belts\.geojson · \(file\) · expected JSON · found SyntaxError/)
  })

  it('invalid GeoJSON', () => {
    const found = problemsOf(broken('district.geojson', (data) => ringOf(data).pop()))
    expect(found[0]).toMatch(/^district\.geojson · \(file\) · expected valid GeoJSON/)
  })

  it('a longitude of 500', () => {
    const found = problemsOf(broken('ecological-redline.geojson', (data) => { ringOf(data)[3]![0] = 500 }))
    expect(found[0]).toMatch(/ecological-redline · expected longitude within ±180 .* found \[500,/)
  })

  it('a coordinate that is not a number', () => {
    const found = problemsOf(broken('ecological-redline.geojson', (data) => { ringOf(data)[3]![0] = Number.NaN }))
    expect(found[0]).toMatch(/^ecological-redline\.geojson/)
  })

  it('more than 5 decimals', () => {
    const found = problemsOf(broken('water-control.geojson', (data) => { ringOf(data)[3]![0]! += 0.000001 }))
    expect(found[0]).toMatch(/at most 5 decimals/)
  })

  it('a ring wound the wrong way', () => {
    const found = problemsOf(broken('ecological-redline.geojson', (data) => { ringOf(data).splice(0, Infinity, ...ringOf(data).toReversed()) }))
    expect(found[0]).toBe('ecological-redline.geojson · ecological-redline · expected outer ring of part 1 counterclockwise (RFC 7946) · found clockwise')
  })

  it('a ring that crosses itself', () => {
    const found = problemsOf(broken('atmosphere.geojson', (data) => {
      const ring = ringOf(data, 1)
      const [a, b] = [ring[10]!, ring[12]!]
      ring[10] = b
      ring[12] = a
    }))
    expect(found.some((line) => /qinglonghu-priority-control-area · expected rings that do not cross/.test(line))).toBe(true)
  })

  it('a corner outside the district', () => {
    const found = problemsOf(broken('development.geojson', (data) => { ringOf(data, 0)[4]![0]! += 0.3 }))
    expect(found.some((line) => /urban-area · expected to lie in the district, or at most 2 m outside · found \d+ m outside/.test(line))).toBe(true)
  })

  it('an edge that cuts across a notch of the district, all corners inside', () => {
    const found = problemsOf(broken('atmosphere.geojson', (data) => {
      const feature = data.features[0]!
      const ring = ringOf(data)
      feature.geometry = { type: 'Polygon', coordinates: [ring.filter((_, i) => i % 3 === 0 || i === ring.length - 1)] }
    }))
    expect(found.some((line) => /weak-dispersion-area · expected no part wider than 2 m outside/.test(line))).toBe(true)
  })

  it('a gap of a metre between two basins', () => {
    const found = problemsOf(broken('water-control.geojson', (data) => {
      const corner = ringOf(data).find(([x = 0, y = 0]) => x > 106.14 && x < 106.2 && y > 29.45 && y < 29.6)!
      corner[0] = Math.round((corner[0]! + 0.00001) * 1e5) / 1e5
    }))
    expect(found.some((line) => line.startsWith('water-control.geojson · (all) · expected every edge shared with a neighbour'))).toBe(true)
    expect(found.some((line) => line.includes('add up to the district within 1 m²'))).toBe(true)
  })

  it('a missing basin', () => {
    const found = problemsOf(broken('water-control.geojson', (data) => data.features.pop()))
    expect(found.some((line) => line.includes('no shape of meijiang-river-basin'))).toBe(true)
  })

  it('an area that is not the published one', () => {
    const found = problemsOf(broken('ecological-redline.geojson', (data) => {
      const { geometry } = data.features[0]!
      if (geometry.type === 'MultiPolygon') geometry.coordinates.pop()
    }))
    expect(found.some((line) => /^shapes\.json · ecological-redline · expected 127\.44 ± 0\.05 km² as published · found 1[12]\d\.\d{3} km²$/.test(line))).toBe(true)
  })

  it('an unknown zone', () => {
    const known = new Set(whole.known)
    known.delete('no-burn-zone')
    expect(problemsOf({ ...only('atmosphere.geojson'), known })).toEqual(['layers.json · atmosphere · expected zone ids of seeds/zones.json · found no-burn-zone'])
  })

  it('a zone the manifest does not name', () => {
    const found = problemsOf(broken('seats.geojson', (data) => { data.features[0]!.properties!['zone'] = 'district' }))
    expect(found[0]).toMatch(/no shape of subdistrict-bicheng; district, which layers\.json does not name/)
  })

  it('a zone in two layers, and an empty sentence', () => {
    const layers = only('seats.geojson').layers.map((layer) => (layer.id === 'seats' ? { ...layer, zones: [...layer.zones, 'district'], about: { zh: '', en: 'x' } } : layer))
    const found = problemsOf({ ...only('seats.geojson'), layers })
    expect(found.some((line) => line.includes('district, also in "district"'))).toBe(true)
    expect(found.some((line) => line.includes('name and about in Chinese and English'))).toBe(true)
  })

  it.each([
    ['kind', 'circle', /kind: outline, envelope, axis or mark · found "circle"/],
    ['sigmaM', 0, /an error above 0 m for an outline/],
    ['name', { zh: '红线' }, /name: a name in both languages/],
    ['sources', [], /at least one source/],
    ['drawn', true, /drawn: false, or absent/],
  ])('a wrong %s', (key, value, line) => {
    const found = problemsOf(broken('ecological-redline.geojson', (data) => { data.features[0]!.properties![key] = value }))
    expect(found.some((one) => line.test(one))).toBe(true)
  })

  it('two features with one id', () => {
    const found = problemsOf(broken('seats.geojson', (data) => { data.features[1]!.id = data.features[0]!.id! }))
    expect(found).toContain('seats.geojson · subdistrict-bicheng · expected an id of its own · found the id of another feature')
  })

  it('a layer the recipes do not build', () => {
    const files = new Map([...whole.files, ['seats.geojson', '{}']])
    expect(staleLayers(whole.built, files).map(({ file }) => file)).toEqual(['seats.geojson'])
  })
})

describe('rings that cross or touch', () => {
  const square: Ring = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
  const crosses = (...rings: Ring[]) => firstCrossing(rings) !== undefined

  it('a simple ring does not', () => expect(crosses(square)).toBe(false))
  it('a bow tie does', () => expect(crosses([[0, 0], [4, 4], [4, 0], [0, 4], [0, 0]])).toBe(true))
  it('a ring that touches itself in a corner does', () => expect(crosses([[0, 0], [4, 0], [2, 2], [4, 4], [0, 4], [2, 2], [0, 0]])).toBe(true))
  it('a spike does', () => expect(crosses([[0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4], [0, 0]])).toBe(true))
  it('a hole that crosses the outer ring does', () => expect(crosses(square, [[3, 1], [3, 3], [5, 3], [5, 1], [3, 1]])).toBe(true))
  it('two parts that share a corner do not', () => expect(crosses(square, [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]])).toBe(false))
})
