/** Where the map looks, without a map: the room that no card covers, in CSS px. */
import type { Box } from './geometry'
import type { Inset } from './map-port'

/** Least distance of a revealed place from a card or the edge, CSS px. */
const MARGIN_PX = 48
/** A box smaller than this is not well in view, CSS px. */
const LEAST_PX = 40
/** A box that fills more of the room than this leaves nothing to see around it. */
const MOST_SHARE = 0.98
/** No box is shown nearer than this: a parcel without its surroundings says little. */
export const NEAREST_ZOOM = 16
/** Zooms of the map, from about 500 m to about 0.26 m to the px: the corners of a small parcel can be told apart. */
export const [MIN_ZOOM, MAX_ZOOM] = [8, 18]
/** How far the middle may leave the district, degrees. */
const STRAY = 0.1

/** CSS px. */
export interface Size {
  width: number
  height: number
}

/** What is looked at: px of a place from the north-west corner, the size of the map, and its zoom. */
export interface Sight extends Size {
  at(position: readonly [lon: number, lat: number]): readonly [x: number, y: number]
  zoom: number
}

export const clamp = (value: number, from: number, to: number): number => Math.max(from, Math.min(to, value))

/** The nearest place to `[lon, lat]`, degrees, that the middle of the map may have. */
export function within([west, south, east, north]: Readonly<Box>, [lon, lat]: readonly [number, number]): [lon: number, lat: number] {
  return [clamp(lon, west - STRAY, east + STRAY), clamp(lat, south - STRAY, north + STRAY)]
}

/** How far a place at px `[x, y]` must move to be seen. */
export function shiftToSee([x, y]: readonly [number, number], { width, height }: Size, { top, right, bottom, left }: Inset): [dx: number, dy: number] {
  const seenX = clamp(x, left + MARGIN_PX, Math.max(left + MARGIN_PX, width - right - MARGIN_PX))
  const seenY = clamp(y, top + MARGIN_PX, Math.max(top + MARGIN_PX, height - bottom - MARGIN_PX))
  return [seenX - x, seenY - y]
}

/** White space around a box, less where a card leaves little room. */
export function paddingOf({ width, height }: Size, { top, right, bottom, left }: Inset): Inset {
  const room = Math.min(width - left - right, height - top - bottom)
  const margin = clamp(room / 6, 0, MARGIN_PX)
  return { top: top + margin, right: right + margin, bottom: bottom + margin, left: left + margin }
}

/** True where a box, degrees, is seen whole and neither too small nor too large. */
export function isWellInView({ at, zoom, width, height }: Sight, [west, south, east, north]: Readonly<Box>, { top, right, bottom, left }: Inset): boolean {
  const [[fromX, fromY], [toX, toY]] = [at([west, north]), at([east, south])]
  const isInside = fromX >= left && fromY >= top && toX <= width - right && toY <= height - bottom
  const share = Math.max((toX - fromX) / (width - left - right), (toY - fromY) / (height - top - bottom))
  const isLarge = Math.max(toX - fromX, toY - fromY) >= LEAST_PX || zoom >= NEAREST_ZOOM
  return isInside && isLarge && share <= MOST_SHARE
}
