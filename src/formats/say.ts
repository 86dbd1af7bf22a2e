/** Sentences with holes: `{name}` is replaced by the parameter of that name. */
import type { Text } from '../core/seed-types'

export type Lang = keyof Text

/** Words for the holes; a `Text` is said in the language of the sentence. */
export type Params = Readonly<Record<string, string | number | Text>>

/** What happened, as a code of a sentence file and the words for its holes. */
export interface Said {
  code: string
  params: Params
}

/** Fills the holes. Throws on a hole without a parameter, so that no sentence is ever printed half. */
export function fill(sentence: Text, params: Params, lang: Lang): string {
  return sentence[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`expected a parameter "${name}" for the sentence "${sentence.en}", got ${Object.keys(params).join(', ')}`)
    return typeof value === 'object' ? value[lang] : String(value)
  })
}
