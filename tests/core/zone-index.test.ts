import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import geodesic from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { buildZoneIndex, type ZoneIndex } from '../../src/core/zone-index'
import type { LonLat, ZoneShape } from '../../src/core/model'
import type { Standing } from '../../src/core/standing'
import { box, shape } from './fixture'
import { holedStar, seeded } from './random'

type Shape = Feature<Geometry, ZoneShape>

const isArea = (one: Shape): one is Feature<Polygon | MultiPolygon, ZoneShape> => one.geometry.type.endsWith('Polygon')

/** The plain loop: closed, a point on a line is inside. */
const plainly = (shapes: Shape[], at: LonLat): string[] =>
  shapes.filter((one) => isArea(one) && booleanPointInPolygon([...at], one)).map((one) => one.properties.zone).sort()

const indexed = (index: ZoneIndex, at: LonLat): string[] => index.covering(at).map((number) => index.shapes[number]!.zone).sort()

function multiPolygons(seed: number, count: number): Shape[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, number) => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      holedStar(random, 106 + random(), 29 + random(), 0.02 + random() * 0.2, 5 + Math.floor(random() * 60)),
    )
    return shape(`zone-${number}`, { type: 'MultiPolygon', coordinates: parts })
  })
}

/** Polygons on a coarse lattice: level, upright and slanting lines shared between neighbours. */
function latticePolygons(seed: number, count: number): Shape[] {
  const random = seeded(seed)
  const whole = (below: number) => Math.floor(random() * below)
  return Array.from({ length: count }, (_, number) => {
    const [x, y, width, height] = [whole(12), whole(12), 1 + whole(6), 1 + whole(6)]
    const square: Position[] = [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]
    const diamond: Position[] = [[x + 2, y], [x + 4, y + 2], [x + 2, y + 4], [x, y + 2], [x + 2, y]]
    return shape(`zone-${number}`, { type: 'Polygon', coordinates: [number % 2 ? square : diamond] })
  })
}

const ringsOf = ({ geometry }: Shape): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

const toLonLat = (position: Position): LonLat => [position[0]!, position[1]!]

const cornersOf = (shapes: Shape[]): LonLat[] => shapes.flatMap(ringsOf).flat().map(toLonLat)

const middlesOf = (shapes: Shape[]): LonLat[] =>
  shapes.flatMap(ringsOf).flatMap((ring) => ring.slice(1).map((to, at): LonLat => [(ring[at]![0]! + to[0]!) / 2, (ring[at]![1]! + to[1]!) / 2]))

const folder = join(import.meta.dirname, '../../geodata/layers')
const readShapes = (file: string): Shape[] => {
  const collection: FeatureCollection<Geometry, ZoneShape> = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return collection.features.filter(({ properties }) => properties.kind !== undefined)
}
const shipped = readdirSync(folder).filter((file) => file.endsWith('.geojson')).flatMap(readShapes)

/** Points where the index and the plain loop differ. */
function differences(shapes: Shape[], points: LonLat[]): unknown[] {
  const index = buildZoneIndex(shapes)
  const drawn = shapes.filter(({ properties }) => properties.kind !== 'mark')
  const wrong = points.filter((at) => indexed(index, at).join() !== plainly(drawn, at).join())
  return wrong.map((at) => ({ at, indexed: indexed(index, at), plainly: plainly(drawn, at) }))
}

function pointsIn(seed: number, count: number, [west, south, east, north]: readonly number[]): LonLat[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => [west! + random() * (east! - west!), south! + random() * (north! - south!)])
}

