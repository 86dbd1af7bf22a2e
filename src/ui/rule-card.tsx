import type { RuleText } from '../core/rule-text'
import type { Effect, Source } from '../core/seed-types'
import { valueOf, want } from '../state/later'
import type { RuleView } from './answer-view'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { deadlineOf, placeInSource, termOf } from './rule-words'
import { softeningOf } from './softening'
import { Terms } from './terms'
import { VerdictChip } from './verdict-chip'
import { ZoneButton } from './zone-button'

/** Effect, title, zone, the quote in the voice of the law, one line of particulars, and what lies behind it. */
export function RuleCard({ rule }: { rule: RuleView }) {
  const { piece } = useApp()
  const { t, pick } = useWords()
  const { hit, found, via } = rule
  return (
    <article class="rule" data-effect={hit.effect} data-caught={piece.value === via.id} aria-label={`${t(`effect.${hit.effect}`)} · ${pick(found.rule.title)}`}>
      <header>
        <EffectChip effect={hit.effect} />
        <SourceTag source={found.source} />
        <h4><Terms>{pick(found.rule.title)}</Terms></h4>
      </header>
      {hit.scope === 'zone' && (
        <p class="via">
          {t('rule.via')} <Via rule={rule} /> <IsTag rule={rule} />
        </p>
      )}
      <DecidesHere rule={rule} />
      <Law id={hit.id} />
      <MetaLine rule={rule} />
      <Fold summary={t('rule.more')}>{() => <RuleMore rule={rule} />}</Fold>
    </article>
  )
}

/** The zone of the rule; for a parcel it highlights the part the rule catches. */
function Via({ rule: { via } }: { rule: RuleView }) {
  const { subject } = useApp()
  const { t, pick } = useWords()
  const name = pick(via.name)
  return subject.value?.kind === 'parcel' ? <ZoneButton zone={via} label={t('parcel.catches', { zone: name })} /> : <b>{name}</b>
}

/** The words of a rule: a plan's verbatim, in the voice of the law; a statute's in our own. */
export function Law({ id }: { id: string }) {
  const { texts } = useApp()
  const { t, pick } = useWords()
  const text = useRuleText(id)
  if (texts.value.status === 'failed') return <p class="quiet">{t('rule.unread', { why: texts.value.why })} <button type="button" class="link" onClick={() => want(texts)}>{t('page.again')}</button></p>
  if (text?.wording) return <p class="wording">{pick(text.wording)}</p>
  return <blockquote class="law" lang="zh-Hans">{text?.quote?.text ?? '…'}</blockquote>
}

/** The words of a rule, or undefined while they have not been read. */
function useRuleText(id: string): RuleText | undefined {
  return valueOf(useApp().texts.value)?.[id]
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

/** Plan or law, where the rules come from both. */
export function SourceTag({ source }: { source: Source }) {
  const { t } = useWords()
  const sources = useLoaded()?.world.catalogue.sources
  if (sources === undefined || sources.size < 2) return null
  return <span class="tag source" data-kind={source.kind}>{t(`source.${source.kind}Tag`)}</span>
}

/** What the rule decides for this project, where that is not what its effect says. */
function DecidesHere({ rule: { found, hit } }: { rule: RuleView }) {
  const { t, pick } = useWords()
  const { question } = useApp()
  const catalogue = useLoaded()?.world.catalogue
  const softened = catalogue === undefined ? null : softeningOf(found, hit, question.value?.project ?? [], catalogue)
  if (softened === null || hit.decides === undefined) return null
  const names = softened.why === 'absolute' ? softened.activities.flatMap((id) => catalogue?.activities.get(id) ?? []).map(({ name }) => pick(name)) : []
  return (
    <p class="here">
      {t('rule.here')} <VerdictChip word={hit.decides} /> {softened.why === 'condition' ? t('rule.asCondition') : t('rule.absoluteFor', { activities: names.join(t('list.join')) })}
    </p>
  )
}

/** The standing of the place in the zone of the rule. */
export function IsTag({ rule: { hit } }: { rule: RuleView }) {
  const { t } = useWords()
  const word = hit.is === 'possible' && hit.doubts.includes('envelope') ? t('is.envelope') : t(`is.${hit.is}`)
  return <span class="tag" data-is={hit.is}>{word}</span>
}

function MetaLine({ rule }: { rule: RuleView }) {
  const { on } = useApp()
  const words = useWords()
  const { t, pick, lang } = words
  const catalogue = useLoaded()?.world.catalogue
  const replaces = useRuleText(rule.hit.id)?.replaces
  const { hit, found } = rule
  const subject = catalogue?.subjects.get(found.rule.subject)
  const deadline = deadlineOf(found.rule, on.value, t, lang)
  const older = replaces && t(hit.term === 'not-yet' ? 'rule.thenLaw' : 'rule.replaces', { law: replaces })
  const parts = [placeInSource(rule, words), subject && pick(subject.name), termOf(found.rule, hit, found.source, on.value, t, lang), deadline]
  return (
    <p class="meta" data-term={hit.term}>
      {parts.filter(Boolean).join(' · ')}
      {older && <> · <span lang="zh-Hans">{older}</span></>}
    </p>
  )
}

function RuleMore({ rule }: { rule: RuleView }) {
  const words = useWords()
  const { t, pick, lang } = words
  const { found, office } = rule
  const { delegatesTo = [] } = found.rule
  const { quote, also = [], paragraph, note } = useRuleText(rule.hit.id) ?? {}
  const position = quote && t('rule.position', { offset: formatNumber(quote.offset, lang) })
  const isStatute = found.rule.article !== undefined
  return (
    <dl>
      <dt>{t('rule.where')}</dt>
      <dd>{[pick(found.source.title), placeInSource(rule, words), paragraph, position].filter(Boolean).join(' · ')}</dd>
      {isStatute && <dd class="quiet">{t('rule.ownWords')}</dd>}
      {also.length > 0 && <dt>{t('rule.also')}</dt>}
      {also.map(({ text, offset }) => <dd key={offset}><blockquote class="law" lang="zh-Hans">{text}</blockquote></dd>)}
      {delegatesTo.length > 0 && <dt>{t('rule.refers')}</dt>}
      {delegatesTo.map((document) => <dd key={document} lang="zh-Hans">{document}</dd>)}
      <Doubts rule={rule} />
      {note && <><dt>{t('rule.note')}</dt><dd><Terms>{pick(note)}</Terms></dd></>}
      {office && <><dt>{t('rule.ask')}</dt><dd>{t('rule.askOffice', { office: pick(office.name), knows: pick(office.knows) })}</dd></>}
    </dl>
  )
}

function useDoubts({ hit }: RuleView): string[] {
  const { t, pick } = useWords()
  const facts = useLoaded()?.world.catalogue.facts
  const names = (hit.needs ?? []).map((id) => facts?.get(id)).map((fact) => (fact === undefined ? '' : pick(fact.name)))
  return hit.doubts.map((doubt) => t(`doubt.${doubt}`, { facts: names.join(t('list.join')) }))
}

function Doubts({ rule }: { rule: RuleView }) {
  const { t } = useWords()
  const doubts = useDoubts(rule)
  if (doubts.length === 0) return null
  return <><dt>{t('rule.doubts')}</dt>{doubts.map((doubt) => <dd key={doubt}><Terms>{doubt}</Terms></dd>)}</>
}

/** Why the rule counts for less than certain, as entries of a list. */
export function DoubtLines({ rule }: { rule: RuleView }) {
  return <>{useDoubts(rule).map((doubt) => <li key={doubt}>{doubt}</li>)}</>
}
