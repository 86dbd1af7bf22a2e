/** The port on MapLibre GL. The only file that runs the library. */
import type { FeatureCollection } from 'geojson'
import { GeoJSONSource, LngLat, MapLibreMap, Marker, setWorkerUrl, type MapOptions } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { LonLat } from '../core/model'
import { fly, reveal, revealBox } from './camera'
import { addControls, type Controls } from './controls'
import type { DeckOverlay } from './deck-overlay'
import type { DeckScene } from './deck-scene'
import type { GroundLayers } from './ground'
import type { Change } from './diff'
import type { Box } from './geometry'
import { hatchTiles } from './hatch'
import { iconTiles } from './icons'
import { markerElement } from './marks'
import type { Goal, Ground, Inset, Land, MapPort, Opening, PortEvents, Sketch, View } from './map-port'
import './map.css'
import { palette } from './palette'
import type { ParcelSource } from './parcels'
import { pictureOf } from './picture'
import { degreesPerPx, outlinesAt, watchPointer } from './pointer'
import { clamp, MAX_ZOOM, MIN_ZOOM, within } from './room'
import { Sketcher } from './sketcher'
import { ownerOf } from './style'
import type { Lang } from './style-names'
import text from './text.json'

/** Image pixels per CSS px: fields stay sharp beyond that. */
const IMAGE_RATIO = 2
/** White space around the district at start, CSS px. */
const FRAME_MARGIN_PX = 28

/** What the map says when the wheel or one finger would have moved it. */
const guestManners = (lang: Lang): Partial<MapOptions> => ({
  cooperativeGestures: true,
  locale: {
    'CooperativeGesturesHandler.WindowsHelpText': text[lang].wheel,
    'CooperativeGesturesHandler.MacHelpText': text[lang].wheelMac,
    'CooperativeGesturesHandler.MobileHelpText': text[lang].fingers,
  },
})

