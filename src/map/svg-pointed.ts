/** What the pointer of the simple map lies on. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { LonLat } from '../core/model'
import { shownBy } from './svg-values'

/** Zones drawn for the pointer at a place, the smallest first. */
export function zonesAt(place: LonLat, layers: readonly LayerSpecification[], sources: Readonly<Record<string, FeatureCollection>>, zoom: number): string[] {
  const layer = layers.find(({ id }) => id === 'hit/area')
  const features = layer === undefined ? [] : shownBy(layer, sources['zones']?.features ?? [], zoom)
  const hits = features.filter(({ geometry }) => (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && booleanPointInPolygon([...place], geometry))
  const extentOf = (feature: (typeof hits)[number]): number => Number(feature.properties?.['extent'])
  return [...new Set(hits.sort((a, b) => extentOf(a) - extentOf(b)).map(({ properties }) => String(properties?.['zone'])))]
}
