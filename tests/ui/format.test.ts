import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearing, chapterNumeral, directionKey, formatDate, formatDegrees, formatDistance, formatNumber, formatSigma, honestStep } from '../../src/ui/format'
import { translator } from '../../src/ui/text'
import { chinese, english } from './words'

const zh = { t: translator(chinese), lang: 'zh' } as const
const en = { t: translator(english), lang: 'en' } as const
const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('distances are told to what their error allows', () => {
  it.each([
    [1234, 1500, '约 1 km'],
    [3400, 1500, '约 3 km'],
    [400, 1500, '不足 1 km'],
    [-737, 200, '约 700 m'],
    [-4, 200, '不足 100 m'],
    [2192, 450, '约 2.2 km'],
    [4523, 600, '约 4.5 km'],
    [1005, 30, '约 1.01 km'],
    [37, 5, '约 37 m'],
    [0.2, 0, '不足 1 m'],
    [12_345, 4000, '约 12 km'],
  ])('%d m with a 1-sigma error of %d m reads %s', (distanceM, sigmaM, words) => {
    expect(plain(formatDistance(distanceM, sigmaM, zh))).toBe(words)
  })

  it('in English too', () => {
    expect([formatDistance(-737, 200, en), formatDistance(4, 200, en)].map(plain)).toEqual(['about 700 m', 'less than 100 m'])
  })

  it('steps are powers of ten at or below the error', () => {
    expect([0, 5, 10, 99, 100, 450, 999, 1000, 4000].map(honestStep)).toEqual([1, 1, 10, 10, 100, 100, 100, 1000, 1000])
  })
})

describe('numbers', () => {
  const by = { zh: 'zh-Hans-CN', en: 'en-GB' } as const
  const same = (value: number, lang: 'zh' | 'en', digits: number, least: number): void => {
    const browser = new Intl.NumberFormat(by[lang], { minimumFractionDigits: least, maximumFractionDigits: digits })
    expect(formatNumber(value, lang, digits, least)).toBe(browser.format(value))
  }
  const manner = fc.tuple(fc.constantFrom('zh', 'en'), fc.nat(4), fc.nat(4)).map(([lang, a, b]) => [lang, Math.max(a, b), Math.min(a, b)] as const)

  it('are written as the browser would', () => {
    fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), manner, (value, how) => same(value + 0, ...how))) // + 0: nobody wants to read "-0"
    fc.assert(fc.property(fc.integer(), fc.nat(4), manner, (value, places, [lang, digits, least]) => {
      fc.pre(places <= digits)
      same(value / 10 ** places, lang, digits, least)
    }))
  })
})

describe('errors are told in two digits', () => {
  it.each([
    [200, '200 m'],
    [450, '450 m'],
    [1500, '1.5 km'],
    [4000, '4 km'],
    [1234, '1.2 km'],
    [7, '7 m'],
  ])('%d m reads %s', (sigmaM, words) => {
    expect(plain(formatSigma(sigmaM, 'en'))).toBe(words)
  })
})

describe('dates, degrees, directions and chapters', () => {
  it('writes days in the manner of the language', () => {
    expect([formatDate('2026-11-04', 'zh'), formatDate('2026-11-04', 'en')]).toEqual(['2026年11月4日', '4 November 2026'])
  })

  it('writes every day of some years as the browser would', () => {
    const by = { zh: 'zh-Hans-CN', en: 'en-GB' } as const
    for (const lang of ['zh', 'en'] as const) {
      const words = new Intl.DateTimeFormat(by[lang], { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
      for (let day = Date.UTC(2023, 11, 30); day < Date.UTC(2025, 0, 3); day += 86_400_000) expect(formatDate(new Date(day).toISOString().slice(0, 10), lang)).toBe(words.format(day))
    }
  })

  it('keeps five decimals of a degree', () => {
    expect(formatDegrees(106.3)).toBe('106.30000')
  })

  it.each([
    [[106.3, 29.7], 'place.n'],
    [[106.4, 29.6], 'place.e'],
    [[106.3, 29.5], 'place.s'],
    [[106.2, 29.6], 'place.w'],
    [[106.2, 29.687], 'place.nw'],
    [[106.4, 29.513], 'place.se'],
  ] as const)('to %s it is %s', (to, key) => {
    expect(directionKey(bearing([106.3, 29.6], to).sector)).toBe(key)
  })

  it('measures within a percent of the sphere', () => {
    const { distanceM } = bearing([106.2, 29.5], [106.3, 29.6])
    expect(distanceM).toBeGreaterThan(14_700 * 0.99)
    expect(distanceM).toBeLessThan(14_760 * 1.01)
  })

  it('numbers chapters as the document does', () => {
    expect([1, 9, 10, 11, 20, 23, 0, 100].map((no) => chapterNumeral(no, zh.t))).toEqual(['一', '九', '十', '十一', '二十', '二十三', '0', '100'])
    expect(chapterNumeral(11, en.t)).toBe('11')
  })
})
