/** Where a place stands in the simple map: Web Mercator, CSS px from the middle of the view. */
import type { LonLat } from '../core/model'
import type { View } from './map-port'

const TILE = 512
/** Web Mercator ends here, degrees. */
const MOST_LATITUDE = 85.051129

export interface Frame {
  view: View
  width: number
  height: number
}

/** Shares of the world from its north-west corner, 0 to 1. */
export function worldOf([lon, lat]: LonLat): [number, number] {
  const phi = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) * Math.PI) / 180
  return [(lon + 180) / 360, 0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI)]
}

/** `scale`: px of the whole world. `left`, `top`: px from its north-west corner to that of the map. */
export function cornerOf({ view, width, height }: Frame): { scale: number; left: number; top: number } {
  const scale = TILE * 2 ** view.zoom
  const [x, y] = worldOf(view.center)
  return { scale, left: x * scale - width / 2, top: y * scale - height / 2 }
}

/** How far the zoom is beyond a whole one, as a factor: patterns and dashes are made for whole zooms and grow in between. */
export const growthOf = ({ view: { zoom } }: Frame): number => 2 ** (zoom - Math.floor(zoom))

/** Px from the north-west corner of the map. */
export function project(frame: Frame): (position: readonly number[]) => [number, number] {
  const { scale, left, top } = cornerOf(frame)
  return ([lon = 0, lat = 0]) => {
    const [x, y] = worldOf([lon, lat])
    return [x * scale - left, y * scale - top]
  }
}

/** The place at px from the north-west corner of the map. */
export function unproject(frame: Frame, [x, y]: readonly [number, number]): LonLat {
  const { scale, left, top } = cornerOf(frame)
  return [((left + x) / scale) * 360 - 180, (Math.atan(Math.sinh(2 * Math.PI * (0.5 - (top + y) / scale))) * 180) / Math.PI]
}

/** White space around a box, px: as much as the map library leaves around the district. */
const AROUND_PX = 28

/** The view that shows a box whole within the room that no card covers. */
export function fitted([west, south, east, north]: readonly [number, number, number, number], frame: Frame, inset: { top: number; right: number; bottom: number; left: number }, mostZoom: number): View {
  const [from, to] = [worldOf([west, north]), worldOf([east, south])]
  const room = [Math.max(40, frame.width - inset.left - inset.right - 2 * AROUND_PX), Math.max(40, frame.height - inset.top - inset.bottom - 2 * AROUND_PX)] as const
  const zoom = Math.min(mostZoom, Math.log2(Math.min(room[0] / (to[0] - from[0]), room[1] / (to[1] - from[1])) / TILE))
  const shift = [(inset.right - inset.left) / 2, (inset.bottom - inset.top) / 2] as const
  const flat = { ...frame, view: { center: [(west + east) / 2, (south + north) / 2] as LonLat, zoom } }
  const middle = project(flat)([west, north])
  const far = project(flat)([east, south])
  return { center: unproject(flat, [(middle[0] + far[0]) / 2 + shift[0], (middle[1] + far[1]) / 2 + shift[1]]), zoom }
}
