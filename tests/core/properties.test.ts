import * as fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { ask } from '../../src/core/ask'
import { compileCatalogue, type Seeds } from '../../src/core/catalogue'
import { settledBy } from '../../src/core/known'
import type { Answer, Facts, Finding, KnownZones, LonLat, Question, Subject, World, ZoneShape } from '../../src/core/model'
import type { Fact } from '../../src/core/seed-types'
import { rankOf } from '../../src/core/verdict'
import { buildZoneIndex } from '../../src/core/zone-index'
import { failures, smallSeeds, smallShapes } from './fixture'
import { seeded } from './random'

type Shape = Feature<Geometry, ZoneShape>

/** A catalogue with its shapes, from which worlds are built. */
interface Ground {
  seeds: Seeds
  shapes: Shape[]
  failed: Record<string, string>
  box: readonly [number, number, number, number]
}

const root = join(import.meta.dirname, '../..')
const layers = join(root, 'geodata/layers')

const release = { data: '', rules: '', engine: '' }
const worldOf = ({ seeds, shapes, failed }: Ground): World => ({ catalogue: compileCatalogue(seeds), index: buildZoneIndex(shapes, failed), release })

const small: Ground = { seeds: smallSeeds(), shapes: smallShapes(), failed: failures, box: [105.97, 28.97, 106.43, 29.43] }

function shipped(): Ground {
  const collections: FeatureCollection<Geometry, ZoneShape>[] = readdirSync(layers)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => JSON.parse(readFileSync(join(layers, file), 'utf8')))
  const shapes = collections.flatMap(({ features }) => features).filter(({ properties }) => properties.kind !== undefined)
  return { seeds: loadSeeds(root), shapes, failed: {}, box: [105.95, 29.2, 106.45, 29.95] }
}

const grounds: [string, Ground, number][] = [['the small world', small, 200]]
if (existsSync(join(root, 'seeds/plan-2021/source.json'))) grounds.push(['the shipped world', shipped(), 100])

const point = ({ box: [west, south, east, north] }: Ground): fc.Arbitrary<LonLat> =>
  fc.tuple(fc.double({ min: west, max: east, noNaN: true }), fc.double({ min: south, max: north, noNaN: true }))

const valueOf = (fact: Fact): fc.Arbitrary<number | boolean | string> => {
  if (fact.type === 'boolean') return fc.boolean()
  if (fact.type === 'number') return fc.constantFrom(0, 9, 10, 11, 149, 150, 199, 200, 499, 500, 501, 1999, 2000, 4999, 5000, 9000)
  return fc.constantFrom(...(fact.choices ?? []).map(({ id }) => id))
}

const facts = ({ seeds }: Ground): fc.Arbitrary<Facts> =>
  fc.record(Object.fromEntries(seeds.facts.map((fact) => [fact.id, valueOf(fact)])), { requiredKeys: [] }) as fc.Arbitrary<Facts>

const project = ({ seeds }: Ground) => fc.uniqueArray(fc.constantFrom(...seeds.activities.map(({ id }) => id)), { minLength: 1, maxLength: 3 })

const day = fc.constantFrom('2021-11-25', '2021-11-26', '2024-06-01', '2025-12-31', '2026-01-01', '2026-11-24')

const question = (ground: Ground): fc.Arbitrary<Question> => fc.record({ on: day, project: project(ground), facts: facts(ground) })

const ranks = ({ verdict }: Answer) => [rankOf(verdict?.certain), rankOf(verdict?.asDrawn), rankOf(verdict?.possible)] as const

const at = (lonLat: LonLat): Subject => ({ kind: 'point', lonLat })

const widened = (ground: Ground, seed: number, most: number): Ground => {
  const random = seeded(seed)
  const wider = (shape: Shape): Shape => ({ ...shape, properties: { ...shape.properties, sigmaM: shape.properties.sigmaM * (1 + random() * most) } })
  return { ...ground, shapes: ground.shapes.map(wider) }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item): [number, T] => [random(), item])
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item)
}

const reordered = (ground: Ground, seed: number): Ground => {
  const random = seeded(seed)
  const mix = <T>(items: readonly T[]) => shuffled(items, random)
  const { seeds } = ground
  const sources = seeds.sources.map((source) => ({ ...source, rules: mix(source.rules.map((file) => ({ ...file, rules: mix(file.rules) }))) }))
  return { ...ground, seeds: { ...seeds, zones: mix(seeds.zones), activities: mix(seeds.activities), sources: mix(sources) }, shapes: mix(ground.shapes) }
}

const byKey = <T>(items: readonly T[], key: (item: T) => string): T[] => items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

/** An answer with every list in an order of its own. */
const ordered = ({ findings, rules, verdict, toVerify, conflicts, ...rest }: Answer) => ({
  ...rest,
  conflicts: byKey(conflicts, (one) => one.id),
  findings: byKey(findings, (one) => one.zone),
  rules: byKey(rules, (one) => one.id),
  verdict: verdict && { ...verdict, decidedBy: verdict.decidedBy.toSorted() },
  toVerify: byKey(toVerify.map((one) => ({ ...one, rules: one.rules.toSorted() })), (one) => JSON.stringify(one)),
})

/** What becomes known does not contradict what was certain. */
const agrees = (before: Finding['is'], known: Finding['is']): boolean => before === known || (before !== 'inside' && before !== 'outside')

