import { describe, expect, it } from 'vitest'
import { numberAlike } from '../../src/core/alike'
import { ask, QuestionError } from '../../src/core/ask'
import { askedAt, batchVerdicts, type PointVerdict } from '../../src/core/batch-verdicts'
import { cutCells, unsureM } from '../../src/core/cells'
import type { LonLat, Question, VerdictWord, World } from '../../src/core/model'
import { metricAt } from '../../src/core/nearest'
import { suitabilityIn } from '../../src/core/suitability'
import { betterPlaces } from '../../src/core/suitability-better'
import type { Face, SuitabilityView, VerdictTriple } from '../../src/core/suitability-types'
import { rankOf } from '../../src/core/verdict'
import { smallShapes } from './fixture'
import { seeded } from './random'
import { locator, multiPolygonOf, positionsIn, randomShapes, shippedGround, smallGround, toEdgeM } from './suitability-kit'

const words = ({ certain, asDrawn, possible }: VerdictTriple) => `${certain} ${asDrawn} ${possible}`

/** What `ask` says at many positions: once for all that stand alike, which `batch-verdicts.test.ts` proves. */
function asker(world: World, positions: readonly LonLat[]) {
  const alike = numberAlike(world)
  const numbers = positions.map(alike)
  return (question: Question) => {
    const known = new Map<number, PointVerdict>()
    return numbers.map((number, at) => {
      const found = known.get(number) ?? askedAt(positions[at]!, question, world)
      known.set(number, found)
      return found
    })
  }
}

const shipped = shippedGround()
const shippedCells = cutCells(shipped.world.index, shipped.shapes)
const shippedFor = suitabilityIn(shippedCells, shipped.world)

/** Project types from all over the list, those of the issue among them. */
function projects({ catalogue }: World, count: number): string[] {
  const all = [...catalogue.activities.keys()]
  const wanted = ['electroplating', 'livestock-farm', 'residential', 'catering'].filter((id) => catalogue.activities.has(id))
  const step = all.length / (count - wanted.length)
  return [...wanted, ...Array.from({ length: count - wanted.length }, (_, at) => all[Math.floor(at * step)]!)]
}

function misfits(faces: readonly Face[], positions: readonly LonLat[], verdicts: readonly VerdictTriple[]): LonLat[] {
  const facesAt = locator(faces.map(({ polygons }) => polygons))
  return positions.filter((lonLat, at) => {
    const found = facesAt(lonLat)
    return found.length !== 1 || words(faces[found[0]!]!.verdict) !== words(verdicts[at]!)
  })
}

describe('faces', () => {
  it('say at 4,000 places for 20 projects what ask says, but for hair-thin strips along their edges', () => {
    const positions = positionsIn(shipped, seeded(1), 4000)
    const [askAll, edgeM] = [asker(shipped.world, positions), toEdgeM(shippedCells)]
    const wrong = projects(shipped.world, 20).flatMap((project, at) => {
      const question = { on: at % 2 === 0 ? '2024-06-01' : '2026-11-28', project: [project], ...(at % 3 === 0 ? {} : { facts: { isNew: true } }) }
      return misfits(shippedFor(question).faces, positions, askAll(question))
    })
    expect(wrong.filter((lonLat) => edgeM(lonLat) > unsureM)).toEqual([])
    expect(wrong.length).toBeLessThan(24)
  }, 120_000)

  it.each(Array.from({ length: 5 }, (_, seed) => seed))('say what ask says in a made-up world (%d)', (seed) => {
    const ground = seed === 0 ? smallGround(smallShapes()) : smallGround(randomShapes(seeded(500 + seed)))
    const cells = cutCells(ground.world.index, ground.shapes)
    const [positions, suitability, edgeM] = [positionsIn(ground, seeded(seed), 400), suitabilityIn(cells, ground.world), toEdgeM(cells)]
    for (const project of ['mill', 'factory', 'farm', 'lab', 'boat']) {
      const question = { on: '2024-06-01', project: [project] }
      const { faces, areaM2 } = suitability(question)
      const verdicts = positions.map((lonLat) => ask({ kind: 'point', lonLat }, question, ground.world).verdict!)
      expect(misfits(faces, positions, verdicts).filter((lonLat) => edgeM(lonLat) > unsureM)).toEqual([])
      expect(faces.reduce((sum, face) => sum + face.areaM2, 0) / areaM2).toBeCloseTo(1, 9)
    }
  }, 30_000)

  it.each(projects(shipped.world, 8))('are one for each verdict, keep its law, and add up to the district (%s)', (project) => {
    const { faces, areaM2 } = shippedFor({ on: '2024-06-01', project: [project], facts: { isNew: true } })
    expect(new Set(faces.map(({ verdict }) => words(verdict))).size).toBe(faces.length)
    for (const { verdict } of faces) {
      expect(rankOf(verdict.certain)).toBeLessThanOrEqual(rankOf(verdict.asDrawn))
      expect(rankOf(verdict.asDrawn)).toBeLessThanOrEqual(rankOf(verdict.possible))
    }
    expect(faces.reduce((sum, face) => sum + face.areaM2, 0) / areaM2).toBeCloseTo(1, 9)
    expect(faces.map((face) => face.areaM2)).toEqual(faces.map((face) => face.areaM2).toSorted((a, b) => b - a))
  })

  it('are polygons with closed rings, the outer one counter-clockwise, that share their edges', () => {
    const { faces } = shippedFor({ on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } })
    const edges = new Map<string, number>()
    for (const rings of faces.flatMap(({ polygons }) => multiPolygonOf(polygons).coordinates)) {
      rings.forEach((ring, number) => {
        expect(ring[0]).toEqual(ring.at(-1))
        expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
        const turning = ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]![0]! - 106) * (y! - 29.5) - (x! - 106) * (ring[at]![1]! - 29.5), 0)
        expect(turning > 0).toBe(number === 0)
        ring.slice(1).forEach((end, at) => void edges.set([String(ring[at]), String(end)].sort().join(' '), (edges.get([String(ring[at]), String(end)].sort().join(' ')) ?? 0) + 1))
      })
    }
    // Each edge belongs to two faces, or to one at the edge of the district.
    expect(Math.max(...edges.values())).toBe(2)
    expect([...edges.values()].filter((count) => count === 2).length).toBeGreaterThan(500)
  })

  it('name the rules that decide in them', () => {
    const { faces } = shippedFor({ on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } })
    for (const { verdict, decidedBy } of faces) if (verdict.possible !== 'no-specific-rule') expect(decidedBy.length).toBeGreaterThan(0)
    for (const rule of faces.flatMap(({ decidedBy }) => decidedBy)) expect(shipped.world.catalogue.rules.has(rule)).toBe(true)
  })

  it('follow what the asker knows of zones', () => {
    const question: Question = { on: '2024-06-01', project: ['electroplating'], facts: { isNew: true } }
    const known: Question = { ...question, known: { 'ecological-redline': 'outside' } }
    const positions = positionsIn(shipped, seeded(3), 200)
    const verdicts = positions.map((lonLat) => ask({ kind: 'point', lonLat }, known, shipped.world).verdict!)
    expect(misfits(shippedFor(known).faces, positions, verdicts).length).toBeLessThan(3)
  })

  it('refuse a question without a project, or one that ask refuses', () => {
    expect(() => shippedFor({ on: '2024-06-01' })).toThrow(QuestionError)
    expect(() => shippedFor({ on: '2024-06-01', project: ['no such thing'] })).toThrow(QuestionError)
  })
})

