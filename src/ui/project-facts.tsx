import { useMemo, useState } from 'preact/hooks'
import { ask } from '../core/ask'
import { IS_NEW } from '../core/catalogue'
import type { Answer, FactValue } from '../core/model'
import type { Fact } from '../core/seed-types'
import { setFact } from '../state/verbs'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Switch } from './masthead'
import { useApp, useLoaded, useWords } from './page'
import { factsShown } from './project-view'
import { unitOf } from './project-words'
import type { Translate } from './text'

/** The questions whose answers could change the verdict, put in place. */
export function ProjectFacts() {
  const { question } = useApp()
  const answer = useAnswer()
  const { t } = useWords()
  const world = useLoaded()?.world
  const shown = useMemo(
    () => (world === undefined || answer === null || question.value === null ? null : factsShown(answer, question.value, world)),
    [answer, question.value, world],
  )
  if (shown === null) return null
  return (
    <section class="facts" id="project-facts" aria-label={t('project.facts')}>
      {shown.first.map((fact) => <FactInput key={fact.id} fact={fact} />)}
      {shown.more.length > 0 && <MoreFacts facts={shown.more} />}
    </section>
  )
}

/** The answer at hand; where nothing is asked about but where one can build, that for all zones at once. */
function useAnswer(): Answer | null {
  const { answer, question, suit } = useApp()
  const world = useLoaded()?.world
  const everywhere = answer.value === null && suit.value !== null ? question.value : null
  return useMemo(
    () => answer.value ?? (everywhere === null || world === undefined ? null : ask({ kind: 'zones', zones: [...world.catalogue.zones.keys()] }, everywhere, world)),
    [answer.value, everywhere, world],
  )
}

/** Questions that can wait; unfolded at start where an address has answered some of them. */
function MoreFacts({ facts }: { facts: readonly Fact[] }) {
  const app = useApp()
  const { t, lang } = useWords()
  const [isOpen] = useState(() => facts.some(({ id }) => Object.hasOwn(app.facts.peek(), id)))
  return (
    <Fold open={isOpen} summary={t('project.moreFacts', { count: formatNumber(facts.length, lang) })}>
      {() => facts.map((fact) => <FactInput key={fact.id} fact={fact} />)}
    </Fold>
  )
}

/** One question with the native input for its answer, and a way to say that one does not know. */
export function FactInput({ fact }: { fact: Fact }) {
  const { pick } = useWords()
  const app = useApp()
  const value = app.facts.value[fact.id]
  return (
    <div class="fact" data-known={value !== undefined}>
      <span aria-hidden="true">{pick(fact.question)}</span>
      {fact.type === 'number' ? <NumberInput fact={fact} value={value} /> : <WordInput fact={fact} value={value} />}
    </div>
  )
}

interface InputProps {
  fact: Fact
  value: FactValue | undefined
}

const UNKNOWN = 'unknown'

/** Yes or no, or one of a few words: radio buttons while they fit, a native list beyond. */
function WordInput({ fact, value }: InputProps) {
  const app = useApp()
  const { t, pick } = useWords()
  const options = fact.type === 'boolean' ? yesNo(fact, t) : (fact.choices ?? []).map(({ id, name }): [string, string] => [id, pick(name)])
  const unknown: [string, string] = [UNKNOWN, t('project.unknown')]
  const said = value === undefined ? UNKNOWN : String(value)
  const choose = (word: string) => setFact(app, fact.id, word === UNKNOWN ? undefined : fact.type === 'boolean' ? word === 'true' : word)
  if (options.length <= 2) return <Switch name={`fact-${fact.id}`} label={pick(fact.question)} options={[...options, unknown]} value={said} choose={choose} />
  return (
    <select aria-label={pick(fact.question)} value={said} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      {[unknown, ...options].map(([id, word]) => <option key={id} value={id}>{word}</option>)}
    </select>
  )
}

const yesNo = ({ id }: Fact, t: Translate): [string, string][] =>
  id === IS_NEW ? [['true', t('project.new')], ['false', t('project.existing')]] : [['true', t('project.yes')], ['false', t('project.no')]]

function NumberInput({ fact, value }: InputProps) {
  const app = useApp()
  const { t, pick } = useWords()
  const tell = (text: string) => {
    const number = text === '' ? Number.NaN : Number(text)
    setFact(app, fact.id, Number.isFinite(number) && number >= 0 ? number : undefined)
  }
  return (
    <span class="measure">
      <input type="number" inputmode="decimal" min="0" step="any" aria-label={pick(fact.question)} value={typeof value === 'number' ? value : ''} onInput={({ currentTarget }) => tell(currentTarget.value)} />
      <span>{unitOf(fact, t)}</span>
      <button type="button" class="link" aria-pressed={value === undefined} onClick={() => setFact(app, fact.id, undefined)}>{t('project.unknown')}</button>
    </span>
  )
}
