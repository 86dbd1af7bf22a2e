import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Seeds } from '../src/core/catalogue'
import type { PlanTables } from '../src/core/plan-tables'
import type { Tables } from './check/entries'
import { loadSeeds, readJson } from './load.ts'

/** Indicator and project tables; a document may have none. */
export function readTables(root: string, seeds: Seeds): Tables {
  const read = (id: string, name: string) => {
    const file = join(root, 'seeds', id, name)
    return existsSync(file) ? Object(readJson(file)) : []
  }
  return Object.fromEntries(seeds.sources.map(({ id }) => [id, { indicators: read(id, 'indicators.json'), projects: read(id, 'projects.json') }]))
}

/** The tables of each document that has some. */
export function loadPlanTables(root: string): PlanTables[] {
  const tables = Object.entries(readTables(root, loadSeeds(root))).map(([source, table]) => ({ source, ...table }))
  return tables.filter(({ indicators, projects }) => indicators.length + projects.length > 0)
}
