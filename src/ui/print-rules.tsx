import { tell } from '../extract/words'
import { formatNumber } from './format'
import { useWords } from './page'
import type { PrintRule, PrintView } from './print-view'

interface Props {
  view: PrintView
}

/** Rules with their words, in two columns. */
export function PrintRules({ view: { rules } }: Props) {
  const { t, lang } = useWords()
  return (
    <section>
      <h2>{t('print.count', { title: t('print.rules'), count: formatNumber(rules.length, lang) })}</h2>
      {rules.length === 0 && <p>{t('print.noRules')}</p>}
      <div class="paper-columns">{rules.map((row) => <RuleItem key={row.rule.id} row={row} />)}</div>
    </section>
  )
}

function RuleItem({ row: { rule, title, state, through, words, isVerbatim, place, doubts } }: { row: PrintRule }) {
  const { t, lang } = useWords()
  const from = rule.offset === null ? '' : t('rule.position', { offset: formatNumber(rule.offset + 1, lang) })
  return (
    <article class="paper-rule">
      <h3>{title}</h3>
      <p class="paper-small"><b>{state}</b> · {through}</p>
      {isVerbatim ? <blockquote lang="zh-Hans">{words}</blockquote> : <p class="paper-wording">{words}</p>}
      <p class="paper-small">{[place, from, doubts].filter(Boolean).join(' · ')}</p>
    </article>
  )
}

/** What is to be verified, with boxes to tick. */
export function PrintOpen({ view: { open } }: Props) {
  const { t } = useWords()
  if (open.length === 0) return null
  return (
    <section>
      <h2>{t('verify.title')}</h2>
      <div class="paper-columns">
        {open.map(({ title, items }) => (
          <div key={title} class="paper-open">
            <h3>{title}</h3>
            <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** The other rules by title: their words are in the files. */
export function PrintOthers({ view: { others } }: Props) {
  const { t, lang } = useWords()
  const count = others.reduce((sum, { titles }) => sum + titles.length, 0)
  if (count === 0) return null
  return (
    <section>
      <h2>{t('print.count', { title: t('print.others'), count: formatNumber(count, lang) })}</h2>
      <p class="paper-small">{t('print.othersNote')}</p>
      <div class="paper-columns">
        {others.map(({ place, titles }) => (
          <div key={place} class="paper-others">
            <h3>{place}</h3>
            <p class="paper-names">{titles.join(t('list.semicolon'))}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

const ACCURACY = ['accuracy.1', 'accuracy.2', 'accuracy.3', 'version.note'] as const

/** How well the lines are known, which documents were read, and how the extract is checked. */
export function PrintClosing({ view: { documents } }: Props) {
  const { t, lang } = useWords()
  return (
    <>
      <section>
        <h2>{t('print.accuracy')}</h2>
        <ul class="paper-list">{ACCURACY.map((code) => <li key={code}>{tell({ code, params: {} }, lang)}</li>)}</ul>
      </section>
      <section>
        <h2>{t('print.documents')}</h2>
        <ul class="paper-list">{documents.map((line) => <li key={line}>{line}</li>)}</ul>
      </section>
    </>
  )
}
