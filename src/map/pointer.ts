/** Which zones lie under the pointer, asked at most once a frame. */
import type { MapGeoJSONFeature, MapLibreMap, Point } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import type { PortEvents } from './map-port'

const hitLayers = ['hit/area', 'hit/line']

const extentOf = ({ properties }: MapGeoJSONFeature): number => Number(properties['extent'])

/** Zone ids, smallest shape first, each once. */
function zonesAt(map: MapLibreMap, point: Point): string[] {
  const layers = hitLayers.filter((id) => map.getLayer(id) !== undefined)
  const hits = layers.length === 0 ? [] : map.queryRenderedFeatures(point, { layers })
  const zones = [...hits].sort((a, b) => extentOf(a) - extentOf(b)).map(({ properties }) => String(properties['zone']))
  return [...new Set(zones)]
}

/** Tells the zones under the pointer whenever they change. */
export function watchPointer(map: MapLibreMap, events: PortEvents): void {
  let at: Point | null = null
  let frame = 0
  let told = ''
  const tell = () => {
    frame = 0
    const zones = at === null ? [] : zonesAt(map, at)
    events.pointer(at === null ? null : lonLatAt(map, at))
    if (zones.join() === told) return
    told = zones.join()
    events.point(zones)
  }
  const next = (point: Point | null) => {
    at = point
    if (frame === 0) frame = requestAnimationFrame(tell)
  }
  map.on('mousemove', ({ point }) => next(map.isMoving() ? null : point))
  map.on('mouseout', () => next(null))
  map.on('remove', () => cancelAnimationFrame(frame))
}

function lonLatAt(map: MapLibreMap, point: Point): LonLat {
  const { lng, lat } = map.unproject(point)
  return [lng, lat]
}

/** Degrees of latitude to a CSS px at a point of a map that lies flat. */
export function degreesPerPx(map: MapLibreMap, { x, y }: Point): number {
  return Math.abs(map.unproject([x, y]).lat - map.unproject([x, y + 1]).lat)
}

/** Half the side of the box in which a click counts as on an outline, CSS px. */
const NEAR_PX = 5
const outlineLayers = ['parcel/line', 'parcel/number']

/** Indices of the parcels whose outline or number is at a point, topmost first. */
export function outlinesAt(map: MapLibreMap, { x, y }: Point): number[] {
  const layers = outlineLayers.filter((id) => map.getLayer(id) !== undefined)
  if (layers.length === 0) return []
  const hits = map.queryRenderedFeatures([[x - NEAR_PX, y - NEAR_PX], [x + NEAR_PX, y + NEAR_PX]], { layers })
  return [...new Set(hits.map(({ properties }) => Number(properties['index'])))]
}
