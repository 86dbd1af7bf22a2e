/** Where a document contradicts itself about this very project. */
import type { Catalogue } from './catalogue'
import type { Conflict } from './model'

/** Adds the rules of a side that are contested here; true where there are any. */
function addMet(side: readonly string[], contested: readonly string[], rules: string[]): boolean {
  const before = rules.length
  for (const rule of side) if (contested.includes(rule)) rules.push(rule)
  return rules.length > before
}

/** The contradictions that have rules of both sides among `contested`, in catalogue order. */
export function conflictsOf({ conflicts }: Catalogue, contested: readonly string[]): Conflict[] {
  const met: Conflict[] = []
  if (contested.length < 2) return met
  for (const conflict of conflicts.values()) {
    const rules: string[] = []
    if (conflict.rules.every((side) => addMet(side, contested, rules))) met.push({ id: conflict.id, rules })
  }
  return met
}
