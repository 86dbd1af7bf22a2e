/** What is said of parcels that come in, apart from the readers: a page says it without loading them. */
import sentences from './parcels.json'
import { fill, type Lang, type Said } from './say'

const isSentence = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code)

/** The sentence of a `Said` of this module. Throws on a code that is none of `parcels.json`. */
export function parcelSentence({ code, params }: Said, lang: Lang): string {
  if (!isSentence(code)) throw new Error(`expected a code of parcels.json, found "${code}", add it there`)
  return fill(sentences[code], params, lang)
}
