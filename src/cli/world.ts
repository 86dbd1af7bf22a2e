/** The world from the files of a checkout: words of `seeds/`, places of `geodata/`, and the release that names both. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { loadSeeds } from '../../seeds/load'
import { compileCatalogue, DISTRICT } from '../core/catalogue'
import type { EiaCatalogue } from '../core/eia-catalogue'
import type { Layer, LonLat, World, ZoneShape } from '../core/model'
import { textsOf, type RuleTexts } from '../core/rule-text'
import type { Text } from '../core/seed-types'
import { buildZoneIndex } from '../core/zone-index'
import type { Bounds } from '../formats/survey-zones'
import { readEia } from './eia'
import { MissingData, readData, releaseOf } from './release'

export { MissingData, releaseOf } from './release'

const BUILD_LAYERS: Text = { zh: '运行 npm run geodata', en: 'run npm run geodata' }
const SEATS = 'seats'

export interface Seat {
  name: { zh: string; en: string }
  lonLat: LonLat
}

/** Everything the command line answers from. */
export interface Place {
  world: World
  eia: EiaCatalogue
  /** Box of the district: where coordinates are expected. */
  near: Bounds
  seats: readonly Seat[]
  /** The words of the rules. */
  texts: RuleTexts
  /** Everything drawn; what the index is built from. */
  shapes: readonly Feature<Geometry, ZoneShape>[]
}

/** Reads the manifest. The `as` stands on `npm run check:geodata`, which validates these very files. */
function readLayers(root: string): Layer[] {
  return JSON.parse(readData(root, 'geodata/layers.json')) as Layer[]
}

function readLayer(root: string, { file }: Layer): FeatureCollection<Geometry, ZoneShape> {
  return JSON.parse(readData(root, `geodata/layers/${file}`, BUILD_LAYERS)) as FeatureCollection<Geometry, ZoneShape>
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
  }
}

function boundsOf(features: readonly Feature[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon = 0, lat = 0] of features.flatMap(({ geometry }) => positionsOf(geometry))) {
    ;[west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)]
  }
  return [west, south, east, north]
}

function seatOf({ geometry, properties }: Feature<Geometry, ZoneShape>): Seat[] {
  const [lon, lat] = geometry.type === 'Point' ? geometry.coordinates : []
  return lon === undefined || lat === undefined ? [] : [{ name: properties.name, lonLat: [lon, lat] }]
}

/** Loads everything. Throws `MissingData` where a file is missing. */
export function loadPlace(root: string): Place {
  const layers = readLayers(root)
  const features = new Map(layers.map((layer) => [layer.id, layer.zones.length > 0 || layer.id === SEATS ? readLayer(root, layer).features : []]))
  const shapes = layers.filter(({ zones }) => zones.length > 0).flatMap(({ id }) => features.get(id) ?? [])
  if (shapes.length === 0) throw new MissingData('geodata/layers/*.geojson', BUILD_LAYERS)
  const seeds = loadSeeds(root)
  const catalogue = compileCatalogue(seeds)
  return {
    world: { catalogue, index: buildZoneIndex(shapes), release: releaseOf(root) },
    eia: readEia(root, catalogue),
    near: boundsOf(features.get(DISTRICT) ?? shapes),
    seats: (features.get(SEATS) ?? []).flatMap(seatOf),
    texts: textsOf(seeds),
    shapes,
  }
}

/** The world with the engine that measures parcels: read when the first parcel comes. */
export async function surveyedWorld({ world, shapes }: Place): Promise<World> {
  const { buildOverlay } = await import('../core/overlay')
  return { ...world, overlay: buildOverlay(world.index, shapes) }
}

/** The world alone. Throws `MissingData` where a file is missing. */
export const loadWorld = (root: string): World => loadPlace(root).world
