import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { array, assert, asyncProperty, constantFrom, oneof, string, uint8Array } from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parcelSentence, readParcelFiles, readParcelText, type ParcelOptions, type ParcelsRead } from '../../src/formats/parcels'
import sentences from '../../src/formats/parcels.json'
import type { Said } from '../../src/formats/say'

const parseXml = (text: string) => new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml') as unknown as Document
const options: ParcelOptions = { near: [105.9, 29.2, 106.5, 30], parseXml }
const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../cases/parcels', name)))

const reached = new Set<string>()
/** All codes of a result, each said in both languages on the way. */
function codesOf({ parcels, problems }: ParcelsRead): string[] {
  const said: Said[] = [...problems, ...parcels.flatMap(({ reading, notes, alternatives }) => [reading, ...notes, ...alternatives.map((other) => other.reading)])]
  const codes = said.flatMap((one) => {
    expect(parcelSentence(one, 'zh') + parcelSentence(one, 'en')).not.toMatch(/\{\w+\}|undefined|NaN/)
    return [one.code, ...(typeof one.params['cause'] === 'string' ? [one.params['cause']] : [])]
  })
  for (const code of codes) reached.add(code)
  return codes
}
const ofFile = async (name: string, bytes: Uint8Array | string, given = options) => codesOf(await readParcelFiles([{ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes }], given))
const ofText = async (text: string) => codesOf(await readParcelText(text, options))

const polygon = (ring: string) => `{"type":"Polygon","coordinates":[${ring}]}`
const square = '[[106.2,29.5],[106.21,29.5],[106.21,29.51],[106.2,29.51],[106.2,29.5]]'
const box = (x: number, y: number, size: number) => `[[${x},${y}],[${x + size},${y}],[${x + size},${y + size}],[${x},${y + size}],[${x},${y}]]`
const boundary = (body: string, system = '2000国家大地坐标系') => `[属性描述]\n坐标系=${system}\n带号=35\n[地块坐标]\n${body}`
const dxf = (entities: string) => `0\nSECTION\n2\nENTITIES\n${entities}0\nENDSEC\n0\nEOF\n`
const pair = (x: number, y: number, more = '') => `10\n${x}\n20\n${y}\n${more}`
const polyline = (vertices: string, flags: number) => `0\nLWPOLYLINE\n8\nsite\n90\n4\n70\n${flags}\n${vertices}`
const kml = (inside: string) => `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`

/** A zip whose entries are marked as encrypted. */
function encrypted(): Uint8Array {
  const bytes = zipSync({ 'a.shp': strToU8('x') })
  const at = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2)
  bytes[at + 8] = (bytes[at + 8] ?? 0) | 1
  return bytes
}

/** The fixture archive with one file changed. */
function changed(name: string, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(fixture(name))
  change(files)
  return zipSync(files)
}
const zigzag = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => [i % 2 === 0 ? 106.1 : 106.2, 29.5 + i * 1e-6]))
const manySquares = (count: number) => `{"type":"GeometryCollection","geometries":[${Array.from({ length: count }, (_, i) => polygon(box(106 + (i % 50) * 0.01, 29.2 + Math.floor(i / 50) * 0.01, 0.001))).join()}]}`
const collection = (geometries: string[]) => `{"type":"FeatureCollection","features":[${geometries.map((geometry) => `{"type":"Feature","properties":null,"geometry":${geometry}}`).join()}]}`
const longLine = (count: number) => `{"type":"LineString","coordinates":[${Array.from({ length: count }, (_, i) => `[106.${i},29.5]`).join()}]}`
const arcs = dxf(polyline(pair(35618000, 3275000, '42\n1\n') + pair(35618100, 3275000, '42\n1\n'), 1))
const inside = (ring: number[][]) => polyline(ring.map(([x, y]) => pair(x!, y!)).join(''), 1)
const ring = (at: number, size: number) => [[35618000 + at, 3275000 + at], [35618000 + at + size, 3275000 + at], [35618000 + at + size, 3275000 + at + size], [35618000 + at, 3275000 + at + size]]

