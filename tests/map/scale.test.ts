import { describe, expect, it } from 'vitest'
import { metresPerPixel, scaleBarFor } from '../../src/map/scale'

describe('scale', () => {
  it('halves with each zoom and shrinks with the cosine of the latitude', () => {
    expect(metresPerPixel(0, 0) * 512).toBeCloseTo(40_075_017, -2)
    expect(metresPerPixel(0, 10)).toBeCloseTo(2 * metresPerPixel(0, 11), 9)
    expect(metresPerPixel(60, 12)).toBeCloseTo(metresPerPixel(0, 12) / 2, 6)
  })

  it.each([
    [1, 100, 100],
    [1, 99, 50],
    [3.3, 120, 300],
    [0.26, 110, 20],
    [0.003, 100, 0.2],
    [500, 100, 50_000],
    [1, 1, 1],
  ])('%d m/px in %d px: a bar of %d m', (metresPerPx, maxPx, metres) => {
    const bar = scaleBarFor(metresPerPx, maxPx)
    expect(bar.metres).toBe(metres)
    expect(bar.px).toBeCloseTo(metres / metresPerPx, 9)
  })

  it('is round, fits, and is as long as it can be', () => {
    for (let i = 1; i < 400; i++) {
      const scale = 1.07 ** (i - 200)
      const { metres, px } = scaleBarFor(scale, 120)
      expect(px).toBeLessThanOrEqual(120 * (1 + 1e-12))
      expect(px).toBeGreaterThan(120 / 2.5 - 1e-9)
      expect(metres.toExponential(6)).toMatch(/^[1235]\.000000e/)
    }
  })

  it.each([[0, 100], [Number.NaN, 100], [1, -1], [Infinity, 1]])('refuses %d m/px in %d px', (metresPerPx, maxPx) => {
    expect(() => scaleBarFor(metresPerPx, maxPx)).toThrow(/expected a positive scale and length/)
  })
})