function optionsOf(host: HTMLElement, { style, frame, camera, inset, isGuest, lang }: Opening): MapOptions {
  const padding = { top: inset.top + FRAME_MARGIN_PX, right: inset.right + FRAME_MARGIN_PX, bottom: inset.bottom + FRAME_MARGIN_PX, left: inset.left + FRAME_MARGIN_PX }
  return {
    container: host,
    style,
    ...(camera === null ? { bounds: frame, fitBoundsOptions: { padding } } : { center: [camera.center[0], camera.center[1]], zoom: camera.zoom }),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    transformConstrain: ({ lng, lat }, zoom) => ({
      center: new LngLat(...within(frame, [lng, lat])),
      zoom: clamp(zoom, MIN_ZOOM, MAX_ZOOM),
    }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 120,
    validateStyle: false,
    renderWorldCopies: false,
    canvasContextAttributes: { antialias: false },
    ...(isGuest ? guestManners(lang) : {}),
  }
}

function addImages(map: MapLibreMap): void {
  for (const [id, tile] of [...hatchTiles(palette, IMAGE_RATIO), ...iconTiles(IMAGE_RATIO)])
    if (!map.hasImage(id)) map.addImage(id, tile, { pixelRatio: IMAGE_RATIO, sdf: true })
}

/** Asks the map itself what it drew, once after each change of its layers: too dear for each move of the view. */
function watchDrawn(map: MapLibreMap, events: PortEvents): void {
  let isChanged = true
  map.on('styledata', () => void (isChanged = true))
  map.on('idle', () => {
    events.rested()
    if (!isChanged) return
    isChanged = false
    // The layers of the drawing tools belong to nobody.
    const ids = map.queryRenderedFeatures().flatMap(({ layer }) => (layer.id.includes('/') ? [ownerOf(layer.id)] : []))
    events.drawn([...new Set(ids)])
  })
}

function viewOf(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter()
  return { center: [lng, lat], zoom: map.getZoom() }
}

function listen(map: MapLibreMap, events: PortEvents, sketcher: Sketcher): void {
  map.once('load', () => events.ready())
  watchDrawn(map, events)
  map.on('style.load', () => {
    addImages(map)
    events.styled()
  })
  map.on('webglcontextlost', () => events.lost())
  map.on('click', ({ lngLat, point }) => {
    if (!sketcher.hasMap) events.click([lngLat.lng, lngLat.lat], outlinesAt(map, point), degreesPerPx(map, point))
  })
  map.on('moveend', () => events.move(viewOf(map)))
}

class MapLibrePort implements MapPort {
  private inset: Inset
  private marked: LonLat | null = null
  private lost = false
  private isReady = false
  private lang: Lang = 'zh'
  /** What was last asked to stand up. */
  private raised: Land | null = null
  /** What was last asked to lie below everything. */
  private lying: Ground | null = null
  private layers: GroundLayers | null = null
  private scene: DeckScene | null = null
  private overlay: DeckOverlay | null = null
  private readonly sketcher: Sketcher
  private readonly marker: Marker
  private readonly controls: Controls

  constructor(
    private readonly map: MapLibreMap,
    opening: Opening,
    private readonly events: PortEvents,
  ) {
    this.inset = opening.inset
    this.marker = new Marker({ element: markerElement(), anchor: 'center' })
    this.controls = addControls(map, opening.attribution, events)
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    watchPointer(map, events)
    this.sketcher = new Sketcher(map, events)
    listen(map, events, this.sketcher)
    map.on('webglcontextlost', () => {
      this.lost = true
      this.scene = null
      this.overlay?.forget()
    })
    map.on('style.load', () => void (this.lost = false))
    map.once('load', () => void (this.isReady = true))
  }

  change({ kind, layer, name, value }: Change): void {
    // The names and values come from two checked styles; the library's own types cannot follow that.
    const options = { validate: false }
    if (kind === 'paint') this.map.setPaintProperty(layer, name as never, value as never, options)
    else if (kind === 'layout') this.map.setLayoutProperty(layer, name as never, value as never, options)
    else this.map.setFilter(layer, value as never, options)
  }

  focus(zone: string, state: { selected?: boolean; hovered?: boolean }): void {
    this.map.setFeatureState({ source: 'zones', id: zone }, state)
  }

  mark(lonLat: LonLat | null): void {
    this.marker.remove()
    this.marked = lonLat
    if (lonLat !== null) this.marker.setLngLat([lonLat[0], lonLat[1]]).addTo(this.map)
  }

  speak(lang: Lang): void {
    this.lang = lang
    this.controls.speak(lang)
  }

  cover(inset: Inset): void {
    this.inset = inset
  }

  fly(goal: Goal): void {
    fly(this.map, goal, this.inset)
  }

  looksAt(): View {
    return viewOf(this.map)
  }

  reveal(lonLat: LonLat): void {
    reveal(this.map, lonLat, this.inset)
  }

  revealBox(box: Box): void {
    revealBox(this.map, box, this.inset)
  }

  show(source: ParcelSource | 'faces', data: FeatureCollection): void {
    const held = this.map.getSource(source)
    if (held instanceof GeoJSONSource) void held.setData(data)
  }

  sketch(sketch: Sketch | null): void {
    if (sketch === null) this.sketcher.stop()
    else void this.sketcher.start(sketch)
  }

  finish(): void {
    this.sketcher.finish()
  }

  picture(): Promise<string | null> {
    return this.lost ? Promise.resolve(null) : pictureOf(this.map, this.marked, this.marker.getElement())
  }

  deck(scene: DeckScene | null): void {
    this.scene = scene
    if (scene === null) return this.overlay?.show(null)
    void this.openDeck().then((overlay) => this.scene === scene && overlay?.show(scene))
  }

  private async openDeck(): Promise<DeckOverlay | null> {
    try {
      const { DeckOverlay } = await import('./deck-overlay')
      return (this.overlay ??= new DeckOverlay(this.map))
    } catch {
      this.events.undecked() // expected on a broken connection: the page says so
      return null
    }
  }

  tilt(land: Land | null): void {
    this.raised = land
    void this.stand(land).catch(() => this.events.flat())
  }

  private async stand(land: Land | null): Promise<void> {
    const { raise, flatten } = await import('./terrain')
    if (this.raised !== land) return
    if (land === null) flatten(this.map)
    else raise(this.map, land)
    this.controls.speak(this.lang)
  }

  ground(ground: Ground | null): void {
    this.lying = ground
    void this.lie(ground).catch(() => this.events.groundless())
  }

  /** Not before the map is there: it must not wait for a provider. */
  private async lie(ground: Ground | null): Promise<void> {
    const { GroundLayers } = await import('./ground')
    if (!this.isReady) await this.map.once('load')
    if (this.lying === ground) (this.layers ??= new GroundLayers(this.map, this.events)).lay(ground)
  }

  destroy(): void {
    this.deck(null)
    this.sketcher.stop()
    this.map.remove()
  }
}

/**
 * Opens the map.
 * @throws GPUInitializationError on a machine without WebGL 2
 */
export function createMapLibrePort(host: HTMLElement, opening: Opening, events: PortEvents): MapPort {
  setWorkerUrl(workerUrl)
  return new MapLibrePort(new MapLibreMap(optionsOf(host, opening)), opening, events)
}
