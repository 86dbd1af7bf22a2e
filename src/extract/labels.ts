/** The names an extract needs to be read without the seeds: what was asked, what is open, which documents. */
import type { Catalogue } from '../core/catalogue'
import type { Answer, Question } from '../core/model'
import type { Fact, Source, Text } from '../core/seed-types'

export interface ExtractDocument {
  title: Text
  kind: Source['kind']
  number?: string
  issuer: Text
  /** ISO. */
  issued: string
  /** ISO; `until` absent while no end is set. */
  term: { from: string; until?: string }
  status: Text
  publicUrl?: string
}

export interface Labels {
  activities: Record<string, Text>
  facts: Record<string, Pick<Fact, 'name' | 'question' | 'unit' | 'choices'>>
  offices: Record<string, Text>
  documents: Record<string, ExtractDocument>
}

/** The records of `map` with these ids, each once, those that are there. */
function picked<A, B>(map: ReadonlyMap<string, A>, ids: Iterable<string>, pick: (record: A) => B): Record<string, B> {
  const found: Record<string, B> = {}
  for (const id of ids) {
    const record = map.get(id)
    if (record !== undefined) found[id] = pick(record)
  }
  return found
}

const factLabel = ({ name, question, unit, choices }: Fact): Labels['facts'][string] => ({ name, question, ...(unit === undefined ? {} : { unit }), ...(choices && { choices }) })

const documentLabel = ({ title, kind, number, issuer, issued, term, status, publicUrl }: Source): ExtractDocument => ({
  title,
  kind,
  ...(number === undefined ? {} : { number }),
  issuer,
  issued,
  term: { from: term.from, ...(term.until === undefined ? {} : { until: term.until }) },
  status,
  ...(publicUrl === undefined ? {} : { publicUrl }),
})

export function labelsOf({ rules, toVerify }: Answer, { project = [], facts = {} }: Question, catalogue: Catalogue): Labels {
  const asked = [...Object.keys(facts), ...rules.flatMap(({ needs = [] }) => needs), ...toVerify.flatMap((item) => (item.kind === 'fact' ? [item.param] : []))]
  const sources = rules.flatMap(({ id }) => catalogue.rules.get(id)?.source.id ?? [])
  return {
    activities: picked(catalogue.activities, project, ({ name }) => name),
    facts: picked(catalogue.facts, asked, factLabel),
    offices: picked(catalogue.offices, toVerify.flatMap((item) => (item.kind === 'zone' ? [item.office] : [])), ({ name }) => name),
    documents: picked(catalogue.sources, sources, documentLabel),
  }
}
