/**
 * Which of the four control dimensions of a Chinese admission list a rule belongs to. The seeds do not say; it is our
 * sorting by class and wording (`dimensions.json`), told as such wherever it is shown.
 */
import type { RuleClass, Text } from '../core/seed-types'
import dimensions from './dimensions.json'

/** `spatial` 空间布局约束 · `emission` 污染物排放管控 · `risk` 环境风险防控 · `resource` 资源利用效率. */
export type Dimension = string

const FIRST = dimensions[0]
const names: ReadonlyMap<Dimension, Text> = new Map(dimensions.map(({ id, name }) => [id, name]))

export const dimensionName = (dimension: Dimension, lang: keyof Text): string => names.get(dimension)?.[lang] ?? dimension

/** What a class settles alone comes first, then the first dimension one of whose words the rule uses, then the class. */
export function dimensionOf(ruleClass: RuleClass, words: string): Dimension {
  const byClass = dimensions.find(({ classes }) => classes.some((one) => one === ruleClass)) ?? FIRST
  if (byClass === FIRST) return byClass?.id ?? ''
  const byWords = dimensions.slice(1).find((one) => one.words.some((word) => words.includes(word)))
  return (byWords ?? byClass)?.id ?? ''
}
