import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Position } from 'geojson'
import { loadSeeds } from '../../seeds/load'
import { compileCatalogue } from '../../src/core/catalogue'
import type { Cells } from '../../src/core/cells'
import { readEdges } from '../../src/core/edges'
import { buildGrid } from '../../src/core/grid-build'
import type { LonLat, World, ZoneShape } from '../../src/core/model'
import { buildNearest, distanceM, searchAt } from '../../src/core/nearest'
import { polygonsByKind } from '../../src/core/suitability-faces'
import type { FacePolygons } from '../../src/core/suitability-types'
import { buildZoneIndex } from '../../src/core/zone-index'
import { covering } from '../../src/core/zone-grid'
import { failures, shape, smallSeeds } from './fixture'
import { holedStar, star } from './random'

export type Shape = Feature<Geometry, ZoneShape>

export interface Ground {
  world: World
  shapes: Shape[]
}

const release = { data: '', rules: '', engine: '' }
const root = join(import.meta.dirname, '../..')

export function shippedGround(): Ground {
  const folder = join(root, 'geodata/layers')
  const collections: FeatureCollection<Geometry, ZoneShape>[] = readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const shapes = collections.flatMap(({ features }) => features).filter(({ properties }) => properties.kind !== undefined)
  return { world: { catalogue: compileCatalogue(loadSeeds(root)), index: buildZoneIndex(shapes), release }, shapes }
}

export const smallGround = (shapes: Shape[]): Ground => ({ world: { catalogue: compileCatalogue(smallSeeds()), index: buildZoneIndex(shapes, failures), release }, shapes })

/** A district and jagged shapes of every kind in and around it: some in several overlapping parts, some incomplete, some without error. */
export function randomShapes(random: () => number): Shape[] {
  const pick = <T,>(...items: T[]): T => items[Math.floor(random() * items.length)]!
  const place = (): [number, number] => [106 + random() * 0.4, 29 + random() * 0.4]
  const one = (zone: string): Shape => {
    const kind = pick('outline', 'outline', 'envelope', 'axis')
    const more = { sigmaM: pick(0, 80, 300, 900), complete: zone !== 'partial' }
    if (kind === 'axis') return shape(zone, { type: 'LineString', coordinates: [place(), place(), place()] }, { kind, ...more })
    const parts = Array.from({ length: pick(1, 1, 2) }, () => holedStar(random, ...place(), 0.02 + random() * 0.08, 24))
    return shape(zone, { type: 'MultiPolygon', coordinates: parts }, { kind, ...more })
  }
  const district = shape('district', { type: 'Polygon', coordinates: [star(random, 106.2, 29.2, 0.15, 0.2, 60)] }, { sigmaM: 150 })
  const zones = ['red', 'core', 'narrow-a', 'narrow-b', 'park', 'river', 'partial', 'town', 'hightech', 'hidden']
  return [district, ...zones.flatMap((zone) => Array.from({ length: pick(1, 1, 2) }, () => one(zone)))]
}

export function multiPolygonOf({ positions, ringStart, polygonStart }: FacePolygons): MultiPolygon {
  const ring = (number: number): Position[] => {
    const [from = 0, to = 0] = ringStart.subarray(number, number + 2)
    return Array.from({ length: to - from }, (_, at) => [positions[2 * (from + at)]!, positions[2 * (from + at) + 1]!])
  }
  const coordinates = Array.from({ length: polygonStart.length - 1 }, (_, polygon) => {
    const [from = 0, to = 0] = polygonStart.subarray(polygon, polygon + 2)
    return Array.from({ length: to - from }, (_unused, at) => ring(from + at))
  })
  return { type: 'MultiPolygon', coordinates }
}

/** Finds which of some polygons cover a position. */
export function locator(polygons: readonly FacePolygons[]): (lonLat: LonLat) => readonly number[] {
  const grid = buildGrid(readEdges(polygons.map(multiPolygonOf), polygons.map(String)))
  return ([lon, lat]) => covering(grid, lon, lat)
}

/** Finds the cell of a position. */
export function cellLocator(cells: Cells): (lonLat: LonLat) => readonly number[] {
  const count = cells.areaM2.length
  return locator(polygonsByKind(cells, Int32Array.from({ length: count }, (_, cell) => cell), count))
}

/** Metres from a position to the nearest edge of a cell. */
export function toEdgeM({ frame, planar }: Cells): (lonLat: LonLat) => number {
  const at = (position = 0): Position => [frame.lon0 + planar.x[position]! / frame.scale, frame.lat0 + planar.y[position]! / frame.scale]
  const coordinates = Array.from(planar.from, (from, edge) => [at(from), at(planar.to[edge])])
  const nearest = buildNearest(readEdges([{ type: 'MultiLineString', coordinates }], ['cells']))
  return ([lon, lat]) => distanceM(nearest, 0, searchAt(nearest, lon, lat))
}

/** Positions in the district as drawn. */
export function positionsIn({ world: { index } }: Ground, random: () => number, count: number): LonLat[] {
  const found: LonLat[] = []
  while (found.length < count) {
    const lonLat: LonLat = [105.95 + random() * 0.5, 29 + random() * 0.95]
    if (index.covering(lonLat).some((number) => index.shapes[number]?.zone === 'district')) found.push(lonLat)
  }
  return found
}
