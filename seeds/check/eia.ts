import { areasOf, leavesOf, type Leaf } from '../../src/core/eia-asked'
import { clausesOf, referencesOf, type EiaSeeds } from '../../src/core/eia-catalogue'
import type { Seeds } from '../../src/core/catalogue'
import { EIA_SENSITIVE } from '../../src/core/eia-truth'
import type { Comparison, EiaArea, EiaItem, Fact } from '../../src/core/seed-types'
import { factProblems, misfits } from './conditions'
import type { Entry } from './entries'
import { languageProblemsOf } from './languages'
import { show, type Problem } from './problem'
import { recordProblems } from './shapes'

const FILES = { items: 'seeds/eia-2021/items.json', areas: 'seeds/eia-2021/sensitive-areas.json', facts: 'seeds/eia-2021/facts.json', source: 'seeds/eia-2021/source.json' }
const NUMBERED = 'EIA item '

/** A record under the name that a problem is told by. */
type Named<T> = Entry<T & { id: string }>

const items = (eia: EiaSeeds): Named<EiaItem>[] => eia.items.map((item) => ({ file: FILES.items, record: { ...item, id: `${NUMBERED}${item.no}` } }))
const areas = (eia: EiaSeeds): Named<EiaArea>[] => eia.areas.map((record) => ({ file: FILES.areas, record }))
const facts = (eia: EiaSeeds): Named<Fact>[] => eia.facts.map((record) => ({ file: FILES.facts, record }))

/**
 * Everything wrong in the catalogue of environmental impact assessment.
 *
 * Records of a wrong shape are reported alone: the other checks read the fields they lack.
 *
 * @param seeds what its conditions refer to.
 */
export function eiaProblems(eia: EiaSeeds, seeds: Pick<Seeds, 'zones' | 'activities' | 'facts'>): Problem[] {
  const shapes = shapeProblems(eia)
  if (shapes.length > 0) return shapes
  return [
    ...numberProblems(eia),
    ...nameProblems(eia, seeds),
    ...linkProblems(eia, seeds),
    ...facts(eia).flatMap(factProblems),
    ...comparisonProblems(eia, seeds),
    ...listProblems(eia),
    ...useProblems(eia),
    ...languageProblemsOf([...items(eia), ...areas(eia), ...facts(eia), { file: FILES.source, record: eia.source }]),
  ]
}

function shapeProblems(eia: EiaSeeds): Problem[] {
  const check = (file: string, schema: string, records: readonly unknown[]) => recordProblems(schema, records.map((record) => ({ file, record })))
  return [
    ...check(FILES.items, 'eia.schema.json#/definitions/EiaItem', eia.items),
    ...check(FILES.areas, 'eia.schema.json#/definitions/EiaArea', eia.areas),
    ...check(FILES.facts, 'fact.schema.json', eia.facts),
    ...check(FILES.source, 'eia.schema.json#/definitions/EiaSource', [eia.source]),
  ]
}

/** Items are numbered without a gap, in the order of the catalogue. */
const numberProblems = ({ items: list }: EiaSeeds): Problem[] =>
  list.flatMap(({ no }, at) => (no === at + 1 ? [] : [{
    file: FILES.items, record: `${NUMBERED}${no}`, expected: `number ${at + 1} in this place`, found: show(no), todo: 'put the items in order, each once',
  }]))

/** Facts, clauses and areas answer under one name each; it is taken nowhere else. */
function nameProblems(eia: EiaSeeds, seeds: Pick<Seeds, 'facts'>): Problem[] {
  const taken = new Set(seeds.facts.map(({ id }) => id))
  const names = [
    ...facts(eia).map(({ file, record }) => ({ file, record: record.id, name: record.id })),
    ...areas(eia).map(({ file, record }) => ({ file, record: record.id, name: record.ask })),
    ...items(eia).flatMap(({ file, record }) => clausesOf(record).flatMap((clause) => ('ask' in clause ? [{ file, record: record.id, name: clause.ask }] : []))),
  ]
  return names.flatMap(({ file, record, name }) => {
    const isNew = !taken.has(name)
    taken.add(name)
    return isNew ? [] : [{ file, record, expected: 'the name of a fact that is used once', found: show(name), todo: 'give the newer fact another name' }]
  })
}

