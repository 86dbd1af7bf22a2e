import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { loadPlace } from '../../src/cli/world'
import { textsOf } from '../../src/core/rule-text'
import { boxOf, legendRows } from '../../src/ui/print-legend'
import { printView } from '../../src/ui/print-view'
import { extractIn, parcelAsked, question, road, surveyedWorld } from '../extract/world'
import { loadedWorld } from './fixture'
import { translator } from '../../src/ui/text'
import { chinese, english } from './words'

const spoken = { zh: { lang: 'zh', t: translator(chinese) }, en: { lang: 'en', t: translator(english) } } as const

const world = surveyedWorld()
const extract = extractIn(world)
const view = printView(extract, spoken.zh)

describe('the printed page', () => {
  it('tells every zone once: in the table, without data, or not concerned', () => {
    const told = [...view.zones.flatMap(({ rows }) => rows.map(({ name }) => name)), ...view.unmapped, ...view.clear]
    const all = extract.findings.map(({ zone }) => extract.names[zone]?.zh)
    expect(told.toSorted()).toEqual(all.toSorted())
  })

  it('tells every rule: with its words, or by title', () => {
    const told = view.rules.length + view.others.reduce((sum, { titles }) => sum + titles.length, 0)
    expect(told).toBe(extract.rules.length)
  })

  it('prints the words of all that decides, with their place', () => {
    const printed = new Set(view.rules.map(({ rule }) => rule.id))
    expect(extract.rules.filter(({ decides }) => decides !== undefined).every(({ id }) => printed.has(id))).toBe(true)
    expect(view.rules.every(({ words, place }) => words !== '' && place !== '')).toBe(true)
  })

  it('has a row of areas for each zone that has a part of the parcel', () => {
    expect(view.areas.map(({ id }) => id)).toEqual(extract.findings.filter(({ overlap }) => overlap).map(({ zone }) => zone))
    expect(view.areas.find(({ id }) => id === 'red')).toMatchObject({ units: expect.stringContaining('公顷'), share: expect.stringMatching(/%$/) })
    expect(view.isLine).toBe(false)
  })

  it('has none for a point, and lengths for a line without corridor', () => {
    expect(printView(extractIn(world, { kind: 'point', lonLat: [106.12, 29.12] }), spoken.zh).areas).toEqual([])
    const line = printView(extractIn(world, parcelAsked({ name: 'line', geometry: road.geometry })), spoken.en)
    expect(line.isLine).toBe(true)
    expect(line.areas.every(({ units }) => units === '')).toBe(true)
  })

  it('gives no verdict where no project was asked about', () => {
    expect(view.verdict).toHaveLength(3)
    expect(printView(extractIn(world, parcelAsked(road), { on: question.on }), spoken.zh).verdict).toEqual([])
  })

  it('is complete in both languages for the real district', () => {
    const root = `${import.meta.dirname}/../..`
    const real = extractIn(loadPlace(root).world, { kind: 'point', lonLat: [106.331, 29.785] }, { on: '2026-11-24' }, textsOf(loadSeeds(root)))
    for (const lang of ['zh', 'en'] as const) {
      const { rules, others, documents, open } = printView(real, spoken[lang])
      expect(JSON.stringify({ rules, others, documents, open })).not.toMatch(/\{\w+\}|undefined/)
    }
  })
})

describe('the legend of the printed map', () => {
  const zones = (box: Parameters<typeof legendRows>[3]) => legendRows(loadedWorld(), ['ecological-redline', 'other', 'base'], new Set(), box).map(({ zone }) => zone)

  it('explains what lies in the picture, and no more', () => {
    const everything = zones(null)
    expect(everything.length).toBeGreaterThan(0)
    expect(zones([-180, -90, 180, 90])).toEqual(everything)
    expect(zones([0, 0, 1, 1])).toEqual([])
  })

  it('leaves out what is switched off', () => {
    const [first = ''] = zones(null)
    expect(legendRows(loadedWorld(), ['ecological-redline', 'other', 'base'], new Set([first]), null).map(({ zone }) => zone)).not.toContain(first)
  })

  it('knows what a picture shows', () => {
    const [west, south, east, north] = boxOf({ view: { center: [106.2, 29.6], zoom: 10 }, widthPx: 1440, heightPx: 900 })
    expect(east - west).toBeCloseTo((1440 * 360) / 512 / 1024, 3)
    expect(north - south).toBeCloseTo(((900 * 360) / 512 / 1024) * Math.cos((29.6 * Math.PI) / 180), 2)
    expect([west, south].every((degrees, axis) => degrees < [106.2, 29.6][axis]!)).toBe(true)
  })
})
