import type { GlossaryTerm } from '../../src/core/seed-types'
import { languageProblemsOf } from './languages'
import { show, type Problem } from './problem'
import { recordProblems } from './shapes'

const file = 'seeds/glossary.json'

/** Everything wrong in the glossary: shapes, languages, and words or ids that stand twice. */
export function glossaryProblems(terms: readonly GlossaryTerm[]): Problem[] {
  const entries = terms.map((record) => ({ file, record }))
  const shapes = recordProblems('glossary.schema.json', entries)
  if (shapes.length > 0) return shapes
  return [...languageProblemsOf(entries), ...terms.flatMap(repeatedIn(new Map()))]
}

/** A word has one meaning: what is said of it must not hang on the order of the file. */
const repeatedIn = (owners: Map<string, string>) => ({ id, words }: GlossaryTerm): Problem[] =>
  [...new Set([id, ...words.zh, ...words.en].map((word) => word.toLowerCase()))].flatMap((word) => {
    const owner = owners.get(word)
    if (owner === undefined) owners.set(word, id)
    return owner === undefined || owner === id ? [] : [{
      file, record: id, expected: 'words of its own', found: `${show(word)}, also of ${owner}`, todo: 'give the word to one entry',
    }]
  })
