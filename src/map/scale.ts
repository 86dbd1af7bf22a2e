/** The scale of the map: metres per px, and a bar of a round length. */

/** Metres per CSS px at zoom 0, on the equator (512 px tiles). */
const METRES_PER_PX = 78_271.517

/** Metres on the ground per CSS px of the map, at a latitude (degrees) and a zoom. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (METRES_PER_PX * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
}

export interface ScaleBar {
  /** Length on the ground: 1, 2, 3 or 5 times a power of ten, as in the map library. */
  metres: number
  /** Length of the bar, px. */
  px: number
}

/**
 * The longest bar of a round length that is not longer than `maxPx`.
 * @param metresPerPx metres on the ground per px of the picture
 * @throws RangeError where either is not a positive number
 */
export function scaleBarFor(metresPerPx: number, maxPx: number): ScaleBar {
  if (!(metresPerPx > 0 && maxPx > 0 && Number.isFinite(metresPerPx * maxPx)))
    throw new RangeError(`expected a positive scale and length, found ${metresPerPx} m/px and ${maxPx} px; give the scale of the picture and the room for the bar`)
  const longest = metresPerPx * maxPx
  const exponent = Math.floor(Math.log10(longest))
  const power = exponent < 0 ? 1 / 10 ** -exponent : 10 ** exponent
  const metres = ([5, 3, 2, 1].find((digit) => digit * power <= longest) ?? 1) * power
  return { metres, px: metres / metresPerPx }
}
