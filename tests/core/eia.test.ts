import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EIA_CLASSES, eiaClass, strictestOf, type EiaAnswer } from '../../src/core/eia'
import { compileEia } from '../../src/core/eia-catalogue'
import { membershipOf } from '../../src/core/membership'
import { catalogue, findings, itemOf, paramsOf, plain, rules, seeds } from '../helpers/eia'
import type { Facts, FactValue, Finding, Is } from '../../src/core/model'
import type { EiaClass, EiaItem } from '../../src/core/seed-types'

const rank = (one: EiaClass) => EIA_CLASSES.indexOf(one)
const ask = (item: EiaItem, at: readonly Finding[], facts: Facts) => eiaClass(item, at, facts, catalogue)
const located = seeds.items.filter((item) => item.sensitive !== undefined)
const areaAsk = (id: string) => catalogue.areas.get(id)?.ask ?? ''
/** The zones that prove an area where one lies inside. */
const proving = (item: EiaItem) =>
  (item.sensitive ?? []).flatMap((id) => catalogue.areas.get(id)?.zones.filter(({ atMost }) => atMost === 'certain').map(({ zone }) => zone) ?? [])

const inOrder = ({ certain, asDrawn, possible, among }: EiaAnswer) =>
  rank(certain) <= rank(asDrawn[0] ?? 'none') && rank(asDrawn.at(-1) ?? 'none') <= rank(possible) && asDrawn.every((one) => among.includes(one))

describe('every item', () => {
  test('answers without any fact or finding', () => {
    const answers = seeds.items.map((item) => ask(item, [], {}))
    expect(answers).toHaveLength(173)
    expect(answers.filter((one) => !inOrder(one) || one.among.length === 0)).toEqual([])
    expect(answers.filter((one) => (one.among.length === 1) !== (one.missing.length === 0)).map(({ item }) => item)).toEqual([])
  })

  test('answers one class when every fact is known', () => {
    expect(seeds.items.map((item) => ask(item, [], plain(item))).filter((one) => one.among.length !== 1 || one.missing.length > 0)).toEqual([])
  })

  test('51 depend on a sensitive area', () => {
    expect(located).toHaveLength(51)
  })
})

