/** Many places read from one file: columns and system recognised and told, every row kept in its order. */
import { array, assert, asyncProperty, constantFrom, oneof, stringMatching, tuple } from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { farNote, placeBatch, readBatch, readingText } from '../../src/formats/batch'
import { BatchError, batchText } from '../../src/formats/batch-raw'
import { ParcelError } from '../../src/formats/parcel-raw'

const near = [105.9, 29.2, 106.5, 29.95] as const

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function read(text: string | Uint8Array, name = 'rows.csv') {
  const batch = await readBatch({ name, bytes: typeof text === 'string' ? bytesOf(text) : text }, { near })
  const [way] = batch.ways
  const { lonLats, parcels, problems } = placeBatch(batch.raw, way)
  const rows = Array.from({ length: batch.raw.count }, (_, i) => {
    const problem = problems.get(i)
    return problem ? problem.code : [lonLats[2 * i] ?? Number.NaN, lonLats[2 * i + 1] ?? Number.NaN].map((value) => Number(value.toFixed(4)))
  })
  return { ...batch, rows, parcels, reading: way === undefined ? null : readingText(batch.raw, way).en, others: batch.ways.slice(1).map(({ how }) => how.en) }
}

async function problemOf(text: string, name?: string): Promise<string> {
  try {
    await read(text, name)
    return 'none'
  } catch (error) {
    if (error instanceof BatchError || error instanceof ParcelError) return batchText(error.said).en
    throw error
  }
}

const HERE = [106.2, 29.5]

describe('columns', () => {
  it.each([
    ['id,name,lon,lat\n1,a,106.2,29.5', 'Coordinate columns: lon, lat; read as longitude, latitude'],
    ['lng;latitude\n106.2;29.5', 'Coordinate columns: lng, latitude; read as longitude, latitude'],
    ['中心经度\t中心纬度\n106.2\t29.5', 'Coordinate columns: 中心经度, 中心纬度; read as longitude, latitude'],
    ['纬度,经度\n29.5,106.2', 'Coordinate columns: 经度, 纬度; read as longitude, latitude'],
    ['POINT_X|POINT_Y\n106.2|29.5', 'Coordinate columns: POINT_X, POINT_Y; read as longitude, latitude'],
    ['甲,乙,丙\n7,106.2,29.5\n8,106.2,29.5', 'Coordinate columns: 乙, 丙; read as longitude, latitude'],
    ['7,106.2,29.5\n8,106.2,29.5', 'Coordinate columns: column 2, column 3; read as longitude, latitude'],
    ['名称,位置\nA,"106.2,29.5"', 'Coordinate column: 位置; read as longitude, latitude'],
    ['id,wkt\n1,POINT(106.2 29.5)', 'Coordinate column: wkt; read as longitude, latitude'],
    ['点,经度,纬度\nA,106°12′0″,29°30′0″', 'Coordinate columns: 经度, 纬度; read as degrees, minutes, seconds: longitude, latitude'],
    ['sep=;\nlon;lat\n106,2;29,5', 'Coordinate columns: lon, lat; read as longitude, latitude'],
    ['lon,lat\n29.5,106.2', 'Coordinate columns: lon, lat; read as latitude, longitude'],
  ])('%j', async (text, reading) => {
    const found = await read(text)
    expect(found.reading).toBe(reading)
    expect(found.rows[0]).toEqual(HERE)
  })

  it('prefers the columns that are not shifted, and reads shifted ones when they are all there is', async () => {
    expect((await read('lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84\n1,2,106.2,29.5')).rows[0]).toEqual(HERE)
    const shifted = await read('经度(GCJ02),纬度(GCJ02)\n106.2,29.5')
    expect(shifted.reading).toContain('GCJ-02')
    expect(shifted.rows[0]).not.toEqual(HERE)
    expect(shifted.others).toContain('read as longitude, latitude')
  })

  it('says so when names and numbers contradict', async () => {
    expect((await read('lon,lat\n29.5,106.2')).notes.map(({ code }) => code)).toEqual(['swapped'])
  })
})

describe('systems', () => {
  it('reads zones with prefix, northing first or last, and offers other zones without', async () => {
    expect((await read('X,Y\n3293108.79,35625750.88')).reading).toContain('3-degree zone 35')
    expect((await read('东坐标,北坐标\n35625750.88,3293108.79')).rows[0]).toEqual([106.3, 29.75])
    const plain = await read('x,y\n3293108.79,625750.88')
    expect(plain.rows[0]).toEqual([106.3, 29.75])
    expect(plain.others).toEqual(expect.arrayContaining([expect.stringContaining('108°')]))
  })

  it('is decided by most rows, not by the first', async () => {
    const rows = ['29.5,106.2', ...Array.from({ length: 30 }, () => '106.2,29.5')]
    const { rows: found } = await read(`x,y\n${rows.join('\n')}`)
    expect(found[0]).toBe('row-off')
    expect(found[1]).toEqual(HERE)
  })

  it('offers web maps, but never takes them by itself', async () => {
    const { others } = await read('lon,lat\n106.2,29.5')
    expect(others.map((how) => /GCJ-02|BD-09/.exec(how)?.[0])).toEqual(['GCJ-02', 'BD-09'])
  })

  it('tells of rows that lie far away', async () => {
    const batch = await readBatch({ name: 'a.csv', bytes: bytesOf('lon,lat\n106.2,29.5\n121.4,31.2') }, { near })
    expect(farNote(placeBatch(batch.raw, batch.ways[0]), near)).toEqual([{ code: 'far', params: { count: 1, degrees: 1 } }])
  })
})

