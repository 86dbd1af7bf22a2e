import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { project, type Frame } from '../../src/map/svg-frame'
import { aside, clipped, linesIn, MARGIN_PX, pathOf } from '../../src/map/svg-path'
import { drawing } from './fixtures'

/** Numbers from 0 to 1 that are the same in every run. */
function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const random = randomly(7)
const frames = Array.from({ length: 40 }, (): Frame => ({ view: { center: [105.9 + 0.6 * random(), 29.2 + 0.7 * random()], zoom: 8.5 + 8 * random() }, width: 300 + 900 * random(), height: 300 + 500 * random() }))

function isInside([x, y]: readonly [number, number], rings: readonly (readonly (readonly [number, number])[])[]): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    })
  return inside
}

const pairs = (line: readonly number[]) => Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i] ?? 0, line[2 * i + 1] ?? 0] as const)

function nearest([x, y]: readonly [number, number], line: readonly (readonly [number, number])[]): number {
  return Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i] ?? [bx, by]
      const [dx, dy] = [bx - ax, by - ay]
      const length2 = dx * dx + dy * dy
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
      return Math.hypot(x - ax - t * dx, y - ay - t * dy)
    }),
  )
}

const polygons = ['relief', 'district', 'mask'].flatMap((id) => (drawing.sources[id]?.features ?? []).flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry] : [])))

describe('paths of the simple map', () => {
  it('fill the same ground within the map as the whole rings would, but for half a px at their edges', () => {
    const wrong = frames.flatMap((frame) =>
      polygons.flatMap((geometry) => {
        const whole = geometry.coordinates.map((ring) => ring.map((position: Position) => project(frame)(position)))
        const drawn = linesIn(geometry, frame).map(pairs)
        const places = Array.from({ length: 8 }, () => [random() * frame.width, random() * frame.height] as const)
        return places.filter((at) => isInside(at, drawn) !== isInside(at, whole) && whole.every((ring) => nearest(at, ring) > 0.5)).map((at) => ({ frame, at }))
      }),
    )
    expect(wrong).toEqual([])
  })

  it('keep every vertex of a line that lies within the map to half a px', () => {
    const lines = (drawing.sources['contours']?.features ?? []).flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry] : geometry.type === 'MultiLineString' ? geometry.coordinates.map((coordinates) => ({ type: 'LineString' as const, coordinates })) : []))
    for (const frame of frames.slice(0, 12))
      for (const geometry of lines.slice(0, 60)) {
        const drawn = linesIn(geometry, frame).map(pairs)
        const seen = geometry.coordinates.map((position) => project(frame)(position)).filter(([x, y]) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height)
        for (const at of seen) expect(Math.min(...drawn.map((line) => nearest(at, line)))).toBeLessThan(0.5)
      }
  })

  it('are nothing where nothing can be seen', () => {
    const far: Frame = { view: { center: [10, 50], zoom: 12 }, width: 800, height: 600 }
    const land = [...(drawing.sources['relief']?.features ?? []), ...(drawing.sources['zones']?.features ?? [])]
    expect(land.map(({ geometry }) => pathOf(linesIn(geometry, far), true)).join('')).toBe('')
  })

  it('are cut so that dashes lie still: each piece begins a whole number of dashes along the line', () => {
    const line = [-500, 100, 400, 100, 400, 900]
    const [piece = [], ...more] = clipped(line, [-MARGIN_PX, -MARGIN_PX, 864, 664], 7)
    expect(more).toEqual([])
    expect(((piece[0] ?? 0) + 500) % 7).toBeCloseTo(0, 9)
    expect(piece[0]).toBeGreaterThanOrEqual(-MARGIN_PX)
    expect(piece.slice(-2)).toEqual([400, 664])
  })

  it('move aside to the right of their course', () => {
    expect(aside([0, 0, 100, 0], 4)).toEqual([0, 4, 100, 4])
    const [, , cornerX = 0, cornerY = 0] = aside([0, 0, 100, 0, 100, 100], 4)
    expect(cornerX).toBeCloseTo(96, 9)
    expect(cornerY).toBeCloseTo(4, 9)
  })
})
