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

/** A word has one meaning, an id one entry: what is said must not hang on the order of the file. */
const repeatedIn = (owners: Map<string, GlossaryTerm>) => (record: GlossaryTerm): Problem[] =>
  [...new Set([record.id, ...record.words.zh, ...record.words.en].map((word) => word.toLowerCase()))].flatMap((word) => {
    const owner = owners.get(word)
    if (owner === undefined) owners.set(word, record)
    return owner === undefined ? [] : [{
      file, record: record.id, expected: 'words of its own', found: `${show(word)}, also of ${owner.id}`, todo: 'give the word to one entry',
    }]
  })
