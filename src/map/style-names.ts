/** Lettering: places by size, courses along the line, crests in spaced letters, zones on their middle. Nothing collides. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { DrawnLayer } from './drawing'
import { all, byZoom, inLayer, isForm, toneColour } from './expressions'
import type { Colours, Stage } from './palette'

export type Lang = 'zh' | 'en'

export interface NameStyle {
  colours: Colours
  fonts: readonly string[]
  lang: Lang
  opacity: number
}

/** The first family carries only a weight or slant: the map reads both out of that name. */
const font = (manner: string, fonts: readonly string[]): string[] => [manner, ...fonts]
const named = (lang: Lang): ExpressionSpecification => ['coalesce', ['get', lang], ['get', 'zh'], '']
/** The name, and what stands in brackets in smaller letters under it. */
const explained = (lang: Lang): ExpressionSpecification => ['format', named(lang), {}, ['coalesce', ['get', `${lang}Note`], ''], { 'font-scale': 0.82 }]
const halo = (stage: Stage, width: number) => ({ 'text-halo-color': stage.halo, 'text-halo-width': width, 'text-halo-blur': 0.4 })

/** Placing letter by letter along a course: 0.06 em for Latin, more for Chinese. */
const spacing = (lang: Lang, zh: number, en: number) => (lang === 'zh' ? zh : en)

function areaNames({ id }: DrawnLayer, { colours, fonts, lang, opacity }: NameStyle): LayerSpecification {
  return {
    id: `${id}/name-area`,
    type: 'symbol',
    source: 'names',
    minzoom: 9,
    filter: all(inLayer(id), ['!=', ['get', 'label'], 'crest'], ['==', ['geometry-type'], 'Point']),
    layout: {
      'text-field': explained(lang),
      'text-font': font('Medium', fonts),
      'text-size': byZoom([9, 10.5], [13, 14]),
      'text-max-width': 7,
      'text-line-height': 1.25,
      'text-letter-spacing': spacing(lang, 0.08, 0.02),
      'text-padding': 4,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.2,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': toneColour(colours, 'text'), ...halo(colours.stage, 1.8), 'text-opacity': opacity },
  }
}

function courseNames({ id }: DrawnLayer, { colours, fonts, lang, opacity }: NameStyle): LayerSpecification {
  return {
    id: `${id}/name-line`,
    type: 'symbol',
    source: 'names',
    filter: all(inLayer(id), ['==', ['get', 'label'], 'line'], isForm('axis')),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': byZoom([9, 150], [12, 380]),
      'text-field': named(lang),
      'text-font': font('Italic Medium', fonts),
      'text-size': byZoom([9, 12], [13, 16]),
      'text-letter-spacing': spacing(lang, 0.35, 0.1),
      'text-max-angle': 60,
      'text-padding': 6,
      'text-offset': [0, -0.9],
    },
    paint: { 'text-color': toneColour(colours, 'text'), ...halo(colours.stage, 1.6), 'text-opacity': opacity },
  }
}

/** A range is named along its crest: Latin letter by letter, Chinese in columns that lean with it. */
function crestNames({ id }: DrawnLayer, { colours, fonts, lang, opacity }: NameStyle): LayerSpecification {
  const inColumns = lang === 'zh'
  const places: ExpressionSpecification = inColumns ? ['all', ['==', ['geometry-type'], 'Point'], ['>=', ['zoom'], ['get', 'from']]] : ['==', ['geometry-type'], 'LineString']
  return {
    id: `${id}/name-crest`,
    type: 'symbol',
    source: 'names',
    filter: all(inLayer(id), ['==', ['get', 'label'], 'crest'], places),
    layout: {
      ...(inColumns
        ? { 'symbol-placement': 'point', 'text-writing-mode': ['vertical'], 'text-rotate': ['get', 'tilt'] }
        : { 'symbol-placement': 'line', 'symbol-spacing': 420, 'text-max-angle': 60 }),
      'text-field': named(lang),
      'text-font': font('Semibold', fonts),
      'text-size': byZoom([9, 14], [13, 20]),
      'text-letter-spacing': spacing(lang, 1.3, 0.45),
      'text-max-width': 40,
      'text-padding': 4,
    },
    paint: { 'text-color': toneColour(colours, 'text'), ...halo(colours.stage, 1.6), 'text-opacity': 0.92 * opacity },
  }
}

