/** Sentences about typed coordinates, in the language of the page. */
import sentences from '../formats/coordinates.json'
import { fill, type Said } from '../formats/say'
import type { Text } from '../core/seed-types'
import type { Lang } from '../state/url'

const known: Readonly<Record<string, Text>> = sentences

/** The sentence of a code of `coordinates.json`. */
export function saidCoordinates({ code, params }: Said, lang: Lang): string {
  const sentence = known[code]
  if (sentence === undefined) throw new Error(`expected a sentence for "${code}" in coordinates.json, found none`)
  return fill(sentence, params, lang)
}
