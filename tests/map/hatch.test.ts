import { describe, expect, it } from 'vitest'
import { fieldAlpha, hatchTile, hatchTiles, tileSize, type HatchTile } from '../../src/map/hatch'
import { palette } from '../../src/map/palette'

const alphaAt = ({ width, data }: HatchTile, column: number, row: number): number => data[(row * width + column) * 4 + 3] ?? -1
/** Inked pixels: on the line side of the field's edge. */
const inked = (tile: HatchTile): number => tile.data.filter((value, i) => i % 4 === 3 && value >= 191).length / (tile.width * tile.height)

describe('hatch', () => {
  it('puts the edge at three quarters of the field', () => {
    expect(fieldAlpha(0)).toBe(191)
    expect(fieldAlpha(-10)).toBe(255)
    expect(fieldAlpha(10)).toBe(0)
  })

  it('inks as much as line and gap say', () => {
    for (const across of [[1, 0], [0, 1], [1, 1], [1, -1], [2, 1]]) {
      const spacing = tileSize(across, 8) / Math.hypot(across[0] ?? 0, across[1] ?? 0)
      expect(inked(hatchTile(across, 8, 2, 4))).toBeCloseTo(2 / spacing, 1)
    }
  })

  it('repeats without a seam', () => {
    for (const { across } of Object.values(palette.hatches)) {
      const tile = hatchTile(across, 6, 1, 2)
      // Going on past the last row and column must look like starting again at the first.
      const step = (from: number, to: number) => Math.abs(from - to)
      const inside = Math.max(...Array.from({ length: tile.width - 1 }, (_, i) => step(alphaAt(tile, i, 3), alphaAt(tile, i + 1, 3))))
      const seam = step(alphaAt(tile, tile.width - 1, 3), alphaAt(tile, 0, 3))
      expect(seam).toBeLessThanOrEqual(inside + 1)
    }
  })

  it('rises to the right for [1, 1] and falls for [1, -1]', () => {
    const rise = hatchTile([1, 1], 8, 2, 1)
    const fall = hatchTile([1, -1], 8, 2, 1)
    const last = rise.width - 1
    expect(alphaAt(rise, 2, last - 5)).toBe(alphaAt(rise, 3, last - 6))
    expect(alphaAt(fall, 2, 5)).toBe(alphaAt(fall, 3, 6))
  })

  it('is twice as fine at twice the ratio', () => {
    expect(hatchTile([1, 1], 8, 1, 2).width).toBe(2 * hatchTile([1, 1], 8, 1, 1).width)
  })

  it('makes one tile per hatch and hatched form', () => {
    expect([...hatchTiles(palette, 1).keys()]).toHaveLength(Object.keys(palette.hatches).length * 2)
  })

  it('refuses directions that cannot repeat', () => {
    expect(() => hatchTile([1, 0.5], 8, 1, 1)).toThrow(/Expected two whole numbers/)
    expect(() => hatchTile([0, 0], 8, 1, 1)).toThrow(/not both 0/)
  })
})
