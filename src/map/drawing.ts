/** From layer files to what the style draws: zones, their lines and names, the stage, and the frame of the district. */
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, Position } from 'geojson'
import type { Layer } from '../core/model'
import { atOnce, flatSteps, type Steps } from '../core/steps'
import { crestPlaces } from './crests'
import { apartFrom, calm } from './edges'
import { boxOf, labelPoint, largestParts, ringsOf, ringsOutward, surround, vignette, type Box } from './geometry'
import { palette, type Form, type Palette } from './palette'
import { drawnShapes, hasAreaName, namesOf, type Drawn, type Shapes } from './shapes'

/** Layers that set the stage; every other layer draws zones. */
const stageLayers: readonly string[] = ['relief', 'neighbours', 'great-rivers', 'contours', 'district']

/** What a zone layer holds, so that only style layers with something to draw are made. */
export interface DrawnLayer {
  id: string
  forms: ReadonlySet<Form>
  labels: ReadonlySet<string>
  /** Rank of its most important name. */
  rank: number
  hatched: boolean
  banded: boolean
}

export interface Drawing {
  layers: DrawnLayer[]
  sources: Record<string, FeatureCollection>
  /** Bounding box of the district. */
  frame: Box
  /** Heights of the relief bands, metres, lowest first. */
  heights: number[]
}

/** Metres per degree of latitude: near enough for a tolerance. */
const METRES_PER_DEGREE = 111_000
/** How far a name may leave its line, metres. */
const NAME_TOLERANCE_M = 600

const collect = (features: Feature[] = []): FeatureCollection => ({ type: 'FeatureCollection', features })
const feature = (geometry: Geometry, properties: GeoJsonProperties): Feature => ({ type: 'Feature', properties, geometry })
const line = (coordinates: Position[], properties: GeoJsonProperties): Feature => feature({ type: 'LineString', coordinates }, properties)

function drawnLayer(id: string, features: Drawn[]): DrawnLayer {
  const shapes = features.filter(({ properties }) => properties.layer === id)
  const labels = shapes.map((shape) => (hasAreaName(shape) ? 'area' : shape.geometry.type === 'Point' ? 'mark' : shape.properties.label))
  return {
    id,
    forms: new Set(shapes.map(({ properties }) => properties.form)),
    labels: new Set(labels),
    rank: Math.min(...shapes.map(({ properties }) => properties.rank)),
    hatched: shapes.some(({ properties }) => properties.hatch !== ''),
    banded: shapes.some(({ properties }) => properties.band > 0 && properties.form === 'axis'),
  }
}

/** The name of an area stands on a point of its own, one for each large part: a polygon cut by tiles would repeat its name. */
function areaName({ geometry, properties }: Drawn): Feature[] {
  return largestParts(geometry).map((part) => feature({ type: 'Point', coordinates: labelPoint(part) }, { ...properties }))
}

/** A name along a course or a crest follows a calmer line: letters cannot stand in a kink. */
function lineName({ geometry, properties }: Drawn): Feature[] {
  return geometry.type === 'LineString' && properties.layer !== '' ? [line(calm(geometry.coordinates, NAME_TOLERANCE_M / METRES_PER_DEGREE), { ...properties })] : []
}

/** Names of ranges set as columns keep away from the towns, whose names lie across. */
function crestNames(features: Drawn[]): Feature[] {
  const towns = features.flatMap(({ geometry, properties }) => (geometry.type === 'Point' && properties.tone === 'plain' ? [geometry.coordinates] : []))
  return features.flatMap(({ geometry, properties }) =>
    geometry.type === 'LineString' && properties.label === 'crest'
      ? crestPlaces(calm(geometry.coordinates, NAME_TOLERANCE_M / METRES_PER_DEGREE), towns).map(({ at, ...place }) =>
          feature({ type: 'Point', coordinates: at }, { ...properties, ...place }),
        )
      : [],
  )
}

