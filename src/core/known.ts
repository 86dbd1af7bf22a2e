/** What the asker knows of zones, carried on to the zones it settles with them. */
import type { Catalogue } from './catalogue'
import type { KnownZones } from './model'
import { knownTo, type Standing } from './standing'

/** By zone number, where the asker knows it. */
export type Known = ReadonlyMap<number, Standing>

const idsOf = (known: KnownZones, is: 'inside' | 'outside'): string[] => Object.keys(known).filter((id) => known[id] === is).sort()

/** A zone and all that it inherits or is part of. */
const widerThan = ({ zoneAncestors }: Catalogue, id: string): string[] => [id, ...(zoneAncestors.get(id) ?? [])]

/** A zone and all that is part of it or lies in it. */
function partsOf({ tables }: Catalogue, id: string): string[] {
  const number = tables.zoneNumber.get(id) ?? -1
  return [id, ...tables.zoneIds.filter((_, zone) => tables.containers[zone]?.includes(number))]
}

/** Zones with the known one through which they are settled. */
type Settled = Map<string, string>

function add(settled: Settled, ids: readonly string[], through: string): void {
  for (const id of ids) if (!settled.has(id)) settled.set(id, through)
}

/** Inside the known zones, what they inherit or are part of, and what their complements lie within. */
function insideOf(catalogue: Catalogue, ids: readonly string[]): Settled {
  const inside: Settled = new Map(ids.map((id) => [id, id]))
  for (const id of ids) {
    for (const wide of widerThan(catalogue, id)) {
      const within = catalogue.zones.get(wide)?.complement?.within
      add(inside, [wide, ...(within === undefined ? [] : widerThan(catalogue, within))], id)
    }
  }
  return inside
}

/** Outside the known zones and their parts, and outside what a zone one is inside of is the complement of. */
function outsideOf(catalogue: Catalogue, ids: readonly string[], inside: Settled): Settled {
  const outside: Settled = new Map(ids.map((id) => [id, id]))
  for (const id of ids) add(outside, partsOf(catalogue, id), id)
  for (const [id, through] of inside) {
    const of = catalogue.zones.get(id)?.complement?.of
    if (of !== undefined) add(outside, partsOf(catalogue, of), through)
  }
  return outside
}

/**
 * Every zone that follows from what is known. Where the same zone would be both, inside stands: the stricter reading.
 * The order of `known` does not matter.
 */
export function settledBy(catalogue: Catalogue, known: KnownZones): Known {
  const inside = insideOf(catalogue, idsOf(known, 'inside'))
  const outside = outsideOf(catalogue, idsOf(known, 'outside'), inside)
  const settled = new Map<number, Standing>()
  const enter = (zones: Settled, is: 'inside' | 'outside') => {
    for (const [id, through] of zones) settled.set(catalogue.tables.zoneNumber.get(id) ?? -1, knownTo(is, through === id ? undefined : through))
  }
  enter(outside, 'outside')
  enter(inside, 'inside')
  return settled
}
