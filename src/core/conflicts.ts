/** Where a document contradicts itself about this very project. */
import type { Catalogue } from './catalogue'
import type { Conflict } from './model'

/** The contradictions that have rules of both sides among `contested`, in catalogue order. */
export function conflictsOf({ conflicts }: Catalogue, contested: readonly string[]): Conflict[] {
  if (contested.length < 2) return []
  return [...conflicts.values()].flatMap(({ id, rules }) => {
    const sides = rules.map((side) => side.filter((rule) => contested.includes(rule)))
    return sides.every((side) => side.length > 0) ? [{ id, rules: sides.flat() }] : []
  })
}
