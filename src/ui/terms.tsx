import { useId, useMemo, useState } from 'preact/hooks'
import type { GlossaryTerm, Text } from '../core/seed-types'
import { valueOf } from '../state/later'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { finderOf, piecesOf, withMarks } from './terms-find'
import './terms.css'

/** A text whose terms can be asked what they mean; plain until the glossary has been read. Not inside a button, label or summary. */
export function Terms({ children: text }: { children: string }) {
  const { glossary } = useApp()
  const { lang } = useWords()
  const terms = valueOf(glossary.value)
  const pieces = useMemo(() => (terms === undefined ? [text] : piecesOf(text, finderOf(terms, lang))), [terms, lang, text])
  return <>{withMarks(pieces).map(({ piece, mark }, at) => (typeof piece === 'string' ? piece : <Term key={at} {...piece} mark={mark} />))}</>
}

/** One term: pressed, it says what it means; Escape or a press elsewhere takes that away. */
function Term({ word, term, mark }: { word: string; term: GlossaryTerm; mark: string }) {
  const id = useId()
  const button = <button type="button" class="term" popovertarget={id}>{word}</button>
  return (
    <>
      {mark === '' ? button : <span class="term-kept">{button}{mark}</span>}
      <Meaning id={id} term={term} />
    </>
  )
}

/** Beside a name that is itself a button: what the first term in it means. */
export function TermHint({ text }: { text: Text }) {
  const { glossary } = useApp()
  const { t, lang } = useWords()
  const id = useId()
  const terms = valueOf(glossary.value)
  const found = useMemo(() => (terms === undefined ? undefined : piecesOf(text[lang], finderOf(terms, lang)).find((piece) => typeof piece !== 'string')), [terms, lang, text])
  if (found === undefined) return null
  return (
    <>
      <button type="button" class="term-hint" aria-label={t('term.explain', { term: found.word })} popovertarget={id}><Icon name="info" /></button>
      <Meaning id={id} term={found.term} />
    </>
  )
}

function Meaning({ id, term }: { id: string; term: GlossaryTerm }) {
  const { pick } = useWords()
  const [seen, setSeen] = useState(false)
  return <span id={id} popover="auto" class="card term-card" onBeforeToggle={() => setSeen(true)}>{seen && pick(term.means)}</span>
}
