import { useId, useMemo, useState } from 'preact/hooks'
import type { GlossaryTerm } from '../core/seed-types'
import { valueOf } from '../state/later'
import { useApp, useWords } from './page'
import { finderOf, piecesOf } from './terms-find'
import './terms.css'

/** A text whose terms can be asked what they mean; plain until the glossary has been read. Not inside a button, label or summary. */
export function Terms({ children: text }: { children: string }) {
  const { glossary } = useApp()
  const { lang } = useWords()
  const terms = valueOf(glossary.value)
  const pieces = useMemo(() => (terms === undefined ? [text] : piecesOf(text, finderOf(terms, lang))), [terms, lang, text])
  return <>{pieces.map((piece, at) => (typeof piece === 'string' ? piece : <Term key={at} {...piece} />))}</>
}

/** One term: pressed, it says what it means; Escape or a press elsewhere takes that away. */
function Term({ word, term }: { word: string; term: GlossaryTerm }) {
  const { pick } = useWords()
  const id = useId()
  const [seen, setSeen] = useState(false)
  return (
    <>
      <button type="button" class="term" popovertarget={id}>{word}</button>
      <span id={id} popover="auto" class="card term-card" onBeforeToggle={() => setSeen(true)}>
        {seen && pick(term.means)}
      </span>
    </>
  )
}
