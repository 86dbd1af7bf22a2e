/** What of an address the rules at hand can answer: a link may be older or newer than they are. */
import type { Catalogue } from '../core/catalogue'
import type { Facts, FactValue, Question } from '../core/model'
import type { Fact } from '../core/seed-types'

const TYPE_OF = { number: 'number', boolean: 'boolean', choice: 'string' } as const

/** The question without activities, facts and zones that the catalogue does not know, or knows otherwise. */
export function usable(question: Question, { activities, facts, zones }: Catalogue): Question {
  return {
    ...question,
    project: (question.project ?? []).filter((id) => activities.has(id)),
    facts: usableFacts(question.facts ?? {}, facts),
    known: Object.fromEntries(Object.entries(question.known ?? {}).filter(([id]) => zones.has(id))),
  }
}

/** The facts that are known by their id and have the type asked for. */
export function usableFacts(facts: Facts, known: ReadonlyMap<string, Fact>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([id, value]) => fits(known.get(id), value)))
}

function fits(fact: Fact | undefined, value: FactValue): boolean {
  if (fact === undefined || typeof value !== TYPE_OF[fact.type]) return false
  return fact.choices === undefined || fact.choices.some(({ id }) => id === value)
}
