import type { RuleText } from '../core/rule-text'
import type { Effect } from '../core/seed-types'
import type { RuleView } from './answer-view'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { deadlineOf, placeInSource, termOf } from './rule-words'

/** Effect, title, zone, the quote in the voice of the law, one line of particulars, and what lies behind it. */
export function RuleCard({ rule }: { rule: RuleView }) {
  const { t, pick } = useWords()
  const { hit, found, via } = rule
  return (
    <article class="rule" data-effect={hit.effect} aria-label={`${t(`effect.${hit.effect}`)} · ${pick(found.rule.title)}`}>
      <header>
        <EffectChip effect={hit.effect} />
        <h4>{pick(found.rule.title)}</h4>
      </header>
      {hit.scope === 'zone' && (
        <p class="via">
          {t('rule.via')} <b>{pick(via.name)}</b> <IsTag rule={rule} />
        </p>
      )}
      <Law id={hit.id} />
      <MetaLine rule={rule} />
      <Fold summary={t('rule.more')}>{() => <RuleMore rule={rule} />}</Fold>
    </article>
  )
}

/** The words of a rule: a plan's verbatim, in the voice of the law; a statute's in our own. */
function Law({ id }: { id: string }) {
  const { texts } = useApp()
  const { t, pick } = useWords()
  const text = useRuleText(id)
  if (texts.value.status === 'failed') return <p class="quiet">{t('rule.unread', { why: texts.value.why })}</p>
  if (text?.wording) return <p class="wording">{pick(text.wording)}</p>
  return <blockquote class="law" lang="zh-Hans">{text?.quote?.text ?? '…'}</blockquote>
}

/** The words of a rule, or undefined while they have not been read. */
function useRuleText(id: string): RuleText | undefined {
  const texts = useApp().texts.value
  return texts.status === 'ready' ? texts.texts[id] : undefined
}

/** The effect as icon and word. */
export function EffectChip({ effect }: { effect: Effect }) {
  const { t } = useWords()
  return (
    <span class="chip" data-effect={effect}>
      <Icon name={effect} />
      {t(`effect.${effect}`)}
    </span>
  )
}

function IsTag({ rule: { hit } }: { rule: RuleView }) {
  const { t } = useWords()
  const word = hit.is === 'possible' && hit.doubts.includes('envelope') ? t('is.envelope') : t(`is.${hit.is}`)
  return <span class="tag" data-is={hit.is}>{word}</span>
}

function MetaLine({ rule }: { rule: RuleView }) {
  const { on } = useApp()
  const { t, pick, lang } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const { hit, found } = rule
  const subject = catalogue?.subjects.get(found.rule.subject)
  const deadline = deadlineOf(found.rule, on.value, t, lang)
  const parts = [placeInSource(rule, t), subject && pick(subject.name), termOf(found.rule, hit, found.source, on.value, t, lang), deadline]
  return <p class="meta" data-term={hit.term}>{parts.filter(Boolean).join(' · ')}</p>
}

function RuleMore({ rule }: { rule: RuleView }) {
  const { t, pick, lang } = useWords()
  const { found, office } = rule
  const { delegatesTo = [] } = found.rule
  const { quote, also = [], paragraph, note } = useRuleText(rule.hit.id) ?? {}
  const position = quote && t('rule.position', { offset: formatNumber(quote.offset, lang) })
  return (
    <dl>
      <dt>{t('rule.where')}</dt>
      <dd>{[pick(found.source.title), placeInSource(rule, t), paragraph, position].filter(Boolean).join(' · ')}</dd>
      {also.length > 0 && <dt>{t('rule.also')}</dt>}
      {also.map(({ text, offset }) => <dd key={offset}><blockquote class="law" lang="zh-Hans">{text}</blockquote></dd>)}
      {delegatesTo.length > 0 && <dt>{t('rule.refers')}</dt>}
      {delegatesTo.map((document) => <dd key={document}>{document}</dd>)}
      <Doubts rule={rule} />
      {note && <><dt>{t('rule.note')}</dt><dd>{pick(note)}</dd></>}
      {office && <><dt>{t('rule.ask')}</dt><dd>{t('rule.askOffice', { office: pick(office.name), knows: pick(office.knows) })}</dd></>}
    </dl>
  )
}

function Doubts({ rule: { hit } }: { rule: RuleView }) {
  const { t, pick } = useWords()
  const facts = useLoaded()?.world.catalogue.facts
  if (hit.doubts.length === 0) return null
  const names = (hit.needs ?? []).map((id) => facts?.get(id)).map((fact) => (fact === undefined ? '' : pick(fact.name)))
  return (
    <>
      <dt>{t('rule.doubts')}</dt>
      {hit.doubts.map((doubt) => <dd key={doubt}>{t(`doubt.${doubt}`, { facts: names.join(t('list.join')) })}</dd>)}
    </>
  )
}
