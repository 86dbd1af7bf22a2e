import { describe, expect, it } from 'vitest'
import { metresPerPx, printScale } from '../../src/ui/print-scale'

const view = (zoom: number, lat = 29.6) => ({ center: [106.2, lat] as const, zoom })

describe('the scale of a printed map', () => {
  it('is that of 512 px tiles', () => {
    expect(metresPerPx(view(0, 0))).toBeCloseTo(78_271.517, 3)
    expect(metresPerPx(view(10, 60))).toBeCloseTo(78_271.517 / 2048, 3)
  })

  it('has a round bar of at most a third of the picture, about', () => {
    for (let zoom = 5; zoom < 20; zoom += 0.37) {
      const { metres, part } = printScale(view(zoom), 1440)
      expect(part).toBeLessThanOrEqual(0.35)
      expect(part).toBeGreaterThan(0.13)
      expect(String(metres)).toMatch(/^[125]0*$/)
    }
  })

  it('is true: the bar is as long as it says', () => {
    const { metres, part } = printScale(view(13.2), 1440)
    expect(metres).toBe(2000)
    expect(part * 1440 * metresPerPx(view(13.2))).toBeCloseTo(2000, 6)
  })

  it('goes below a metre without noise', () => {
    expect(printScale(view(24), 100).metres).toBe(0.1)
  })
})
