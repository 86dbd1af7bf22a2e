/** Reads what the page needs only when somebody asks for it. */
import type { GoldenFile } from '../core/golden'
import type { PlanTables } from '../core/plan-tables'
import type { Provenance } from '../core/provenance'
import type { SearchWords } from '../core/search-words'
import type { GlossaryTerm } from '../core/seed-types'
import { fetchJson, type GetJson } from './load'

/** @throws Error when they cannot be read: the picker then searches names alone */
export async function loadSearch(url: string, get: GetJson = fetchJson): Promise<SearchWords> {
  const json = await get(url)
  if (!isRecord(json) || !isRecord(json['activities']) || !Array.isArray(json['items']) || !isRecord(json['names'])) throw new Error('expected activities, items and names to search in, found something else')
  return json as unknown as SearchWords
}

/** @throws Error when they cannot be read */
export async function loadGolden(url: string, get: GetJson = fetchJson): Promise<readonly GoldenFile[]> {
  const json = await get(url)
  if (!Array.isArray(json)) throw new Error(`expected lists of golden questions, found ${typeof json}`)
  return json as GoldenFile[]
}

/** @throws Error when they cannot be read; the contents are checked at build time (`check:seeds`) */
export async function loadPlanTables(url: string, get: GetJson = fetchJson): Promise<readonly PlanTables[]> {
  const json = await get(url)
  const isTables = (one: unknown): boolean => isRecord(one) && Array.isArray(one['indicators']) && Array.isArray(one['projects'])
  if (!Array.isArray(json) || !json.every(isTables)) throw new Error('expected the tables of the plans, found something else')
  return json as PlanTables[]
}

/** @throws Error when they cannot be read: terms then stand unexplained */
export async function loadGlossary(url: string, get: GetJson = fetchJson): Promise<readonly GlossaryTerm[]> {
  const json = await get(url)
  if (!Array.isArray(json) || !json.every((one) => isRecord(one) && isRecord(one['words']) && isRecord(one['means']))) throw new Error('expected terms and what they mean, found something else')
  return json as GlossaryTerm[]
}

/** @throws Error when it cannot be read: shapes then stand without where they come from */
export async function loadProvenance(url: string, get: GetJson = fetchJson): Promise<Provenance> {
  const json = await get(url)
  if (!isRecord(json) || !Object.values(json).every(Array.isArray)) throw new Error('expected where the shapes of each layer come from, found something else')
  return json as Provenance
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
