import type { Catalogue, CatalogueRule } from '../core/catalogue'
import type { RuleHit } from '../core/model'
import { rankOf } from '../core/verdict'

/** Why a rule decides less here than its effect says: it names the activity as a condition, or is absolute for others only. */
export type Softened = { why: 'condition' } | { why: 'absolute'; activities: readonly string[] }

export function softeningOf({ rank, rule }: CatalogueRule, { decides }: RuleHit, project: readonly string[], { activityAncestors }: Catalogue): Softened | null {
  if (decides === undefined || rankOf(decides) >= rank) return null
  const lineage = new Set(project.flatMap((id) => [id, ...(activityAncestors.get(id) ?? [])]))
  if (rule.conditionalFor?.some((id) => lineage.has(id))) return { why: 'condition' }
  return { why: 'absolute', activities: rule.absoluteFor ?? [] }
}
