import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvCell, extractCsv } from '../../src/extract/csv'
import { extractIn, parcelAsked, road, site, surveyedWorld } from './world'

const world = surveyedWorld()
const rowsOf = (csv: string): Record<string, string>[] => Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])('defuses %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })

  it('leaves numbers numbers, negative ones too', () => {
    expect([csvCell(-12.5), csvCell(0), csvCell(undefined)]).toEqual(['-12.5', '0', ''])
  })

  it('quotes what RFC 4180 wants quoted', () => {
    expect([csvCell('a,b'), csvCell('a "b"'), csvCell('a\nb'), csvCell('=a,"b"'), csvCell('红线')]).toEqual(['"a,b"', '"a ""b"""', '"a\nb"', '"\'=a,""b"""', '红线'])
  })
})

describe('extractCsv', () => {
  it('starts with a byte order mark and ends every line with CRLF', () => {
    const csv = extractCsv(extractIn(world), 'zh')
    expect(csv.startsWith('\uFEFF记录,id,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('holds every zone, every rule with its quote, the versions and what is open', () => {
    const extract = extractIn(world)
    const rows = rowsOf(extractCsv(extract, 'en'))
    const of = (record: string) => rows.filter((row) => row['record'] === record)
    expect(of('zone').map(({ id }) => id)).toEqual(extract.findings.map(({ zone }) => zone))
    expect(of('rule').map(({ id, quote }) => [id, quote])).toEqual(extract.rules.map(({ id, quote }) => [id, quote]))
    expect(of('release').map(({ name }) => name)).toEqual(['000000000000', '111111111111', '0.0.0'])
    expect(of('to verify')).toHaveLength(extract.toVerify.length)
    const red = extract.findings.find(({ zone }) => zone === 'red')?.overlap?.areaM2
    expect(of('zone').find(({ id }) => id === 'red')).toMatchObject({ area_min_m2: String(red?.min), area_drawn_m2: String(red?.drawn), area_max_m2: String(red?.max) })
  })

  it('defuses the name of a parcel', () => {
    const csv = extractCsv(extractIn(world, parcelAsked({ ...site, name: '=cmd|calc' })), 'zh')
    expect(csv).toContain(",'=cmd|calc,")
    expect(rowsOf(extractCsv(extractIn(world, parcelAsked(road)), 'en')).some((row) => row['name'] === 'road')).toBe(true)
  })
})
