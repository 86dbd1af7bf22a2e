import geographiclib from 'geographiclib-geodesic'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { measured } from '../../src/core/measure'
import { seeded } from './random'

const { Geodesic } = geographiclib
const ellipsoid = new Geodesic.Geodesic(6378137, 1 / 298.257222101)

const line = (coordinates: Position[]) => measured({ type: 'LineString', coordinates })
const outline = (coordinates: Position[]) => measured({ type: 'Polygon', coordinates: [coordinates] })

const geodesicM = ([lon = 0, lat = 0]: Position, [toLon = 0, toLat = 0]: Position) => ellipsoid.Inverse(lat, lon, toLat, toLon).s12 ?? NaN
const alongM = (path: Position[]) => path.slice(1).reduce((sum, position, at) => sum + geodesicM(path[at] ?? [], position), 0)

/** Edges of GeographicLib are geodesics, ours are straight in degrees: in so many steps the two are one. */
const STEPS = 200

function ringM2(ring: Position[]): number {
  const polygon = ellipsoid.Polygon(false)
  ring.slice(0, -1).forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[at + 1] ?? []
    for (let step = 0; step < STEPS; step++) polygon.AddPoint(y + ((nextY - y) * step) / STEPS, x + ((nextX - x) * step) / STEPS)
  })
  return Math.abs(polygon.Compute(false, true).area ?? NaN)
}

/** A star of so many corners around a place, about `size` degrees wide; no edges cross. */
function star(random: () => number, corners: number, size: number): Position[] {
  const [lon, lat] = [106 + 0.4 * random(), 29.3 + 0.6 * random()]
  const ring = Array.from({ length: corners }, (_, at): Position => {
    const [turn, radius] = [(2 * Math.PI * at) / corners, size * (0.3 + 0.2 * random())]
    return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)]
  })
  return [...ring, ring[0] ?? []]
}

describe('measuring', () => {
  it('gives the length of the geodesic to 5e-6 for edges of up to 40 km, in every direction', () => {
    const random = seeded(7)
    for (let at = 0; at < 500; at++) {
      const [size, from] = [10 ** (-4 + 3.5 * random()), [106 + 0.4 * random(), 29.3 + 0.6 * random()]]
      const path = [from, [(from[0] ?? 0) + size * (random() - 0.5), (from[1] ?? 0) + size * (random() - 0.5)], from]
      expect((line(path)?.lengthM ?? NaN) / alongM(path)).toBeCloseTo(1, 5)
    }
  })

  it('adds up the edges of a line and tells the last', () => {
    const path = [[106.2, 29.6], [106.21, 29.6], [106.21, 29.62]]
    expect(line(path)?.lengthM).toBeCloseTo(alongM(path), 3)
    expect(line(path)?.lastM).toBeCloseTo(geodesicM([106.21, 29.6], [106.21, 29.62]), 3)
  })

  it('gives the area on the ellipsoid to 5e-8, from a kilometre to 30 km across', () => {
    const random = seeded(11)
    for (let at = 0; at < 60; at++) {
      const [small, large] = [star(random, 3 + (at % 12), 0.01), star(random, 3 + (at % 12), 0.3)]
      expect((outline(small)?.areaM2 ?? NaN) / ringM2(small)).toBeCloseTo(1, 7)
      expect((outline(large)?.areaM2 ?? NaN) / ringM2(large)).toBeCloseTo(1, 7)
      expect((outline(small)?.lengthM ?? NaN) / alongM(small)).toBeCloseTo(1, 6)
    }
  })

  it('gives no area where edges cross, and one where they only touch', () => {
    const bow = [[106, 29], [106.01, 29.01], [106.01, 29], [106, 29.01], [106, 29]]
    expect(outline(bow)?.areaM2).toBeUndefined()
    const pinched = [[106, 29], [106.02, 29], [106.02, 29.01], [106.01, 29], [106, 29.01], [106, 29]]
    expect(outline(pinched)?.areaM2).toBeGreaterThan(0)
  })

  it('measures the beginnings of a drawing: one position, two, none', () => {
    expect(line([[106, 29]])).toEqual({ lengthM: 0, lastM: 0 })
    expect(line([])).toEqual({ lengthM: 0, lastM: 0 })
    expect(outline([[106, 29], [106.01, 29], [106, 29]])?.areaM2).toBe(0)
    expect(measured({ type: 'MultiLineString', coordinates: [] })).toBeNull()
  })
})