interface Known {
  ids: ReadonlySet<string>
  file: string
}

function linkProblems(eia: EiaSeeds, seeds: Pick<Seeds, 'zones' | 'activities' | 'facts'>): Problem[] {
  const known = (records: readonly { id: string }[], file: string): Known => ({ ids: new Set(records.map(({ id }) => id)), file })
  const zones = known(seeds.zones, 'seeds/zones.json')
  const activities = known(seeds.activities, 'seeds/activities.json')
  const allFacts = known([...seeds.facts, ...eia.facts], `seeds/facts.json or ${FILES.facts}`)
  const allAreas = known(eia.areas, FILES.areas)
  return [
    ...areas(eia).flatMap((entry) => strangers(entry, 'zones', entry.record.zones.map(({ zone }) => zone), zones)),
    ...items(eia).flatMap((entry) => [
      ...strangers(entry, 'a condition', referencesOf(entry.record).zones, zones),
      ...strangers(entry, 'a condition', referencesOf(entry.record).facts, allFacts),
      ...strangers(entry, 'sensitive', areasOf(entry.record), allAreas),
      ...strangers(entry, 'activities', entry.record.activities ?? [], activities),
    ]),
  ]
}

const strangers = ({ file, record }: Named<object>, field: string, ids: Iterable<string>, known: Known): Problem[] =>
  [...ids].filter((id) => !known.ids.has(id)).map((id) => ({
    file, record: record.id, expected: `${field} to name a record of ${known.file}`, found: show(id), todo: 'add the record or correct the id',
  }))

/** Every comparison fits the fact it asks for. */
function comparisonProblems(eia: EiaSeeds, seeds: Pick<Seeds, 'facts'>): Problem[] {
  const byId = new Map([...seeds.facts, ...eia.facts].map((fact) => [fact.id, fact]))
  return items(eia).flatMap(({ file, record }) =>
    conditionsOf(record).flatMap((leaf) => {
      const fact = isComparison(leaf) ? byId.get(leaf.param) : undefined
      return !isComparison(leaf) || fact === undefined ? [] : misfits(leaf, fact).map((expected) => ({
        file, record: record.id, expected, found: `${leaf.op} ${show(leaf.value)}`, todo: 'correct the condition or the fact',
      }))
    }))
}

/** “环境敏感区” in a clause means the item's own list: there is one where a clause reads it, and only there. */
function listProblems(eia: EiaSeeds): Problem[] {
  return items(eia).flatMap(({ file, record }) => {
    const reads = conditionsOf(record).some((leaf) => leaf !== true && 'sensitive' in leaf)
    const means = conditionsOf(record).some((leaf) => leaf !== true && 'sensitive' in leaf && leaf.sensitive === true)
    const has = record.sensitive !== undefined
    const expected = means && !has ? 'a list of sensitive areas' : has && !reads ? 'a clause that reads the sensitive areas' : null
    return expected === null ? [] : [{ file, record: record.id, expected, found: 'none', todo: 'add it, or take the other away' }]
  })
}

/** All that the scope and the clauses of an item are made of. */
const conditionsOf = (item: EiaItem): Leaf[] =>
  [item.scope ?? true, ...clausesOf(item).flatMap((clause) => ('when' in clause ? [clause.when] : []))].flatMap(leavesOf)

const isComparison = (leaf: Leaf): leaf is Comparison => leaf !== true && 'op' in leaf

function useProblems(eia: EiaSeeds): Problem[] {
  const asked = new Set(eia.items.flatMap((item) => [...referencesOf(item).facts]))
  return facts(eia).filter(({ record }) => record.id !== EIA_SENSITIVE && !asked.has(record.id)).map(({ file, record }) => ({
    file, record: record.id, expected: 'an item that asks for it', found: 'none', todo: 'use the fact or remove it',
  }))
}
