import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { ParcelGeometry } from '../../src/core/model'
import { joined, partsOf } from '../../src/map/sketch-geometry'
import { parcels } from './fixtures'

const polygon = (...path: Position[]) => joined([{ kind: 'polygon', path, holes: [] }])

describe('geometry of a sketch', () => {
  it.each(parcels)('comes back as it went in: $name', ({ geometry }) => {
    expect(joined(partsOf(geometry))).toEqual(geometry)
  })

  it('keeps holes aside: the tools see outer rings alone', () => {
    const [first, second] = partsOf(parcels[3]!.geometry)
    expect(first?.path).toHaveLength(5)
    expect(first?.holes).toHaveLength(1)
    expect(second?.holes).toEqual([])
  })

  it('rounds to 8 decimals and drops heights', () => {
    const geometry: ParcelGeometry = { type: 'LineString', coordinates: [[106.123456784, 29.1, 310], [106.2, 29.987654326, 311]] }
    expect(joined(partsOf(geometry))).toEqual({ type: 'LineString', coordinates: [[106.12345678, 29.1], [106.2, 29.98765433]] })
  })

  it('turns rings as RFC 7946 asks: outer counterclockwise, holes clockwise', () => {
    expect(polygon([0, 0], [0, 1], [1, 1], [0, 0])).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 1], [0, 0]]] })
    const hole: Position[] = [[0.1, 0.2], [0.2, 0.5], [0.1, 0.5], [0.1, 0.2]]
    const turned = joined([{ kind: 'polygon', path: [[0, 0], [1, 1], [0, 1], [0, 0]], holes: [hole] }])
    expect(turned?.coordinates[1]).toEqual(hole.toReversed())
  })

  it('drops what has no size, and says so when nothing is left', () => {
    expect(polygon([1, 1], [1, 1], [1, 1], [1, 1])).toBeNull()
    expect(polygon([0, 0], [1, 1], [2, 2], [0, 0])).toBeNull()
    expect(polygon([106, 29], [106.000000001, 29], [106, 29.000000001], [106, 29])).toBeNull()
    expect(joined([{ kind: 'linestring', path: [[1, 1], [1, 1]], holes: [] }])).toBeNull()
    const [large, small] = partsOf(parcels[3]!.geometry)
    expect(joined([large!, { ...small!, path: [[1, 1], [1, 1], [1, 1], [1, 1]] }])?.type).toBe('Polygon')
  })
})
