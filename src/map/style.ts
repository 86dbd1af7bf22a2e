/** The whole style as a pure function of the drawing and the state. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { noEdges } from './deck-scene'
import type { DrawnLayer, Drawing } from './drawing'
import { palette, type Palette, type Theme } from './palette'
import { noParcels, parcelSources } from './parcels'
import { nameLayers, stageNames, type Lang } from './style-names'
import { comparedMarks, measuredLayers, parcelLayers, parcelNumbers } from './style-parcels'
import { edgeLayers, facesEdge, groundLayers } from './style-stage'
import { focusLayers, hitLayers, zoneLayers } from './style-zones'

/** What the look of the map depends on. */
export interface Shown {
  theme: Theme
  lang: Lang
  /** Layer ids or zone ids switched off. */
  off: ReadonlySet<string>
  /** Layer id → 0 to 1; 1 where absent. */
  opacity: Readonly<Record<string, number>>
  /** The district is coloured by verdict: zones step back to their lines. No when absent. */
  receded?: boolean
  /** The basemap of a provider is there: our paper and land step back. No when absent. */
  grounded?: boolean
}

/** Id of the layer of `layers.json` a style layer belongs to, or a part of the stage. */
export const ownerOf = (styleLayer: string): string => styleLayer.slice(0, styleLayer.indexOf('/'))

const zoneSources = ['zones', 'edges', 'soft', 'names']

function withoutZones(layer: LayerSpecification, zones: readonly string[]): LayerSpecification {
  if (!('source' in layer) || !zoneSources.includes(layer.source) || ownerOf(layer.id) === 'focus') return layer
  const shown: ExpressionSpecification = ['!', ['in', ['get', 'zone'], ['literal', [...zones]]]]
  return { ...layer, filter: layer.filter === undefined ? shown : ['all', layer.filter as ExpressionSpecification, shown] }
}

function hidden(layer: LayerSpecification): LayerSpecification {
  return { ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification
}

const steppingBack = ['/fill', '/hatch', '/soft', '/band']
/** Opacity of the lines of zones that step back. */
const RECEDED = 0.4

/** What would lie over a basemap: our paper, the tints of the land and the dimming around the district. */
const ownGround = ['stage/paper', 'stage/vignette', 'stage/glow']
const isOwnGround = ({ id }: LayerSpecification): boolean => ownGround.includes(id) || ownerOf(id) === 'relief'

const stepsBack = (layer: LayerSpecification, shown: Shown): boolean => (shown.grounded === true && isOwnGround(layer)) || recedes(layer, shown)

const recedes = ({ id }: LayerSpecification, { receded = false }: Shown): boolean => receded && steppingBack.some((end) => id.endsWith(end)) && !id.startsWith('piece/')

function withoutLayers(layer: LayerSpecification, layers: readonly string[]): LayerSpecification {
  if (ownerOf(layer.id) !== 'hit') return layer
  const shown: ExpressionSpecification = ['!', ['in', ['get', 'layer'], ['literal', [...layers]]]]
  return { ...layer, filter: ['all', (layer as { filter: ExpressionSpecification }).filter, shown] } as LayerSpecification
}

function switched(layers: LayerSpecification[], shown: Shown, drawing: Drawing): LayerSpecification[] {
  const { off } = shown
  const ids = new Set(drawing.layers.map(({ id }) => id))
  // Shapes that only answer have no layer: they are never pointed at.
  const layersOff = ['', ...[...off].filter((id) => ids.has(id)).sort()]
  const zonesOff = [...off].filter((id) => !ids.has(id)).sort()
  return layers
    .map((layer) => (zonesOff.length > 0 ? withoutZones(layer, zonesOff) : layer))
    .map((layer) => withoutLayers(layer, layersOff))
    .map((layer) => (off.has(ownerOf(layer.id)) || stepsBack(layer, shown) ? hidden(layer) : layer))
}

const leastImportantFirst = (a: DrawnLayer, b: DrawnLayer): number => b.rank - a.rank

/**
 * What is on top chooses its place first: the signs of towns, the name of the seat, then the names of the
 * ranges, which have one place to stand, then everything by rank.
 */
function turnOf({ id, layout }: LayerSpecification): number {
  if (layout !== undefined && 'icon-allow-overlap' in layout && layout['icon-allow-overlap'] === true) return 3
  return ['/name-crest', '/name-first'].findIndex((end) => id.endsWith(end)) + 1
}

/** Style layers, bottom first. */
export function layersOf(drawing: Drawing, shown: Shown, from: Palette = palette): LayerSpecification[] {
  const colours = from[shown.theme]
  const latitude = (drawing.frame[1] + drawing.frame[3]) / 2
  const opacityOf = (id: string): number => shown.opacity[id] ?? 1
  const nameStyle = { colours, fonts: from.fonts, lang: shown.lang }
  const layers = [
    ...groundLayers(drawing, colours.stage),
    facesEdge(colours),
    ...drawing.layers.flatMap((layer) => zoneLayers(layer, { colours, palette: from, latitude, opacity: opacityOf(layer.id) * (shown.receded ? RECEDED : 1) })),
    ...edgeLayers(colours.stage, shown.grounded),
    ...focusLayers(colours),
    ...hitLayers(),
    ...parcelLayers(colours.parcel, latitude),
    ...measuredLayers(colours.parcel),
    ...stageNames({ ...nameStyle, opacity: 1 }),
    ...[...drawing.layers]
      .sort(leastImportantFirst)
      .flatMap((layer) => nameLayers(layer, { ...nameStyle, opacity: opacityOf(layer.id) }))
      .sort((a, b) => turnOf(a) - turnOf(b)),
    parcelNumbers(colours.parcel, from.fonts),
    ...comparedMarks(colours.parcel, from.fonts),
  ]
  return switched(layers, shown, drawing)
}

const ofSource: Readonly<Record<string, object>> = {
  // One feature state per zone, whatever the number of its parts.
  zones: { promoteId: 'zone' },
  // Large tiles: a course cut into many would find no stretch long enough for its name.
  names: { maxzoom: 6 },
  parcels: { tolerance: 0 },
  // Far wider than other lines: they must reach well beyond the edge of a tile.
  corridors: { maxzoom: 14, buffer: 512 },
  piece: { tolerance: 0 },
  measured: { tolerance: 0 },
  faces: { tolerance: 0 },
}

/** The complete style; it names no font server and no sprite, so nothing is fetched. Parcels and faces come later (`MapPort.show`). */
export function styleOf(drawing: Drawing, shown: Shown, from: Palette = palette): StyleSpecification {
  const sources = Object.entries({ ...drawing.sources, ...parcelSources(noParcels), faces: noEdges }).map(([id, data]): [string, StyleSpecification['sources'][string]] => [
    id,
    { type: 'geojson', data, tolerance: 0.25, ...ofSource[id] },
  ])
  return { version: 8, sources: Object.fromEntries(sources), layers: layersOf(drawing, shown, from), transition: { duration: 0, delay: 0 } }
}
