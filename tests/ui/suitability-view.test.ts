import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import type { Question, VerdictWord } from '../../src/core/model'
import type { Face, Suitability } from '../../src/core/suitability-types'
import { decidersOf, legendOf, pointedAt, roundedTogether, sectorOf, strictestIn } from '../../src/ui/suitability-view'
import { loadedWorld, release } from './fixture'

const { world } = loadedWorld()
const question: Question = { on: '2024-06-01', project: ['building'] }
const polygons = { positions: new Float64Array(), ringStart: Uint32Array.of(0), polygonStart: Uint32Array.of(0) }
const face = (certain: VerdictWord, asDrawn: VerdictWord, areaM2: number, decidedBy: string[] = []): Face => ({ verdict: { certain, asDrawn, possible: 'prohibited' }, areaM2, decidedBy, polygons })
const cut = (...faces: Face[]): Suitability => ({ question, release, areaM2: faces.reduce((sum, { areaM2 }) => sum + areaM2, 0), faces })

describe('the legend', () => {
  it('adds up: the areas to the district, the shares to a hundred', () => {
    const areas = fc.array(fc.double({ min: 0, max: 5e8, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(fc.property(areas, ([a = 0, b = 0, c = 0, d = 1]) => {
      const whole = cut(face('conditional', 'no-specific-rule', a), face('conditional', 'conditional', b), face('conditional', 'restricted', c), face('conditional', 'prohibited', d + 1))
      const rows = legendOf(whole, 'asDrawn')
      expect(rows.reduce((sum, { km2 }) => sum + km2, 0)).toBe(Math.round(whole.areaM2 / 1e6))
      expect(rows.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
    }))
  })

  it('rounds none by a whole or more', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (values) => {
      roundedTogether(values).forEach((rounded, at) => expect(Math.abs(rounded - (values[at] ?? 0))).toBeLessThan(1))
    }))
  })

  it('follows the view', () => {
    const whole = cut(face('no-specific-rule', 'restricted', 3e6), face('conditional', 'prohibited', 1e6))
    const shown = (view: 'certain' | 'asDrawn' | 'possible') => legendOf(whole, view).filter(({ km2 }) => km2 > 0).map(({ word, km2 }) => [word, km2])
    expect(shown('certain')).toEqual([['no-specific-rule', 3], ['conditional', 1]])
    expect(shown('asDrawn')).toEqual([['restricted', 3], ['prohibited', 1]])
    expect(shown('possible')).toEqual([['prohibited', 4]])
  })
})

describe('the rules behind the strictest verdict', () => {
  it('come by area, and only those strong enough', () => {
    const strong = [...world.catalogue.rules.values()].filter(({ rank }) => rank === 3).map(({ id }) => id)
    const weak = [...world.catalogue.rules.values()].find(({ rank }) => rank < 3)?.id ?? ''
    const [one = '', other = ''] = strong
    const whole = cut(face('conditional', 'prohibited', 1e6, [one, weak]), face('restricted', 'prohibited', 2e6, [other]), face('conditional', 'conditional', 9e6, [one]))
    expect(strictestIn(whole, 'asDrawn')).toBe('prohibited')
    expect(decidersOf(whole, 'asDrawn', world).map(({ id }) => id)).toEqual([other, one])
  })
})

describe('at the pointer', () => {
  it('says what the engine says there, in every view, with a rule that asks for it', () => {
    const place = fc.tuple(fc.double({ min: 106.01, max: 106.99, noNaN: true }), fc.double({ min: 29.01, max: 29.99, noNaN: true }))
    fc.assert(fc.property(place, fc.constantFrom('certain', 'asDrawn', 'possible'), (lonLat, view) => {
      const { verdict, rules } = ask({ kind: 'point', lonLat }, question, world)
      const pointed = pointedAt(lonLat, cut(), view, world)
      expect(pointed?.word).toBe(verdict?.[view])
      const rule = rules.find(({ id }) => id === pointed?.rule?.id)
      expect(rule?.decides ?? 'no-specific-rule').toBe(pointed?.word)
    }))
  })

  it('is silent beyond the district', () => {
    expect(pointedAt([108, 31], cut(), 'asDrawn', world)).toBeNull()
  })
})

it('turns a bearing into an eighth of the compass', () => {
  expect([0, 22, 23, 90, 337, 338, 359.9].map(sectorOf)).toEqual([0, 0, 1, 2, 7, 0, 0])
})
