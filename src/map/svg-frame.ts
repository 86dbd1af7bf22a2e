/** Where a place stands in the simple map: Web Mercator, CSS px from the middle of the view. */
import type { Geometry, Position } from 'geojson'
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

const worldOf = (zoom: number): number => TILE * 2 ** zoom

/** Px from the north-west corner of the world at a zoom. */
function worldPx([lon, lat]: LonLat, zoom: number): [number, number] {
  const phi = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) * Math.PI) / 180
  const world = worldOf(zoom)
  return [((lon + 180) / 360) * world, (0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI)) * world]
}

/** Px from the north-west corner of the map. */
export function project({ view, width, height }: Frame): (position: readonly number[]) => [number, number] {
  const [middleX, middleY] = worldPx(view.center, view.zoom)
  return ([lon = 0, lat = 0]) => {
    const [x, y] = worldPx([lon, lat], view.zoom)
    return [x - middleX + width / 2, y - middleY + height / 2]
  }
}

/** The place at px from the north-west corner of the map. */
export function unproject({ view, width, height }: Frame, [x, y]: readonly [number, number]): LonLat {
  const world = worldOf(view.zoom)
  const [middleX, middleY] = worldPx(view.center, view.zoom)
  const lon = ((middleX + x - width / 2) / world) * 360 - 180
  const lat = (Math.atan(Math.sinh(2 * Math.PI * (0.5 - (middleY + y - height / 2) / world))) * 180) / Math.PI
  return [lon, lat]
}

/** The view that shows a box whole within the room that no card covers. */
export function fitted([west, south, east, north]: readonly [number, number, number, number], frame: Frame, inset: { top: number; right: number; bottom: number; left: number }, mostZoom: number): View {
  const [from, to] = [worldPx([west, north], 0), worldPx([east, south], 0)]
  const room = [Math.max(40, frame.width - inset.left - inset.right), Math.max(40, frame.height - inset.top - inset.bottom)] as const
  const zoom = Math.min(mostZoom, Math.log2(Math.min(room[0] / (to[0] - from[0]), room[1] / (to[1] - from[1]))) - 0.1)
  const shift = [(inset.right - inset.left) / 2, (inset.bottom - inset.top) / 2] as const
  const flat = { ...frame, view: { center: [(west + east) / 2, (south + north) / 2] as LonLat, zoom } }
  const middle = project(flat)([west, north])
  const far = project(flat)([east, south])
  return { center: unproject(flat, [(middle[0] + far[0]) / 2 + shift[0], (middle[1] + far[1]) / 2 + shift[1]]), zoom }
}

const round = (value: number): string => String(Math.round(value * 10) / 10)

function partOf(line: readonly Position[], at: (position: Position) => [number, number], isRing: boolean): string {
  return `M${line.map((position) => at(position).map(round).join(' ')).join('L')}${isRing ? 'Z' : ''}`
}

/** The `d` of a path; empty for points. */
export function pathOf(geometry: Geometry, at: (position: Position) => [number, number]): string {
  switch (geometry.type) {
    case 'LineString':
      return partOf(geometry.coordinates, at, false)
    case 'MultiLineString':
      return geometry.coordinates.map((line) => partOf(line, at, false)).join('')
    case 'Polygon':
      return geometry.coordinates.map((ring) => partOf(ring, at, true)).join('')
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((ring) => partOf(ring, at, true)).join('')
    default:
      return ''
  }
}
