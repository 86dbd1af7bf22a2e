/** Signs of points as signed distance fields, coloured by the style like the hatches. */
import { fieldAlpha, type HatchTile } from './hatch'

/** Distance to the edge of a sign in CSS px, negative inside; x and y from its middle. */
type Sign = (x: number, y: number) => number

const disc = (radius: number): Sign => (x, y) => Math.hypot(x, y) - radius
const ring = (radius: number, width: number): Sign => (x, y) => Math.abs(Math.hypot(x, y) - radius) - width / 2
const diamond = (radius: number): Sign => (x, y) => (Math.abs(x) + Math.abs(y) - radius) / Math.SQRT2
const both = (one: Sign, other: Sign): Sign => (x, y) => Math.min(one(x, y), other(x, y))

/** `size`: side of the tile in CSS px; it is also the room names keep free, so it is just the sign and its halo. */
const signs: Readonly<Record<string, { sign: Sign; size: number }>> = {
  dot: { sign: disc(2.4), size: 10 },
  small: { sign: ring(2.7, 1.4), size: 12 },
  large: { sign: ring(3.7, 1.7), size: 14 },
  seat: { sign: both(ring(5.2, 1.6), disc(2.2)), size: 16 },
  diamond: { sign: diamond(3.8), size: 12 },
}

function tileOf(sign: Sign, sizePx: number, ratio: number): HatchTile {
  const side = sizePx * ratio
  const data = new Uint8ClampedArray(side * side * 4)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const distance = sign((column + 0.5) / ratio - sizePx / 2, (row + 0.5) / ratio - sizePx / 2)
      data[(row * side + column) * 4 + 3] = fieldAlpha(distance * ratio)
    }
  return { width: side, height: side, data }
}

/** Every sign the palette may name, by image id. */
export function iconTiles(ratio: number): Map<string, HatchTile> {
  return new Map(Object.entries(signs).map(([name, { sign, size }]) => [`icon-${name}`, tileOf(sign, size, ratio)]))
}
