import { describe, expect, it } from 'vitest'
import { sideOf } from '../../src/core/orientation'
import { seeded } from './random'

describe('sideOf', () => {
  it('is exactly 0 on the line and nowhere else', () => {
    expect(sideOf(0, 0, 3, 3, 1, 1)).toBe(0)
    expect(sideOf(0, 0, 0.3, 0.1, 0.15, 0.05)).toBe(0)
    expect(sideOf(106.1, 29.1, 106.3, 29.3, 106.2, 29.2)).not.toBe(sideOf(106.1, 29.1, 106.3, 29.3, 106.2, 29.2 + 2 ** -48))
  })

  it('turns with the direction of the line, one step of the number line from it', () => {
    const random = seeded(3)
    for (let round = 0; round < 5000; round++) {
      const [ax, ay, bx, by] = [106 + random(), 29 + random(), 106 + random(), 29 + random()]
      const part = random()
      const [px, py] = [ax + part * (bx - ax), ay + part * (by - ay)]
      expect(Math.sign(sideOf(ax, ay, bx, by, px, py))).toBe(0 - Math.sign(sideOf(bx, by, ax, ay, px, py)))
      expect(sideOf(ax, ay, bx, by, px + 1e-9, py) > 0).toBe(by < ay)
    }
  })

  it('does not lose tiny or huge numbers', () => {
    expect(sideOf(0, 0, 1e-160, 1e-160, 5e-161, 5e-161)).toBe(0)
    expect(Math.sign(sideOf(1e-12, 1e-12, 180, 90, 90.0000000000005, 45.0000000000005))).not.toBeNaN()
  })
})
