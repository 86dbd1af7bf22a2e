import { describe, expect, it } from 'vitest'
import { eiaProblems } from '../../seeds/check/eia'
import { sentence } from '../../seeds/check/problem'
import { loadEia } from '../../seeds/load-eia'
import { loadSeeds } from '../../seeds/load'
import type { EiaSeeds } from '../../src/core/eia-catalogue'
import type { EiaItem } from '../../src/core/seed-types'
import { first, pick, root } from './broken'

const eia = loadEia(root)
const seeds = loadSeeds(root)

/** The sentences said about a copy of the catalogue once `spoil` has been at it. */
function complaints(spoil: (copy: EiaSeeds) => void): string[] {
  const copy = structuredClone(eia)
  spoil(copy)
  return eiaProblems(copy, seeds).map(sentence)
}

const item = (copy: EiaSeeds, no: number): EiaItem => first(copy.items.filter((one) => one.no === no))
const clause = (copy: EiaSeeds, no: number) => first(item(copy, no).report?.clauses)
const when = (copy: EiaSeeds, no: number, condition: unknown) => void Object.assign(clause(copy, no), { when: condition })

const cases: [string, (copy: EiaSeeds) => void, string][] = [
  ['a column is missing', (copy) => void delete Object(item(copy, 3)).table, 'seeds/eia-2021/items.json · 3 · expected the record to have table · found none · see eia.schema.json#/definitions/EiaItem'],
  ['an item stands twice', (copy) => void copy.items.splice(5, 0, structuredClone(item(copy, 5))), 'seeds/eia-2021/items.json · EIA item 5 · expected number 6 in this place · found 5 · put the items in order, each once'],
  ['a fact has the name of an area question', (copy) => void (first(copy.areas).ask = 'pigsKept'), 'seeds/eia-2021/sensitive-areas.json · national-park · expected the name of a fact that is used once · found "pigsKept" · give the newer fact another name'],
  ['a zone that does not exist', (copy) => void (first(pick(copy.areas, 'redline').zones).zone = 'red-line'), 'seeds/eia-2021/sensitive-areas.json · redline · expected zones to name a record of seeds/zones.json · found "red-line" · add the record or correct the id'],
  ['an activity that does not exist', (copy) => void (item(copy, 3).activities = ['pigs']), 'seeds/eia-2021/items.json · EIA item 3 · expected activities to name a record of seeds/activities.json · found "pigs" · add the record or correct the id'],
  ['a fact that does not exist', (copy) => when(copy, 3, { param: 'cows', op: '>', value: 3 }), 'seeds/eia-2021/items.json · EIA item 3 · expected a condition to name a record of seeds/facts.json or seeds/eia-2021/facts.json · found "cows" · add the record or correct the id'],
  ['an area that does not exist', (copy) => void item(copy, 3).sensitive?.push('swamp'), 'seeds/eia-2021/items.json · EIA item 3 · expected sensitive to name a record of seeds/eia-2021/sensitive-areas.json · found "swamp" · add the record or correct the id'],
  ['a number is asked in words', (copy) => when(copy, 3, { param: 'pigsKept', op: '=', value: 'many' }), 'seeds/eia-2021/items.json · EIA item 3 · expected pigsKept: a number · found = "many" · correct the condition or the fact'],
  ['a list of areas is gone', (copy) => void delete item(copy, 3).sensitive, 'seeds/eia-2021/items.json · EIA item 3 · expected a list of sensitive areas · found none · add it, or take the other away'],
  ['a list of areas is not read', (copy) => void (item(copy, 2).sensitive = ['redline']), 'seeds/eia-2021/items.json · EIA item 2 · expected a clause that reads the sensitive areas · found none · add it, or take the other away'],
  ['a fact is not used', (copy) => void copy.facts.push({ ...pick(copy.facts, 'pigsKept'), id: 'goatsKept' }), 'seeds/eia-2021/facts.json · goatsKept · expected an item that asks for it · found none · use the fact or remove it'],
  ['a number has no unit', (copy) => void delete pick(copy.facts, 'pigsKept').unit, 'seeds/eia-2021/facts.json · pigsKept · expected a fact of type number to have unit · found none · correct the type or the field'],
  ['English in the Chinese place', (copy) => void (item(copy, 3).name.zh = 'Animal farming'), 'seeds/eia-2021/items.json · EIA item 3 · expected name.zh in Chinese · found "Animal farming" · write it in plain Chinese'],
]

describe('check:seeds, the EIA catalogue', () => {
  it('has nothing to say about it as it is', () => {
    expect(complaints(() => undefined)).toEqual([])
  })

  it.each(cases)('%s', (_, spoil, said) => {
    expect(complaints(spoil)).toContain(said)
  })
})
