import type { Seeds } from '../../src/core/catalogue'
import type { Comparison, Fact } from '../../src/core/seed-types'
import * as list from './entries'
import { show, type Problem } from './problem'
import { comparisonsOf } from './references'

const ORDERS = ['<', '<=', '>', '>=']

/** Facts are whole, and every comparison fits the fact it asks for. */
export function conditionProblems(seeds: Seeds): Problem[] {
  const facts = new Map(seeds.facts.map((fact) => [fact.id, fact]))
  return [
    ...list.facts(seeds).flatMap(factProblems),
    ...list.rules(seeds).flatMap(({ file, record }) =>
      comparisonsOf(record.appliesIf).flatMap((comparison) => {
        const fact = facts.get(comparison.param)
        return fact === undefined ? [] : misfits(comparison, fact).map((expected) => ({
          file, record: record.id, expected, found: `${comparison.op} ${show(comparison.value)}`, todo: 'correct appliesIf or the fact in seeds/facts.json',
        }))
      })),
  ]
}

/** Only a number has a unit, only a choice has choices. */
export function factProblems({ file, record }: list.Entry<Fact>): Problem[] {
  const wanted = { number: 'unit', choice: 'choices', boolean: undefined }[record.type]
  const given = (['unit', 'choices'] as const).filter((field) => record[field] !== undefined)
  return given.join() === (wanted ?? '') ? [] : [{
    file, record: record.id, expected: `a fact of type ${record.type} to have ${wanted ?? 'neither unit nor choices'}`,
    found: given.join(' and ') || 'none', todo: 'correct the type or the field',
  }]
}

/** What the comparison should be, for each way in which it does not fit the fact. */
export function misfits({ op, value, param }: Comparison, fact: Fact): string[] {
  const values = Array.isArray(value) ? value : [value]
  return [
    ...((op === 'in') === Array.isArray(value) ? [] : [`${param}: \`in\` with a list, any other comparison with one value`]),
    ...(ORDERS.includes(op) && fact.type !== 'number' ? [`${param}: a ${fact.type} to be compared by =, != or in`] : []),
    ...(values.every((one) => fits(one, fact)) ? [] : [`${param}: ${valuesOf(fact)}`]),
  ]
}

const fits = (value: Comparison['value'], { type, choices = [] }: Fact): boolean =>
  type === 'choice' ? choices.some(({ id }) => id === value) : typeof value === type

const valuesOf = ({ type, choices = [] }: Fact): string => (type === 'choice' ? `one of ${choices.map(({ id }) => id).join(', ')}` : `a ${type}`)
