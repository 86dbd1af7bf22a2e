/** Three-valued logic (Kleene) over facts that may be missing. */
import type { Facts, FactValue } from './model'
import type { Comparison } from './seed-types'

export type Truth = 'true' | 'false' | 'unknown'

export const allOf = (parts: readonly Truth[]): Truth => (parts.includes('false') ? 'false' : parts.includes('unknown') ? 'unknown' : 'true')
export const anyOf = (parts: readonly Truth[]): Truth => (parts.includes('true') ? 'true' : parts.includes('unknown') ? 'unknown' : 'false')
export const notOf = (part: Truth): Truth => (part === 'unknown' ? 'unknown' : part === 'true' ? 'false' : 'true')
export const truth = (holds: boolean): Truth => (holds ? 'true' : 'false')

/** The fact, or undefined where nobody gave it. Own keys only: params may come from an address bar. */
export const known = (facts: Facts, param: string): FactValue | undefined => (Object.hasOwn(facts, param) ? facts[param] : undefined)

/** Whether a fact meets a comparison; a list holds where one of its values does. */
export function compare(value: FactValue, { op, value: bound }: Comparison): boolean {
  if (Array.isArray(bound)) return op === '!=' ? !bound.some((one) => one === value) : bound.some((one) => one === value)
  switch (op) {
    case '=':
    case 'in':
      return value === bound
    case '!=':
      return value !== bound
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
  }
}

/** `unknown` where the fact is not given. */
export function truthOf(comparison: Comparison, facts: Facts): Truth {
  const value = known(facts, comparison.param)
  return value === undefined ? 'unknown' : truth(compare(value, comparison))
}