const bySize = (large: number, middle: number, small: number): ExpressionSpecification => ['match', ['get', 'size'], 0, large, 1, middle, small]
const isPlace: ExpressionSpecification = ['==', ['get', 'tone'], 'plain']
/** Towns are always marked; other points give way. */
const isImportant = ({ rank }: DrawnLayer): boolean => rank <= 2
const points = (id: string): ExpressionSpecification => ['all', inLayer(id), isForm('mark'), ['==', ['geometry-type'], 'Point']]

/** Signs stand above all names, so that every name keeps clear of every sign. */
function pointSigns(layer: DrawnLayer, { colours, opacity }: NameStyle): LayerSpecification {
  return {
    id: `${layer.id}/sign`,
    type: 'symbol',
    source: 'zones',
    filter: points(layer.id),
    layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': isImportant(layer), 'icon-padding': 0, 'symbol-sort-key': ['get', 'rank'] },
    paint: {
      'icon-color': ['case', isPlace, colours.stage.seat, toneColour(colours, 'line')],
      'icon-halo-color': colours.stage.halo,
      'icon-halo-width': 1.2,
      'icon-opacity': opacity,
    },
  }
}

/** `first`: the name of the seat of the district alone, which nothing may push away. */
function pointNames(layer: DrawnLayer, { colours, fonts, lang, opacity }: NameStyle, first: boolean): LayerSpecification {
  return {
    id: `${layer.id}/${first ? 'name-first' : 'name-mark'}`,
    type: 'symbol',
    source: 'zones',
    filter: all(points(layer.id), [first ? '==' : '!=', ['get', 'size'], 0]),
    ...(isImportant(layer) ? {} : { minzoom: 10 }),
    layout: {
      'text-field': named(lang),
      'text-font': font(isImportant(layer) ? 'Semibold' : 'Medium', fonts),
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, bySize(16, 12.5, 11), 13, bySize(22, 17, 14)],
      'text-max-width': 9,
      'text-line-height': 1.15,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right', 'bottom-right'],
      'text-radial-offset': 0.86,
      'text-padding': 0,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': ['case', isPlace, colours.stage.ink, toneColour(colours, 'text')], ...halo(colours.stage, 1.6), 'text-opacity': opacity },
  }
}

/** Lettering of one zone layer. */
export function nameLayers(layer: DrawnLayer, style: NameStyle): LayerSpecification[] {
  const { labels } = layer
  return [
    ...(labels.has('area') ? [areaNames(layer, style)] : []),
    ...(labels.has('crest') ? [crestNames(layer, style)] : []),
    ...(labels.has('line') ? [courseNames(layer, style)] : []),
    ...(labels.has('mark') && isImportant(layer) ? [pointNames(layer, style, true)] : []),
    ...(labels.has('mark') ? [pointNames(layer, style, false), pointSigns(layer, style)] : []),
  ]
}

/** Names of what lies around: first to give way. */
export function stageNames({ colours, fonts, lang }: NameStyle): LayerSpecification[] {
  const { stage } = colours
  return [
    {
      id: 'neighbours/name',
      type: 'symbol',
      source: 'names',
      filter: inLayer('neighbours'),
      layout: {
        'text-field': named(lang),
        'text-font': font('Medium', fonts),
        'text-size': byZoom([8, 12], [12, 16]),
        'text-letter-spacing': spacing(lang, 0.5, 0.12),
        'text-padding': 10,
      },
      paint: { 'text-color': stage.neighbourText, 'text-halo-color': stage.outside, 'text-halo-width': 1.2 },
    },
    {
      id: 'great-rivers/name',
      type: 'symbol',
      source: 'great-rivers',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 500,
        'text-field': named(lang),
        'text-font': font('Italic Medium', fonts),
        'text-size': 12,
        'text-letter-spacing': spacing(lang, 0.5, 0.12),
        'text-max-angle': 30,
      },
      paint: { 'text-color': stage.greatRiverText, 'text-halo-color': stage.outside, 'text-halo-width': 1.4 },
    },
  ]
}
