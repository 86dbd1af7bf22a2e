/** Repeatable sets of zones in a district of 30 × 65 km, as in the design's PERFORMANCE page. */
import type { Position } from 'geojson'
import type { LonLat } from '../../src/core/model'
import { seeded } from '../core/random'
import type { Area } from './peers'

export interface Set {
  name: string
  about: string
  areas(): Area[]
  /** Queries per timed round of the slow methods; the fast ones take all points. */
  slowQueries: number
}

/** Degrees: 30 km × 65 km at 29.6° north. */
const [west, south, width, height] = [106.03, 29.28, 0.31, 0.586]

const nothing = { zh: '', en: '' }

const areaOf = (number: number, coordinates: Position[][][]): Area => ({
  type: 'Feature',
  geometry: { type: 'MultiPolygon', coordinates },
  properties: {
    zone: String(number).padStart(6, '0'),
    name: nothing,
    kind: 'outline',
    certainty: 'C',
    sigmaM: 100,
    complete: true,
    method: nothing,
    sources: [],
  },
})

/** A smooth ring, as outlines of land are: four long waves and 1 % of roughness. `radius` in degrees of latitude. */
function blob(random: () => number, x: number, y: number, radius: number, vertices: number): Position[] {
  const waves = [2, 3, 5, 8].map((count) => ({ count, height: (0.25 * random()) / Math.sqrt(count), phase: 2 * Math.PI * random() }))
  const ring = Array.from({ length: vertices }, (_, vertex): Position => {
    const angle = (2 * Math.PI * vertex) / vertices
    const wave = waves.reduce((sum, { count, height, phase }) => sum + height * Math.cos(count * angle + phase), 0.7)
    const reach = radius * (wave + 0.01 * random())
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  })
  return [...ring, ring[0] ?? []]
}

/** Every other one with a hole. */
function holed(random: () => number, x: number, y: number, radius: number, vertices: number): Position[][] {
  const outer = blob(random, x, y, radius, vertices)
  return random() < 0.5 ? [outer] : [outer, blob(random, x, y, radius * 0.15, Math.round(vertices / 3)).toReversed()]
}

function small(): Area[] {
  const random = seeded(1)
  return Array.from({ length: 60 }, (_, number) => {
    const [x, y] = [west + random() * width, south + random() * height]
    const radius = 0.015 + random() * 0.05
    // Two parts side by side, 500 vertices or so together, a hole in half of them.
    return areaOf(number, [holed(random, x, y, radius, 280), holed(random, x + 3 * radius, y, radius, 160)])
  })
}

/** Polygons on a jittered lattice, neighbours overlapping a little. */
function lattice(seed: number, columns: number, rows: number, vertices: number): Area[] {
  const random = seeded(seed)
  const [stepX, stepY] = [width / columns, height / rows]
  return Array.from({ length: columns * rows }, (_, number) => {
    const x = west + ((number % columns) + 0.3 + 0.4 * random()) * stepX
    const y = south + (Math.floor(number / columns) + 0.3 + 0.4 * random()) * stepY
    return areaOf(number, [[blob(random, x, y, Math.min(stepX, stepY) * 0.9, vertices)]])
  })
}

export const sets: readonly Set[] = [
  { name: 'S', about: '60 multipolygons of about 500 vertices', areas: small, slowQueries: 200 },
  { name: 'M', about: '5,000 polygons, 1 million vertices', areas: () => lattice(2, 50, 100, 200), slowQueries: 10 },
]

export const largeSet: Set = { name: 'L', about: '100,000 polygons, 2 million vertices', areas: () => lattice(3, 250, 400, 20), slowQueries: 4 }

export function queryPoints(count: number): LonLat[] {
  const random = seeded(99)
  return Array.from({ length: count }, () => [west + random() * width, south + random() * height])
}
