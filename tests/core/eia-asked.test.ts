import { describe, expect, it } from 'vitest'
import { areasOf, differenceOf, itemAsked, itemsOf, questionsOf, reasonsFor } from '../../src/core/eia-asked'
import { eiaClass } from '../../src/core/eia'
import { catalogue, findings, itemOf, paramsOf, rules, seeds } from '../helpers/eia'
import type { Facts } from '../../src/core/model'

const numbers = (project: string[]) => itemsOf(project, catalogue, rules.activities).map(({ no }) => no)

describe('items of a project', () => {
  it.each([
    [['livestock-farm'], [3]],
    [['medical'], [108, 109, 123, 172]],
    [['livestock-farm', 'crop-farming'], [1, 3]],
    [['heavy-oil-use'], [91]],
    [['catering'], []],
    [[], []],
  ])('%j: %j', (project, expected) => {
    expect(numbers(project)).toEqual(expected)
  })

  it('takes those of the nearest broader activity, never those beside it', () => {
    expect(numbers(['new-industry'])).toEqual(numbers(['industry']))
    expect(numbers(['cement'])).toEqual([54])
  })

  it('reaches every item with activities from one of them', () => {
    const reached = new Set([...rules.activities.keys()].flatMap((id) => numbers([id])))
    expect(seeds.items.filter(({ no, activities }) => activities !== undefined && !reached.has(no)).map(({ no }) => no)).toEqual([])
  })
})

describe('the item asked about', () => {
  const fitting = itemsOf(['medical'], catalogue, rules.activities)
  const asked = (no: string | null, of = fitting, hasProject = true) => itemAsked(no, of, hasProject, catalogue)?.no

  it('is the one named, where it fits', () => {
    expect([asked('109'), asked('3'), asked(null)]).toEqual([109, undefined, undefined])
  })

  it('is the only one that fits, whatever was named before', () => {
    const only = [itemOf(3)]
    expect([asked(null, only), asked('109', only)]).toEqual([3, 3])
  })

  it('is any where no project is named, and one that no activity has beside any project', () => {
    const atSea = seeds.items.find(({ activities }) => activities === undefined)
    expect([asked('3', [], false), asked(String(atSea?.no)), asked('174', [], false), asked('x', [], false)]).toEqual([3, atSea?.no, undefined, undefined])
  })
})

describe('questions of an item', () => {
  it('are all that its answers ever ask', () => {
    const strange = seeds.items.flatMap((item) => {
      const known = new Set(questionsOf(item, catalogue))
      return eiaClass(item, [], {}, catalogue).missing.filter(({ param }) => !known.has(param)).map(({ param }) => `${item.no} ${param}`)
    })
    expect(strange).toEqual([])
  })

  it('stand in the list of facts with a text in both languages', () => {
    const asked = seeds.items.flatMap((item) => questionsOf(item, catalogue))
    expect(asked.filter((id) => (catalogue.asked.get(id)?.question.zh ?? '') === '' || (catalogue.asked.get(id)?.question.en ?? '') === '')).toEqual([])
  })

  it('are asked once each, and hold every figure of the item', () => {
    const item = itemOf(3)
    const questions = questionsOf(item, catalogue)
    expect(new Set(questions).size).toBe(questions.length)
    expect(questions).toEqual(expect.arrayContaining(paramsOf(item).numbers))
    expect(questions.indexOf('pigsSoldPerYear')).toBeLessThan(questions.indexOf('eiaSensitiveArea'))
  })
})

describe('what a sensitive area changes', () => {
  const difference = (no: number, facts: Facts = {}) => {
    const found = differenceOf(itemOf(no), findings('unmapped'), facts, catalogue)
    return found && [found.touching.among, found.clear.among]
  }

  it.each([
    [1, {}, [['table'], ['registration']]],
    [3, { scaleFarm: true, pigsSoldPerYear: 100, pigsKept: 10 }, [['report'], ['registration']]],
    [3, { scaleFarm: false, pigsSoldPerYear: 100, pigsKept: 10 }, null],
    [67, {}, null],
  ])('item %i with %j: %j', (no, facts, expected) => {
    expect(difference(no, facts)).toEqual(expected)
  })

  it('does not depend on what was answered about single areas', () => {
    expect(difference(1, { eiaAreaRedline: true })).toEqual(difference(1))
  })

  it('is nothing where an item names no area', () => {
    const silent = seeds.items.filter((item) => areasOf(item).length === 0)
    expect(silent.length).toBeGreaterThan(100)
    expect(silent.filter(({ no }) => difference(no) !== null)).toEqual([])
  })
})

describe('reasons', () => {
  const reasons = (no: number, facts: Facts, at = findings('outside')) => {
    const { holds, may } = reasonsFor(eiaClass(itemOf(no), at, facts, catalogue))
    return [holds.map(({ text }) => text.zh), may.length]
  }

  it('are the clauses as drawn, not what is left over below them', () => {
    const near = findings('outside', { 'ecological-redline': 'likely' })
    expect(reasons(1, {}, near)).toEqual([['涉及环境敏感区的'], 1])
    expect(reasons(1, { eiaSensitiveArea: false })).toEqual([['其他'], 0])
  })

  it('are none while facts leave several classes as drawn', () => {
    expect(reasons(3, {})[0]).toEqual([])
  })
})