describe('texts', () => {
  it.each<[string, string]>([
    ['empty', '  \n'],
    ['no-coordinates', '你好，世界'],
    ['list-line', '106.2,29.5\n106.21,29.5\n106.21,29.5.1\n106.2,29.51'],
    ['mixed-order', 'E106.2 N29.5\nE106.21 N29.5\nN29.51 E106.2'],
    ['coordinates', '1234,5678.5\n1234.5,5679.5\n1235.5,5678.5'],
    ['coordinates', '第36带\n3275286 35618198\n3275286 35618586\n3275623 35618582'],
    ['not-numbers', '[[1e300,1],[2,3],[4,5]]'],
    ['unknown-system', '西安80\n3275286 35618198\n3275286 35618586\n3275623 35618582'],
    ['vertex-off', '3275286 35618198\n3275286 35618586\n3275623 36618582'],
    ['few-vertices', '106.2,29.5'],
    ['few-vertices', '106.2,29.5\n106.2,29.5\n106.3,29.5'],
    ['no-area', '106.2,29.5\n106.3,29.5\n106.4,29.5'],
    ['self-crossing', '106.2,29.5\n106.3,29.6\n106.3,29.5\n106.2,29.6'],
    ['far', '116.2,39.5\n116.3,39.5\n116.3,39.6'],
    ['read', square],
    ['read-line', 'LINESTRING(106.2 29.5, 106.3 29.6)'],
    ['short-line', '{"type":"LineString","coordinates":[[106.2,29.5],[106.2,29.5]]}'],
    ['too-entangled', zigzag(12_000)],
    ['too-entangled', manySquares(2001)],
    ['hole-outside', polygon(`${square},${box(106.3, 29.5, 0.001)}`)],
    ['part-inside', `{"type":"MultiPolygon","coordinates":[[${square}],[${box(106.202, 29.502, 0.001)}]]}`],
    ['too-many-parcels', collection(Array.from({ length: 501 }, () => polygon(square)))],
    ['too-many-vertices', collection([polygon(square), longLine(200_001)])],
    ['too-many-rows', 'x\n'.repeat(200_001)],
    ['more-problems', `经度,纬度\n106.2,29.5\n${'a,b\n'.repeat(30)}`],
    ['too-deep', `${'{"type":"GeometryCollection","geometries":['.repeat(30)}${polygon(square)}${']}'.repeat(30)}`],
    ['json-broken', '{"type":"Polygon","coordinates":['],
    ['geojson-type', '{"type":"Topology"}'],
    ['geojson-type', '[[[[[[1]]]]]]'],
    ['geojson-position', '{"type":"Polygon","coordinates":[[["a","b"]]]}'],
    ['geojson-position', '{"type":"Polygon","coordinates":{}}'],
    ['only-points', '{"type":"MultiPoint","coordinates":[[106.2,29.5]]}'],
    ['points-left', `{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[106.2,29.5]},${polygon(square)}]}`],
    ['nothing', '{"type":"FeatureCollection","features":[]}'],
    ['unknown-system', `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[{"type":"Feature","geometry":${polygon(square)}}]}`],
    ['unknown-system', `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"Beijing"}},"features":[]}`],
    ['kml-broken', '<html><body/></html>'],
    ['xml-entities', '<!DOCTYPE kml [<!ENTITY a "b">]><kml/>'],
    ['boundary-empty', '[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n'],
    ['boundary-empty', '[属性描述]\n坐标系=2000国家大地坐标系'],
    ['boundary-line', boundary('4,1,DK1,甲,面,,,,@\nJ1,1,3275286,x')],
    ['boundary-line', boundary('J1,1,3275286,35618198')],
    ['boundary-point', boundary('1,0,DK1,甲,点,,,,@\nJ1,1,3275286,35618198')],
    ['unknown-system', boundary('3,0,DK1,甲,面,,,,@\nJ1,1,3275286,35618198\nJ2,1,3275286,35618298\nJ3,1,3275386,35618298', '80国家大地坐标系')],
    ['area-differs', boundary('3,9,DK1,甲,面,,,,@\nJ1,1,3275286,35618198\nJ2,1,3275286,35618298\nJ3,1,3275386,35618298')],
    ['count-differs', boundary('9,0,DK1,甲,面,,,,@\nJ1,1,3275286,35618198\nJ2,1,3275286,35618298\nJ3,1,3275386,35618298')],
    ['wkt-broken', 'POLYGON((106.2 29.5, 106.3'],
    ['wkt-broken', 'CURVEPOLYGON(CIRCULARSTRING(0 0, 1 1, 2 0))'],
    ['csv-row', '经度,纬度\n106.2,29.5\n106.21,29.5\nabc,x\n106.2,29.51'],
    ['csv-empty', '经度,纬度\n甲,乙\n'],
  ])('%s', async (code, text) => expect(await ofText(text)).toContain(code))
})

