/** The basemap of a provider as raster layers below everything of ours. Loaded when first asked for. */
import { addProtocol, type IControl, type MapLibreMap } from 'maplibre-gl'
import type { Ground, PortEvents, TilePlace } from './map-port'

type LayerName = TilePlace['layer']

const SCHEME = 'ground'
/** The map and its names, bottom first. */
const layersOf: Record<Ground['kind'], readonly LayerName[]> = { vector: ['vec', 'cva'], imagery: ['img', 'cia'] }
const every: readonly LayerName[] = [...layersOf.vector, ...layersOf.imagery]
/** Everything of ours but the colour behind it. */
const BELOW = 'stage/paper'
const TILE_PX = 256
/** Nothing wider is ever seen; the provider draws no finer. */
const [WIDEST, FINEST] = [8, 18]

const idOf = (layer: LayerName): string => `ground/${layer}`

/** The map takes an absent tile quietly, and shows the wider one it has. */
const absent = (): Error => Object.assign(new Error('expected a tile of the basemap, found none'), { status: 404 })

/** `ground://layer/z/x/y` gives one tile. */
function serveTiles(map: MapLibreMap, events: PortEvents): void {
  // The map comes to rest only in a frame, and an absent tile asks for none: without it nothing counts as drawn.
  const lack = (): Promise<never> => {
    setTimeout(() => map.triggerRepaint())
    return Promise.reject(absent())
  }
  addProtocol(SCHEME, async ({ url }, { signal }) => {
    const [name, ...numbers] = url.slice(SCHEME.length + 3).split('/')
    const [z = 0, x = 0, y = 0] = numbers.map(Number)
    const layer = every.find((one) => one === name)
    if (layer === undefined) throw absent()
    return { data: await events.tile({ layer, z, x, y }, signal).catch(lack) }
  })
}

/** Who drew it, bottom left. */
class Credit implements IControl {
  private readonly line = document.createElement('div')

  onAdd(): HTMLElement {
    this.line.className = 'maplibregl-ctrl map-credit map-ground-credit'
    return this.line
  }

  onRemove(): void {
    this.line.remove()
  }

  say(credit: string): void {
    this.line.textContent = credit
  }
}

export class GroundLayers {
  private lying: Ground | null = null
  private readonly credit = new Credit()

  constructor(
    private readonly map: MapLibreMap,
    events: PortEvents,
  ) {
    serveTiles(map, events)
  }

  /** Lays a basemap below everything, or changes or with null removes the one that lies there. */
  lay(ground: Ground | null): void {
    const before = this.lying
    this.lying = ground
    if (ground === null) {
      this.removeTiles()
      if (before !== null) this.map.removeControl(this.credit)
      return
    }
    if (before === null) this.map.addControl(this.credit, 'bottom-left')
    this.credit.say(ground.credit)
    if (before?.kind !== ground.kind || before.turn !== ground.turn || !this.hasTiles(ground)) this.addTiles(ground)
    for (const layer of layersOf[ground.kind]) this.tone(layer, ground)
  }

  /** A graphics context that came back may have come without them. */
  private hasTiles({ kind }: Ground): boolean {
    return layersOf[kind].every((layer) => this.map.getLayer(idOf(layer)) !== undefined)
  }

  private addTiles({ kind }: Ground): void {
    this.removeTiles()
    for (const layer of layersOf[kind]) {
      const id = idOf(layer)
      this.map.addSource(id, { type: 'raster', tiles: [`${SCHEME}://${layer}/{z}/{x}/{y}`], tileSize: TILE_PX, minzoom: WIDEST, maxzoom: FINEST })
      this.map.addLayer({ id, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } }, BELOW)
    }
  }

  private removeTiles(): void {
    for (const id of every.map(idOf)) {
      if (this.map.getLayer(id) !== undefined) this.map.removeLayer(id)
      if (this.map.getSource(id) !== undefined) this.map.removeSource(id)
    }
  }

  private tone(layer: LayerName, { look }: Ground): void {
    this.map.setPaintProperty(idOf(layer), 'raster-brightness-max', look.brightnessMax)
    this.map.setPaintProperty(idOf(layer), 'raster-saturation', look.saturation)
    this.map.setPaintProperty(idOf(layer), 'raster-opacity', look.opacity)
  }
}