describe.each(grounds)('in %s', (_, ground, numRuns) => {
  const world = worldOf(ground)
  const wider = [1, 2, 3].map((seed) => worldOf(widened(ground, seed, seed * 2)))
  const mixed = [1, 2].map((seed) => worldOf(reordered(ground, seed)))
  const zones = fc.uniqueArray(fc.constantFrom(...ground.seeds.zones.map(({ id }) => id)), { maxLength: 6 })
  const subject: fc.Arbitrary<Subject> = fc.oneof(point(ground).map(at), zones.map((ids): Subject => ({ kind: 'zones', zones: ids })))

  it('certain ≤ as drawn ≤ possible', () => {
    fc.assert(
      fc.property(subject, question(ground), (where, what) => {
        const [certain, asDrawn, possible] = ranks(ask(where, what, world))
        expect(certain).toBeLessThanOrEqual(asDrawn)
        expect(asDrawn).toBeLessThanOrEqual(possible)
      }),
      { numRuns },
    )
  })

  it('a wider error leaves "as drawn" alone, lowers only "certain", raises only "possible"', () => {
    fc.assert(
      fc.property(point(ground), question(ground), fc.nat(2), (where, what, which) => {
        const before = ranks(ask(at(where), what, world))
        const after = ranks(ask(at(where), what, wider[which]!))
        expect(after[0]).toBeLessThanOrEqual(before[0])
        expect(after[1]).toBe(before[1])
        expect(after[2]).toBeGreaterThanOrEqual(before[2])
      }),
      { numRuns: 2 * numRuns },
    )
  })

  it('a further zone lowers no part', () => {
    fc.assert(
      fc.property(zones, fc.constantFrom(...ground.seeds.zones.map(({ id }) => id)), question(ground), (ids, more, what) => {
        const before = ranks(ask({ kind: 'zones', zones: ids }, what, world))
        const after = ranks(ask({ kind: 'zones', zones: [...ids, more] }, what, world))
        before.forEach((rank, part) => expect(after[part]).toBeGreaterThanOrEqual(rank))
      }),
      { numRuns },
    )
  })

  it('a further fact never widens the interval', () => {
    fc.assert(
      fc.property(subject, question(ground), fc.constantFrom(...ground.seeds.facts.map(({ id }) => id)), (where, what, forgotten) => {
        const { [forgotten]: _forgotten, ...fewer } = what.facts ?? {}
        const before = ranks(ask(where, { ...what, facts: fewer }, world))
        const after = ranks(ask(where, what, world))
        expect(after[0]).toBeGreaterThanOrEqual(before[0])
        expect(after[2]).toBeLessThanOrEqual(before[2])
      }),
      { numRuns },
    )
  })

  it('a known zone that the drawing leaves open never widens the interval', () => {
    const all = ground.seeds.zones.map(({ id }) => id)
    fc.assert(
      fc.property(subject, question(ground), fc.constantFrom(...all), fc.constantFrom('inside' as const, 'outside' as const), (where, what, zone, is) => {
        const before = ask(where, what, world)
        const known: KnownZones = { [zone]: is }
        fc.pre([...settledBy(world.catalogue, known)].every(([number, settled]) => agrees(before.findings[number]!.is, settled.is)))
        const after = ranks(ask(where, { ...what, known }, world))
        expect(after[0]).toBeGreaterThanOrEqual(ranks(before)[0])
        expect(after[2]).toBeLessThanOrEqual(ranks(before)[2])
      }),
      { numRuns: 2 * numRuns },
    )
  })

  it('a further source lowers no part', () => {
    const sources = ground.seeds.sources.map(({ id }) => id)
    fc.assert(
      fc.property(subject, question(ground), fc.shuffledSubarray(sources, { minLength: 1 }), fc.shuffledSubarray(sources), (where, what, some, more) => {
        const before = ranks(ask(where, { ...what, sources: some }, world))
        const after = ranks(ask(where, { ...what, sources: [...new Set([...some, ...more])] }, world))
        before.forEach((rank, part) => expect(after[part]).toBeGreaterThanOrEqual(rank))
      }),
      { numRuns },
    )
  })

  it('the order of what is known does not matter', () => {
    fc.assert(
      fc.property(subject, question(ground), fc.dictionary(fc.constantFrom(...ground.seeds.zones.map(({ id }) => id)), fc.constantFrom('inside' as const, 'outside' as const), { maxKeys: 4 }), (where, what, known) => {
        const turned: KnownZones = Object.fromEntries(Object.entries(known).toReversed())
        expect(ask(where, { ...what, known: turned }, world)).toEqual(ask(where, { ...what, known }, world))
      }),
      { numRuns },
    )
  })

  it('the order of zones, rules, files and shapes does not matter', () => {
    fc.assert(
      fc.property(subject, question(ground), fc.boolean(), fc.nat(1), (where, what, nobody, which) => {
        const asked = nobody ? { on: what.on } : what
        expect(ordered(ask(where, asked, mixed[which]!))).toEqual(ordered(ask(where, asked, world)))
      }),
      { numRuns },
    )
  })

  it('one answer for each zone, whole metres, nothing lost in JSON', () => {
    fc.assert(
      fc.property(subject, question(ground), (where, what) => {
        const answer = ask(where, what, world)
        expect(answer.findings.map(({ zone }) => zone)).toEqual(ground.seeds.zones.map(({ id }) => id))
        expect(answer.findings.every(({ distanceM }) => distanceM === undefined || (Number.isInteger(distanceM) && !Object.is(distanceM, -0)))).toBe(true)
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
        expect(ask(where, what, world)).toEqual(answer)
      }),
      { numRuns },
    )
  })
})
