import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { crestPlaces } from '../../src/map/crests'

const north: Position[] = [[106, 29], [106, 29.5], [106, 30]]

describe('crest names', () => {
  it('stand first where towns are farthest', () => {
    const [first] = crestPlaces(north, [[106.01, 29.1], [106.01, 29.3], [106.01, 29.4]])
    expect(first?.from).toBe(0)
    expect(first?.at[1]).toBeGreaterThan(29.7)
    expect(crestPlaces(north, []).map(({ from }) => from).filter((from) => from === 0)).toHaveLength(1)
  })

  it('lean with the crest, whichever way it was drawn', () => {
    const leaning: Position[] = [[106, 29], [106.5, 29.5]]
    const [tilt, back] = [leaning, leaning.toReversed()].map((line) => crestPlaces(line, [])[0]?.tilt ?? 0)
    expect(crestPlaces(north, [])[0]?.tilt).toBeCloseTo(0)
    expect(tilt).toBeGreaterThan(35)
    expect(tilt).toBeLessThan(45)
    expect(back).toBeCloseTo(tilt ?? 0, 1)
  })

  it('come once more only where the map is large enough, and never close together', () => {
    const places = crestPlaces(north, [[106, 29.1]])
    expect(places.length).toBeGreaterThan(3)
    expect(places.slice(1).every(({ from }) => from >= 11)).toBe(true)
  })
})
