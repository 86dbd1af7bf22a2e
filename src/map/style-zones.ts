/** How sure is a line, drawn: the same few style layers for every zone layer, steered by `palette.json`. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { DrawnLayer } from './drawing'
import { all, groundWidth, inLayer, isForm, toneColour } from './expressions'
import type { Colours, Form, Manner, Palette } from './palette'

export interface ZoneStyle {
  colours: Colours
  palette: Palette
  /** Middle latitude of the district, degrees: it sets the scale of widths on the ground. */
  latitude: number
  /** Opacity of the layer, 0 to 1. */
  opacity: number
}

const areas: Form[] = ['A', 'B', 'C']
const source = 'zones'
const times = (property: string, opacity: number): ExpressionSpecification => ['*', ['get', property], opacity]

function fill({ id }: DrawnLayer, { colours, palette, opacity }: ZoneStyle): LayerSpecification {
  return {
    id: `${id}/fill`,
    type: 'fill',
    source,
    filter: all(inLayer(id), isForm('A')),
    paint: { 'fill-color': toneColour(colours, 'hatch'), 'fill-opacity': palette.sureness.A.fill * opacity },
  }
}

function hatch({ id }: DrawnLayer, { colours, opacity }: ZoneStyle): LayerSpecification {
  return {
    id: `${id}/hatch`,
    type: 'fill',
    source,
    filter: all(inLayer(id), ['!=', ['get', 'hatch'], '']),
    paint: { 'fill-pattern': ['image', ['get', 'hatch']], 'fill-color': toneColour(colours, 'hatch'), 'fill-opacity': times('hatchOpacity', opacity) },
  }
}

function soft({ id }: DrawnLayer, { colours, palette, latitude, opacity }: ZoneStyle): LayerSpecification {
  return {
    id: `${id}/soft`,
    type: 'line',
    source: 'soft',
    filter: inLayer(id),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': toneColour(colours, 'hatch'),
      'line-opacity': times('softOpacity', opacity),
      'line-width': groundWidth(latitude, palette, 1),
      'line-blur': groundWidth(latitude, palette, 0.5),
    },
  }
}

function outline({ id }: DrawnLayer, { colours, opacity }: ZoneStyle): LayerSpecification {
  return {
    id: `${id}/line`,
    type: 'line',
    source: 'edges',
    filter: all(inLayer(id), isForm(...areas)),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': toneColour(colours, 'line'), 'line-width': ['get', 'width'], 'line-opacity': 0.9 * opacity },
  }
}

function dashed(form: 'envelope' | 'axis', cap: 'round' | 'butt') {
  return ({ id }: DrawnLayer, { colours, palette, opacity }: ZoneStyle): LayerSpecification => {
    const { dash }: Manner = palette.sureness[form]
    return {
      id: `${id}/${form}`,
      type: 'line',
      // A course is a shape itself; a ring is what is left of it inside the district.
      source: form === 'axis' ? source : 'edges',
      filter: all(inLayer(id), isForm(form)),
      layout: { 'line-join': 'round', 'line-cap': cap },
      paint: {
        'line-color': toneColour(colours, 'line'),
        'line-width': ['get', 'width'],
        'line-opacity': 0.95 * opacity,
        ...(dash === null ? {} : { 'line-dasharray': dash }),
      },
    }
  }
}

const ringed = dashed('envelope', 'round')
const axis = dashed('axis', 'butt')

function band({ id }: DrawnLayer, { colours, opacity }: ZoneStyle): LayerSpecification {
  return {
    id: `${id}/band`,
    type: 'line',
    source,
    filter: all(inLayer(id), isForm('axis'), ['>', ['get', 'band'], 0]),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': toneColour(colours, 'hatch'), 'line-opacity': times('softOpacity', opacity), 'line-width': ['get', 'band'], 'line-blur': 2 },
  }
}

/** The style layers of one zone layer, bottom first; only those with something to draw. */
export function zoneLayers(layer: DrawnLayer, style: ZoneStyle): LayerSpecification[] {
  const { forms } = layer
  const hasArea = areas.some((form) => forms.has(form))
  return [
    ...(forms.has('A') ? [fill(layer, style)] : []),
    ...(layer.hatched ? [hatch(layer, style)] : []),
    ...(forms.has('C') ? [soft(layer, style)] : []),
    ...(hasArea ? [outline(layer, style)] : []),
    ...(layer.banded ? [band(layer, style)] : []),
    ...(forms.has('axis') ? [axis(layer, style)] : []),
    ...(forms.has('envelope') ? [ringed(layer, style)] : []),
  ]
}

const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
const hovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false]

/** What is pointed at or selected, above all zones: visible only through feature state, so that pointing costs no new tiles. */
export function focusLayers(colours: Colours): LayerSpecification[] {
  const shapes = isForm('A', 'B', 'C', 'envelope', 'axis')
  return [
    {
      id: 'focus/glow',
      type: 'line',
      source,
      filter: shapes,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': toneColour(colours, 'line'),
        'line-width': 9,
        'line-blur': 4,
        'line-opacity': ['case', selected, 0.5, hovered, 0.18, 0],
      },
    },
    {
      id: 'focus/line',
      type: 'line',
      source,
      filter: isForm(...areas),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': toneColour(colours, 'line'),
        'line-width': ['case', selected, 2.6, 1.7],
        'line-opacity': ['case', selected, 1, hovered, 0.85, 0],
      },
    },
  ]
}

/** Invisible shapes under the pointer: envelopes have no fill, and a thin line is hard to hit. */
export function hitLayers(): LayerSpecification[] {
  return [
    { id: 'hit/area', type: 'fill', source, filter: isForm('A', 'B', 'C', 'envelope'), paint: { 'fill-opacity': 0 } },
    { id: 'hit/line', type: 'line', source, filter: isForm('axis'), paint: { 'line-opacity': 0, 'line-width': 14 } },
  ]
}
