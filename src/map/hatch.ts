/**
 * Hatches as signed distance fields: one grey image serves every colour, theme and zoom, because the
 * map colours the field itself (`fill-color`) and keeps its edge sharp at any scale.
 */
import type { Palette } from './palette'

/** Pixels of one repeating tile; `data` is RGBA, row by row. */
export interface HatchTile {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** MapLibre's field: the edge lies at 3/4 of the alpha range, 8 image pixels span the whole of it. */
const edge = 0.75
const radiusPx = 8

/** Alpha of a field pixel; the distance to the edge in image pixels, negative inside. */
export const fieldAlpha = (outsidePx: number): number => Math.round(255 * Math.max(0, Math.min(1, edge - outsidePx / radiusPx)))

const modulo = (value: number, by: number) => ((value % by) + by) % by

/** Side of the tile in CSS px: a whole number, so that it repeats without a seam. */
export function tileSize(across: readonly number[], gap: number): number {
  return Math.max(1, Math.round(gap * Math.hypot(across[0] ?? 0, across[1] ?? 0)))
}

/**
 * A tile of parallel lines.
 * @param across direction across the lines: whole numbers, so that the tile repeats without a seam
 * @param gap distance between the middles of two lines, CSS px
 * @param width width of a line, CSS px
 * @param ratio image pixels per CSS px
 */
export function hatchTile(across: readonly number[], gap: number, width: number, ratio: number): HatchTile {
  const [a = 0, b = 0] = across
  if (!Number.isInteger(a) || !Number.isInteger(b) || (a === 0 && b === 0))
    throw new Error(`Expected two whole numbers for "across", not both 0, found [${across.join(', ')}]. Correct "hatches" in palette.json.`)
  const size = tileSize(across, gap)
  const side = size * ratio
  const data = new Uint8ClampedArray(side * side * 4)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const along = (a * (column + 0.5) + b * (row + 0.5)) / ratio
      const distancePx = Math.abs(modulo(along, size) - size / 2) / Math.hypot(a, b)
      data[(row * side + column) * 4 + 3] = fieldAlpha((distancePx - width / 2) * ratio)
    }
  return { width: side, height: side, data }
}

/** Every hatch image a palette can ask for, by id. */
export function hatchTiles(from: Palette, ratio: number): Map<string, HatchTile> {
  const tiles = new Map<string, HatchTile>()
  for (const [name, { across, width }] of Object.entries(from.hatches))
    for (const [form, { gap }] of Object.entries(from.sureness))
      if (gap !== null) tiles.set(`${name}-${form}`, hatchTile(across, gap, width, ratio))
  return tiles
}
