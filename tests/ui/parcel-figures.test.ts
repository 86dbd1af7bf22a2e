import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaExtent, lengthExtent, sayArea, sayLength, sayM, sayM2, sayShare, saySize } from '../../src/ui/parcel-figures'
import { translator } from '../../src/ui/text'
import { chinese, english } from './words'

const [zh, en] = [{ t: translator(chinese), lang: 'zh' as const }, { t: translator(english), lang: 'en' as const }]
const plain = (text: string) => text.replaceAll('\u202f', ' ')
const areas = (min: number, drawn: number, max: number, of: number) => {
  const said = areaExtent({ min, drawn, max }, { min: min / of, drawn: drawn / of, max: max / of }, zh)
  return [said.drawn, said.mu, said.min, said.max, said.shares.drawn, said.shares.min, said.shares.max].map(plain)
}

describe('the area of a parcel', () => {
  it('is told in every unit used for land', () => {
    expect(plain(sayArea(34_213.4, zh))).toBe('面积 34,213 平方米，3.4213 公顷，51.32 亩')
    expect(plain(sayArea(34_213.4, en))).toBe('Area 34,213 m², 3.4213 ha, 51.32 mu')
    expect(plain(sayArea(2000 / 3, zh))).toBe('面积 667 平方米，0.0667 公顷，1.00 亩')
  })

  it('is told in square metres where it is next to nothing', () => {
    expect(plain(sayArea(0.62, zh))).toBe('面积 0.6 平方米')
  })

  it('is one figure in a sentence; a line has its length', () => {
    const bbox = [0, 0, 1, 1] as const
    expect([saySize({ areaM2: 34_213.4, lengthM: 1, bbox }, zh), saySize({ areaM2: 900, lengthM: 1, bbox }, en), saySize({ lengthM: 12_916.3, bbox }, zh)].map(plain)).toEqual(['3.4213 公顷', '900 m²', '长 12.916 km'])
  })
})

describe('the part of a parcel in a zone', () => {
  it('is exact where the error of the line changes nothing', () => {
    expect(areas(34_213.4, 34_213.4, 34_213.4, 68_426.8)).toEqual(['3.4213 公顷', '51.32 亩', '3.4213 公顷', '3.4213 公顷', '50%', '50%', '50%'])
    expect(areas(60.42, 60.42, 60.42, 100)).toEqual(['60.4 平方米', '0.09 亩', '60.4 平方米', '60.4 平方米', '60.4%', '60.4%', '60.4%'])
  })

  it('has no more digits than its interval: two of half its width', () => {
    expect(areas(0, 34_213, 100_000, 100_000)).toEqual(['3.4 公顷', '51 亩', '0', '10.0 公顷', '34%', '0%', '100%'])
    expect(areas(33_900, 34_213, 34_500, 100_000)).toEqual(['3.421 公顷', '51.32 亩', '3.390 公顷', '3.450 公顷', '34.2%', '33.9%', '34.5%'])
    expect(areas(0, 2_913_471, 12_865_190, 12_865_190)).toEqual(['290 公顷', '4,400 亩', '0', '1,290 公顷', '23%', '0%', '100%'])
  })

  it('never reads as nothing or as all when it is neither', () => {
    expect(areas(30, 900, 999_999, 1_000_000)).toEqual(['< 1 公顷', '< 10 亩', '< 1 公顷', '100 公顷', '< 1%', '< 1%', '> 99%'])
    expect(plain(sayShare(0.9999, 'zh'))).toBe('> 99.9%')
    expect([sayShare(1, 'zh'), sayShare(0, 'zh'), sayShare(0.451, 'zh')]).toEqual(['100%', '0%', '45.1%'])
  })

  it('is a length for a line', () => {
    const said = lengthExtent({ min: 0, drawn: 640, max: 3000 }, { min: 0, drawn: 0.2, max: 0.9 }, en)
    expect([said.min, said.drawn, said.max, said.mu, said.shares.drawn].map(plain)).toEqual(['0', '600 m', '3.0 km', '', '20%'])
  })

  it('keeps its order in words', () => {
    const figure = fc.double({ min: 0, max: 1e9, noNaN: true })
    const worth = (text: string) => Number(plain(text).replace(/[^\d.]/g, '')) * (text.includes('公顷') ? 10_000 : 1)
    fc.assert(fc.property(fc.tuple(figure, figure, figure), (three) => {
      const [min = 0, drawn = 0, max = 0] = three.toSorted((a, b) => a - b)
      const said = areaExtent({ min, drawn, max }, { min: 0, drawn: 0, max: 1 }, zh)
      expect(worth(said.min)).toBeLessThanOrEqual(worth(said.drawn) + 1)
      expect(worth(said.drawn)).toBeLessThanOrEqual(worth(said.max) + 1)
    }))
  })
})

describe('exact numbers', () => {
  it('are told as they are', () => {
    expect([sayM(0.1, 'zh'), sayM(50, 'zh'), sayM(500, 'en'), sayM(1250, 'en'), sayM2(1, zh), sayM2(0.62, en), sayLength(88.42, 'zh')].map(plain)).toEqual(['0.1 m', '50 m', '500 m', '1.25 km', '1 平方米', '0.62 m²', '88.4 m'])
  })
})
