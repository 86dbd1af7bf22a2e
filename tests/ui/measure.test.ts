import { describe, expect, it } from 'vitest'
import { translator } from '../../src/ui/text'
import { sayMeasured } from '../../src/ui/traced'
import { chinese, english as en } from './words'

const zh = { t: translator(chinese), lang: 'zh' } as const
const plain = (lines: string[]) => lines.map((line) => line.replaceAll('\u202f', ' '))

describe('what was measured, in words', () => {
  it('is told no finer than a hand draws', () => {
    const line = { lengthM: 12_345.678, lastM: 4_321.09 }
    expect(plain(sayMeasured(line, 'LineString', 93, zh))).toEqual(['距离 12.35 km', '最后一段 4.32 km'])
    expect(plain(sayMeasured(line, 'LineString', 2.4, zh))).toEqual(['距离 12.346 km', '最后一段 4.321 km'])
    expect(plain(sayMeasured({ lengthM: 45.678, lastM: 45.678 }, 'LineString', 0.3, zh))).toEqual(['距离 45.7 m'])
  })

  it('is told in square metres or hectares, and in mu', () => {
    expect(plain(sayMeasured({ lengthM: 34_560, lastM: 0, areaM2: 68_870_815 }, 'Polygon', 93, zh))).toEqual(['面积 6,890 公顷（103,300 亩）', '周长 34.56 km'])
    expect(plain(sayMeasured({ lengthM: 360, lastM: 0, areaM2: 7_987.6 }, 'Polygon', 0.3, zh))).toEqual(['面积 7,990 平方米（11.98 亩）', '周长 360 m'])
    expect(plain(sayMeasured({ lengthM: 360, lastM: 0, areaM2: 7_987.6 }, 'Polygon', 0.3, { t: translator(en), lang: 'en' }))[0]).toContain('7,990 m²')
  })

  it('has no area where the edges cross', () => {
    expect(sayMeasured({ lengthM: 100, lastM: 0 }, 'Polygon', 1, zh)[0]).toBe('边线交叉，算不出面积。')
  })
})
