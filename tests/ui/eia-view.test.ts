import { describe, expect, it } from 'vitest'
import { choiceOf, eiaView } from '../../src/ui/eia-view'
import { catalogue, findings, itemOf, rules } from '../helpers/eia'
import type { Facts } from '../../src/core/model'

const view = (no: number, facts: Facts = {}, at = findings('unmapped')) => eiaView(itemOf(no), at, facts, catalogue, rules.zones)
const choice = (project: string[], item: string | null = null) => choiceOf({ item, project }, catalogue, rules.activities)

describe('the choice of an item', () => {
  it('is a list by category where several fit', () => {
    const found = choice(['medical'])
    expect(found?.item).toBeUndefined()
    expect(found?.categories.map(({ items }) => items.map(({ no }) => no))).toEqual([[108, 109], [123], [172]])
    expect(choice(['medical'], '123')?.item?.no).toBe(123)
  })

  it('is made where one fits, and there is none where nothing does', () => {
    expect([choice(['livestock-farm'])?.item?.no, choice(['catering']), choice([]), choice([], '3')?.item?.no]).toEqual([3, null, null, 3])
  })
})

describe('the questions', () => {
  const asked = (no: number, facts: Facts) => view(no, facts).questions.map(({ fact, isOpen }) => (isOpen ? fact.id : `(${fact.id})`))

  it('are those that matter now; one answered stays in its place', () => {
    expect(asked(3, {})).toEqual(['pigsSoldPerYear', 'pigsKept', 'noSales', 'scaleFarm', 'eiaSensitiveArea'])
    expect(asked(3, { pigsKept: 10, scaleFarm: true })).toEqual(['pigsSoldPerYear', '(pigsKept)', '(scaleFarm)', 'eiaSensitiveArea'])
    expect(asked(3, { pigsSoldPerYear: 5000 })).toEqual(['(pigsSoldPerYear)'])
  })

  it('tell those that are only words of a clause', () => {
    expect(view(2).questions.map(({ fact, isWords }) => [fact.name.zh, isWords])).toEqual([['原料林基地', true]])
  })
})

describe('sensitive areas', () => {
  it('stand by what is known of them', () => {
    const { areas } = view(1, { eiaAreaWetland: true }, findings('outside', { 'ecological-redline': 'likely', 'nature-reserves': 'possible' }))
    const ids = (group: keyof typeof areas) => areas[group].map(({ area }) => area)
    expect([ids('touched'), ids('near')]).toEqual([['wetland'], ['nature-reserve', 'redline']])
    expect(ids('unknown')).toContain('national-park')
    expect(ids('clear')).toContain('marine-special')
  })

  it('may change the class once more is told', () => {
    expect([view(3).bearing, view(3, { scaleFarm: true, pigsSoldPerYear: 1, pigsKept: 1 }).bearing, view(3, { pigsSoldPerYear: 5000 }).bearing, view(2).bearing]).toEqual(['may-change', 'changes', 'indifferent', 'never'])
  })
})

describe('why it is open', () => {
  it.each([
    [2, {}, findings('outside'), ['facts']],
    [1, {}, findings('outside', { 'ecological-redline': 'likely' }), ['line', 'zones']],
    [1, {}, findings('outside', { wetlands: 'inside' }), []],
    [3, {}, findings('outside', { 'xiuhu-wetland-park': 'inside' }), ['facts', 'zones']],
    [1, {}, findings('outside', { 'soil-erosion-prevention-area': 'inside' }), ['inferred', 'zones']],
    [1, { eiaSensitiveArea: false }, findings('unmapped'), []],
  ])('item %i, %j', (no, facts, at, expected) => {
    expect(view(no, facts, at).open).toEqual(expected)
  })
})
