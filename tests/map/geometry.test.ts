import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { apartFrom, calm, rounded, simplified } from '../../src/map/edges'
import { boxOf, hull, labelPoint, largestParts, surround, vignette } from '../../src/map/geometry'
import { splitName } from '../../src/map/shapes'
import { data, drawing, square } from './fixtures'

const ring: Position[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]

describe('edges', () => {
  it('keeps a ring that shares nothing', () => {
    expect(apartFrom(ring, [])).toEqual([ring])
  })

  it('leaves out what runs along another line, and joins the rest over the start of the ring', () => {
    expect(apartFrom(ring, [[[1, -1], [1, 2]]])).toEqual([[[1, 1], [0, 1], [0, 0], [1, 0]]])
    expect(apartFrom(ring, [[[1, -1], [1, 2]], [[0, -1], [0, 2]]])).toEqual([[[1, 1], [0, 1]], [[0, 0], [1, 0]]])
  })

  it('leaves nothing of a ring that is all shared', () => {
    expect(apartFrom(ring, [ring])).toEqual([])
  })

  it('calms a line within its tolerance', () => {
    const zigzag = Array.from({ length: 41 }, (_, i): Position => [i / 10, i % 2 === 0 ? 0 : 0.01])
    expect(simplified(zigzag, 0.02)).toHaveLength(2)
    expect(rounded([[0, 0], [1, 0], [1, 1]], 1)).toEqual([[0, 0], [0.25, 0], [0.75, 0], [1, 0.25], [1, 0.75], [1, 1]])
    expect(calm([...ring], 0.01).length).toBeGreaterThan(20)
  })

  it('draws the divide of two basins, not the edge of the district', () => {
    const basins = drawing.sources['edges']?.features.filter(({ properties }) => properties?.['layer'] === 'water-control') ?? []
    const drawn = basins.reduce((sum, { geometry }) => sum + (geometry.type === 'LineString' ? geometry.coordinates.length : 0), 0)
    const whole = data['water-control']?.features.reduce((sum, { geometry }) => sum + (geometry.type === 'Polygon' ? geometry.coordinates.flat().length : 0), 0) ?? 0
    expect(basins.length).toBeGreaterThan(1)
    expect(drawn).toBeLessThan(whole / 2)
  })
})

describe('geometry', () => {
  it('puts a name deep inside its shape', () => {
    const [x = 0, y = 0] = labelPoint([[[0, 0], [4, 0], [4, 1], [1, 1], [1, 4], [0, 4], [0, 0]]])
    expect(x > 0.3 && y > 0.3 && Math.min(x, y) < 0.8).toBe(true)
    expect(boxOf([square])).toEqual([106, 29, 106.1, 29.1])
  })

  it('names large parts only', () => {
    const part = (size: number, at: number): Position[][] => [[[at, 0], [at + size, 0], [at + size, size], [at, size], [at, 0]]]
    expect(largestParts({ type: 'MultiPolygon', coordinates: [part(1, 0), part(0.1, 5), part(2, 9)] })).toHaveLength(1)
    expect(largestParts({ type: 'Point', coordinates: [0, 0] })).toEqual([])
  })

  it('cuts the district out of the mask', () => {
    expect(surround([ring]).coordinates).toHaveLength(2)
    expect(surround([ring]).coordinates[1]).toEqual(ring.toReversed())
  })

  it('draws the hull of points', () => {
    expect(hull([...ring, [0.5, 0.5], [0.5, 0]])).toEqual([[0, 0], [1, 0], [1, 1], [0, 1]])
  })

  it('fades to nothing', () => {
    const left = vignette(ring).reduce((rest, { opacity }) => rest * (1 - opacity), 1)
    expect(left).toBe(0)
  })

  it('sets what stands in brackets on a line of its own', () => {
    expect(splitName('璧山高新区（可能位置）')).toEqual(['璧山高新区', '\n（可能位置）'])
    expect(splitName('High-tech Zone (possible place)')).toEqual(['High-tech Zone', '\n(possible place)'])
    expect(splitName('璧南河')).toEqual(['璧南河', ''])
  })
})
