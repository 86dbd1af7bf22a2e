/** Words about facts. Pure. */
import type { Fact } from '../core/seed-types'
import type { Translate } from './text'

/** The unit in words of the page; as written in the facts where the page has none. */
export function unitOf({ unit = '' }: Fact, t: Translate): string {
  const key = `unit.${unit}`
  return t.knows(key) ? t(key) : unit
}
