/** The scale bar of a printed map: the page knows where the map looks, not the map itself. */
import type { View } from '../state/url'

/** Length of the equator in Web Mercator, metres. */
const AROUND_M = 40_075_016.686
const TILE_PX = 512

/** Metres on the ground per CSS px of the map, in the middle of the view. */
export const metresPerPx = ({ center, zoom }: View): number => (AROUND_M * Math.cos((center[1] * Math.PI) / 180)) / (TILE_PX * 2 ** zoom)

export interface PrintScale {
  /** Length on the ground, metres: 1, 2 or 5 times a power of ten. */
  metres: number
  /** Length of the bar as a part of the width of the picture, 0..1. */
  part: number
}

/**
 * The longest round bar that takes up at most this part of the width of the picture.
 * @param widthPx width of the map when the picture was taken, CSS px
 */
export function printScale(view: View, widthPx: number, most = 0.35): PrintScale {
  const across = metresPerPx(view) * widthPx
  const power = 10 ** Math.floor(Math.log10(across * most))
  const digit = [5, 2].find((one) => one * power <= across * most) ?? 1
  return { metres: digit * power, part: (digit * power) / across }
}