describe('membership equals the plain loop', () => {
  it.each([1, 2, 3, 4, 5])('on random multipolygons with holes, overlapping (%i)', (seed) => {
    const shapes = multiPolygons(seed, 30)
    expect(differences(shapes, [...pointsIn(seed, 3000, [105.8, 28.8, 107.2, 30.2]), ...cornersOf(shapes), ...middlesOf(shapes)])).toEqual([])
  })

  it.each([1, 2, 3])('on lattice polygons, at every half step (%i)', (seed) => {
    const shapes = latticePolygons(seed, 40)
    const steps = Array.from({ length: 40 }, (_, step) => step / 2 - 0.5)
    expect(differences(shapes, steps.flatMap((x) => steps.map((y): LonLat => [x, y])))).toEqual([])
  })

  it('on the shipped layers', () => {
    expect(shipped.length).toBeGreaterThan(20)
    expect(differences(shipped, [...pointsIn(7, 5000, [105.95, 29.2, 106.45, 29.95]), ...cornersOf(shipped), ...middlesOf(shipped)])).toEqual([])
  })
})

describe('points on lines', () => {
  const left = box('left', [106, 29, 106.1, 29.1])
  const right = box('right', [106.1, 29, 106.2, 29.1])
  const slant = shape('slant', { type: 'Polygon', coordinates: [[[106, 29], [106.3, 29.3], [106, 29.3], [106, 29]]] })
  const index = buildZoneIndex([left, right, slant])

  it('are inside both neighbours of a shared line and of a shared corner', () => {
    expect(indexed(index, [106.1, 29.05])).toEqual(['left', 'right'])
    expect(indexed(index, [106.1, 29])).toEqual(['left', 'right'])
  })

  it('are inside at every corner of the drawing', () => {
    const corners = shipped.filter((one) => one.properties.kind !== 'mark' && isArea(one))
    const all = buildZoneIndex(corners)
    const missed = corners.flatMap((one) => cornersOf([one]).filter((at) => !indexed(all, at).includes(one.properties.zone)))
    expect(missed).toEqual([])
  })

  it('are outside one step of the number line beyond', () => {
    expect(indexed(index, [106.2 + 2 ** -46, 29.05])).toEqual([])
    expect(indexed(index, [106.2, 29.05])).toEqual(['right'])
    expect(indexed(index, [106 - 2 ** -46, 29.2])).toEqual([])
  })

  it('have a distance of zero metres and count as inside as drawn', () => {
    const [{ is, distanceM } = { is: 'outside', distanceM: NaN }] = index.standing([106.1, 29.05])
    expect(is).toBe('likely')
    expect(Math.abs(distanceM ?? NaN)).toBeLessThan(1e-6)
  })
})

/** Signed distance by a plain loop: nearest of many points along every line, measured on the ellipsoid. */
function geodesicM(one: Shape, at: LonLat, steps: number): number {
  const { geometry } = one
  const paths = geometry.type === 'LineString' ? [geometry.coordinates] : ringsOf(one)
  let best = Infinity
  for (const path of paths) {
    path.slice(1).forEach((to, number) => {
      const from = path[number]!
      for (let step = 0; step <= steps; step++) {
        const [lon, lat] = [from[0]! + ((to[0]! - from[0]!) * step) / steps, from[1]! + ((to[1]! - from[1]!) * step) / steps]
        if (Math.abs(lat - at[1]) * 110500 > best) continue
        best = Math.min(best, geodesic.Geodesic.WGS84.Inverse(at[1], at[0], lat, lon).s12 ?? Infinity)
      }
    })
  }
  return best
}

/** Nearest point of a shape in the flat metric of the place's latitude (radii of curvature of the ellipsoid), by a plain loop. */
function plainFoot(one: Shape, [lon, lat]: LonLat): LonLat {
  const phi = (lat * Math.PI) / 180
  const w2 = 1 - 0.00669438 * Math.sin(phi) ** 2
  const ratio2 = ((w2 / (1 - 0.00669438)) * Math.cos(phi)) ** 2
  let [best, foot]: [number, LonLat] = [Infinity, [NaN, NaN]]
  for (const ring of ringsOf(one)) {
    ring.slice(1).forEach((to, at) => {
      const [x, y] = [ring[at]![0]! - lon, ring[at]![1]! - lat]
      const [dx, dy] = [to[0]! - ring[at]![0]!, to[1]! - ring[at]![1]!]
      const t = Math.min(Math.max(-(x * dx * ratio2 + y * dy) / (dx * dx * ratio2 + dy * dy), 0), 1)
      const distance2 = (x + t * dx) ** 2 * ratio2 + (y + t * dy) ** 2
      if (distance2 < best) [best, foot] = [distance2, [lon + x + t * dx, lat + y + t * dy]]
    })
  }
  return foot
}

