import type { Seeds } from '../../src/core/catalogue'
import * as list from './entries'
import type { Problem } from './problem'

type Links = ReadonlyMap<string, readonly string[]>

/** Nothing is wider than itself: neither a zone (`inherits`, `partOf`, `liesIn`, `complement`) nor an activity (`broader`). */
export function cycleProblems(seeds: Seeds): Problem[] {
  const zones: Links = new Map(seeds.zones.map(({ id, inherits = [], partOf, liesIn, complement }) =>
    [id, [...inherits, ...(partOf ? [partOf] : []), ...(liesIn ? [liesIn] : []), ...(complement ? [complement.of, complement.within] : [])]]))
  const activities: Links = new Map(seeds.activities.map(({ id, broader = [] }) => [id, broader]))
  return [
    ...list.zones(seeds).flatMap(({ file, record }) => problemOf(file, record.id, zones, 'inherits, partOf, liesIn and complement')),
    ...list.activities(seeds).flatMap(({ file, record }) => problemOf(file, record.id, activities, 'broader')),
  ]
}

function problemOf(file: string, record: string, links: Links, fields: string): Problem[] {
  const path = wayBack(record, links)
  return path === undefined ? [] : [{
    file, record, expected: `${fields} never to lead back`, found: path.join(' → '), todo: 'remove one of these links',
  }]
}

/** The shortest way from an id to itself. */
function wayBack(start: string, links: Links): string[] | undefined {
  const seen = new Set<string>()
  let ways = [[start]]
  while (ways.length > 0) {
    const next = ways.flatMap((way) => (links.get(way.at(-1) ?? '') ?? []).map((id) => [...way, id]))
    const back = next.find((way) => way.at(-1) === start)
    if (back) return back
    ways = next.filter((way) => !seen.has(way.at(-1) ?? ''))
    for (const way of ways) seen.add(way.at(-1) ?? '')
  }
  return undefined
}