/** Outlines and rings, where they are lines of their own. */
function edgesOf({ geometry, properties }: Drawn, districtEdge: Position[][]): Feature[] {
  if (properties.layer === '') return []
  return ringsOf(geometry).flatMap((ring) => apartFrom(ring, districtEdge)).map((edge) => line(edge, { ...properties }))
}

/** A soft edge: the same line, calmed in proportion to its error. */
function softOf({ geometry, properties }: Feature): Feature[] {
  const softM = Number(properties?.['softM'])
  return softM > 0 && geometry.type === 'LineString' ? [line(calm(geometry.coordinates, softM / 8 / METRES_PER_DEGREE), properties)] : []
}

/** The surroundings with flat names. */
function withNames(collection: FeatureCollection | undefined): Feature[] {
  return (collection?.features ?? []).map(({ geometry, properties }) => {
    const name: unknown = properties?.['name']
    const { zh = '', en = '' }: { zh?: unknown; en?: unknown } = typeof name === 'object' && name !== null ? name : {}
    return feature(geometry, namesOf({ zh: String(zh), en: String(en) }))
  })
}

function neighbourName({ geometry, properties }: Feature): Feature[] {
  return largestParts(geometry).slice(0, 1).map((part) => feature({ type: 'Point', coordinates: labelPoint(part) }, { ...properties, layer: 'neighbours' }))
}

function heightsOf(data: Shapes): number[] {
  const heights = (data['relief']?.features ?? []).map(({ properties }) => Number(properties?.['elevM']))
  return [...new Set(heights)].filter(Number.isFinite).sort((a, b) => a - b)
}

function stageSources(data: Shapes, neighbours: Feature[]): Record<string, FeatureCollection> {
  const district = data['district'] ?? collect()
  const rings = district.features.flatMap(({ geometry }) => ringsOutward(geometry))
  return {
    relief: data['relief'] ?? collect(),
    contours: data['contours'] ?? collect(),
    neighbours: collect(neighbours),
    'great-rivers': collect(withNames(data['great-rivers'])),
    district,
    mask: collect([feature(surround(rings), {})]),
    vignette: collect(vignette(rings.flat()).map(({ polygon, opacity }) => feature(polygon, { opacity }))),
  }
}

/** Everything the style needs from the layer files. Layers that could not be read are simply not drawn. */
export const drawingOf = (layers: readonly Layer[], data: Shapes, from: Palette = palette): Drawing => atOnce(drawingSteps(layers, data, from))

/** The same in steps. */
export function* drawingSteps(layers: readonly Layer[], data: Shapes, from: Palette = palette): Steps<Drawing> {
  const zoneLayers = layers.filter(({ id }) => !stageLayers.includes(id))
  const drawn = yield* flatSteps(zoneLayers, (layer) => [{ id: layer.id, features: drawnShapes(layer, data, from) }])
  const features = drawn.flatMap((layer) => layer.features)
  const district = data['district']?.features ?? []
  const frame = boxOf((district.length > 0 ? district : features).map(({ geometry }) => geometry))
  const districtEdge = district.flatMap(({ geometry }) => ringsOf(geometry))
  const edges = yield* flatSteps(features, (shape) => edgesOf(shape, districtEdge))
  const soft = yield* flatSteps(edges, softOf)
  const neighbours = withNames(data['neighbours'])
  const names = [
    ...(yield* flatSteps(features.filter(hasAreaName), areaName)),
    ...(yield* flatSteps(features, lineName)),
    ...crestNames(features),
    ...(yield* flatSteps(neighbours, neighbourName)),
  ]
  return {
    layers: drawn.filter((layer) => layer.features.length > 0).map((layer) => drawnLayer(layer.id, layer.features)),
    sources: { ...stageSources(data, neighbours), zones: collect(features), edges: collect(edges), soft: collect(soft), names: collect(names) },
    frame,
    heights: heightsOf(data),
  }
}