describe('better places', () => {
  const views: SuitabilityView[] = ['asDrawn', 'certain', 'possible']

  /** Metres to the nearest of many places where the verdict of the view is milder. */
  function bruteM(site: LonLat, view: SuitabilityView, positions: readonly LonLat[], verdicts: readonly VerdictTriple[], here: VerdictWord): number {
    let best = Infinity
    positions.forEach(([lon, lat], at) => {
      if (rankOf(verdicts[at]![view]) >= rankOf(here)) return
      const { east, north } = metricAt((lat + site[1]) / 2)
      best = Math.min(best, Math.hypot((lon - site[0]) * east, (lat - site[1]) * north))
    })
    return best
  }

  it.each(['electroplating', 'livestock-farm', 'paper-making'].filter((id) => shipped.world.catalogue.activities.has(id)))('are milder by the engine itself, and no sampled place is nearer (%s)', (project) => {
    const question: Question = { on: '2024-06-01', project: [project], facts: { isNew: true } }
    const [suitability, verdicts] = [shippedFor(question), batchVerdicts(question, shipped.world)]
    const sampled = positionsIn(shipped, seeded(8), 3000)
    const sampledVerdicts = sampled.map((position) => verdicts.distinct[verdicts.at(position)]!)
    let found = 0
    for (const site of positionsIn(shipped, seeded(9), 6)) {
      const here = ask({ kind: 'point', lonLat: site }, question, shipped.world).verdict!
      const places = betterPlaces(suitability, site, verdicts)
      for (const view of views) {
        const place = places.find((one) => one.view === view)
        const nearestM = bruteM(site, view, sampled, sampledVerdicts, here[view])
        if (!place) expect(nearestM).toBe(Infinity)
        else {
          found++
          const there = ask({ kind: 'point', lonLat: place.at }, question, shipped.world).verdict!
          expect(there[view]).toBe(place.verdict)
          expect(rankOf(place.verdict)).toBeLessThan(rankOf(here[view]))
          // A place lies up to 10 m within the face; samples lie some 550 m apart.
          expect(place.distanceM).toBeLessThan(nearestM + 10.01)
          expect(place.distanceM).toBeGreaterThan(nearestM - 2500)
        }
      }
    }
    expect(found).toBeGreaterThan(5)
  }, 30_000)

  it('tell distance and direction as reckoned by hand', () => {
    const ground = smallGround(smallShapes())
    const question: Question = { on: '2024-06-01', project: ['build'], facts: { isNew: true } }
    const suitability = suitabilityIn(cutCells(ground.world.index, ground.shapes), ground.world)(question)
    // 0.005° inside the western edge of the red square: 0.005° × 97,366 m/° at 29.12°.
    const [place] = betterPlaces(suitability, [106.105, 29.12], batchVerdicts(question, ground.world))
    expect(place).toMatchObject({ view: 'asDrawn' })
    expect(place!.distanceM).toBeGreaterThan(486.5)
    expect(place!.distanceM).toBeLessThan(490.5)
    expect(place!.bearingDeg).toBeCloseTo(270, 0)
  })

  it('are none where nothing stands against the project', () => {
    const question: Question = { on: '2024-06-01', project: ['idle'] }
    const ground = smallGround(smallShapes())
    const suitability = suitabilityIn(cutCells(ground.world.index, ground.shapes), ground.world)(question)
    expect(betterPlaces(suitability, [106.2, 29.25], batchVerdicts(question, ground.world))).toEqual([])
  })
})
