import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ParcelGeometry } from '../../src/core/model'
import { toPlane } from '../../src/core/gauss-kruger'
import { toBd09, toGcj02 } from '../../src/formats/map-datum'
import { parcelSentence, readParcelFiles, readParcelText, type ParcelOptions, type ParcelsRead } from '../../src/formats/parcels'
import type { Bounds } from '../../src/formats/survey-zones'

const near: Bounds = [105.9, 29.2, 106.5, 30]
const parseXml = (text: string) => new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml') as unknown as Document
const options: ParcelOptions = { near, parseXml }

const fixture = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(import.meta.dirname, '../cases/parcels', name))) })
const file = (name: string, text: string) => readParcelFiles([{ name, bytes: strToU8(text) }], options)
const text = (pasted: string) => readParcelText(pasted, options)

const reference = [
  [[[[106.22, 29.59], [106.224, 29.59], [106.224, 29.593], [106.22, 29.593]], [[106.221, 29.591], [106.221, 29.592], [106.222, 29.592], [106.222, 29.591]]]],
  [[[[106.23, 29.59], [106.232, 29.59], [106.232, 29.592]]], [[[106.234, 29.59], [106.236, 29.59], [106.236, 29.592]]]],
]
const [[[outer, hole]]] = reference as [[[[number, number][], [number, number][]]]]

/** Parts as sets of vertices, comparable whatever the first vertex is, at 1e-7 degrees (1 cm). */
function setsOf(geometry: ParcelGeometry): string[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return parts.map((part) => part.map((ring) => ring.slice(0, -1).map(([x, y]) => `${x!.toFixed(7)} ${y!.toFixed(7)}`).sort().join()).join(' / ')).sort()
}
const wanted = (parts: number[][][][]) => setsOf({ type: 'MultiPolygon', coordinates: parts.map((part) => part.map((ring) => [...ring, ring[0]!])) })

const expectReference = (read: ParcelsRead, names?: string[]) => {
  expect(read.problems).toEqual([])
  expect(read.parcels.map(({ parcel }) => setsOf(parcel.geometry))).toEqual(reference.map(wanted))
  if (names) expect(read.parcels.map(({ parcel }) => parcel.name)).toEqual(names)
}

/** What was read, in a line of English for each parcel. */
const say = (read: ParcelsRead) => [
  ...read.parcels.map(({ reading, notes }) => [reading, ...notes].map((said) => parcelSentence(said, 'en')).join(' | ')),
  ...read.problems.map((said) => `! ${parcelSentence(said, 'en')}`),
]

const named = ['甲地块', '乙地块']

describe('files written by GDAL', () => {
  it.each([
    ['reference.geojson', named],
    ['zone35.zip', named],
    ['noprj.zip', named],
    ['wgs84.zip', named],
    ['ref.kml', named],
    ['ref.kmz', named],
    ['zone35-wkt.csv', undefined],
  ])('%s', async (name, names) => expectReference(await readParcelFiles([fixture(name)], options), names))

  it('reads closed polylines of a drawing, inner ones as holes', async () => {
    const read = await readParcelFiles([fixture('zone35-dxf.zip')], options)
    expect(read.problems).toEqual([])
    expect(read.parcels.flatMap(({ parcel }) => setsOf(parcel.geometry)).sort()).toEqual(reference.flatMap(wanted).sort())
    expect(say(read)[0]).toMatch(/zone 35.*taken as holes/)
  })

  it('reads several files at once and tells which failed', async () => {
    const read = await readParcelFiles([fixture('ref.kml'), { name: 'plan.dwg', bytes: strToU8('AC1032') }, fixture('zone35.zip')], options)
    expect(read.parcels).toHaveLength(4)
    expect(say(read).at(-1)).toBe('! plan.dwg: DWG is a closed format and cannot be read. Save the drawing as DXF (ASCII).')
  })

  it('says how it read', async () => {
    expect(say(await readParcelFiles([fixture('zone35.zip')], options))[0]).toBe('read as CGCS2000 metres without zone prefix, central meridian 105°')
    expect(say(await readParcelFiles([fixture('noprj.zip')], options))[0]).toContain('There is no .prj file')
  })
})

const metres = (width: 3 | 6, prefix: boolean) => (lonLat: [number, number]): [string, string] => {
  const { northingM, eastingM } = toPlane(lonLat, 105)
  return [northingM.toFixed(4), ((prefix ? (width === 3 ? 35e6 : 18e6) : 0) + eastingM).toFixed(4)]
}
const dms = (value: number): string => {
  const seconds = Math.round(value * 3600e4) / 1e4
  return `${Math.floor(seconds / 3600)}°${Math.floor((seconds % 3600) / 60)}′${(seconds % 60).toFixed(4)}″`
}