/** The plain rule: the strongest, then the deepest, then the surest line. */
function strongestOf(all: readonly Standing[]) {
  const [best] = all.toSorted((a, b) => b.strength - a.strength || a.distanceM! - b.distanceM! || a.sigmaM! - b.sigmaM!)
  const drawn = all.some((one) => one.drawn === 'in') ? 'in' : all.some((one) => one.drawn === 'unknown') ? 'unknown' : 'out'
  return { ...best, drawn, complete: all.every(({ complete }) => complete) }
}

describe('distance', () => {
  it('agrees with the geodesic: 0.01 % within 2 km, 0.1 % within 15 km, 0.5 % beyond', () => {
    const drawn = shipped.filter(({ properties }) => properties.kind !== 'mark').slice(0, 20)
    const worst = [0, 0, 0]
    for (const one of drawn) {
      const index = buildZoneIndex([one])
      for (const at of pointsIn(11, 6, [105.95, 29.2, 106.45, 29.95])) {
        const ours = Math.abs(index.standing(at)[0]!.distanceM!)
        const steps = 40
        const truth = geodesicM(one, at, steps)
        // The plain loop only knows points 1/40 of a line apart: it is too long by at most half a step squared.
        const reach = ours < 2000 ? 0 : ours < 15000 ? 1 : 2
        worst[reach] = Math.max(worst[reach]!, (ours - truth) / truth)
        expect(ours).toBeLessThanOrEqual(truth * 1.00001 + truth * [0.0001, 0.001, 0.005][reach]! + 0.01)
      }
    }
    expect(worst[0]).toBeLessThan(0.0001)
  })

  it('agrees with the geodesic on one line, in every direction', () => {
    const index = buildZoneIndex([shape('axis', { type: 'LineString', coordinates: [[106, 29.5], [106.0000001, 29.5]] }, { kind: 'axis' })])
    for (const at of pointsIn(13, 300, [105.7, 29.2, 106.3, 29.8])) {
      const truth = geodesic.Geodesic.WGS84.Inverse(at[1], at[0], 29.5, 106).s12 ?? NaN
      expect(Math.abs(index.standing(at)[0]!.distanceM! - truth)).toBeLessThan(0.02 + truth * 2e-6)
    }
  })

  it('finds the nearest point of all lines, as a plain loop over them does', () => {
    const shapes = multiPolygons(21, 25)
    const index = buildZoneIndex(shapes)
    const shapeOf = new Map(shapes.map((one) => [one.properties.zone, one]))
    for (const at of pointsIn(22, 300, [105.8, 28.8, 107.2, 30.2])) {
      index.standing(at).forEach((standing, number) => {
        const foot = plainFoot(shapeOf.get(index.zones[number]!)!, at)
        const truth = geodesic.Geodesic.WGS84.Inverse(at[1], at[0], foot[1], foot[0]).s12 ?? NaN
        expect(Math.abs(Math.abs(standing.distanceM!) - truth)).toBeLessThan(0.02 + truth * 2e-5)
      })
    }
  }, 60_000)
})

