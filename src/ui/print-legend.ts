/** What the legend of a printed map must explain: what is drawn within the picture. Pure. */
import type { Feature } from 'geojson'
import type { Loaded } from '../core/model'
import { layerGroups, type ShapeRow } from './layer-view'
import type { MapPicture } from './extract-picture'
import { metresPerPx } from './print-scale'

/** Degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

export interface LegendRow extends ShapeRow {
  layer: string
}

const METRES_PER_DEGREE = 111_320

/** What a picture shows; good to a few pixels, as a district is small. */
export function boxOf({ view, widthPx, heightPx }: Omit<MapPicture, 'url'>): Box {
  const { center: [lon, lat] } = view
  const north = (metresPerPx(view) * heightPx) / 2 / METRES_PER_DEGREE
  const east = (metresPerPx(view) * widthPx) / 2 / METRES_PER_DEGREE / Math.cos((lat * Math.PI) / 180)
  return [lon - east, lat - north, lon + east, lat + north]
}

type Nested = number | readonly Nested[]

/** Visits the positions of nested coordinates. */
function visit(coordinates: readonly Nested[], each: (lon: number, lat: number) => void): void {
  const [lon, lat] = coordinates
  if (typeof lon === 'number' && typeof lat === 'number') return each(lon, lat)
  for (const part of coordinates) if (typeof part !== 'number') visit(part, each)
}

function isWithin({ geometry }: Feature, [west, south, east, north]: Box): boolean {
  if (!('coordinates' in geometry)) return true
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  visit(geometry.coordinates, (lon, lat) => {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  })
  return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south
}

/** Of the layers shown, the zones drawn within the box (all where there is none), topmost first. */
export function legendRows(loaded: Loaded, groups: readonly string[], off: ReadonlySet<string>, box: Box | null): LegendRow[] {
  const layers = layerGroups(loaded, groups).flatMap((group) => group.layers).filter(({ layer }) => !off.has(layer.id))
  return layers.flatMap(({ layer: { id }, rows }) => {
    const features = loaded.data[id]?.features ?? []
    const isSeen = (zone: string) => box === null || features.some((one) => one.properties?.['zone'] === zone && isWithin(one, box))
    return (rows ?? []).filter(({ zone, kind }) => kind !== 'mark' && !off.has(zone) && isSeen(zone)).map((row) => ({ ...row, layer: id }))
  })
}
