/** Reads what the page needs only when somebody asks for it. */
import type { GoldenFile } from '../core/golden'
import type { SearchWords } from '../core/search-words'
import { fetchJson, type GetJson } from './load'

/** @throws Error when they cannot be read: the picker then searches names alone */
export async function loadSearch(url: string, get: GetJson = fetchJson): Promise<SearchWords> {
  const json = await get(url)
  if (!isRecord(json) || !isRecord(json['activities']) || !Array.isArray(json['items'])) throw new Error('expected activities and items to search in, found something else')
  return json as unknown as SearchWords
}

/** @throws Error when they cannot be read */
export async function loadGolden(url: string, get: GetJson = fetchJson): Promise<readonly GoldenFile[]> {
  const json = await get(url)
  if (!Array.isArray(json)) throw new Error(`expected lists of golden questions, found ${typeof json}`)
  return json as GoldenFile[]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
