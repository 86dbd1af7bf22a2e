/** Reads the EIA catalogue, when the page first needs it. */
import type { Catalogue } from '../core/catalogue'
import { compileEia, type EiaCatalogue, type EiaSeeds } from '../core/eia-catalogue'
import { fetchJson, type GetJson } from './load'

/**
 * The EIA catalogue, compiled against the rules.
 * @throws Error when it cannot be read, or is of another release than the rules
 */
export async function loadEia(url: string, rules: Catalogue, get: GetJson = fetchJson): Promise<EiaCatalogue> {
  return compileEia(toEia(await get(url)), rules)
}

const EIA_LISTS = ['items', 'areas', 'facts']

/** @throws Error unless all lists are there; the contents are checked at build time (`check:seeds`) */
function toEia(json: unknown): EiaSeeds {
  const isRecord = typeof json === 'object' && json !== null
  const missing = EIA_LISTS.filter((list) => !isRecord || !Array.isArray(Object(json)[list]))
  if (missing.length > 0) throw new Error(`expected lists of ${EIA_LISTS.join(', ')} in the EIA catalogue, found no ${missing.join(', ')}`)
  return json as EiaSeeds
}
