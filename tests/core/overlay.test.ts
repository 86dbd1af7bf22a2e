import geographiclib from 'geographiclib-geodesic'
import * as polyclip from 'polyclip-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { buildOverlay } from '../../src/core/overlay'
import type { Parcel } from '../../src/core/model'
import { buildZoneIndex } from '../../src/core/zone-index'
import { shape } from './fixture'
import { holedStar, seeded } from './random'

type Area = Polygon | MultiPolygon
const geodesic = geographiclib.Geodesic
const ellipsoid = new geodesic.Geodesic(6378137, 1 / 298.257222101)

/** Edges of GeographicLib are geodesics, ours are straight in degrees: in steps this short, degrees, the two are one. */
const stepDegrees = 0.0005

function ringM2(ring: readonly Position[]): number {
  const polygon = ellipsoid.Polygon(false)
  ring.slice(0, -1).forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[at + 1] ?? []
    const count = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / stepDegrees))
    for (let part = 0; part < count; part++) polygon.AddPoint(y + ((nextY - y) * part) / count, x + ((nextX - x) * part) / count)
  })
  return Math.abs(polygon.Compute(false, true).area ?? NaN)
}

const polygonsM2 = (polygons: readonly Position[][][]) => polygons.reduce((sum, [outer = [], ...holes]) => sum + ringM2(outer) - holes.reduce((all, hole) => all + ringM2(hole), 0), 0)
const coordinatesOf = (area: Area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as [number, number][][][]

const rounded = (rings: Position[][]) => rings.map((ring) => ring.map((position) => position.map((degrees) => Math.round(degrees * 1e8) / 1e8)))

function overlapM2(zone: Area, geometry: Area): { drawn: number; whole: number } {
  const features = [shape('z', zone, { sigmaM: 0 })]
  const parcel: Parcel = { name: 'p', geometry }
  const { measures, overlaps } = buildOverlay(buildZoneIndex(features), features).survey(parcel)
  return { drawn: overlaps[0]?.areaM2?.drawn ?? 0, whole: measures.areaM2 ?? NaN }
}

/** The largest difference as a share of the parcel, and how often the other engine gave up. */
function compare(pairs: readonly [Area, Area][]): { worst: number; gaveUp: number } {
  let [worst, gaveUp] = [0, 0]
  for (const [zone, parcel] of pairs) {
    let truth: number
    try {
      truth = polygonsM2(polyclip.intersection(coordinatesOf(zone), coordinatesOf(parcel)))
    } catch {
      gaveUp++
      continue
    }
    const { drawn, whole } = overlapM2(zone, parcel)
    worst = Math.max(worst, Math.abs(drawn - truth) / whole)
  }
  return { worst, gaveUp }
}

const square = (x: number, y: number, size: number): Position[][] => rounded([[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]])
const polygon = (coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })

describe('areas of the overlay', () => {
  it('are those of polyclip-ts and GeographicLib on 600 random pairs', { timeout: 30_000 }, () => {
    const random = seeded(6)
    const blob = (x: number, y: number, radius: number) => polygon(rounded(holedStar(random, x, y, radius, 4 + Math.floor(random() * 12))))
    const pairs = Array.from({ length: 600 }, (): [Area, Area] => {
      const size = 0.0005 + 0.004 * random()
      return [blob(106.2, 29.6, size), blob(106.2 + (random() - 0.5) * size, 29.6 + (random() - 0.5) * size, 0.0005 + 0.002 * random())]
    })
    const { worst, gaveUp } = compare(pairs)
    expect(worst).toBeLessThan(1e-6)
    expect(gaveUp).toBeLessThanOrEqual(2)
  })

  it('are the same on 200 pairs that touch, share edges or nearly do', () => {
    const random = seeded(7)
    const [x, y, d] = [106.2, 29.6, 0.003]
    const pairs = Array.from({ length: 200 }, (_, number): [Area, Area] => {
      const slip = (Math.floor(random() * 3) - 1) * 1e-8
      const beside: Position[][][] = [square(x + d, y + slip, d), square(x + d, y + d, d), square(x + slip, y, d), square(x + d / 3, y, d / 3), square(x + slip, y + slip, d / 2)]
      const holed = polygon([...square(x, y, d), ...square(x + d / 3, y + d / 3, d / 3).map((ring) => ring.toReversed())])
      const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [square(x, y, d), square(x + d, y + d, d)] }
      return [number % 3 === 0 ? holed : number % 3 === 1 ? parts : polygon(square(x, y, d)), polygon(beside[number % 5] ?? [])]
    })
    const { worst, gaveUp } = compare(pairs)
    expect(worst).toBeLessThan(1e-6)
    expect(gaveUp).toBeLessThanOrEqual(5)
  })
})
