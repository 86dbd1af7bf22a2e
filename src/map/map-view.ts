/** The map of the page: layer files and a state in, a few events out. It draws what it is told and decides nothing. */
import type { FeatureCollection } from 'geojson'
import type { Layer, LonLat } from '../core/model'
import { drawingOf } from './drawing'
import { createMapLibrePort } from './maplibre-port'
import { everywhere, PortView, type MapEvents, type MapState, type MapView } from './port-view'
import { styleOf } from './style'

export type { Goal, SketchMode } from './map-port'
export type { MapParcels } from './parcels'
export type { MapEvents, MapState, MapView } from './port-view'

/** The state at start; without a centre the whole district is shown. */
export type MapStart = MapState & { center?: LonLat; zoom?: number }

/**
 * A map in `host`, an empty element. Where there is no WebGL the view takes every call, shows nothing,
 * and says so once through `events.failed`.
 * @param attribution who made the data, one line, in both languages
 */
export function createMapView(
  host: HTMLElement,
  layers: readonly Layer[],
  data: Readonly<Record<string, FeatureCollection>>,
  start: MapStart,
  events: MapEvents,
  attribution: { zh: string; en: string } = { zh: '', en: '' },
): MapView {
  const drawing = drawingOf(layers, data)
  const camera = start.center === undefined || start.zoom === undefined ? null : { center: start.center, zoom: start.zoom }
  return new PortView(drawing, start, events, (portEvents) =>
    createMapLibrePort(
      host,
      { style: styleOf(drawing, start), frame: drawing.frame, camera, inset: start.inset ?? everywhere, lang: start.lang, attribution },
      portEvents,
    ),
  )
}
