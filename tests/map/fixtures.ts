/** The layers as committed, and small shapes that no layer holds yet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import type { Layer, Parcel, ZoneShape } from '../../src/core/model'
import { drawingOf } from '../../src/map/drawing'
import type { MapState } from '../../src/map/port-view'
import type { Shapes } from '../../src/map/shapes'

const geodata = join(import.meta.dirname, '..', '..', 'geodata')
const read = <T>(path: string): T => JSON.parse(readFileSync(join(geodata, path), 'utf8')) as T

export const layers = read<Layer[]>('layers.json')
export const data: Shapes = Object.fromEntries(layers.map(({ id, file }) => [id, read<FeatureCollection>(`layers/${file}`)]))
export const drawing = drawingOf(layers, data)

/** Shapes of every zone layer. */
export const shapes = layers.flatMap((layer) =>
  (data[layer.id]?.features ?? []).flatMap(({ properties }) => (properties !== null && 'zone' in properties ? [{ layer: layer.id, shape: properties as ZoneShape }] : [])),
)

export const usual: MapState = { theme: 'light', lang: 'zh', off: new Set(), opacity: {}, point: null, selected: null }

export const layer = (id: string, zones: string[]): Layer => ({ id, group: 'other', file: `${id}.geojson`, name: { zh: id, en: id }, about: { zh: '', en: '' }, zones, on: true })

export function shape(zone: string, geometry: Geometry, more: Partial<ZoneShape> = {}): FeatureCollection {
  const properties: ZoneShape = { zone, name: { zh: '甲（示意）', en: 'A (indicative)' }, kind: 'outline', certainty: 'C', sigmaM: 500, complete: true, method: { zh: '', en: '' }, sources: [], ...more }
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] }
}

export const square: Geometry = { type: 'Polygon', coordinates: [[[106, 29], [106.1, 29], [106.1, 29.1], [106, 29.1], [106, 29]]] }

/** A site, a road with a corridor, a pipe without, and a site of two parts, one with a hole. */
export const parcels: readonly Parcel[] = [
  { name: 'site', geometry: { type: 'Polygon', coordinates: [[[106, 29], [106.1, 29], [106.1, 29.1], [106, 29.1], [106, 29]]] } },
  { name: 'road', geometry: { type: 'LineString', coordinates: [[106, 29.2], [106.1, 29.2], [106.2, 29.3]] }, corridorM: 60 },
  { name: 'pipe', geometry: { type: 'MultiLineString', coordinates: [[[106, 29.4], [106.1, 29.4]], [[106.2, 29.4], [106.3, 29.4], [106.3, 29.5]]] } },
  {
    name: 'parts',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [[[106.4, 29], [106.6, 29], [106.6, 29.2], [106.4, 29.2], [106.4, 29]], [[106.48, 29.08], [106.48, 29.12], [106.52, 29.12], [106.52, 29.08], [106.48, 29.08]]],
        [[[106.7, 29], [106.71, 29], [106.71, 29.01], [106.7, 29]]],
      ],
    },
  },
]
