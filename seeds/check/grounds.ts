import type { Seeds } from '../../src/core/catalogue'
import type { Rule, Zone } from '../../src/core/seed-types'
import * as list from './entries'
import type { Problem } from './problem'

/** What a record rests on is said where no quote shows it: a document, an article, or our own reading. */
export function groundProblems(seeds: Seeds): Problem[] {
  const statutes = new Set(seeds.sources.filter(({ kind }) => kind === 'statute').map(({ id }) => id))
  const ofStatutes = list.rules(seeds).filter(({ source = '' }) => statutes.has(source))
  return [...list.zones(seeds).flatMap(unnamed), ...ofStatutes.flatMap(withoutDocument), ...ofStatutes.flatMap(readSilently)]
}

/** A zone that no plan names comes from a law, which then defines it. */
function unnamed({ file, record: { id, quotes, definedIn } }: list.Entry<Zone>): Problem[] {
  return quotes.length > 0 || definedIn !== undefined ? [] : [{
    file, record: id, expected: 'a quote, or definedIn where only a law names the zone', found: 'neither', todo: 'say which words or which article name the zone',
  }]
}

function withoutDocument({ file, record: { id, basis, delegatesTo } }: list.Entry<Rule>): Problem[] {
  return basis !== 'by-reference' || delegatesTo !== undefined ? [] : [{
    file, record: id, expected: 'delegatesTo, since the basis is by-reference', found: 'none', todo: 'name the document that holds the content, or correct the basis',
  }]
}

/** The words of a statute are not here to compare with, so a reading that is ours is told as ours. */
function readSilently({ file, record: { id, basis, note } }: list.Entry<Rule>): Problem[] {
  return basis === 'literal' || note !== undefined ? [] : [{
    file, record: id, expected: `a note, since the basis is ${basis}`, found: 'none', todo: 'say in note what is our reading and what the article leaves open',
  }]
}
