/** Where the picture of the simple map is until it is drawn anew: a place at p px is at `k * p + [dx, dy]`. */
import type { Size } from './room'

export interface Shift {
  k: number
  dx: number
  dy: number
}

type Px = readonly [x: number, y: number]

export const still: Shift = { k: 1, dx: 0, dy: 0 }

/** How far it is moved, as a share of the map, or made larger, before it is drawn anew. */
const [MOST_SHARE, MOST_FACTOR] = [0.3, 1.6]

export const placedBy = ({ k, dx, dy }: Shift, [x, y]: Px): [x: number, y: number] => [k * x + dx, k * y + dy]

/** What is seen at `from` moves to `to` and grows by a factor about it. */
export const shifted = ({ k, dx, dy }: Shift, [x, y]: Px, to: Px, factor: number): Shift => ({ k: k * factor, dx: factor * (dx - x) + to[0], dy: factor * (dy - y) + to[1] })

export const isFar = ({ k, dx, dy }: Shift, { width, height }: Size): boolean =>
  Math.abs(dx) > width * MOST_SHARE || Math.abs(dy) > height * MOST_SHARE || Math.abs(Math.log(k)) > Math.log(MOST_FACTOR)

/** As CSS. */
export const transformOf = (shift: Shift): string => (shift === still ? '' : `translate(${shift.dx}px, ${shift.dy}px) scale(${shift.k})`)
