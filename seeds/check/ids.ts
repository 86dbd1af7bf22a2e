import type { Seeds } from '../../src/core/catalogue'
import * as list from './entries'
import type { Problem } from './problem'

/** No id stands twice: zones, activities, rules and facts share one space, for an answer names them side by side. */
export function idProblems(seeds: Seeds, tables: list.Tables): Problem[] {
  const spaces: list.Entry<{ id: string }>[][] = [
    [...list.zones(seeds), ...list.activities(seeds), ...list.rules(seeds), ...list.facts(seeds)],
    list.offices(seeds),
    list.subjects(seeds),
    list.sources(seeds),
    list.conflicts(seeds),
    list.indicators(tables),
    list.projects(tables),
  ]
  return spaces.flatMap(repeated)
}

function repeated(entries: list.Entry<{ id: string }>[]): Problem[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ file, record: { id } }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, file)
    return before === undefined ? [] : [{
      file, record: id, expected: 'an id of its own', found: `the same id in ${before}`, todo: 'give the newer record another id',
    }]
  })
}