describe('sensitive areas', () => {
  /** Facts under which the item turns on the area; all others plain. */
  const turning: Record<number, Facts> = {
    3: { scaleFarm: true },
    90: { windPower: true, windKw: 50_000 },
    104: { giantDebrisFlow: true },
    110: { floorAreaM2: 5000, eiaNewBuild: true },
    111: { floorAreaM2: 5000 },
    114: { artificialLake: true },
    130: { eiaNewBuild: true, roadGrade: 2 },
    132: { railLinkKm: 10 },
    134: { eiaNewBuild: true },
    143: { breakwaterLock: true },
    146: { eiaNewBuild: true },
    150: { seaOilPipe: true },
    152: { seaPipeOrCable: true },
    158: { changesWaterFlow: true },
    161: { lineKv: 330 },
    163: { towerKw: 100 },
  }

  test.each(located.map((item) => [item.no, item] as const))('item %i is stricter in one', (no, item) => {
    const facts = plain(item, turning[no])
    const { eiaSensitiveArea: _, ...open } = Object.fromEntries(Object.entries(facts).filter(([param]) => !param.startsWith('eiaArea')))
    const [outside] = ask(item, [], { ...open, eiaSensitiveArea: false }).among
    const [inside] = ask(item, [], { ...open, eiaSensitiveArea: true, [areaAsk(item.sensitive?.[0] ?? '')]: true }).among
    expect(rank(inside ?? 'none')).toBeGreaterThan(rank(outside ?? 'none'))
    const unknown = ask(item, [], open)
    expect([unknown.certain, unknown.asDrawn, unknown.possible]).toEqual([outside, [outside], inside])
    for (const zone of proving(item)) expect(ask(item, [{ zone, is: 'inside' }], open).among, zone).toEqual([inside])
    for (const area of item.sensitive ?? []) expect(ask(item, [], { ...open, [areaAsk(area)]: true }).certain, area).toBe(inside)
  })

  test('an uncertain line gives an interval, and the drawing decides asDrawn', () => {
    const reservoir = itemOf(124)
    const at = (is: Is) => {
      const { certain, asDrawn, possible } = ask(reservoir, findings('outside', { 'ecological-redline': is }), { reservoirM3: 100 })
      return [certain, ...asDrawn, possible]
    }
    expect(at('inside')).toEqual(['report', 'report', 'report'])
    expect(at('likely')).toEqual(['table', 'report', 'report'])
    for (const is of ['possible', 'unmapped', 'failed', 'outside'] as const) expect(at(is), is).toEqual(['table', 'table', 'report'])
  })

  test('only where every listed area is drawn or answered can the map deny them', () => {
    const other = itemOf(14)
    const open = ask(other, findings('outside'), {})
    expect(open.missing).toEqual([
      { kind: 'fact', param: 'eiaSensitiveArea' },
      { kind: 'area', param: 'eiaAreaNationalPark', area: 'national-park' },
      { kind: 'area', param: 'eiaAreaWorldHeritage', area: 'world-heritage' },
    ])
    expect(ask(other, findings('outside'), { eiaAreaNationalPark: false, eiaAreaWorldHeritage: false }).among).toEqual(['registration'])
    expect(open.sensitive.find(({ area }) => area === 'marine-special')).toEqual({ area: 'marine-special', zone: null, is: 'outside', touched: 'false' })
    expect(open.sensitive.find(({ area }) => area === 'national-park')).toEqual({ area: 'national-park', zone: null, is: 'unmapped', touched: 'unknown' })
  })

  test('a hint never proves: built-up area for a transmission line', () => {
    const line = ask(itemOf(161), findings('outside', { 'built-up-area': 'inside' }), { lineKv: 330 })
    expect([line.certain, line.asDrawn, line.possible]).toEqual(['table', ['table'], 'report'])
    expect(line.sensitive.find(({ area }) => area === 'residential-area')).toMatchObject({ zone: 'built-up-area', is: 'inside', touched: 'unknown' })
  })

  test('a wetland taken over from a narrower zone is only possible; its own outline proves it', () => {
    const at = (finding: Finding) => ask(itemOf(129), [...findings('outside').filter(({ zone }) => zone !== 'wetlands'), finding], { groundwaterM3PerDay: 1, sameSupply: false })
    expect(at({ zone: 'wetlands', is: 'inside', via: 'wetland-parks' })).toMatchObject({ certain: 'table', asDrawn: ['table'], possible: 'report' })
    expect(at({ zone: 'wetlands', is: 'inside' })).toMatchObject({ certain: 'report' })
  })

  test('standard factory buildings also count residential areas', () => {
    const residential = { eiaAreaResidentialArea: true }
    const others = Object.fromEntries((itemOf(97).sensitive ?? []).map((id) => [areaAsk(id), false]))
    expect(ask(itemOf(97), [], { ...others, ...residential, standardFactory: true }).among).toEqual(['table'])
    expect(ask(itemOf(97), [], { ...others, ...residential, standardFactory: false }).among).toEqual(['none'])
  })

  test('supply works of a reservoir may touch a drinking-water protection area', () => {
    const facts = plain(itemOf(126), { reservoirSupply: true })
    const { eiaSensitiveArea: _, ...open } = facts
    const others = Object.fromEntries((itemOf(126).sensitive ?? []).map((id) => [areaAsk(id), false]))
    expect(ask(itemOf(126), [], { ...open, ...others, eiaAreaDrinkingWater: true }).among).toEqual(['table'])
    expect(ask(itemOf(126), [], { ...open, ...others, eiaAreaDrinkingWater: true, eiaAreaRedline: true }).among).toEqual(['report'])
  })

  test('a new petrol station in the built-up area, which the catalogue of zones knows', () => {
    const facts = { eiaNewBuild: true, fillingStation: true, eiaSensitiveArea: false }
    const at = (is: Is) => ask(itemOf(119), findings('outside', { 'built-up-area': is }), facts)
    expect(at('inside').among).toEqual(['table'])
    expect(at('likely')).toMatchObject({ certain: 'none', asDrawn: ['table'], possible: 'table' })
    expect(at('outside')).toMatchObject({ among: ['none'], articles: ['三', '五'] })
  })
})

describe('reasons', () => {
  test('name the clause that decides, and what may', () => {
    expect(ask(itemOf(34), [], { boardM3PerYear: 200_000, inIndustrialBuilding: true }).because).toEqual([
      { class: 'report', text: { zh: '年产20万立方米及以上的', en: '200,000 m³/a or more' }, truth: 'true' },
    ])
    expect(ask(itemOf(34), [], {}).because.map((one) => [one.class, one.truth])).toEqual([['report', 'unknown'], ['table', 'true']])
  })

  test('outside an industrial building a starred item reaches nothing, by article 5', () => {
    expect(ask(itemOf(32), [], { inIndustrialBuilding: false, solventGlueTpa: 100 })).toMatchObject({ among: ['none'], articles: ['五'], because: [], missing: [] })
  })

  test('several items: the strictest counts', () => {
    const small = ask(itemOf(105), [], { wasteTransferTpd: 1 })
    const sewage = ask(itemOf(95), [], { eiaNewBuild: true, eiaExtension: false, municipalSewage: true, centralIndustrialWastewater: false, capacityTpd: 600 })
    expect(strictestOf([small, sewage])).toEqual({ certain: 'table', asDrawn: ['table'], possible: 'table', among: ['table'] })
    expect(() => strictestOf([])).toThrow('at least one EIA item')
  })

  test('a dangling reference names both ends', () => {
    const [first] = seeds.items
    const broken = { ...seeds, items: first === undefined ? [] : [{ ...first, sensitive: ['nowhere'] }] }
    expect(() => compileEia(broken, rules)).toThrow('EIA item 1, found "nowhere"')
  })
})

