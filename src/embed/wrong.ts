/** What is wrong with a message, as a sentence: expected, found, what to do. */
import type { Text } from '../core/seed-types'
import { fill, type Params, type Said } from '../formats/say'
import sentences from './sentences.json'

export type Code = keyof typeof sentences

/** Expected trouble with a message: it ends the message, never the frame. */
export class Wrong extends Error {
  override readonly name = 'Wrong'
  constructor(
    readonly code: Code,
    readonly params: Params = {},
  ) {
    super(fill(sentences[code], params, 'en'))
  }
}

export const sentenceOf = ({ code, params }: Wrong): Text => ({ zh: fill(sentences[code], params, 'zh'), en: fill(sentences[code], params, 'en') })

/** The sentence of another part, in both languages. */
export const textOf = (said: Said, say: (said: Said, lang: keyof Text) => string): Text => ({ zh: say(said, 'zh'), en: say(said, 'en') })

const LONGEST_SHOWN = 60

/** A value for "found …". */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
