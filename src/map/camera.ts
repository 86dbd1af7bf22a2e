/** Where the map looks: the middle and the room that no card covers. */
import type { MapLibreMap } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import type { Box } from './geometry'
import type { Goal, Inset } from './map-port'

/** Longest camera move, ms; none when reduced motion is asked. */
const MOVE_MS = 140
/** Least distance of a revealed place from a card or the edge, CSS px. */
const REVEAL_MARGIN_PX = 48
/** A box smaller than this is not well in view, CSS px. */
const LEAST_PX = 40
/** No box is shown nearer than this: a parcel without its surroundings says little. */
const NEAREST_ZOOM = 16
/** A box that fills more of the room than this leaves nothing to see around it. */
const MOST_SHARE = 0.98

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))

/** Moves just far enough that a place is seen. */
export function reveal(map: MapLibreMap, lonLat: LonLat, { top, right, bottom, left }: Inset): void {
  const { x, y } = map.project([lonLat[0], lonLat[1]])
  const { clientWidth, clientHeight } = map.getContainer()
  const seenX = clamp(x, left + REVEAL_MARGIN_PX, Math.max(left + REVEAL_MARGIN_PX, clientWidth - right - REVEAL_MARGIN_PX))
  const seenY = clamp(y, top + REVEAL_MARGIN_PX, Math.max(top + REVEAL_MARGIN_PX, clientHeight - bottom - REVEAL_MARGIN_PX))
  if (seenX !== x || seenY !== y) map.panBy([x - seenX, y - seenY], { duration: MOVE_MS })
}

/** White space around a box, less where a card leaves little room. */
function paddingOf(map: MapLibreMap, { top, right, bottom, left }: Inset) {
  const { clientWidth, clientHeight } = map.getContainer()
  const room = Math.min(clientWidth - left - right, clientHeight - top - bottom)
  const margin = clamp(room / 6, 0, REVEAL_MARGIN_PX)
  return { top: top + margin, right: right + margin, bottom: bottom + margin, left: left + margin }
}

function fit(map: MapLibreMap, [west, south, east, north]: Readonly<Box>, inset: Inset): void {
  map.fitBounds([west, south, east, north], { padding: paddingOf(map, inset), linear: true, maxZoom: NEAREST_ZOOM, duration: MOVE_MS })
}

function isWellInView(map: MapLibreMap, [west, south, east, north]: Box, { top, right, bottom, left }: Inset): boolean {
  const { clientWidth, clientHeight } = map.getContainer()
  const [from, to] = [map.project([west, north]), map.project([east, south])]
  const isInside = from.x >= left && from.y >= top && to.x <= clientWidth - right && to.y <= clientHeight - bottom
  const share = Math.max((to.x - from.x) / (clientWidth - left - right), (to.y - from.y) / (clientHeight - top - bottom))
  const isLarge = Math.max(to.x - from.x, to.y - from.y) >= LEAST_PX || map.getZoom() >= NEAREST_ZOOM
  return isInside && isLarge && share <= MOST_SHARE
}

/** Moves to a box unless it is well in view. */
export function revealBox(map: MapLibreMap, box: Box, inset: Inset): void {
  if (!isWellInView(map, box, inset)) fit(map, box, inset)
}

/** Moves there, to the middle of what no card covers. */
export function fly(map: MapLibreMap, goal: Goal, inset: Inset): void {
  if ('bbox' in goal) return fit(map, [...goal.bbox], inset)
  const offset: [number, number] = [(inset.left - inset.right) / 2, (inset.top - inset.bottom) / 2]
  map.easeTo({ center: [goal.lonLat[0], goal.lonLat[1]], zoom: goal.zoom ?? map.getZoom(), offset, duration: MOVE_MS })
}