describe('pasted lists', () => {
  const decimal = outer.map(([lon, lat]) => `${lon},${lat}`)
  const plane = outer.map((lonLat, i) => [`J${i + 1}`, ...metres(3, true)(lonLat)])
  it.each<[string, string]>([
    ['lines', decimal.join('\n')],
    ['closed lines', [...decimal, decimal[0]].join('\r\n')],
    ['semicolons', decimal.join(';')],
    ['full-width', decimal.join('；').replaceAll(',', '，')],
    ['blanks', decimal.join(' ')],
    ['one row', outer.flat().join(' ')],
    ['latitude first', outer.map(([lon, lat]) => `${lat} ${lon}`).join('\n')],
    ['brackets', outer.map((pair) => `(${pair.join(', ')})`).join(', ')],
    ['json', JSON.stringify(outer)],
    ['json rings', JSON.stringify([outer])],
    ['json parts', JSON.stringify([[outer]])],
    ['numbered', outer.map(([lon, lat], i) => `${i + 1} ${lon} ${lat}`).join('\n')],
    ['numbered with dots', outer.map(([lon, lat], i) => `${i + 1}. ${lon}, ${lat}`).join('\n')],
    ['with heights', outer.map(([lon, lat]) => `${lon},${lat},312.5`).join('\n')],
    ['degrees', outer.map(([lon, lat]) => `${dms(lon)} ${dms(lat)}`).join('\n')],
    ['words', outer.map(([lon, lat]) => `东经${dms(lon)}，北纬${dms(lat)}`).join('\n')],
    ['letters', outer.map(([lon, lat]) => `N${lat} E${lon}`).join('\n')],
    ['boundary points', plane.map((row) => row.join(' ')).join('\n')],
    ['boundary points with rings', plane.map(([j, x, y]) => [j, 1, x, y].join(',')).join('\n')],
    ['east first', plane.map(([j, x, y]) => [j, y, x].join('\t')).join('\n')],
    ['three degrees without prefix', `3度带 第35带\n${outer.map((pair) => metres(3, false)(pair).join(' ')).join('\n')}`],
    ['undeclared', outer.map((pair) => metres(3, false)(pair).join(', ')).join('\n')],
    ['six degrees', outer.map((pair) => metres(6, true)(pair).join(', ')).join('\n')],
    ['axes', plane.map(([, x, y]) => `X=${x} Y=${y}`).join('\n')],
    ['wkt', `POLYGON((${[...outer, outer[0]!].map((pair) => pair.join(' ')).join(', ')}))`],
    ['ewkt', `SRID=4490;POLYGON Z((${[...outer, outer[0]!].map((pair) => `${pair.join(' ')} 300`).join(', ')}))`],
    ['declared gcj-02', `高德坐标\n${outer.map((pair) => toGcj02(pair).join(',')).join('\n')}`],
    ['declared bd-09', `百度\n${outer.map((pair) => toBd09(pair).join(',')).join('\n')}`],
  ])('%s', async (_, pasted) => {
    const read = await text(pasted)
    expect(say(read).filter((line) => line.startsWith('!'))).toEqual([])
    expect(read.parcels.map(({ parcel }) => setsOf(parcel.geometry))).toEqual([wanted([[outer]])])
    expect(read.parcels[0]!.parcel.name).toBe('地块 1')
  })

  it('offers the line and the datums of web maps', async () => {
    const { parcels } = await text(decimal.join('\n'))
    expect(parcels[0]!.alternatives.map(({ reading }) => parcelSentence(reading, 'en'))).toEqual([
      'as a line (pipeline, road), read as longitude, latitude',
      'read as GCJ-02 longitude, latitude and converted to CGCS2000 (to about 1 m)',
      'read as BD-09 longitude, latitude and converted to CGCS2000 (to about 1 m)',
    ])
    expect(parcels[0]!.alternatives.map(({ parcel }) => parcel.geometry.type)).toEqual(['LineString', 'Polygon', 'Polygon'])
  })

  it('offers the other order and other zones where they are near', async () => {
    const other = await readParcelText('48.5,49\n48.6,49\n48.6,49.1', { near: [48, 48, 50, 50] })
    expect(other.parcels[0]!.alternatives.map(({ reading }) => parcelSentence(reading, 'en'))).toContain('read as latitude, longitude')
    const zones = await readParcelText('3275286 305586\n3275286 305900\n3275600 305900', { near: [104, 29, 106.5, 30] })
    expect(zones.parcels[0]!.alternatives.map(({ reading }) => parcelSentence(reading, 'en')).join()).toMatch(/central meridian 10[58]/)
  })

  it('reads lines where they are called so or have two vertices', async () => {
    expect((await text(`管线\n${decimal.join('\n')}`)).parcels[0]!.parcel.geometry.type).toBe('LineString')
    expect((await text('LINESTRING(106.2 29.5, 106.3 29.6)')).parcels[0]!.parcel.geometry.type).toBe('LineString')
    expect(say(await text('106.2,29.5\n106.3,29.6'))).toEqual(['as a line (pipeline, road), read as longitude, latitude'])
    expect((await text(`用地红线\n${decimal.join('\n')}`)).parcels[0]!.parcel.geometry.type).toBe('Polygon')
  })

  it('names several outlines by their headings', async () => {
    const { parcels, problems } = await text(`东区\n${decimal.join('\n')}\n\n西区\n${hole.map((pair) => pair.join(',')).join('\n')}`)
    expect(problems).toEqual([])
    expect(parcels.map(({ parcel }) => parcel.name)).toEqual(['东区', '西区'])
  })
})