describe('what is not a shape or a place', () => {
  const square = box('square', [106, 29, 106.1, 29.1])
  const index = buildZoneIndex([square], { lost: 'HTTP 404', square: 'half read' })

  it('covers nothing where the position is not a number', () => {
    for (const at of [[NaN, 29], [106, NaN], [Infinity, 29], [106, -Infinity]] as const) expect(index.covering(at)).toEqual([])
  })

  it('refuses a standing there', () => {
    expect(() => index.standing([NaN, 29])).toThrow(/Expected longitude within 180° and latitude within 90°, found NaN, 29/)
    expect(() => index.standing([29, 106])).toThrow(/found 29, 106/)
  })

  it('passes failed zones through, unless a shape says more', () => {
    expect(index.zones).toEqual(['lost', 'square'])
    expect(index.standing([106.05, 29.05]).map(({ is }) => is)).toEqual(['failed', 'inside'])
    expect(index.standing([106.5, 29.05]).map(({ is }) => is)).toEqual(['failed', 'failed'])
    expect(index.standing([106.5, 29.05])[0]!.why).toBe('HTTP 404')
  })

  it.each([[31, 'all whole', 1], [32, 'some not whole', 2]])('leaves out only shapes that add nothing: several to a zone, shape by shape the same (%i, %s)', (seed, _, kinds) => {
    const random = seeded(seed)
    const shapes = multiPolygons(seed, 60).map((one, number): Shape => {
      const kind = (['outline', 'envelope'] as const)[number % 2] ?? 'outline'
      return { ...one, properties: { ...one.properties, zone: `zone-${number % 5}`, kind, sigmaM: random() * 3000, complete: kinds === 1 || number % 3 > 0 } }
    })
    const index = buildZoneIndex(shapes)
    const alone = shapes.map((one) => buildZoneIndex([one]))
    for (const at of pointsIn(seed, 200, [105.8, 28.8, 107.2, 30.2])) {
      index.zones.forEach((zone, number) => expect(index.standing(at)[number]).toMatchObject(strongestOf(alone.filter((one) => one.zones[0] === zone).map((one) => one.standing(at)[0]!))))
    }
  })

  it('takes the strongest of several shapes', () => {
    const both = buildZoneIndex([box('two', [106, 29, 106.1, 29.1], { kind: 'envelope' }), box('two', [106.05, 29, 106.15, 29.1])])
    expect(both.standing([106.02, 29.05])[0]).toMatchObject({ is: 'possible', kind: 'envelope' })
    expect(both.standing([106.08, 29.05])[0]).toMatchObject({ is: 'inside', kind: 'outline', drawn: 'in' })
  })

  it('works without any polygon', () => {
    expect(buildZoneIndex([]).standing([106, 29])).toEqual([])
    const line = buildZoneIndex([shape('line', { type: 'MultiLineString', coordinates: [[[106, 29], [106.1, 29]]] }, { kind: 'axis' })])
    expect(line.covering([106.05, 29])).toEqual([])
    expect(line.standing([106.05, 29])[0]).toMatchObject({ is: 'possible' })
  })

  it.each([
    ['a point', shape('bad', { type: 'Point', coordinates: [106, 29] }), /Shape of "bad": expected a polygon or a line, found a Point/],
    ['swapped coordinates', box('bad', [29, 106, 29.1, 106.1]), /expected longitude within 180° and latitude within 90°, found 29, 106/],
    ['no number', box('bad', [NaN, 29, 106.1, 29.1]), /found NaN/],
    ['no line at all', shape('bad', { type: 'Polygon', coordinates: [] }), /expected at least one line, found none/],
    ['a sigma below zero', box('bad', [106, 29, 106.1, 29.1], { sigmaM: -1 }), /expected sigmaM of 0 or more metres, found -1/],
    ['a line with an inside', shape('bad', { type: 'LineString', coordinates: [[106, 29], [107, 29]] }), /expected a line to be an axis or a mark, found an outline/],
  ])('refuses %s', (_, bad, message) => {
    expect(() => buildZoneIndex([bad])).toThrow(message)
  })

  it('meets official data: with sigma 0 inside and outside are all there is', () => {
    const exact = buildZoneIndex([box('exact', [106, 29, 106.1, 29.1], { sigmaM: 0, certainty: 'A' })])
    expect([[106.0999999, 29.05], [106.1, 29.05], [106.1000001, 29.05]].map((at) => exact.standing(toLonLat(at))[0]!.is)).toEqual(['inside', 'inside', 'outside'])
  })
})
