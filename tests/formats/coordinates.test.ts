import { array, assert, constantFrom, double, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import sentences from '../../src/formats/coordinates.json'
import { readCoordinates } from '../../src/formats/coordinates'
import { fromPlane, toPlane } from '../../src/core/gauss-kruger'
import { fromBd09, fromGcj02, toBd09, toGcj02 } from '../../src/formats/map-datum'
import { fill } from '../../src/formats/say'
import type { Bounds } from '../../src/formats/survey-zones'

const near: Bounds = [105.9, 29.2, 106.5, 30]
const read = (text: string, box = near) => readCoordinates(text, { near: box })

function place(text: string): string {
  const found = read(text)
  return found.ok ? `${found.lonLat[0].toFixed(6)} ${found.lonLat[1].toFixed(6)} ${found.reading.code}` : `${found.code} ${JSON.stringify(found.params)}`
}

describe('degrees', () => {
  it.each([
    ['106.30,29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['106.30，29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['106.30、29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['106.30 29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['106.30\t29.75\n', '106.300000 29.750000 decimal-lon-lat'],
    ['(106.30; 29.75)', '106.300000 29.750000 decimal-lon-lat'],
    ['[106.3,29.75]', '106.300000 29.750000 decimal-lon-lat'],
    ['POINT(106.3 29.75)', '106.300000 29.750000 decimal-lon-lat'],
    ['１０６．３０，２９．７５', '106.300000 29.750000 decimal-lon-lat'],
    ['29.75,106.30', '106.300000 29.750000 decimal-lat-lon'],
    ['geo:29.75,106.30', '106.300000 29.750000 decimal-lat-lon'],
    ['29.75N 106.30E', '106.300000 29.750000 decimal-lat-lon'],
    ['北纬29.75 东经106.30', '106.300000 29.750000 decimal-lat-lon'],
    ['经度：106.30，纬度：29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['lat=29.75, lon=106.30', '106.300000 29.750000 decimal-lat-lon'],
    ['WGS84 106.30,29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['CGCS2000 106.30,29.75', '106.300000 29.750000 decimal-lon-lat'],
    ['106°14′30″E 29°30′15″N', '106.241667 29.504167 angle-lon-lat'],
    ["106°14'30\"E, 29°30'15\"N", '106.241667 29.504167 angle-lon-lat'],
    ["N29°30'15'' E106°14'30''", '106.241667 29.504167 angle-lat-lon'],
    ['106度14分30秒，29度30分15秒', '106.241667 29.504167 angle-lon-lat'],
    ['东经106度14分30秒北纬29度30分15秒', '106.241667 29.504167 angle-lon-lat'],
    ['N29 30.5 E106 14.5', '106.241667 29.508333 angle-lat-lon'],
    ['29 30 15 106 14 30', '106.241667 29.504167 angle-lat-lon'],
    ['106:14:30 29:30:15', '106.241667 29.504167 angle-lon-lat'],
    ['106:14.5,29:30.25', '106.241667 29.504167 angle-lon-lat'],
    ['106°14.5′ 29°30.25′', '106.241667 29.504167 angle-lon-lat'],
    ['106.3° 29.75°', '106.300000 29.750000 angle-lon-lat'],
    ['106°14′30.6″ 29°30′15.6″', '106.241833 29.504333 angle-lon-lat'],
  ])('%j', (text, expected) => expect(place(text)).toBe(expected))

  it('reads the southern and western halves', () => {
    expect(place('33°30′S 70°30′W')).toBe('-70.500000 -33.500000 angle-lat-lon')
    expect(place('-170.5 -33.5')).toBe('-170.500000 -33.500000 decimal-lon-lat')
  })

  it('takes the order that lies nearest when both are possible, and offers the other when it is near too', () => {
    expect(read('10,50', [5, 45, 15, 55])).toMatchObject({ ok: true, lonLat: [10, 50], alternatives: [] })
    expect(read('50,10', [5, 45, 15, 55])).toMatchObject({ ok: true, lonLat: [10, 50] })
    expect(read('48.5,49', [48, 48, 50, 50])).toMatchObject({ lonLat: [48.5, 49], alternatives: [{ lonLat: [49, 48.5] }] })
  })
})

describe('metres', () => {
  // Reference values: proj4 2.22, tmerc on GRS 80.
  it.each([
    ['X=3293108.792 Y=35625750.882', '106.300000 29.750000 plane-prefix'],
    ['35625750.882,3293108.792', '106.300000 29.750000 plane-prefix'],
    ['3293108.792 18625750.882', '106.300000 29.750000 plane-prefix'],
    ['3293611.630, 36335551.417', '106.300000 29.750000 plane-prefix'],
    ['3293108.792,625750.882', '106.300000 29.750000 plane'],
    ['625750.882 3293108.792', '106.300000 29.750000 plane'],
    ['3293611.630 335551.417', '106.300000 29.750000 plane'],
    ['EPSG:4523 35625750.882 3293108.792', '106.300000 29.750000 plane-prefix'],
    ['EPSG:4544 3293108.792,625750.882', '106.300000 29.750000 plane'],
    ['EPSG:4545 3293611.630 335551.417', '106.300000 29.750000 plane'],
    ['36带 3293611.630 335551.417', '106.300000 29.750000 plane'],
    ['纵坐标3293108.792 横坐标35625750.882', '106.300000 29.750000 plane-prefix'],
  ])('%j', (text, expected) => expect(place(text)).toBe(expected))

  it('agrees with proj4 to a tenth of a millimetre', () => {
    const { northingM, eastingM } = toPlane([107.9, 31.2], 105)
    expect([eastingM, northingM].map((m) => m.toFixed(4))).toEqual(['776437.7217', '3456774.5445'])
    expect(toPlane([75.5, 39.4], 75)).toMatchObject({ eastingM: expect.closeTo(543068.37932, 4), northingM: expect.closeTo(4363030.98625, 4) })
  })

  it('comes back to where it started', () => {
    const lonLat = tuple(double({ min: -3.5, max: 3.5, noNaN: true }), double({ min: -60, max: 60, noNaN: true }), integer({ min: 25, max: 45 }))
    assert(
      property(lonLat, ([dLon, lat, zone]) => {
        const [lon, back] = fromPlane(toPlane([3 * zone + dLon, lat], 3 * zone), 3 * zone)
        expect(Math.hypot(lon - 3 * zone - dLon, back - lat)).toBeLessThan(1e-10)
      }),
    )
  })
})

describe('web maps', () => {
  it('converts only what is declared', () => {
    expect(place('106.30383613631577,29.74737440641296 GCJ-02')).toBe('106.300000 29.750000 gcj02-lon-lat')
    expect(place('高德坐标：29.74737440641296,106.30383613631577')).toBe('106.300000 29.750000 gcj02-lat-lon')
    expect(place('百度 106.31026516764112 29.753582449499127')).toMatch(/^106\.3000\d\d 29\.7500\d\d bd09-lon-lat$/)
    expect(place('106.30383613631577,29.74737440641296')).toBe('106.303836 29.747374 decimal-lon-lat')
  })

  it('obeys what the caller declares', () => {
    expect(readCoordinates('106.30383613631577,29.74737440641296', { near, datum: 'gcj02' })).toMatchObject({ lonLat: [106.3, 29.75] })
  })

  it('agrees with gcoord 1.0.7', () => {
    expect(toGcj02([106.3, 29.75])).toEqual([expect.closeTo(106.30383613631577, 12), expect.closeTo(29.74737440641296, 12)])
    expect(toBd09([106.3, 29.75])).toEqual([expect.closeTo(106.31026516764112, 12), expect.closeTo(29.753582449499127, 12)])
    expect(toGcj02([134.2, 48.1])).toEqual([expect.closeTo(134.20766888600463, 12), expect.closeTo(48.10247556947779, 12)])
  })

  it('comes back to where it started', () => {
    assert(
      property(double({ min: 75, max: 134, noNaN: true }), double({ min: 19, max: 52, noNaN: true }), (lon, lat) => {
        for (const [x, y] of [fromGcj02(toGcj02([lon, lat])), fromBd09(toBd09([lon, lat]))]) expect(Math.hypot(x - lon, y - lat)).toBeLessThan(1e-8)
      }),
    )
  })
})

describe('what cannot be read', () => {
  it.each([
    ['', 'empty {}'],
    ['璧城街道', 'unreadable {"found":"璧城街道"}'],
    ['106.3', 'count {"count":1}'],
    ['106.3,29.75,300', 'count {"count":3}'],
    ["29º30'15''", 'count {"count":3}'],
    ['1 2 3', 'count {"count":3}'],
    ['106°74′30″E 29°30′15″N', 'sixty {"value":74}'],
    ['106.5°14′ 29°30′', 'fraction {"found":"106.5 14"}'],
    ['29.75N 30.1N', 'same-axis {"letter":"N"}'],
    ['206.3,129.75', 'degrees-range {"first":206.3,"second":129.75}'],
    ['106.3E 95N', 'degrees-range {"first":106.3,"second":95}'],
    ['106.3,3293108', 'mixed {"first":106.3,"second":3293108}'],
    ['3293108,3293109', 'plane-range {"first":3293108,"second":3293109}'],
    ['3293108,24625750', 'zone-unknown {"found":24}'],
    ['EPSG:4524 3293108,35625750', 'zone-contradicts {"declared":4524,"found":35}'],
    ['EPSG:32648 3293108,625750', 'epsg-unknown {"found":32648}'],
    ['西安80 3293108,35625750', 'datum {"name":"西安80"}'],
    ['GCJ02 3293108,35625750', 'shifted-plane {"datum":"gcj02"}'],
    [`106.3,${'9'.repeat(300)}`, 'too-long {"length":306,"longest":200}'],
  ])('%j', (text, expected) => expect(place(text)).toBe(expected))

  it('never throws, and has a sentence for every outcome', () => {
    const words = constantFrom('106', '29.75', '°', '′', '″', 'E', 'N', ',', ' ', '-', 'x', '35625750', '3293108', '带', 'GCJ02', '度', '.', ':', '\u0000')
    assert(
      property(array(words, { maxLength: 12 }), (list) => {
        const found = read(list.join(''))
        const { code, params } = found.ok ? found.reading : found
        const sentence = Object.entries(sentences).find(([key]) => key === code)?.[1]
        if (sentence === undefined) throw new Error(`no sentence for ${code}`)
        expect(fill(sentence, params, 'en') + fill(sentence, params, 'zh')).not.toContain('undefined')
      }),
      { numRuns: 300 },
    )
  })

  it('reads back what it could have written', () => {
    const lon = double({ min: 105.9, max: 106.5, noNaN: true })
    const lat = double({ min: 29.2, max: 30, noNaN: true })
    assert(
      property(lon, lat, (x, y) => {
        const plane = toPlane([x, y], 105)
        const texts = [`${y},${x}`, `${dms(x)}E${dms(y)}N`, `${plane.northingM.toFixed(4)} ${(35e6 + plane.eastingM).toFixed(4)}`, `${plane.eastingM.toFixed(4)},${plane.northingM.toFixed(4)}`]
        for (const text of texts) {
          const found = read(text)
          if (!found.ok) throw new Error(`${text}: ${found.code}`)
          expect(Math.hypot(found.lonLat[0] - x, found.lonLat[1] - y)).toBeLessThan(1e-8)
        }
      }),
    )
  })
})

function dms(degrees: number): string {
  const minutes = (degrees % 1) * 60
  return `${Math.floor(degrees)}°${Math.floor(minutes)}′${((minutes % 1) * 60).toFixed(6).replace(/^60.0+$/, '59.999999')}″`
}
