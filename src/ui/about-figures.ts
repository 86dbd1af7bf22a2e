/** How much of the catalogue can decide. Pure. */
import type { Catalogue } from '../core/catalogue'

export interface DecidingFigures {
  rules: number
  /** Rules that can decide about a project. */
  deciding: number
  activities: number
  /** Activities that at least one such rule reaches. */
  decided: number
}

export function decidingFigures({ rules, activities, tables }: Catalogue): DecidingFigures {
  const deciding = [...rules.values()].filter(({ counts, rank }) => counts && rank > 0)
  const isDecided = (id: string) => (tables.reach.get(id) ?? []).some(({ rule, rank }) => rank > 0 && tables.ranked[rule]?.counts === true)
  return { rules: rules.size, deciding: deciding.length, activities: activities.size, decided: [...activities.keys()].filter(isDecided).length }
}
