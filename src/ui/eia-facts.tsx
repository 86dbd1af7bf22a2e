import { EIA_SENSITIVE } from '../core/eia-truth'
import type { Fact } from '../core/seed-types'
import type { EiaView, Question } from './eia-view'
import { useWords } from './page'
import { FactInput } from './project-facts'
import type { Key } from './text'

/** The questions the class turns on now, and those already answered. */
export function EiaFacts({ view: { questions } }: { view: EiaView }) {
  const { t } = useWords()
  const ofProject = questions.filter(({ fact }) => fact.id !== EIA_SENSITIVE)
  if (ofProject.length === 0) return null
  return (
    <>
      <h4 class="eia-head">{t(ofProject.some(({ isOpen }) => isOpen) ? 'eia.facts' : 'eia.known')}</h4>
      {ofProject.map((question) => <Asked key={question.fact.id} question={question} />)}
    </>
  )
}

/** Clauses are asked about in their own words. */
function Asked({ question: { fact, isWords } }: { question: Question }) {
  return isWords ? <About fact={fact} ask="eia.words" /> : <FactInput fact={fact} />
}

/** A yes-or-no question that is only a name: whether it covers, or touches, the project. */
export function About({ fact, ask }: { fact: Fact; ask: Key }) {
  const { t, pick } = useWords()
  const question = t(ask, { name: pick(fact.name) })
  return <FactInput fact={{ ...fact, question: { zh: question, en: question } }} />
}
