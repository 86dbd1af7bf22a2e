/** What the files taken away say in words: sentences of `words.json`, in either language. */
import type { Text } from '../core/seed-types'
import words from './words.json'

export type Lang = keyof Text

/** Words for the holes; a `Text` is said in the language of the sentence. */
export type Params = Readonly<Record<string, string | number | Text>>

/** A sentence of `words.json` and the words for its holes. */
export interface Told {
  code: string
  params: Params
}

export type Say = (code: string, params?: Params) => string

const sentences: ReadonlyMap<string, Text> = new Map(Object.entries(words))

/** `say(code, params)` in one language. Throws where the sentence or a word for one of its holes is missing. */
export const sayIn = (lang: Lang): Say => (code, params = {}) => {
  const sentence = sentences.get(code)
  if (sentence === undefined) throw new Error(`expected a sentence "${code}" in extract/words.json, found none`)
  return sentence[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`expected a parameter "${name}" for "${code}", found ${Object.keys(params).join(', ')}`)
    return typeof value === 'object' ? value[lang] : String(value)
  })
}

/** One sentence in one language. */
export const tell = ({ code, params }: Told, lang: Lang): string => sayIn(lang)(code, params)
