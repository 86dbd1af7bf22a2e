import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDay, languageOf, usualLink } from '../../src/state/start'
import { decode, encode, roundLonLat, roundView, type Link } from '../../src/state/url'
import { compared, sites } from './parcels'

const usual: Link = usualLink({
  view: { center: [106.2, 29.6], zoom: 9.5 },
  layers: [
    { id: 'relief', group: 'base', file: 'relief.geojson', name: { zh: '地形', en: 'Relief' }, about: { zh: '', en: '' }, zones: [], on: true },
    { id: 'nodes', group: 'other', file: 'nodes.geojson', name: { zh: '节点', en: 'Nodes' }, about: { zh: '', en: '' }, zones: [], on: false },
  ],
  now: new Date(2026, 10, 24),
  lang: 'zh',
  theme: 'light',
})

const id = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/)
const lonLat = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })).map(roundLonLat)
const view = fc.record({ center: lonLat, zoom: fc.double({ min: 0, max: 24, noNaN: true }) }).map(roundView)
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const fact = fc.oneof(fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), fc.string())
const link: fc.Arbitrary<Link> = fc.record({
  lang: fc.constantFrom('zh', 'en'),
  theme: fc.constantFrom('light', 'dark'),
  view,
  point: fc.option(lonLat),
  off: fc.uniqueArray(id),
  on: day,
  project: fc.uniqueArray(id),
  facts: fc.dictionary(id, fact, { noNullPrototype: true }),
  known: fc.dictionary(id, fc.constantFrom('inside', 'outside'), { noNullPrototype: true }),
  item: fc.option(fc.integer({ min: 1, max: 999 }).map(String)),
  selected: fc.option(id),
  sites: fc.option(sites),
  compared,
  suit: fc.option(fc.constantFrom('certain', 'asDrawn', 'possible')),
})

describe('the address', () => {
  it('reads back what it wrote', () => {
    fc.assert(fc.property(link, (one) => {
      expect(decode(encode(one, usual), usual)).toEqual(one)
    }))
  })

  it('says nothing about what is usual', () => {
    expect(encode(usual, usual)).toBe('#v=1')
  })

  it('is short and readable', () => {
    const one: Link = { ...usual, point: [106.3, 29.75], project: ['electroplating'], off: ['nodes', 'screens'] }
    expect(encode(one, usual)).toBe('#v=1&p=106.30000,29.75000&project=electroplating&off=nodes,screens')
  })

  it('never breaks', () => {
    const survives = (hash: string) => {
      expect(() => decode(hash, usual)).not.toThrow()
    }
    fc.assert(fc.property(fc.string(), survives))
    fc.assert(fc.property(fc.webFragments(), (noise) => survives(`#v=1&${noise}`)))
  })

  it.each([
    ['#v=2&p=106.3,29.7', 'a later version'],
    ['#p=106.3,29.7', 'no version'],
    ['#v=1&p=106.3', 'half a position'],
    ['#v=1&p=106.3,', 'an empty latitude'],
    ['#v=1&p=500,29.7', 'a longitude of 500'],
    ['#v=1&on=2025-02-30', 'a day that does not exist'],
    ['#v=1&lang=fr', 'a language we have not'],
    ['#v=1&facts={', 'broken JSON'],
    ['#v=1&facts=[1]', 'a list of facts'],
    ['#v=1&facts={"a":{}}', 'a fact that is no value'],
    ['#v=1&zone=%3Cb%3E', 'an id that is none'],
    ['#v=1&view=106,29,99', 'a zoom of 99'],
    ['#v=1&s=0,P::AB', 'half a parcel'],
    ['#v=1&colour=red', 'an unknown parameter'],
    ['#v=1&__proto__=x', 'a name that is no parameter'],
  ])('keeps the defaults at %s (%s)', (hash) => {
    expect(decode(hash, usual)).toEqual(usual)
  })

  it('keeps what is right beside what is wrong', () => {
    expect(decode('#v=1&p=106.3,29.75&on=never', usual)).toEqual({ ...usual, point: [106.3, 29.75] })
  })
})

describe('day and language at start', () => {
  it('takes the day of the reader', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })

  it('starts in Chinese unless the reader reads something else first', () => {
    expect([['zh-CN'], ['zh-Hant'], [], ['en-GB', 'zh']].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'en'])
  })
})
