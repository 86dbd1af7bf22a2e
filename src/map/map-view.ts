/** The map of the page: a drawing of the layer files and a state in, a few events out. It draws what it is told and decides nothing. */
import type { LonLat } from '../core/model'
import type { Drawing } from './drawing'
import { graphicsHere } from './graphics'
import { GrowingMap, type OpenMap } from './growing-map'
import type { MapPort, Opening, PortEvents, View } from './map-port'
import { everywhere, PortView, type MapEvents, type MapState, type MapView } from './port-view'
import { styleOf } from './style'
import { createSvgPort } from './svg-port'

export { drawingSteps } from './drawing'
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

type OpenPort = (host: HTMLElement, opening: Opening, events: PortEvents) => MapPort

/** The simple map's opener, or the full one's, for this drawing. */
function openerOf(port: OpenPort, drawing: Drawing, { isGuest = false }: MapStart, attribution: Opening['attribution']): OpenMap {
  return (host, state, events, camera) => {
    const opening: Opening = { style: styleOf(drawing, state), frame: drawing.frame, camera, inset: state.inset ?? everywhere, lang: state.lang, attribution, isGuest }
    return new PortView(drawing, state, events, (portEvents) => port(host, opening, portEvents))
  }
}

/**
 * A map in `host`, an empty element: a simple one at once; with a graphics card the full one follows when a hand comes to
 * it, with software graphics when something needs it. Without WebGL it stays simple, and says so by `events.plain`.
 * @param attribution who made the data, one line, in both languages
 */
export function createMapView(
  host: HTMLElement,
  drawing: Drawing,
  start: MapStart,
  events: MapEvents,
  attribution: { zh: string; en: string } = { zh: '', en: '' },
): MapView {
  const camera: View | null = start.center === undefined || start.zoom === undefined ? null : { center: start.center, zoom: start.zoom }
  const simple = openerOf(createSvgPort, drawing, start, attribution)
  const full = async (): Promise<OpenMap> => openerOf((await import('./maplibre-port')).createMapLibrePort, drawing, start, attribution)
  return new GrowingMap(host, { simple, full, graphics: graphicsHere }, start, events, camera)
}
