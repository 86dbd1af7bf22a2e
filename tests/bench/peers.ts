/** "Which zones contain this point", by what one would otherwise use, and by ours. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import whichPolygon from 'which-polygon'
import type { LonLat, ZoneShape } from '../../src/core/model'
import { buildZoneIndex } from '../../src/core/zone-index'

export type Area = Feature<Polygon | MultiPolygon, ZoneShape>

/** Numbers of the zones that contain a position. */
export type Query = (at: LonLat) => readonly number[]

export interface Peer {
  name: string
  build(areas: Area[]): Query
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

function boxOf({ geometry }: Area): Box {
  const positions: Position[] = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = NaN, y = NaN] of positions) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return [minX, minY, maxX, maxY]
}

const isIn = (at: LonLat, area: Area | undefined) => area !== undefined && booleanPointInPolygon([at[0], at[1]], area)

const turfLoop: Peer = {
  name: 'turf loop',
  build: (areas) => (at) => {
    const found: number[] = []
    areas.forEach((area, number) => {
      if (isIn(at, area)) found.push(number)
    })
    return found
  },
}

const boxesFirst: Peer = {
  name: 'bbox + turf',
  build: (areas) => {
    const boxes = areas.map(boxOf)
    return (at) => {
      const found: number[] = []
      boxes.forEach(([minX, minY, maxX, maxY], number) => {
        const within = at[0] >= minX && at[0] <= maxX && at[1] >= minY && at[1] <= maxY
        if (within && isIn(at, areas[number])) found.push(number)
      })
      return found
    }
  },
}

const flatbush: Peer = {
  name: 'flatbush + turf',
  build: (areas) => {
    const tree = new Flatbush(areas.length)
    for (const area of areas) tree.add(...boxOf(area))
    tree.finish()
    return (at) => tree.search(at[0], at[1], at[0], at[1]).filter((number) => isIn(at, areas[number]))
  },
}

const which: Peer = {
  name: 'which-polygon',
  build: (areas) => {
    const features = areas.map((area, number) => ({ ...area, properties: { number } }))
    const query = whichPolygon({ type: 'FeatureCollection', features })
    return (at) => (query([at[0], at[1]], true) ?? []).map(({ number }) => number)
  },
}

/** Shapes of one zone each: the index sorts them by zone, so the ids carry the number. */
const ours: Peer = {
  name: 'ours',
  build: (areas) => {
    const index = buildZoneIndex(areas)
    const numbers = Uint32Array.from(index.shapes, ({ zone }) => Number(zone))
    const isSorted = numbers.every((number, at) => number === at)
    if (!isSorted) throw new Error('Expected the zones of the benchmark in the order of their ids, found another order.')
    return index.covering
  },
}

export const peers: readonly Peer[] = [turfLoop, boxesFirst, flatbush, which, ours]
