/** Whether the rules at hand know what a message names: a link may be older than they are, a program is told. Pure. */
import type { Catalogue } from '../core/catalogue'
import type { Facts } from '../core/model'
import { usableFacts } from '../state/usable'
import type { Order } from './messages'
import { shown, Wrong } from './wrong'

function expectKnown(code: 'unknown-activity' | 'unknown-zone', ids: readonly string[], known: ReadonlyMap<string, unknown>): void {
  const found = ids.find((id) => !known.has(id))
  if (found !== undefined) throw new Wrong(code, { found })
}

function expectFacts(given: Facts, { facts }: Catalogue): void {
  const usable = usableFacts(given, facts)
  const found = Object.keys(given).find((id) => !Object.hasOwn(usable, id))
  if (found === undefined) return
  const fact = facts.get(found)
  if (fact === undefined) throw new Wrong('unknown-fact', { found })
  const expected = fact.choices?.map(({ id }) => `"${id}"`).join(' / ') ?? (fact.type === 'boolean' ? 'true / false' : fact.type)
  throw new Wrong('fact-value', { fact: found, expected, found: shown(given[found]) })
}

/** Throws `Wrong`. */
export function expectUsable(order: Order, catalogue: Catalogue): void {
  if (order.do === 'select' && order.zone !== null) expectKnown('unknown-zone', [order.zone], catalogue.zones)
  if (order.do !== 'ask') return
  expectKnown('unknown-activity', order.project, catalogue.activities)
  expectKnown('unknown-zone', Object.keys(order.known), catalogue.zones)
  expectFacts(order.facts, catalogue)
}
