/** The tables of a plan, which no question needs: read when somebody looks at the plan as a whole. */
import type { Indicator, ProjectGroup } from './seed-types'

export interface PlanTables {
  /** Source id. */
  source: string
  indicators: readonly Indicator[]
  projects: readonly ProjectGroup[]
}