describe('bad rows', () => {
  it('stay in their place with what was expected and found', async () => {
    const { rows, raw } = await read('name,lon,lat\nA,106.2,29.5\nB,,\n\nC,坏,29.5\nD,1062,295\nE,106.2,29.5\n')
    expect(rows).toEqual([HERE, 'row-empty', 'row-unreadable', 'row-off', HERE])
    expect([...raw.numbers]).toEqual([2, 3, 5, 6, 7])
    expect(raw.names).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('do not swallow what follows a quote that is never closed', async () => {
    const { rows, raw } = await read('name,lon,lat\nA,106.2,29.5\n"B,106.2,29.5\nC,106.2,29.5\n"两\n行",106.2,29.5\n5" 管,106.2,29.5')
    expect(rows.filter((row) => row === 'row-quote')).toHaveLength(0)
    expect(raw.count).toBe(4) // the quote of B is closed two lines on, as far as anyone can tell
    const open = await read('name,lon,lat\n"B,106.2,29.5\nC,106.2,29.5\nD,106.2,29.5')
    expect(open.rows).toEqual(['row-quote', HERE, HERE])
  })

  it('keep their columns as they were written', async () => {
    const { raw } = await read('name,lon,lat,note\r\nA,106.2,29.5,"x, ""y""\r\nz"\r\nB,坏,,\r\n')
    expect(raw.cells(0)).toEqual(['A', '106.2', '29.5', 'x, "y"\nz'])
    expect(raw.cells(1)).toEqual(['B', '坏', '', ''])
  })

  it('are all there, in order, whatever they hold', async () => {
    const cell = oneof(constantFrom('106.2', '29.5', '', '坏', '35625750.88', '-', '1e400', "=cmd|' /C calc'!A0"), stringMatching(/^[^",\r\n]{0,8}$/))
    await assert(
      asyncProperty(array(tuple(cell, cell), { minLength: 1, maxLength: 60 }), async (cells) => {
        const text = ['no,lon,lat', ...cells.map(([lon, lat], i) => `${i},${lon},${lat}`), 'last,106.2,29.5'].join('\n')
        const { raw } = await read(text)
        expect(Array.from({ length: raw.count }, (_, i) => raw.cells(i)[0])).toEqual([...cells.map((_, i) => String(i)), 'last'])
      }),
      { numRuns: 60, seed: 4 },
    )
  })

  it.each([
    ['', 'Expected the coordinates'],
    ['a,b\nfoo,bar\n', 'Expected a column of longitudes'],
    ['lon,lat\n', 'Expected points or parcels'],
    ['{"type":', 'broken JSON'],
  ])('a whole file that cannot be read has a sentence: %j', async (text, sentence) => {
    expect(await problemOf(text)).toContain(sentence)
  })

  it('a spreadsheet is refused by name', async () => {
    expect(await problemOf('PK', 'a.xlsx')).toContain('.xlsx')
  })
})

describe('encodings', () => {
  it('reads GBK and a byte order mark', async () => {
    const gbk = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, ...bytesOf('lon,lat\n'), 0xbc, 0xd7, ...bytesOf(',106.2,29.5\n')])
    const { raw, rows } = await read(gbk)
    expect(raw.columns[0]).toBe('名称')
    expect(raw.names).toEqual(['甲'])
    expect(rows).toEqual([HERE])
    expect((await read('\uFEFFlon,lat\n106.2,29.5')).raw.columns).toEqual(['lon', 'lat'])
  })
})

const square = [[[106.2, 29.5], [106.21, 29.5], [106.21, 29.51], [106.2, 29.5]]]
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry })

describe('features', () => {
  it('are points and parcels with all their properties', async () => {
    const features = [feature({ type: 'Point', coordinates: HERE }, { name: '甲', n: 3 }), feature({ type: 'Polygon', coordinates: square }, { 备注: [1] }), feature(null), feature({ type: 'MultiPoint', coordinates: [HERE, HERE] })]
    const { rows, raw, parcels } = await read(JSON.stringify({ type: 'FeatureCollection', features }), 'a.geojson')
    expect(rows).toEqual([HERE, [106.205, 29.505], 'row-geometry', 'row-several'])
    expect(raw.columns).toEqual(['name', 'n', '备注'])
    expect(raw.cells(0)).toEqual(['甲', '3', ''])
    expect(raw.properties(1)).toEqual({ 备注: [1] })
    expect(parcels.get(1)?.geometry.type).toBe('Polygon')
  })

  it('one a line, a broken one in its place', async () => {
    const { rows } = await read(`${JSON.stringify(feature({ type: 'Point', coordinates: HERE }))}\n{broken\n`, 'a.ndjson')
    expect(rows).toEqual([HERE, 'row-broken'])
  })

  it('of a zipped Shapefile', async () => {
    const { rows, raw, notes } = await read(zipSync({ 'p.shp': pointShp([HERE, [106.3, 29.6]]) }), 'p.zip')
    expect(rows).toEqual([HERE, [106.3, 29.6]])
    expect([...raw.numbers]).toEqual([1, 2])
    expect(notes.map(({ code }) => code)).toEqual(['no-prj'])
  })
})

/** A .shp of points by ESRI's description. */
function pointShp(points: readonly (readonly number[])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(100 + 28 * points.length))
  view.setInt32(0, 9994)
  view.setInt32(24, view.byteLength / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, 1, true)
  points.forEach(([x = 0, y = 0], i) => {
    const at = 100 + 28 * i
    view.setInt32(at, i + 1)
    view.setInt32(at + 4, 10)
    view.setInt32(at + 8, 1, true)
    view.setFloat64(at + 12, x, true)
    view.setFloat64(at + 20, y, true)
  })
  return new Uint8Array(view.buffer)
}
