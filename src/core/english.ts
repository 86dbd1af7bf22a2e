/** The English words of the rules, apart from the Chinese ones: the page answers in Chinese before it has read them. */
import type { Catalogue } from './catalogue'
import type { Text } from './seed-types'

const isText = (value: object): value is Text => 'zh' in value && typeof value.zh === 'string'

/** Adds every text within a value, in one order. */
function addTexts(value: unknown, to: Text[]): Text[] {
  if (typeof value !== 'object' || value === null) return to
  if (isText(value)) to.push(value)
  else for (const part of Object.values(value)) addTexts(part, to)
  return to
}

/** Every text of a catalogue, in one order. */
function textsOf({ zones, activities, facts, offices, subjects, sources, conflicts, rules }: Catalogue): Text[] {
  const records = [zones, activities, facts, offices, subjects, sources, conflicts].flatMap((list) => [...list.values()])
  return addTexts([...records, ...Array.from(rules.values(), ({ rule }) => rule)], [])
}

/** What `putEnglish` puts back into a catalogue of the same seeds. */
export const englishOf = (catalogue: Catalogue): string[] => textsOf(catalogue).map(({ en }) => en)

/** The same in Chinese alone. */
export const withoutEnglish = (json: unknown): unknown => JSON.parse(JSON.stringify(json, (_, value: unknown) => (typeof value === 'object' && value !== null && isText(value) ? { zh: value.zh } : value)))

/** Chinese stands in for English until that is read, so that nothing is ever without a name. */
export function standIn(json: unknown): void {
  for (const text of addTexts(json, [])) text.en ??= text.zh
}

/**
 * Writes the English words beside the Chinese ones: all that ever changes in a catalogue.
 * @throws Error unless there is one for each text
 */
export function putEnglish(catalogue: Catalogue, english: readonly string[]): void {
  const texts = textsOf(catalogue)
  if (texts.length !== english.length) throw new Error(`expected the English of ${texts.length} texts, found ${english.length}`)
  for (const [at, text] of texts.entries()) text.en = english[at] ?? text.zh
}
