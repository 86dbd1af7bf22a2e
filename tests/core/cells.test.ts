import { describe, expect, it } from 'vitest'
import { verdictLetters } from '../../src/core/alike'
import { cutCells, unsureM } from '../../src/core/cells'
import { frameOf, pathIn } from '../../src/core/overlay-frame'
import { areaM2 } from '../../src/core/overlay-measure'
import { boxOf, ringsOf } from '../../src/core/overlay-rings'
import { box, smallShapes } from './fixture'
import { seeded } from './random'
import { cellLocator, positionsIn, randomShapes, shippedGround, smallGround, toEdgeM, type Ground } from './suitability-kit'

/** Of the district as drawn, measured by itself. */
function districtM2({ shapes }: Ground): number {
  const rings = shapes.filter(({ properties }) => properties.zone === 'district').flatMap(({ geometry }) => ringsOf(geometry).closed)
  const frame = frameOf(boxOf(rings))
  return areaM2(frame, rings.map((ring) => pathIn(frame, ring)))
}

/** Positions that are in no cell, in several, or in one that stands otherwise, with their distance to the nearest edge. */
function misfits(ground: Ground, seed: number, count: number) {
  const { index } = ground.world
  const steps: number[] = []
  const cells = cutCells(index, ground.shapes, (done, total) => void steps.push(done / total))
  const [cellsAt, edgeM, samples] = [cellLocator(cells), toEdgeM(cells), cells.samples.map((at) => verdictLetters(index.standing(at)))]
  const wrong = positionsIn(ground, seeded(seed), count).filter((lonLat) => {
    const found = cellsAt(lonLat)
    return found.length !== 1 || samples[cells.sampleOf[found[0]!]!] !== verdictLetters(index.standing(lonLat))
  })
  return { cells, steps, wrong: wrong.map((lonLat) => ({ lonLat, edgeM: edgeM(lonLat) })) }
}

const farFromEdges = ({ edgeM }: { edgeM: number }) => edgeM > unsureM

describe('cells', () => {
  const shipped = shippedGround()
  const { cells, steps, wrong } = misfits(shipped, 1, 4000)

  it('stand everywhere as the index says, but for hair-thin strips along their edges', () => {
    expect(wrong.filter(farFromEdges)).toEqual([])
    expect(wrong.length).toBeLessThan(40)
  })

  it('are the whole district and nothing else, to a millionth', () => {
    expect(cells.districtM2 / districtM2(shipped)).toBeCloseTo(1, 6)
    expect(cells.areaM2.every((area) => area > 0)).toBe(true)
    expect(cells.areaM2.reduce((sum, area) => sum + area, 0)).toBeCloseTo(cells.districtM2, 0)
  })

  it('never cross an edge of another, and part only what stands differently', () => {
    const { planar: { x, y, from, to }, cellOf, sampleOf } = cells
    const keys = new Set(Array.from(from, (a, edge) => [`${x[a]},${y[a]}`, `${x[to[edge]!]},${y[to[edge]!]}`].sort().join(' ')))
    expect(keys.size).toBe(from.length)
    const alike = Array.from(from.keys()).filter((edge) => cellOf[2 * edge] !== -1 && cellOf[2 * edge + 1] !== -1 && sampleOf[cellOf[2 * edge]!] === sampleOf[cellOf[2 * edge + 1]!])
    expect(alike).toEqual([])
  })

  it('tell how far the cutting has come, always forward', () => {
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
    expect(steps.length).toBeGreaterThan(20)
  })

  it('need an outline of the district', () => {
    const ground = smallGround([box('red', [106, 29, 106.1, 29.1])])
    expect(() => cutCells(ground.world.index, ground.shapes)).toThrow(/outline of the district/)
  })

  it.each([0, 0.5, 1, 3])('hold in the small world with %d times its errors', (scale) => {
    const ground = smallGround(smallShapes(scale))
    const small = misfits(ground, 2, 1500)
    expect(small.wrong.filter(farFromEdges)).toEqual([])
    expect(small.cells.districtM2 / districtM2(ground)).toBeCloseTo(1, 6)
  })

  it.each(Array.from({ length: 8 }, (_, seed) => seed))('hold in a made-up world of any shapes (%d)', (seed) => {
    const ground = smallGround(randomShapes(seeded(100 + seed)))
    const made = misfits(ground, seed, 600)
    expect(made.wrong.filter(farFromEdges)).toEqual([])
    expect(made.cells.districtM2 / districtM2(ground)).toBeCloseTo(1, 6)
  }, 30_000)
})
