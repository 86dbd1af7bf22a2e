/** What is still open in conditions of the EIA catalogue: the questions that would settle them. */
import { areaHolds, clauseHolds, EIA_SENSITIVE, whenHolds, type EiaCase } from './eia-truth'
import { known } from './truth'
import type { EiaClause, EiaWhen, Text } from './seed-types'

/**
 * `fact`: a figure or yes-or-no of `facts.json`. `words`: whether the project falls under the words of a clause.
 * `area`: whether it touches a sensitive area. Each is answered by the fact `param`.
 */
export type EiaOpen =
  | { readonly kind: 'fact'; readonly param: string }
  | { readonly kind: 'words'; readonly param: string; readonly text: Text }
  | { readonly kind: 'area'; readonly param: string; readonly area: string }

/** Open questions of a scope and of clauses, each once, in the order they are read. */
export function openIn(scope: EiaWhen, clauses: readonly EiaClause[], asked: EiaCase): EiaOpen[] {
  const all = [...openLeaves(scope, asked), ...clauses.flatMap((clause) => openInClause(clause, asked))]
  return [...new Map(all.map((one) => [one.param, one])).values()]
}

function openInClause(clause: EiaClause, asked: EiaCase): EiaOpen[] {
  if ('when' in clause) return openLeaves(clause.when, asked)
  return clauseHolds(clause, asked) === 'unknown' ? [{ kind: 'words', param: clause.ask, text: clause.text }] : []
}

/** Leaves that leave a condition open; a condition already settled asks nothing. */
function openLeaves(when: EiaWhen, asked: EiaCase): EiaOpen[] {
  if (when === true || whenHolds(when, asked) !== 'unknown') return []
  if ('all' in when) return when.all.flatMap((part) => openLeaves(part, asked))
  if ('any' in when) return when.any.flatMap((part) => openLeaves(part, asked))
  if ('not' in when) return openLeaves(when.not, asked)
  if ('sensitive' in when) return openAreas(when.sensitive, asked)
  return [{ kind: 'fact', param: 'zone' in when ? when.ask : when.param }]
}

function openAreas(which: true | readonly string[], asked: EiaCase): EiaOpen[] {
  const areas = (which === true ? (asked.item.sensitive ?? []) : which).flatMap((id) => asked.areas.get(id) ?? [])
  const open = areas.filter((area) => areaHolds(area, asked) === 'unknown')
  const atOnce: EiaOpen[] = known(asked.facts, EIA_SENSITIVE) === undefined ? [{ kind: 'fact', param: EIA_SENSITIVE }] : []
  return [...atOnce, ...open.map(({ id, ask }): EiaOpen => ({ kind: 'area', param: ask, area: id }))]
}
