/** On which side of a line a point lies: exact, so that no answer hangs on rounding. */

/** Error bound of the quick determinant: (3 + 16e)e with e = 2^-53 (Shewchuk 1997, ccwerrboundA). */
const errorBound = 3.3306690738754716e-16

const lowestPower = 1074

/** A finite double as a whole number of 2^-1074. */
function scaled(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const high = view.getUint32(0)
  const exponent = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4))
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n)
  const size = mantissa << BigInt(Math.max(exponent, 1) - 1075 + lowestPower)
  return value < 0 ? -size : size
}

function exactSide(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const [x, y] = [scaled(px), scaled(py)]
  const left = (scaled(ax) - x) * (scaled(by) - y)
  const right = (scaled(ay) - y) * (scaled(bx) - x)
  if (left === right) return 0
  return left > right ? 1 : -1
}

/**
 * Positive when `p` lies left of the line from `a` to `b`, negative right, exactly 0 on it.
 * Any finite coordinates. The quick determinant answers unless its rounding error could change the sign.
 */
export function sideOf(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const left = (ax - px) * (by - py)
  const right = (ay - py) * (bx - px)
  const determinant = left - right
  // Of unlike sign, or one of them 0: the difference cannot cancel.
  if (left > 0 ? right <= 0 : left === 0 || right >= 0) return determinant
  if (Math.abs(determinant) >= errorBound * Math.abs(left + right)) return determinant
  return exactSide(ax, ay, bx, by, px, py)
}
