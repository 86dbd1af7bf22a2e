import type { Seeds } from '../../src/core/catalogue'
import type { Quote, Rule, RuleFile } from '../../src/core/seed-types'
import * as list from './entries'
import { placeAt } from './places'
import { show, type Problem } from './problem'

interface Cited {
  file: string
  record: string
  quote: Quote
  /** Text of its document; of a zone, any document may be quoted. */
  text: string
}

/** Every quote stands verbatim in its text, at its offset, and a rule in the section its file is named after. */
export function quoteProblems(seeds: Seeds, texts: list.Texts, tables: list.Tables): Problem[] {
  const withText = new Set(seeds.sources.flatMap(({ id, text }) => (text === undefined ? [] : [id])))
  return [
    ...list.sources(seeds).flatMap(({ file, record }) => missingText(file, record, texts)),
    ...wordless(seeds),
    ...cited(seeds, texts, tables).flatMap(misquoted),
    ...list.ruleFiles(seeds).filter(({ source = '' }) => withText.has(source)).flatMap((entry) => misplaced(entry, texts)),
  ]
}

function missingText(file: string, { id, text }: { id: string; text?: string }, texts: list.Texts): Problem[] {
  return text === undefined || texts[id] !== undefined ? [] : [{
    file, record: id, expected: `the text in seeds/${id}/${text}`, found: 'no such file', todo: 'put the plain text there',
  }]
}

function cited(seeds: Seeds, texts: list.Texts, tables: list.Tables): Cited[] {
  const cite = ({ file, record, source = '' }: list.Entry<{ id: string }>, quotes: readonly Quote[]) =>
    quotes.map((quote) => ({ file, record: record.id, quote, text: texts[source] ?? anyText(quote, texts) }))
  return [
    ...list.zones(seeds).flatMap((entry) => cite(entry, entry.record.quotes)),
    ...list.rules(seeds).filter(({ source = '' }) => texts[source] !== undefined).flatMap((entry) => cite(entry, quotesOf(entry.record))),
    ...[...list.indicators(tables), ...list.projects(tables)].flatMap((entry) => cite(entry, [entry.record.quote])),
  ]
}

const quotesOf = ({ quote, also = [] }: Rule): Quote[] => [...(quote === undefined ? [] : [quote]), ...also]

/** A plan is quoted; a statute is cited by article and told in our own words. */
function wordless(seeds: Seeds): Problem[] {
  const statutes = new Set(seeds.sources.filter(({ kind }) => kind === 'statute').map(({ id }) => id))
  return list.rules(seeds).flatMap(({ file, record: { id, quote, article, wording }, source = '' }) => {
    const isCited = article !== undefined && wording !== undefined && quote === undefined
    const isQuoted = quote !== undefined && article === undefined && wording === undefined
    const isStatute = statutes.has(source)
    return (isStatute ? isCited : isQuoted) ? [] : [{
      file, record: id, expected: isStatute ? 'article and wording, and no quote' : 'a quote, and neither article nor wording',
      found: Object.entries({ quote, article, wording }).filter(([, value]) => value !== undefined).map(([name]) => name).join(', ') || 'none of them',
      todo: isStatute ? 'give the number of the article and say in own words what it asks' : 'copy the words from the text, with their offset',
    }]
  })
}

const standsAt = (text: string, quote: Quote): boolean => text.startsWith(quote.text, quote.offset)

/** The text that holds the quote; the first one when none does. */
function anyText(quote: Quote, texts: list.Texts): string {
  const all = Object.values(texts)
  return all.find((text) => standsAt(text, quote)) ?? all[0] ?? ''
}

function misquoted({ file, record, quote, text }: Cited): Problem[] {
  if (standsAt(text, quote)) return []
  const offset = text.indexOf(quote.text)
  return [{
    file, record,
    expected: `the quote ${show(quote.text)} at ${quote.offset}`,
    found: show(text.slice(quote.offset, quote.offset + 20)),
    todo: offset < 0 ? 'copy the words from the text, character for character' : `set offset to ${offset}`,
  }]
}

function misplaced({ file, record, source = '' }: list.Entry<RuleFile>, texts: list.Texts): Problem[] {
  const text = texts[source] ?? ''
  return record.rules.flatMap(({ id, quote, paragraph }) => {
    const { chapter, section } = quote === undefined ? record : placeAt(text, quote.offset)
    const moved = chapter === record.chapter && section === record.section ? [] : [{
      file, record: id, expected: `a quote from chapter ${record.chapter}, section ${record.section ?? 'none'}`,
      found: `chapter ${chapter}, section ${section ?? 'none'}`, todo: `move the rule to ${chapter}.${section ?? 0}.json`,
    }]
    const headed = paragraph === undefined || text.includes(paragraph) ? [] : [{
      file, record: id, expected: 'paragraph to be a heading of the text', found: show(paragraph), todo: 'copy the heading from the text',
    }]
    return [...moved, ...headed]
  })
}
