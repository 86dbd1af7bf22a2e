/** The stage: paper, relief, contours, neighbours, great rivers, the dimmed outside and the district's edge. */
import type { LayerSpecification } from 'maplibre-gl'
import { byZoom } from './expressions'
import type { Drawing } from './drawing'
import type { Colours, Stage } from './palette'

function tint(stage: Stage, index: number, count: number): string {
  const step = count <= 1 ? 0 : Math.round((index / (count - 1)) * (stage.relief.length - 1))
  return stage.relief[step] ?? stage.paper
}

/** Each height lies on the one below like a sheet of paper, with a soft shadow to the south-east. */
function reliefLayers({ heights }: Drawing, stage: Stage): LayerSpecification[] {
  return heights.flatMap((height, index): LayerSpecification[] => [
    {
      id: `relief/shade-${height}`,
      type: 'line',
      source: 'relief',
      filter: ['==', ['get', 'elevM'], height],
      paint: {
        'line-color': stage.reliefShade,
        'line-opacity': 0.2,
        'line-width': byZoom([8, 1.5], [10, 4], [14, 12]),
        'line-blur': byZoom([8, 1.5], [10, 4], [14, 12]),
        'line-translate': [1.2, 1.4],
      },
    },
    {
      id: `relief/tint-${height}`,
      type: 'fill',
      source: 'relief',
      filter: ['==', ['get', 'elevM'], height],
      paint: { 'fill-color': tint(stage, index, heights.length), 'fill-antialias': false },
    },
  ])
}

/** Below the zones. */
export function groundLayers(drawing: Drawing, stage: Stage): LayerSpecification[] {
  return [
    { id: 'stage/outside', type: 'background', paint: { 'background-color': stage.outside } },
    { id: 'stage/paper', type: 'fill', source: 'district', paint: { 'fill-color': stage.paper } },
    ...reliefLayers(drawing, stage),
    {
      id: 'contours/line',
      type: 'line',
      source: 'contours',
      paint: {
        'line-color': stage.contour,
        'line-width': ['case', ['==', ['%', ['to-number', ['get', 'elevM']], 100], 0], 0.7, 0.4],
        'line-opacity': byZoom([9, 0.28], [12, 0.4]),
      },
    },
    { id: 'stage/vignette', type: 'fill', source: 'vignette', paint: { 'fill-color': stage.outside, 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false } },
  ]
}

/** Between two verdicts, on what deck.gl lays below it. */
export const facesEdge = ({ verdictEdge }: Colours): LayerSpecification => ({
  id: 'faces/line',
  type: 'line',
  source: 'faces',
  layout: { 'line-join': 'round' },
  paint: { 'line-color': verdictEdge, 'line-width': byZoom([9, 0.6], [14, 1.4]), 'line-opacity': 0.7 },
})

/** How much of what lies outside the district is covered: on a basemap less, it is there to be read. */
const [DIMMED, DIMMED_GROUND] = [0.66, 0.3]

/** Above the zones: what lies outside recedes, the district stands out. */
export function edgeLayers(stage: Stage, isGrounded = false): LayerSpecification[] {
  return [
    { id: 'stage/mask', type: 'fill', source: 'mask', paint: { 'fill-color': stage.outside, 'fill-opacity': isGrounded ? DIMMED_GROUND : DIMMED, 'fill-antialias': false } },
    {
      id: 'neighbours/line',
      type: 'line',
      source: 'neighbours',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': stage.neighbour, 'line-width': 0.8, 'line-dasharray': [6, 2, 1.5, 2], 'line-opacity': 0.7 },
    },
    {
      id: 'great-rivers/line',
      type: 'line',
      source: 'great-rivers',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': stage.greatRiver,
        'line-width': byZoom([8, 2], [12, 5]),
        'line-opacity': 0.8,
      },
    },
    {
      id: 'stage/glow',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': stage.glow, 'line-width': 10, 'line-blur': 10, 'line-offset': -4, 'line-opacity': 0.34 },
    },
    {
      id: 'district/halo',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': stage.boundaryHalo, 'line-width': 3.4, 'line-opacity': 0.85 },
    },
    {
      id: 'district/line',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': stage.boundary, 'line-width': byZoom([9, 1], [13, 1.8]) },
    },
  ]
}
