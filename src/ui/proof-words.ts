/** Conditions and facts in words. Pure. */
import type { CatalogueRule } from '../core/catalogue'
import type { FactValue } from '../core/model'
import type { Comparison, Fact } from '../core/seed-types'
import { formatNumber } from './format'
import type { Words } from './page'
import { unitOf } from './project-words'

/** All conditions on facts, those of which one suffices last. */
export const conditionsOf = ({ musts, anyOne }: CatalogueRule): Comparison[] => [...musts, ...anyOne]

/** A value of a fact: a number with its unit, yes or no, or the name of a choice. */
export function sayValue(fact: Fact, value: FactValue, { t, pick, lang }: Words): string {
  if (typeof value === 'boolean') return t(value ? 'project.yes' : 'project.no')
  if (typeof value === 'number') return [formatNumber(value, lang, 3, 0), unitOf(fact, t)].filter((part) => part !== '').join('\u202f')
  const choice = fact.choices?.find(({ id }) => id === value)
  return choice === undefined ? value : pick(choice.name)
}

/** “capacity at least 500 t/d”; a yes or no is told as such, whichever way the condition asks for it. */
export function sayCondition(fact: Fact, { op, value }: Pick<Comparison, 'op' | 'value'>, words: Words): string {
  const { t, pick } = words
  if (typeof value === 'boolean') return t('op.=', { name: pick(fact.name), value: sayValue(fact, (op === '!=') !== value, words) })
  const values = Array.isArray(value) ? value : [value]
  const said = values.map((one) => sayValue(fact, one, words)).join(t('list.or'))
  return t(`op.${op}`, { name: pick(fact.name), value: said })
}

/** The condition and what has been told about it. */
export function sayComparison(fact: Fact, comparison: Comparison, told: FactValue | undefined, words: Words): string {
  const condition = sayCondition(fact, comparison, words)
  if (told === undefined) return words.t('proof.untold', { condition })
  return words.t('proof.told', { condition, value: sayValue(fact, told, words) })
}
