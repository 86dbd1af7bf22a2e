import type { Seeds } from '../../src/core/catalogue'
import type { Activity, Condition, Contradiction, Indicator, ProjectGroup, Rule, Zone } from '../../src/core/seed-types'
import * as list from './entries'
import { show, type Problem } from './problem'

/** A field, the ids it holds, and the file they must stand in. */
interface Link {
  field: string
  ids: readonly (string | undefined)[]
  to: 'zones' | 'activities' | 'facts' | 'offices' | 'subjects' | 'rules'
}

/** Every id that a record names stands in its file. */
export function referenceProblems(seeds: Seeds, tables: list.Tables = {}): Problem[] {
  const known = {
    zones: idsOf(seeds.zones),
    activities: idsOf(seeds.activities),
    facts: idsOf(seeds.facts),
    offices: idsOf(seeds.offices),
    subjects: idsOf(seeds.subjects),
    rules: idsOf(list.rules(seeds).map(({ record }) => record)),
  }
  const dangling = <T extends { id: string }>(entries: list.Entry<T>[], linksOf: (record: T) => Link[]) =>
    entries.flatMap(({ file, record }) => linksOf(record).flatMap((link) => problemsOf(file, record.id, link, known[link.to])))
  return [
    ...dangling(list.zones(seeds), zoneLinks),
    ...dangling(list.activities(seeds), activityLinks),
    ...dangling(list.rules(seeds), ruleLinks),
    ...dangling(list.conflicts(seeds), conflictLinks),
    ...dangling<Indicator | ProjectGroup>([...list.indicators(tables), ...list.projects(tables)], tableLinks),
  ]
}

const idsOf = (records: readonly { id: string }[]): ReadonlySet<string> => new Set(records.map(({ id }) => id))

function problemsOf(file: string, record: string, { field, ids, to }: Link, known: ReadonlySet<string>): Problem[] {
  return ids.flatMap((id) => (id === undefined || known.has(id) ? [] : [{
    file, record, expected: `${field} to name ${to === 'rules' ? 'a rule' : `a record of ${to}.json`}`, found: show(id), todo: `${to === 'rules' ? 'add the rule' : `add it to seeds/${to}.json`} or correct the id`,
  }]))
}

const zoneLinks = (zone: Zone): Link[] => [
  { field: 'office', ids: [zone.office], to: 'offices' },
  { field: 'inherits', ids: zone.inherits ?? [], to: 'zones' },
  { field: 'partOf', ids: [zone.partOf], to: 'zones' },
  { field: 'liesIn', ids: [zone.liesIn], to: 'zones' },
  { field: 'related', ids: zone.related ?? [], to: 'zones' },
  { field: 'complement', ids: [zone.complement?.of, zone.complement?.within], to: 'zones' },
]

const activityLinks = (activity: Activity): Link[] => [{ field: 'broader', ids: activity.broader ?? [], to: 'activities' }]

const ruleLinks = (rule: Rule): Link[] => [
  { field: 'zones', ids: rule.zones, to: 'zones' },
  { field: 'activities', ids: rule.activities, to: 'activities' },
  { field: 'except', ids: rule.except ?? [], to: 'activities' },
  { field: 'conditionalFor', ids: rule.conditionalFor ?? [], to: 'activities' },
  { field: 'absoluteFor', ids: rule.absoluteFor ?? [], to: 'activities' },
  { field: 'subject', ids: [rule.subject], to: 'subjects' },
  { field: 'appliesIf', ids: comparisonsOf(rule.appliesIf).map(({ param }) => param), to: 'facts' },
]

const tableLinks = ({ zones = [], rules = [] }: Indicator | ProjectGroup): Link[] => [{ field: 'zones', ids: zones, to: 'zones' }, { field: 'rules', ids: rules, to: 'rules' }]

const conflictLinks = ({ rules }: Contradiction): Link[] => [{ field: 'rules', ids: rules.flat(), to: 'rules' }]

/** Every comparison of a condition; none where there is no condition. */
export const comparisonsOf = (condition: Condition | undefined) => [...(condition?.all ?? []), ...(condition?.any ?? [])]
