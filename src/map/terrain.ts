/** The land as terrain: tilted, lit, everything draped over it. Loaded when first asked for. */
import { addProtocol, NavigationControl, type MapLibreMap, type RasterDEMSourceSpecification } from 'maplibre-gl'
import type { Land } from './map-port'
import { exaggerationAt, heightsOf, TILE_PX, terrariumTile, type Heights } from './terrain-heights'

const SCHEME = 'heights'
const SOURCE = 'terrain'
const TILTED = { pitch: 56, bearing: 12 }
const FLAT = { pitch: 0, bearing: 0 }
const MOST_PITCH = 70
/** Tiles are this large on the map, CSS px: the heights are 200 m apart, finer tiles would only cost frames. */
const TILE_SIZE = 512
const DEEPEST_TILE = 11
const SHADE = 'terrain/shade'
const SHADE_TILE_SIZE = 256
/** The light lies on the land, below its contours and zones. */
const ABOVE_SHADE = 'stage/vignette'
/** Length of the tilt, ms; none when reduced motion is asked. */
const MOVE_MS = 140

async function pngOf(pixels: Uint8ClampedArray<ArrayBuffer>): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(TILE_PX, TILE_PX)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('expected a canvas to write heights on, found none')
  context.putImageData(new ImageData(pixels, TILE_PX, TILE_PX), 0, 0)
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
}

/** `heights://z/x/y` gives one tile. */
function serveTiles(heights: Heights): void {
  addProtocol(SCHEME, async ({ url }) => {
    const [z = 0, x = 0, y = 0] = url.slice(SCHEME.length + 3).split('/').map(Number)
    return { data: await pngOf(terrariumTile(heights, z, x, y)) }
  })
}

function addHeights(map: MapLibreMap, { relief, shade }: Land): void {
  const heights = heightsOf(relief)
  serveTiles(heights)
  const source = (tileSize: number): RasterDEMSourceSpecification => ({
    type: 'raster-dem', tiles: [`${SCHEME}://{z}/{x}/{y}`], tileSize, encoding: 'terrarium', maxzoom: DEEPEST_TILE, bounds: [...heights.box],
  })
  map.addSource(SOURCE, source(TILE_SIZE))
  // A source of its own: light needs finer tiles than the ground.
  map.addSource(SHADE, source(SHADE_TILE_SIZE))
  const paint = { 'hillshade-shadow-color': shade, 'hillshade-highlight-color': 'transparent', 'hillshade-accent-color': 'transparent', 'hillshade-exaggeration': 1 }
  map.addLayer({ id: SHADE, type: 'hillshade', source: SHADE, paint }, ABOVE_SHADE)
}

/** Shows where north is, and turns back to it. */
const compasses = new WeakMap<MapLibreMap, NavigationControl>()

const stretch = ({ target: map }: { target: MapLibreMap }): void => {
  const exaggeration = exaggerationAt(map.getZoom())
  if (map.getTerrain()?.exaggeration !== exaggeration) map.setTerrain({ source: SOURCE, exaggeration })
}

function turnable(map: MapLibreMap, may: boolean): void {
  map.dragRotate[may ? 'enable' : 'disable']()
  map.touchPitch[may ? 'enable' : 'disable']()
  map.touchZoomRotate[may ? 'enableRotation' : 'disableRotation']()
  map.setMaxPitch(may ? MOST_PITCH : FLAT.pitch)
}

function showCompass(map: MapLibreMap): void {
  if (compasses.has(map)) return
  const compass = new NavigationControl({ showZoom: false, visualizePitch: true })
  map.addControl(compass, 'bottom-right')
  compasses.set(map, compass)
}

/** Puts the terrain under the map and tilts it. */
export function raise(map: MapLibreMap, land: Land): void {
  if (map.getSource(SOURCE) !== undefined) return void map.setPaintProperty(SHADE, 'hillshade-shadow-color', land.shade)
  addHeights(map, land)
  turnable(map, true)
  showCompass(map)
  stretch({ target: map })
  map.on('zoomend', stretch)
  map.easeTo({ ...TILTED, duration: MOVE_MS })
}

/** Lays the map flat again, north up. */
export function flatten(map: MapLibreMap): void {
  map.off('zoomend', stretch)
  map.setTerrain(null)
  if (map.getLayer(SHADE) !== undefined) map.removeLayer(SHADE)
  for (const id of [SHADE, SOURCE]) if (map.getSource(id) !== undefined) map.removeSource(id)
  const compass = compasses.get(map)
  if (compass !== undefined) map.removeControl(compass)
  compasses.delete(map)
  map.jumpTo(FLAT)
  turnable(map, false)
}
