/** What the rules want to know of a project. Pure. */
import { ask } from '../core/ask'
import { IS_NEW, type Catalogue } from '../core/catalogue'
import type { Answer, Facts, Question, World } from '../core/model'
import type { Fact } from '../core/seed-types'
import { rankOf } from '../core/verdict'

/** Facts that any rule reaching the project asks for, by name. */
export function factsAsked({ tables }: Catalogue, project: readonly string[]): ReadonlySet<string> {
  const rules = new Set(project.flatMap((id) => tables.reach.get(id) ?? []).map(({ rule }) => rule))
  return new Set([...rules].flatMap((position) => [...(tables.ranked[position]?.musts ?? []), ...(tables.ranked[position]?.anyOne ?? [])]).map(({ param }) => param))
}

/** Questions to put at once, and those that can wait. */
export interface FactsShown {
  first: Fact[]
  more: Fact[]
}

const AT_ONCE = 3 // more questions than this at one time are not answered but fled

/**
 * The facts worth a question now: being new, those that could still change the verdict, and those already told, so that
 * they can be taken back. Those that could make the verdict as drawn stricter come at once, the others wait. Which is
 * which does not depend on what has been told, and the order is that of `facts.json`: no input moves under the hand.
 */
export function factsShown(answer: Answer, question: Question, world: World): FactsShown {
  const { catalogue } = world
  const told = question.facts ?? {}
  const asked = factsAsked(catalogue, question.project ?? [])
  const open = new Set(answer.toVerify.flatMap((item) => (item.kind === 'fact' ? [item.param] : [])))
  const urgent = stricterNeeds(ask(answer.subject, { ...question, facts: onlyIsNew(told) }, world))
  const facts = [...catalogue.facts.values()]
  const first = new Set(facts.filter(({ id }) => id !== IS_NEW && urgent.has(id)).slice(0, AT_ONCE - 1))
  const shown = facts.filter(({ id }) => open.has(id) || (asked.has(id) && Object.hasOwn(told, id)))
  const others = shown.filter(({ id }) => id !== IS_NEW)
  return { first: [...facts.filter(({ id }) => id === IS_NEW), ...others.filter((fact) => first.has(fact))], more: others.filter((fact) => !first.has(fact)) }
}

const onlyIsNew = (told: Facts): Facts => Object.fromEntries(Object.entries(told).filter(([id]) => id === IS_NEW))

/** Facts needed by rules that ask for more than holds as drawn. */
function stricterNeeds({ rules, verdict }: Answer): ReadonlySet<string> {
  const least = rankOf(verdict?.asDrawn)
  return new Set(rules.filter(({ decides }) => rankOf(decides) > least).flatMap(({ needs }) => needs ?? []))
}