describe('tables', () => {
  const rows = outer.map(([lon, lat], i) => [i + 1, lon, lat])
  const plane = outer.map((pair, i) => [i + 1, ...metres(3, true)(pair)])
  it.each<[string, string]>([
    ['longitude', `序号,经度,纬度\n${rows.join('\n')}`],
    ['lon lat', `id,lon,lat\n${rows.join('\n')}`],
    ['latitude first', `纬度,经度\n${outer.map(([lon, lat]) => `${lat},${lon}`).join('\n')}`],
    ['x y', `点号,X,Y\n${plane.join('\n')}`],
    ['east north', `点号,东坐标(m),北坐标(m)\n${plane.map(([i, x, y]) => [i, y, x]).join('\n')}`],
    ['semicolons', `no;x;y\n${plane.map((row) => row.join(';')).join('\n')}`],
    ['degrees', `经度,纬度\n${outer.map((pair) => pair.map(dms).join(',')).join('\n')}`],
    ['no header', rows.join('\n')],
  ])('%s', async (_, table) => {
    const read = await file('点.csv', table)
    expect(say(read).filter((line) => line.startsWith('!'))).toEqual([])
    expect(read.parcels.map(({ parcel }) => setsOf(parcel.geometry))).toEqual([wanted([[outer]])])
  })

  it('groups by parcel and ring and reads GBK', async () => {
    const body = [outer.map((pair) => `A,1,${pair}`), hole.map((pair) => `A,2,${pair}`), hole.map((pair) => `B,1,${pair}`)].flat().join('\n')
    const gbk = new Uint8Array([0xb5, 0xd8, 0xbf, 0xe9, 0x2c, 0xc8, 0xa6, 0xba, 0xc5, 0x2c, 0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8, 0x0a, ...strToU8(body)])
    const { parcels } = await readParcelFiles([{ name: 'a.csv', bytes: gbk }], options)
    expect(parcels.map(({ parcel }) => [parcel.name, parcel.geometry.coordinates.length])).toEqual([['A', 2], ['B', 1]])
  })
})

const boundaryFile = (about: string, body: string) => `[属性描述]\n格式版本号=1.01版本\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n${about}\n精度=0.001\n[地块坐标]\n${body}`
const points = (ring: [number, number][], number: number, prefix = true) => [...ring, ring[0]!].map((pair, i) => `J${(i % ring.length) + 1},${number},${metres(3, prefix)(pair)}`).join('\n')

describe('boundary points', () => {
  const body = `10,11.7867,DK1,甲地块,面,,工业,0601,@\n${points(outer, 1)}\n${points(hole, 2)}\n5,1.074,DK2,,面,,,,@\n${points(hole, 1)}`

  it('reads parcels and rings with a prefix', async () => {
    const { parcels, problems } = await file('a.txt', boundaryFile('带号=35', body))
    expect(problems).toEqual([])
    expect(parcels.map(({ parcel }) => [parcel.name, setsOf(parcel.geometry)])).toEqual([['甲地块', wanted([[outer, hole]])], ['DK2', wanted([[hole]])]])
    expect(parcels[0]!.alternatives).toEqual([])
  })

  it('reads them without prefix, with the zone of the header', async () => {
    const read = await file('a.txt', boundaryFile('带号=35', `5,0,DK1,甲,面,,,,@\n${points(outer, 1, false)}`))
    expect(setsOf(read.parcels[0]!.parcel.geometry)).toEqual(wanted([[outer]]))
  })

  it('compares the stated area and count', async () => {
    const { parcels } = await file('a.txt', boundaryFile('带号=35', `9,12.7,DK1,甲,面,,,,@\n${points(outer, 1)}`))
    expect(parcels[0]!.notes.map((said) => parcelSentence(said, 'en'))).toEqual([
      'The file states 9 boundary points and has 5. Check for missing lines.',
      expect.stringMatching(/^The file states an area of 12\.7; the coordinates give 1289\d\d\.\d m² \(12\.89\d\d ha\), more than/),
    ])
    expect((await file('a.txt', boundaryFile('带号=35', `5,12.89,DK1,甲,线,,,,@\n${points(outer, 1)}`))).parcels[0]!.parcel.geometry.type).toBe('LineString')
  })
})
