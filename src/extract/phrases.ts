/** Phrases that more than one of the files says. */
import type { Finding } from '../core/model'
import type { Extract, ExtractRule } from './extract'
import type { Lang, Say } from './words'

/** The word for a standing: `is.…` of `words.json`. */
export const standingCode = ({ is, kind }: Pick<Finding, 'is' | 'kind'>): string => `is.${is === 'possible' && kind === 'envelope' ? 'envelope' : is}`

type Cited = Pick<ExtractRule, 'source' | 'document'>

/** Title and number of the document a rule stands in. */
export function documentText({ source, document }: Cited, { labels }: Extract, lang: Lang, say: Say): string {
  const label = labels.documents[source]
  return say('document', { title: label?.title[lang] ?? document, number: label?.number ?? '' }).trim()
}

/** The number a document goes by, its title where it has none: chapter 6 of the report gives both. */
export const shortDocument = (cited: Cited, extract: Extract, lang: Lang, say: Say): string => extract.labels.documents[cited.source]?.number ?? documentText(cited, extract, lang, say)

/** Chapter and section as printed; of a statute the article. */
export function placeInDocument({ chapter, section, article }: Pick<ExtractRule, 'chapter' | 'section' | 'article'>, say: Say): string {
  if (article !== undefined) return say('article', { no: article })
  return section === null ? chapter : say('section', { chapter, section })
}

export const zoneName = (zone: string, { names }: Extract, lang: Lang): string => names[zone]?.[lang] ?? zone

/** A value of a fact in words. */
export function factText(id: string, value: number | boolean | string, { labels }: Extract, lang: Lang, say: Say): string {
  const fact = labels.facts[id]
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'number') return `${value} ${fact?.unit ?? ''}`.trim()
  return fact?.choices?.find((choice) => choice.id === value)?.name[lang] ?? value
}