describe('files', () => {
  it.each<[string, string, Uint8Array | string]>([
    ['empty', 'a.geojson', ''],
    ['of', 'a.geojson', ''],
    ['too-large', 'a.geojson', new Uint8Array(20e6 + 1)],
    ['dwg', 'a.dwg', 'AC1032'],
    ['dwg', 'renamed.txt', 'AC1027 and so on'],
    ['bare-shp', 'a.shp', 'x'],
    ['gdb', 'a.gpkg', 'x'],
    ['archive', 'a.rar', 'x'],
    ['spreadsheet', 'a.xlsx', zipSync({ 'a.xml': strToU8('x') })],
    ['document', 'a.pdf', '%PDF'],
    ['unknown-type', 'a.bin', new Uint8Array([1, 0, 2, 0, 3])],
    ['unknown-type', 'a', new Uint8Array([1, 0, 2, 0, 3])],
    ['dxf-binary', 'a.dxf', 'AutoCAD Binary DXF\r\n'],
    ['dxf-broken', 'a.dxf', 'this is no drawing'],
    ['dxf-empty', 'a.dxf', dxf(`0\nLINE\n8\n0\n10\n1\n20\n1\n11\n2\n21\n2\n`)],
    ['dxf-ignored', 'a.dxf', dxf(`0\nLINE\n8\n0\n10\n1\n20\n1\n11\n2\n21\n2\n${inside(ring(0, 100))}`)],
    ['dxf-holes', 'a.dxf', dxf(inside(ring(0, 100)) + inside(ring(20, 10)))],
    ['arcs', 'a.dxf', arcs],
    ['zip-broken', 'a.zip', fixture('zone35.zip').slice(0, 700)],
    ['zip-encrypted', 'a.zip', encrypted()],
    ['zip-empty', 'a.zip', zipSync({ 'readme.md': strToU8('x') })],
    ['zip-large', 'bomb.zip', zipSync({ 'a.shp': new Uint8Array(61e6) })],
    ['zip-large', 'many.zip', zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, strToU8('x')])))],
    ['shp-broken', 'a.zip', zipSync({ 'a.shp': strToU8('not a shapefile at all') })],
    ['shp-broken', 'a.zip', changed('zone35.zip', (files) => (files['zone35.shp'] = files['zone35.shp']!.slice(0, 300)))],
    ['unknown-system', 'a.zip', changed('zone35.zip', (files) => (files['zone35.prj'] = strToU8('PROJCS["Xian_1980_3_Degree_GK_Zone_35",GEOGCS["GCS_Xian_1980"]]')))],
    ['unknown-system', 'a.zip', changed('zone35.zip', (files) => (files['zone35.prj'] = strToU8('PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984"],PROJECTION["Transverse_Mercator"],PARAMETER["central_meridian",105],PARAMETER["scale_factor",0.9996],UNIT["Meter",1]]')))],
    ['no-prj', 'a.zip', fixture('noprj.zip')],
    ['only-points', 'a.kml', kml('<Placemark><Point><coordinates>106.2,29.5</coordinates></Point></Placemark>')],
    ['kml-broken', 'a.kml', '<kml><Document>'],
  ])('%s: %s', async (code, name, bytes) => expect(await ofFile(name, bytes)).toContain(code))

  it('no-xml', async () => {
    expect(await ofFile('a.kml', kml(''), { near: options.near })).toContain('no-xml')
  })

  it('keeps what is good beside what is not', async () => {
    const read = await readParcelText(collection([polygon(square), polygon('[[106.2,29.5],[106.3,29.6],[106.3,29.5],[106.2,29.6],[106.2,29.5]]'), '{"type":"Curve"}', longLine(3)]), options)
    expect([read.parcels.length, codesOf(read).filter((code) => ['self-crossing', 'geojson-type'].includes(code))]).toEqual([2, ['geojson-type', 'self-crossing']])
  })
})

