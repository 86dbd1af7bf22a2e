/** The map of the page: layer files and a state in, a few events out. It draws what it is told and decides nothing. */
import type { FeatureCollection } from 'geojson'
import type { Layer, LonLat } from '../core/model'
import { drawingOf } from './drawing'
import type { MapPort, PortEvents } from './map-port'
import type { Opening } from './maplibre-port'
import { everywhere, PortView, type MapEvents, type MapState, type MapView } from './port-view'
import { styleOf } from './style'

export type { Goal, SketchMode } from './map-port'
export type { MapParcels } from './parcels'
export type { MapEvents, MapState, MapView } from './port-view'

/** The state at start; without a centre the whole district is shown. */
export type MapStart = MapState & {
  center?: LonLat
  zoom?: number
  /** On a page of others: the wheel and one finger scroll that page. */
  isGuest?: boolean
}

/** A machine that draws no WebGL 2. */
const hasWebgl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

type OpenPort = (host: HTMLElement, opening: Opening, events: PortEvents) => MapPort

/** The map library is fetched only where it can draw; elsewhere the simple map. */
async function portOpener(): Promise<OpenPort> {
  return hasWebgl() ? (await import('./maplibre-port')).createMapLibrePort : (await import('./svg-port')).createSvgPort
}

/**
 * A map in `host`, an empty element. Without WebGL it is a simple one of the same style, and says so by `events.plain`.
 * @param attribution who made the data, one line, in both languages
 * @throws Error when the map cannot be read or drawn
 */
export async function createMapView(
  host: HTMLElement,
  layers: readonly Layer[],
  data: Readonly<Record<string, FeatureCollection>>,
  start: MapStart,
  events: MapEvents,
  attribution: { zh: string; en: string } = { zh: '', en: '' },
): Promise<MapView> {
  const open = await portOpener()
  const drawing = drawingOf(layers, data)
  const camera = start.center === undefined || start.zoom === undefined ? null : { center: start.center, zoom: start.zoom }
  const opening: Opening = { style: styleOf(drawing, start), frame: drawing.frame, camera, inset: start.inset ?? everywhere, lang: start.lang, attribution, isGuest: start.isGuest ?? false }
  return new PortView(drawing, start, events, (portEvents) => open(host, opening, portEvents))
}
