import type { ExtractDiff, RuleChange } from '../extract/diff'
import type { ExtractRule } from '../extract/extract'
import { tell } from '../extract/words'
import { changesOf, countText, headOf, ruleSide, type Change, type RuleSide } from './compare-extracts-view'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useWords } from './page'
import type { Side } from './verify-read'

interface Props {
  from: Side
  to: Side
  diff: ExtractDiff
  swap(): void
}

/** What became of an answer: verdict, areas, rules added, removed, reworded, from one extract to the other. */
export function CompareExtracts({ from, to, diff, swap }: Props) {
  const { t, lang } = useWords()
  const changes = changesOf(diff, { ...from.extract.names, ...to.extract.names }, { lang, t })
  const { added, removed, reworded, recounted } = diff.rules
  return (
    <section class="compare" aria-label={t('diff.title')}>
      <p class="verify-word" data-same={diff.same}>{t(diff.same ? 'diff.same' : 'diff.differs')}</p>
      <ChangeTable caption={t('diff.both')} names={[from.name, to.name]} rows={headOf(from.extract, to.extract, { lang, t })} />
      <button type="button" class="link" onClick={swap}>{t('diff.swap')}</button>
      {diff.question.length > 0 && <p class="note">{t('diff.otherQuestion', { fields: diff.question.map((field) => t(`diff.field.${field}`)).join(t('list.join')) })}</p>}
      {changes.length > 0 && <ChangeTable caption={t('diff.changes')} names={[from.name, to.name]} rows={changes} />}
      <RuleList title={t('diff.added', { count: formatNumber(added.length, lang) })} rules={added} />
      <RuleList title={t('diff.removed', { count: formatNumber(removed.length, lang) })} rules={removed} />
      <Reworded changes={reworded} names={[from.name, to.name]} />
      <Recounted changes={recounted} names={[from.name, to.name]} />
      {diff.other.length > 0 && <p class="quiet">{diff.other.map((field) => tell({ code: 'verify.other', params: { field: fieldName(field) } }, lang)).join(' · ')}</p>}
    </section>
  )
}

const fieldName = (field: string) => ({ zh: tell({ code: `field.${field}`, params: {} }, 'zh'), en: tell({ code: `field.${field}`, params: {} }, 'en') })

type Names = readonly [from: string, to: string]

function ChangeTable({ caption, names: [from, to], rows }: { caption: string; names: Names; rows: readonly Change[] }) {
  const { t } = useWords()
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col"><span class="unseen">{t('diff.what')}</span></th>
          <th scope="col">{t('diff.from')}<small>{from}</small></th>
          <th scope="col">{t('diff.to')}<small>{to}</small></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what} data-changed={row.from !== row.to}>
            <th scope="row">{row.what}</th>
            <td>{row.from}</td>
            <td>{row.to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RuleList({ title, rules }: { title: string; rules: readonly ExtractRule[] }) {
  const { lang } = useWords()
  if (rules.length === 0) return null
  return (
    <Fold class="group" open={rules.length <= 10} summary={<h3>{title}</h3>}>
      {() => rules.map((rule) => <RuleWords key={rule.id} {...ruleSide(rule, lang)} />)}
    </Fold>
  )
}

const RuleWords = ({ title, words, isVerbatim, place }: RuleSide) => (
  <article class="compare-rule">
    <h4>{title}</h4>
    {isVerbatim ? <blockquote class="law" lang="zh-Hans">{words}</blockquote> : <p class="wording">{words}</p>}
    <p class="meta">{place}</p>
  </article>
)

/** The same rule in other words: both, side by side. */
function Reworded({ changes, names }: { changes: readonly RuleChange[]; names: Names }) {
  const { t, lang } = useWords()
  if (changes.length === 0) return null
  return (
    <Fold class="group" open summary={<h3>{t('diff.reworded', { count: formatNumber(changes.length, lang) })}</h3>}>
      {() => changes.map(({ from, to }) => (
        <div key={to.id} class="compare-sides">
          <div><small>{t('diff.from')} · {names[0]}</small><RuleWords {...ruleSide(from, lang)} /></div>
          <div><small>{t('diff.to')} · {names[1]}</small><RuleWords {...ruleSide(to, lang)} /></div>
        </div>
      ))}
    </Fold>
  )
}

/** The same words that count otherwise. */
function Recounted({ changes, names }: { changes: readonly RuleChange[]; names: Names }) {
  const { t, lang } = useWords()
  if (changes.length === 0) return null
  const rows = changes.map(({ from, to }) => ({ what: to.title[lang], from: countText(from, { lang, t }), to: countText(to, { lang, t }) }))
  return (
    <Fold class="group" open={rows.length <= 10} summary={<h3>{t('diff.recounted', { count: formatNumber(rows.length, lang) })}</h3>}>
      {() => <ChangeTable caption={t('diff.counts')} names={names} rows={rows} />}
    </Fold>
  )
}
