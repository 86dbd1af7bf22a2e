/** Signs of points as signed distance fields, coloured by the style like the hatches. */
import { fieldAlpha, type HatchTile } from './hatch'

/** Distance to the edge of a sign in CSS px, negative inside; x and y from its middle. */
type Sign = (x: number, y: number) => number

const disc = (radius: number): Sign => (x, y) => Math.hypot(x, y) - radius
const ring = (radius: number, width: number): Sign => (x, y) => Math.abs(Math.hypot(x, y) - radius) - width / 2
const diamond = (radius: number): Sign => (x, y) => (Math.abs(x) + Math.abs(y) - radius) / Math.SQRT2
const both = (one: Sign, other: Sign): Sign => (x, y) => Math.min(one(x, y), other(x, y))

const signs: Readonly<Record<string, Sign>> = {
  dot: disc(2.4),
  small: ring(2.7, 1.4),
  large: ring(3.7, 1.7),
  seat: both(ring(5.2, 1.6), disc(2.2)),
  diamond: diamond(3.8),
  drop: both(ring(4, 1.5), disc(1.6)),
}

const sizePx = 22

function tileOf(sign: Sign, ratio: number): HatchTile {
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
  return new Map(Object.entries(signs).map(([name, sign]) => [`icon-${name}`, tileOf(sign, ratio)]))
}
