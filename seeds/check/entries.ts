import type { Seeds } from '../../src/core/catalogue'
import type { Contradiction, Indicator, ProjectGroup, Rule, RuleFile, Source } from '../../src/core/seed-types'

/** Tables of a document that no question needs, by source id. */
export type Tables = Readonly<Record<string, { indicators: Indicator[]; projects: ProjectGroup[] }>>

/** Plain texts by source id. */
export type Texts = Readonly<Record<string, string>>

/** One record and the file it stands in. */
export interface Entry<T> {
  file: string
  /** Source id, for records of a document. */
  source?: string
  record: T
}

const inFile = <T>(file: string, records: readonly T[], source?: string): Entry<T>[] =>
  records.map((record) => ({ file, record, ...(source === undefined ? {} : { source }) }))

export const zones = (seeds: Seeds) => inFile('seeds/zones.json', seeds.zones)
export const activities = (seeds: Seeds) => inFile('seeds/activities.json', seeds.activities)
export const facts = (seeds: Seeds) => inFile('seeds/facts.json', seeds.facts)
export const offices = (seeds: Seeds) => inFile('seeds/offices.json', seeds.offices)
export const subjects = (seeds: Seeds) => inFile('seeds/subjects.json', seeds.subjects)

/** Documents, without their rules and conflicts. */
export function sources(seeds: Seeds): Entry<Source>[] {
  return seeds.sources.flatMap((whole) => {
    const { rules: _rules, conflicts: _conflicts, ...source } = whole
    return inFile(`seeds/${source.id}/source.json`, [source], source.id)
  })
}

/** `<chapter>.<section>.json`; section 0 for words before the first section. */
export const ruleFileName = ({ chapter, section }: RuleFile): string => `${chapter}.${section ?? 0}.json`

export function ruleFiles(seeds: Seeds): Entry<RuleFile>[] {
  return seeds.sources.flatMap((source) =>
    source.rules.flatMap((file) => inFile(`seeds/${source.id}/rules/${ruleFileName(file)}`, [file], source.id)))
}

export function rules(seeds: Seeds): Entry<Rule>[] {
  return ruleFiles(seeds).flatMap(({ file, record, source }) => inFile(file, record.rules, source))
}

export function conflicts(seeds: Seeds): Entry<Contradiction>[] {
  return seeds.sources.flatMap((source) => inFile(`seeds/${source.id}/conflicts.json`, source.conflicts ?? [], source.id))
}

export function indicators(tables: Tables): Entry<Indicator>[] {
  return Object.entries(tables).flatMap(([id, table]) => inFile(`seeds/${id}/indicators.json`, table.indicators, id))
}

export function projects(tables: Tables): Entry<ProjectGroup>[] {
  return Object.entries(tables).flatMap(([id, table]) => inFile(`seeds/${id}/projects.json`, table.projects, id))
}

/** Every record that has an id. */
export function everything(seeds: Seeds, tables: Tables): Entry<{ id: string }>[] {
  return [
    ...zones(seeds), ...activities(seeds), ...facts(seeds), ...offices(seeds), ...subjects(seeds),
    ...sources(seeds), ...rules(seeds), ...conflicts(seeds), ...indicators(tables), ...projects(tables),
  ]
}
