/** Moves the map library's camera. */
import type { MapLibreMap } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import type { Box } from './geometry'
import type { Goal, Inset } from './map-port'
import { isWellInView, NEAREST_ZOOM, paddingOf, shiftToSee, type Size } from './room'

/** Longest camera move, ms; none when reduced motion is asked. */
const MOVE_MS = 140

function sizeOf(map: MapLibreMap): Size {
  const { clientWidth, clientHeight } = map.getContainer()
  return { width: clientWidth, height: clientHeight }
}

function at(map: MapLibreMap, [lon, lat]: LonLat): [x: number, y: number] {
  const { x, y } = map.project([lon, lat])
  return [x, y]
}

/** Moves just far enough that a place is seen. */
export function reveal(map: MapLibreMap, lonLat: LonLat, inset: Inset): void {
  const [dx, dy] = shiftToSee(at(map, lonLat), sizeOf(map), inset)
  if (dx !== 0 || dy !== 0) map.panBy([-dx, -dy], { duration: MOVE_MS })
}

function fit(map: MapLibreMap, [west, south, east, north]: Readonly<Box>, inset: Inset): void {
  map.fitBounds([west, south, east, north], { padding: { ...paddingOf(sizeOf(map), inset) }, linear: true, maxZoom: NEAREST_ZOOM, duration: MOVE_MS })
}

/** Moves to a box unless it is well in view. */
export function revealBox(map: MapLibreMap, box: Box, inset: Inset): void {
  const sight = { ...sizeOf(map), zoom: map.getZoom(), at: (place: LonLat) => at(map, place) }
  if (!isWellInView(sight, box, inset)) fit(map, box, inset)
}

/** Moves there, to the middle of what no card covers. */
export function fly(map: MapLibreMap, goal: Goal, inset: Inset): void {
  if ('view' in goal) return void map.jumpTo({ center: [goal.view.center[0], goal.view.center[1]], zoom: goal.view.zoom })
  if ('bbox' in goal) return fit(map, [...goal.bbox], inset)
  const offset: [number, number] = [(inset.left - inset.right) / 2, (inset.top - inset.bottom) / 2]
  map.easeTo({ center: [goal.lonLat[0], goal.lonLat[1]], zoom: goal.zoom ?? map.getZoom(), offset, duration: MOVE_MS })
}
