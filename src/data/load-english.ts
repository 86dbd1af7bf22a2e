import type { Catalogue } from '../core/catalogue'
import { putEnglish } from '../core/english'
import { once } from '../core/once'
import { fetchJson, type GetJson } from './load'

/**
 * Reads the English words of the rules once, and writes them into a catalogue; without one they are only fetched.
 * @throws Error when they cannot be read; asked again, it tries again
 */
export function englishReader(url: string, get: GetJson = fetchJson): (catalogue: Catalogue | undefined) => Promise<void> {
  const read = once(async () => toWords(await get(url)))
  return async (catalogue) => {
    const words = await read()
    if (catalogue !== undefined) putEnglish(catalogue, words)
  }
}

/** @throws Error unless it is a list */
export function toWords(json: unknown): readonly string[] {
  if (!Array.isArray(json)) throw new Error(`expected a list of English words, found ${typeof json}`)
  return json as string[]
}
