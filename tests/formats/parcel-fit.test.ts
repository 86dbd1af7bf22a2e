import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LonLat, ParcelGeometry } from '../../src/core/model'
import { firstCrossing } from '../../src/formats/parcel-crossing'
import { fit } from '../../src/formats/parcel-fit'
import { ParcelError, type Pair, type RawShape } from '../../src/formats/parcel-raw'
import { turning } from '../../src/formats/parcel-rings'
import { readParcelText } from '../../src/formats/parcels'

/** Hundredths of a degree around the origin stand for places. */
const placing = { how: { zh: '', en: '' }, place: ([x, y]: Pair): LonLat => [x / 100 + 0, y / 100 + 0] }
const fitted = (rings: Pair[][], roles?: RawShape['roles']) => fit({ name: '', kind: 'area', rings, ...(roles ? { roles } : {}) }, placing, 'area')
const code = (rings: Pair[][], roles?: RawShape['roles']) => {
  try {
    return fitted(rings, roles).type
  } catch (error) {
    return error instanceof ParcelError ? error.said.code : 'threw'
  }
}
const square = (x: number, y: number, size: number): Pair[] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]]
const partsOf = (geometry: ParcelGeometry): LonLat[][][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []) as unknown as LonLat[][][]
/** Square hundredths, holes taken off. */
const area = (geometry: ParcelGeometry) => Math.round(partsOf(geometry).flat().reduce((sum, ring) => sum + turning(ring.slice(0, -1)) / 2, 0) * 1e4 * 1e3) / 1e3
const shape = (geometry: ParcelGeometry) => partsOf(geometry).map((part) => part.length)

describe('an outline is made fit', () => {
  it.each<[string, Pair[][], number[], number]>([
    ['closes it', [square(0, 0, 10)], [1], 100],
    ['turns it', [square(0, 0, 10).toReversed()], [1], 100],
    ['drops repeats', [square(0, 0, 10).flatMap((pair) => [pair, pair])], [1], 100],
    ['drops a spike', [[[0, 0], [10, 0], [20, 0], [10, 0], [10, 10], [0, 10]]], [1], 100],
    ['finds a hole, whichever way it turns', [square(0, 0, 10), square(2, 2, 4)], [2], 84],
    ['finds a hole that comes first', [square(2, 2, 4), square(0, 0, 10)], [2], 84],
    ['takes an island in a hole as a part', [square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)], [2, 1], 68],
    ['keeps parts apart', [square(0, 0, 10), square(20, 0, 10)], [1, 1], 200],
    ['takes a figure of eight apart', [[[0, 0], [10, 0], [10, 10], [20, 10], [20, 20], [10, 20], [10, 10], [0, 10]]], [1, 1], 200],
    ['opens a cut-in hole', [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0], [2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]], [2], 96],
    ['counts a ring once', [square(0, 0, 10), square(0, 0, 10).toReversed()], [1], 100],
    ['lets a hole touch the outline', [square(0, 0, 10), [[0, 0], [4, 2], [2, 4]]], [2], 94],
  ])('%s', (_, rings, expected, size) => {
    const geometry = fitted(rings)
    expect([shape(geometry), area(geometry)]).toEqual([expected, size])
    for (const [outer, ...holes] of partsOf(geometry)) {
      expect(turning(outer!.slice(0, -1))).toBeGreaterThan(0)
      expect(holes.every((hole) => turning(hole.slice(0, -1)) < 0)).toBe(true)
      for (const ring of [outer!, ...holes]) expect(ring.at(-1)).toEqual(ring[0])
    }
  })

  it.each<[string, Pair[][], RawShape['roles']?]>([
    ['self-crossing', [[[0, 0], [10, 10], [10, 0], [0, 10]]]],
    ['self-crossing', [square(0, 0, 10), square(5, 5, 10)]],
    ['self-crossing', [[[0, 0], [10, 0], [10, 10], [5, -10], [0, 10]]]],
    ['self-crossing', [[[0, 0], [10, 0], [10, 5], [5, 0], [0, -5], [-5, 5]]]],
    ['hole-outside', [square(0, 0, 10), square(20, 0, 5)], ['outer', 'hole']],
    ['part-inside', [square(0, 0, 10), square(2, 2, 5)], ['outer', 'outer']],
    ['few-vertices', [[[0, 0], [1, 1], [0, 0]]]],
    ['no-area', [[[0, 0], [1, 1], [2, 2]]]],
  ])('or refused: %s', (expected, rings, roles) => expect(code(rings, roles)).toBe(expected))

  it('keeps eight decimals', async () => {
    const { parcels } = await readParcelText('106.1234567891,29.5\n106.2,29.5\n106.2,29.6', { near: [105.9, 29.2, 106.5, 30] })
    expect(JSON.stringify(parcels[0]!.parcel.geometry)).toContain('106.12345679,')
  })
})

describe('crossings', () => {
  const cross = (rings: LonLat[][]) => {
    const segments = rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]!] as const))
    const side = (a: LonLat, b: LonLat, p: LonLat) => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
    return segments.some(([a, b], i) => segments.slice(0, i).some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0))
  }
  it('are found as by comparing every two lines', () => {
    assert(
      property(array(array(integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 12 }), (points) => {
        const ring = points.map(([x = 0, y = 0]): LonLat => [x, y])
        expect(!cross([ring]) || firstCrossing([ring]) !== null).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
