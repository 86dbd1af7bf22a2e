/**
 * The parcels: the one asked about strong, the others thin, and on them what a rule catches. Told apart by width
 * and tone, so that it reads in grey as well.
 */
import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { trueWidth } from './expressions'
import type { ParcelColours } from './palette'

const isActive: ExpressionSpecification = ['boolean', ['get', 'active'], false]
const byActive = (active: number, other: number): ExpressionSpecification => ['case', isActive, active, other]
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']

type Manner = Pick<LineLayerSpecification, 'filter' | 'paint'>

const line = (id: string, source: string, manner: Manner, cap: 'round' | 'butt' = 'round'): LayerSpecification => ({
  id,
  type: 'line',
  source,
  ...manner,
  layout: { 'line-join': 'round', 'line-cap': cap },
})

function corridorLayers(colours: ParcelColours, latitude: number): LayerSpecification[] {
  const width = trueWidth(latitude, 'corridorM')
  return [
    line('parcel/corridor', 'corridors', { paint: { 'line-color': colours.wash, 'line-opacity': byActive(0.14, 0.07), 'line-width': width } }, 'butt'),
    line('parcel/corridor-edge', 'corridors', { paint: { 'line-color': colours.line, 'line-opacity': 0.85, 'line-width': byActive(1.4, 0.8), 'line-gap-width': width } }, 'butt'),
  ]
}

function pieceLayers(colours: ParcelColours): LayerSpecification[] {
  return [
    line('piece/halo', 'piece', { paint: { 'line-color': colours.halo, 'line-width': ['case', isArea, 6.5, 10], 'line-opacity': 0.9 } }),
    { id: 'piece/fill', type: 'fill', source: 'piece', filter: isArea, paint: { 'fill-color': colours.piece, 'fill-opacity': 0.46, 'fill-antialias': false } },
    line('piece/line', 'piece', { paint: { 'line-color': colours.piece, 'line-width': ['case', isArea, 4, 7] } }),
  ]
}

function outlineLayers(colours: ParcelColours): LayerSpecification[] {
  const notPoint: ExpressionSpecification = ['!', isPoint]
  return [
    { id: 'parcel/wash', type: 'fill', source: 'parcels', filter: ['all', isArea, isActive], paint: { 'fill-color': colours.wash, 'fill-opacity': 0.09, 'fill-antialias': false } },
    line('parcel/halo', 'parcels', { filter: notPoint, paint: { 'line-color': colours.halo, 'line-width': byActive(6, 3.4), 'line-opacity': byActive(0.95, 0.8) } }),
  ]
}

/** Parcels, above the zones; bottom first. */
export function parcelLayers(colours: ParcelColours, latitude: number): LayerSpecification[] {
  const ofParcels: Manner = { filter: ['!', isPoint], paint: { 'line-color': colours.line, 'line-width': byActive(2.4, 1.2), 'line-opacity': byActive(1, 0.85) } }
  return [
    ...corridorLayers(colours, latitude),
    ...outlineLayers(colours),
    ...pieceLayers(colours),
    line('parcel/line', 'parcels', ofParcels),
    line('ring/halo', 'ring', { filter: isArea, paint: { 'line-color': colours.halo, 'line-width': 4, 'line-opacity': 0.7 } }),
    line('ring/line', 'ring', { filter: ['any', isArea, isLine], paint: { 'line-color': colours.ring, 'line-width': 1.6, 'line-dasharray': [4, 3] } }, 'butt'),
  ]
}

/** What was measured, in the colours it was drawn in. */
export function measuredLayers({ sketch, sketchHalo }: ParcelColours): LayerSpecification[] {
  return [
    { id: 'measured/wash', type: 'fill', source: 'measured', filter: isArea, paint: { 'fill-color': sketch, 'fill-opacity': 0.12, 'fill-antialias': false } },
    line('measured/halo', 'measured', { paint: { 'line-color': sketchHalo, 'line-width': 6, 'line-opacity': 0.9 } }),
    line('measured/line', 'measured', { paint: { 'line-color': sketch, 'line-width': 3 } }),
    { id: 'measured/corner', type: 'circle', source: 'measured', paint: { 'circle-radius': 3.4, 'circle-color': sketchHalo, 'circle-stroke-color': sketch, 'circle-stroke-width': 2 } },
  ]
}

/** Beside the pin that stands on a place, and beside the number of a parcel, CSS px. */
const aside: [number, number] = [0, 17]

/** Numbers of sites put side by side: a dark disc each, above all names. */
export function comparedMarks(colours: ParcelColours, fonts: readonly string[]): LayerSpecification[] {
  return [
    {
      id: 'compared/disc',
      type: 'circle',
      source: 'compared',
      paint: { 'circle-radius': 10, 'circle-color': colours.line, 'circle-stroke-color': colours.halo, 'circle-stroke-width': 2, 'circle-translate': aside },
    },
    {
      id: 'compared/number',
      type: 'symbol',
      source: 'compared',
      layout: { 'text-field': ['get', 'number'], 'text-font': ['Semibold', ...fonts], 'text-size': 13, 'text-allow-overlap': true, 'text-ignore-placement': true },
      paint: { 'text-color': colours.halo, 'text-translate': aside },
    },
  ]
}

/** Numbers of the parcels where there are several, above all names. */
export function parcelNumbers(colours: ParcelColours, fonts: readonly string[]): LayerSpecification {
  return {
    id: 'parcel/number',
    type: 'symbol',
    source: 'parcels',
    filter: ['all', isPoint, ['has', 'number']],
    layout: {
      'text-field': ['get', 'number'],
      'text-font': ['Semibold', ...fonts],
      'text-size': byActive(17, 13),
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-sort-key': byActive(1, 0),
    },
    paint: { 'text-color': colours.line, 'text-halo-color': colours.halo, 'text-halo-width': byActive(2.4, 1.8) },
  }
}
