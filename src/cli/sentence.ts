/** A code and its parameters → the sentence. */
import type { Text } from '../core/seed-types'
import coordinates from '../formats/coordinates.json'
import { fill, type Lang, type Params, type Said } from '../formats/say'
import problems from './problems.json'
import words from './words.json'

const sentences: ReadonlyMap<string, Text> = new Map(Object.entries({ ...words, ...coordinates, ...problems }))

export const isSentence = (code: string): boolean => sentences.has(code)

export function sentence({ code, params }: Said, lang: Lang): string {
  const found = sentences.get(code)
  if (found === undefined) throw new Error(`expected a sentence for "${code}", found none in problems.json, words.json or coordinates.json`)
  return fill(found, params, lang)
}

/** `say(code, params)` in one language. */
export type Say = (code: string, params?: Params) => string

export const sayIn = (lang: Lang): Say => (code, params = {}) => sentence({ code, params }, lang)
