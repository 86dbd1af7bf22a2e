import type { ComponentChildren } from 'preact'
import type { Answer } from '../core/model'
import type { Comparison } from '../core/seed-types'
import { HowNear } from './findings'
import { Fold } from './fold'
import { useApp, useLoaded, useWords } from './page'
import { Changes } from './proof-changes'
import { conditionsOf, sayComparison } from './proof-words'
import { DoubtLines, IsTag, Law, SourceTag } from './rule-card'
import { placeInSource, termOf } from './rule-words'
import type { RuleView } from './answer-view'
import { softeningOf } from './softening'
import { chainTo } from './verdict-view'
import { VerdictChip } from './verdict-chip'

/** One deciding rule, unfoldable: zone, rule, words, why it applies, what would change it. */
export function Proof({ rule, answer }: { rule: RuleView; answer: Answer }) {
  const { t, pick } = useWords()
  const { hit, found } = rule
  const summary = (
    <>
      {hit.decides && <VerdictChip word={hit.decides} />} <SourceTag source={found.source} /> <b>{pick(found.rule.title)}</b> <small>{t(`counts.${hit.counts}`)}</small>
    </>
  )
  return <Fold class="proof" summary={summary}>{() => <Steps rule={rule} answer={answer} />}</Fold>
}

function Step({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <li>
      <h5>{name}</h5>
      {children}
    </li>
  )
}

function Steps({ rule, answer }: { rule: RuleView; answer: Answer }) {
  const words = useWords()
  const { t, pick } = words
  const { hit, found, via } = rule
  const finding = answer.findings.find(({ zone }) => zone === hit.via)
  return (
    <ol class="steps">
      <Step name={t('proof.zone')}>
        <p>{pick(via.name)} {hit.scope === 'zone' && <IsTag rule={rule} />}</p>
        {hit.scope === 'zone' && finding && <HowNear finding={finding} />}
        {hit.scope === 'district' && <small>{t('proof.everywhere')}</small>}
      </Step>
      <Step name={t('proof.rule')}>
        <p>{pick(found.source.title)} · {placeInSource(rule, words)}</p>
      </Step>
      <Step name={t(found.rule.article === undefined ? 'proof.quote' : 'proof.wording')}>
        <Law id={hit.id} />
      </Step>
      <Step name={t('proof.applies')}>
        <Applies rule={rule} />
      </Step>
      <Step name={t('proof.changes')}>
        <Changes rule={rule} answer={answer} />
      </Step>
    </ol>
  )
}

/** Why the rule reaches the project: its activities, the facts, the day asked, and what is left in doubt. */
function Applies({ rule }: { rule: RuleView }) {
  const { on } = useApp()
  const { t, lang } = useWords()
  const { hit, found } = rule
  return (
    <ul>
      <ActivityChain rule={rule} />
      <Softening rule={rule} />
      {conditionsOf(found).map((comparison) => <ConditionLine key={`${comparison.param}${comparison.op}${String(comparison.value)}`} comparison={comparison} />)}
      <li>{termOf(found.rule, hit, found.source, on.value, t, lang)}</li>
      <DoubtLines rule={rule} />
    </ul>
  )
}

const IS_A = ' → '

function ActivityChain({ rule: { found } }: { rule: RuleView }) {
  const { t, pick } = useWords()
  const { question } = useApp()
  const catalogue = useLoaded()?.world.catalogue
  const chain = catalogue === undefined ? [] : chainTo(found, question.value?.project ?? [], catalogue)
  const names = chain.flatMap((id) => catalogue?.activities.get(id) ?? []).map(({ name }) => pick(name))
  if (names.length === 0) return null
  return <li>{t(names.length === 1 ? 'proof.named' : 'proof.chain', { chain: names.join(IS_A) })}</li>
}

/** Why the rule asks for less here than its effect says. */
function Softening({ rule: { found, hit } }: { rule: RuleView }) {
  const { t, pick } = useWords()
  const { question } = useApp()
  const catalogue = useLoaded()?.world.catalogue
  const softened = catalogue === undefined ? null : softeningOf(found, hit, question.value?.project ?? [], catalogue)
  if (softened === null) return null
  if (softened.why === 'condition') return <li>{t('rule.asCondition')}</li>
  const names = softened.activities.flatMap((id) => catalogue?.activities.get(id) ?? []).map(({ name }) => pick(name))
  return <li>{t('rule.absoluteFor', { activities: names.join(t('list.join')) })}</li>
}

function ConditionLine({ comparison }: { comparison: Comparison }) {
  const words = useWords()
  const { facts } = useApp()
  const catalogue = useLoaded()?.world.catalogue
  const fact = catalogue?.facts.get(comparison.param)
  return fact === undefined ? null : <li>{sayComparison(fact, comparison, facts.value[comparison.param], words)}</li>
}