describe('anything at all', () => {
  const expectSomething = async (read: ParcelsRead) => {
    codesOf(read)
    expect(read.parcels.length + read.problems.length).toBeGreaterThan(0)
  }
  const pieces = constantFrom('106.2', '29.5', ',', '\n', ' ', ';', '[', ']', '{"type":"Polygon","coordinates":', 'POLYGON((', '))', '35618198.7', '3275286.7', 'J1', '°', '′', 'E', 'N', '经度', '@', '[地块坐标]\n', '<kml>', '0\nSECTION\n', '1e999', '-', '\u0000', '线')

  it('never throws on text', () => assert(asyncProperty(oneof(string({ unit: 'binary', maxLength: 60 }), array(pieces, { maxLength: 30 }).map((list) => list.join(''))), async (text) => expectSomething(await readParcelText(text, options))), { numRuns: 300 }))

  it('never throws on bytes', () => assert(asyncProperty(constantFrom('a.zip', 'a.dxf', 'a.kml', 'a.csv', 'a.txt', 'a.geojson', 'a', '.', ''), uint8Array({ maxLength: 400 }), async (name, bytes) => expectSomething(await readParcelFiles([{ name, bytes }], options))), { numRuns: 200 }))

  it('never throws on files with some bytes changed', () => {
    const all = ['zone35.zip', 'ref.kmz', 'ref.kml', 'zone35-dxf.zip', 'zone35-wkt.csv', 'reference.geojson'].map((name) => ({ name, bytes: fixture(name) }))
    const shapefile = unzipSync(fixture('zone35.zip'))
    const change = (bytes: Uint8Array, noise: Uint8Array) => {
      const copy = bytes.slice()
      for (let i = 0; i + 2 < noise.length; i += 3) copy[((noise[i]! << 8) | noise[i + 1]!) % copy.length] = noise[i + 2]!
      return copy
    }
    return assert(asyncProperty(constantFrom(...all), uint8Array({ minLength: 3, maxLength: 12 }), async ({ name, bytes }, noise) => {
      await expectSomething(await readParcelFiles([{ name, bytes: change(bytes, noise) }], options))
      const mixed = zipSync({ ...shapefile, 'zone35.shp': change(shapefile['zone35.shp']!, noise), 'zone35.dbf': change(shapefile['zone35.dbf']!, noise) })
      await expectSomething(await readParcelFiles([{ name: 'a.zip', bytes: mixed }], options))
    }), { numRuns: 60 })
  })
})

describe('sentences', () => {
  const unreachable = ['broken', 'unnamed']
  it('are all reached by the cases above', () => expect(Object.keys(sentences).filter((code) => !reached.has(code) && !unreachable.includes(code))).toEqual([]))
  it('are whole in both languages, with the same holes', () => {
    const holes = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const { zh, en } of Object.values(sentences)) expect(holes(zh)).toEqual(holes(en))
  })
})