describe('properties', () => {
  const anyItem = fc.constantFrom(...seeds.items)
  const anyIs = fc.constantFrom<Is>('inside', 'likely', 'possible', 'outside', 'unmapped', 'failed')
  const zones = [...new Set(['built-up-area', ...seeds.areas.flatMap((area) => area.zones.map(({ zone }) => zone))])]
  const anyFindings = fc.array(anyIs, { minLength: zones.length, maxLength: zones.length }).map((all) => zones.map((zone, i): Finding => ({ zone, is: all[i] ?? 'outside' })))
  const limits = [0, 0.25, 1, 2, 10, 30, 65, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 200_000, 500_000, 1e8]
  const anyNumber = fc.oneof(fc.constantFrom(...limits), fc.double({ min: 0, max: 1e8, noNaN: true }))
  /** Some facts about the project itself; sensitive areas are left to the map. */
  const factsFor = (item: EiaItem, required = false) => {
    const { numbers, booleans } = paramsOf(item)
    const own = booleans.filter((param) => !param.startsWith('eiaArea') && param !== 'eiaSensitiveArea' && param !== 'inBuiltUpArea')
    const model: Record<string, fc.Arbitrary<FactValue>> = {}
    for (const param of numbers) model[param] = anyNumber
    for (const param of own) model[param] = fc.boolean()
    return fc.record(model, { requiredKeys: required ? Object.keys(model) : [] })
  }
  const anyCase = anyItem.chain((item) => fc.tuple(fc.constant(item), factsFor(item), factsFor(item), anyFindings))
  const within = (narrow: EiaAnswer, wide: EiaAnswer) => narrow.among.every((one) => wide.among.includes(one)) && narrow.asDrawn.every((one) => wide.asDrawn.includes(one))
  const runs = { numRuns: 1000 }

  test('certain ≤ as drawn ≤ possible', () => {
    fc.assert(fc.property(anyCase, ([item, facts, , at]) => inOrder(ask(item, at, facts))), runs)
  })

  test('a fact more never widens the answer', () => {
    fc.assert(fc.property(anyCase, ([item, facts, more, at]) => within(ask(item, at, { ...more, ...facts }), ask(item, at, facts))), runs)
  })

  test('an answer about an open sensitive area never widens among', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ([item, facts, , at], yes) => {
        const before = ask(item, at, facts)
        const open = before.missing.filter(({ kind }) => kind === 'area').map(({ param }) => param)
        return open.every((param) => ask(item, at, { ...facts, [param]: yes }).among.every((one) => before.among.includes(one)))
      }),
      runs,
    )
  })

  test('a wider error lowers certain, raises possible and leaves the drawing alone', () => {
    const distances = fc.array(fc.double({ min: -3000, max: 3000, noNaN: true }), { minLength: zones.length, maxLength: zones.length })
    const drawn = (all: number[], sigmaM: number) => zones.map((zone, i): Finding => ({ zone, is: membershipOf('outline', all[i] ?? 0, sigmaM, true) }))
    fc.assert(
      fc.property(anyCase, distances, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), ([item, facts], all, sigmaM, more) => {
        const fine = ask(item, drawn(all, sigmaM), facts)
        const coarse = ask(item, drawn(all, sigmaM + more), facts)
        expect(coarse.asDrawn).toEqual(fine.asDrawn)
        return fine.among.every((one) => coarse.among.includes(one))
      }),
      runs,
    )
  })

  test('touching one more sensitive area never makes the document lighter', () => {
    fc.assert(
      fc.property(anyItem.chain((item) => fc.tuple(fc.constant(item), factsFor(item, true), anyFindings)), fc.nat(), ([item, facts, at], pick) => {
        const zone = zones[pick % zones.length] ?? ''
        const before = ask(item, at, facts)
        const after = ask(item, at.map((one) => (one.zone === zone ? { zone, is: 'inside' as const } : one)), facts)
        return rank(after.certain) >= rank(before.certain) && rank(after.possible) >= rank(before.possible)
      }),
      runs,
    )
  })

  test('answering every question leads to one class', () => {
    fc.assert(
      fc.property(anyItem.chain((item) => fc.tuple(fc.constant(item), factsFor(item, true))), fc.array(fc.boolean(), { minLength: 1 }), ([item, values], yes) => {
        let facts: Facts = {}
        for (let round = 0; round < 40; round++) {
          const { missing, among } = ask(item, [], facts)
          if (among.length === 1) return true
          facts = { ...facts, ...Object.fromEntries(missing.map(({ param }, i) => [param, values[param] ?? yes[i % yes.length] ?? false])) }
        }
        return false
      }),
      runs,
    )
  })

  test('the order of zones is irrelevant', () => {
    fc.assert(
      fc.property(anyCase, ([item, facts, , at]) => {
        expect(ask(item, at.toReversed(), facts)).toEqual(ask(item, at, facts))
      }),
      { numRuns: 300 },
    )
  })

  test('nothing known is asked again, and every question has words', () => {
    fc.assert(
      fc.property(anyCase, ([item, facts, , at]) =>
        ask(item, at, { ...facts, eiaSensitiveArea: true }).missing.every(
          (one) => !(one.param in facts) && one.param !== 'eiaSensitiveArea' && (one.kind !== 'fact' || catalogue.facts.has(one.param)),
        ),
      ),
      runs,
    )
  })
})
