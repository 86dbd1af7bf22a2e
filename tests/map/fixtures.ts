/** The layers as committed, and small shapes that no layer holds yet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import type { Layer, ZoneShape } from '../../src/core/model'
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
