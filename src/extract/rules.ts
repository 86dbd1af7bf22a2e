/** A rule of an extract: how far it counts, and the words it rests on with their place. */
import type { Catalogue, CatalogueRule } from '../core/catalogue'
import type { RuleHit } from '../core/model'
import type { RuleTexts } from '../core/rule-text'
import { dimensionOf } from './dimension'
import type { ExtractRule } from './extract'

function headings({ source, chapter, section }: CatalogueRule): Pick<ExtractRule, 'chapter' | 'section'> {
  const found = source.chapters.find(({ no }) => no === chapter)
  const part = section === null ? undefined : found?.sections.find(({ no }) => no === section)
  return { chapter: found?.title.zh ?? '', section: part?.title.zh ?? null }
}

function wordsOf(id: string, texts: RuleTexts): Pick<ExtractRule, 'quote' | 'offset' | 'wording'> {
  const { quote, wording } = texts[id] ?? {}
  if (quote) return { quote: quote.text, offset: quote.offset }
  if (wording) return { quote: wording.zh, offset: null, wording }
  throw new Error(`expected the words of rule "${id}", found none. Read the words of the rules before taking an extract.`)
}

export function extractRule(hit: RuleHit, { rules }: Catalogue, texts: RuleTexts): ExtractRule {
  const known = rules.get(hit.id)
  if (known === undefined) throw new Error(`expected rule "${hit.id}" in the catalogue, found none. Take the extract with the world that answered.`)
  const { rule, source } = known
  const words = wordsOf(hit.id, texts)
  return {
    ...hit,
    class: rule.class,
    dimension: dimensionOf(rule.class, rule.title.zh + words.quote),
    source: source.id,
    document: source.title.zh,
    ...headings(known),
    ...(rule.article === undefined ? {} : { article: rule.article }),
    title: rule.title,
    ...words,
  }
}
