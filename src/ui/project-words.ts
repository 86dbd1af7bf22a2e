/** Words about facts. Pure. */
import type { Fact } from '../core/seed-types'
import { isKey, type Translate } from './text'

/** The unit in words of the page; as written in the facts where the page has none. */
export function unitOf({ unit = '' }: Fact, t: Translate): string {
  const key = `unit.${unit}`
  return isKey(key) ? t(key) : unit
}
