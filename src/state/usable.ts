/** What of an address the rules at hand can answer: a link may be older or newer than they are. */
import type { Catalogue } from '../core/catalogue'
import type { FactValue, Question } from '../core/model'
import type { Fact } from '../core/seed-types'

const TYPE_OF = { number: 'number', boolean: 'boolean', choice: 'string' } as const

/** The question without activities and facts that the catalogue does not know, or knows otherwise. */
export function usable(question: Question, { activities, facts }: Catalogue): Question {
  const known = Object.entries(question.facts ?? {}).filter(([id, value]) => fits(facts.get(id), value))
  return { ...question, project: (question.project ?? []).filter((id) => activities.has(id)), facts: Object.fromEntries(known) }
}

function fits(fact: Fact | undefined, value: FactValue): boolean {
  if (fact === undefined || typeof value !== TYPE_OF[fact.type]) return false
  return fact.choices === undefined || fact.choices.some(({ id }) => id === value)
}
