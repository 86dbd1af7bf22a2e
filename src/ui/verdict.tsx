import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Answer } from '../core/model'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { Proof } from './proof'
import { RuleCard } from './rule-card'
import { Terms } from './terms'
import { VERDICT_ICON, VerdictChip } from './verdict-chip'
import { Conflicts } from './verdict-conflicts'
import { Verify } from './verdict-verify'
import { sayDoubts } from './verdict-words'
import { confidenceOf, decidersOf, doubtsOf, encouragementsOf, verdictsBySource, type Doubts } from './verdict-view'

const NAMED_AT_ONCE = 2 // encouragements named before the rest are folded
const READ_AT_ONCE = 6 // deciding rules shown before the rest are folded

/** The headline as drawn, the three-part bar, why it is not certain, what decides, and what is left to verify. */
export function VerdictHead({ answer }: { answer: Answer }) {
  return (
    <Headline answer={answer}>
      <BySource answer={answer} />
      <Encouraged answer={answer} />
      <DecidedBy answer={answer} />
      <Conflicts answer={answer} />
      <Verify answer={answer} />
    </Headline>
  )
}

/** The verdict at a glance; what else is said of it follows. */
export function Headline({ answer, children }: { answer: Answer; children?: ComponentChildren }) {
  const { t } = useWords()
  const { verdict } = answer
  if (verdict === null) return null
  const doubts = doubtsOf(answer)
  return (
    <section class="verdict" aria-label={t('verdict.title')} data-word={verdict.asDrawn}>
      <h3 class="headline">
        <Icon name={VERDICT_ICON[verdict.asDrawn]} />
        <span>
          {t('verdict.headline', { word: t(`verdict.word.${verdict.asDrawn}`) })} <small><Terms>{t(`verdict.confidence.${confidenceOf(verdict, doubts)}`)}</Terms></small>
        </span>
      </h3>
      <ol class="bar">
        {(['certain', 'asDrawn', 'possible'] as const).map((part) => (
          <li key={part} data-word={verdict[part]}>
            <small>{t(`verdict.${part}`)}</small>
            <span><Icon name={VERDICT_ICON[verdict[part]]} /> {t(`verdict.word.${verdict[part]}`)}</span>
          </li>
        ))}
      </ol>
      <Why answer={answer} doubts={doubts} />
      {children}
    </section>
  )
}

/** Why it is not certain, and why it may be stricter: one sentence each. */
function Why({ answer: { verdict }, doubts }: { answer: Answer; doubts: Doubts }) {
  const { t } = useWords()
  return verdict === null ? null : <p class="quiet"><Terms>{sayDoubts(verdict, doubts, t).join(' ')}</Terms></p>
}

/** What each source says by itself, and all together; nothing where only one speaks. */
function BySource({ answer }: { answer: Answer }) {
  const { question } = useApp()
  const { t } = useWords()
  const world = useLoaded()?.world
  const lines = useMemo(() => (world === undefined || question.value === null ? [] : verdictsBySource(answer, question.value, world)), [answer, question.value, world])
  if (lines.length === 0 || answer.verdict === null) return null
  return (
    <dl class="by-source" aria-label={t('verdict.bySource')}>
      {lines.map(({ source, verdict }) => (
        <div key={source.id}>
          <dt>{t(`source.${source.kind}`)}</dt>
          <dd><VerdictChip word={verdict.asDrawn} /> {verdict.possible !== verdict.asDrawn && <small>{t('verdict.upTo', { word: t(`verdict.word.${verdict.possible}`) })}</small>}</dd>
        </div>
      ))}
      <div>
        <dt>{t('verdict.combined')}</dt>
        <dd><VerdictChip word={answer.verdict.asDrawn} /> {answer.verdict.possible !== answer.verdict.asDrawn && <small>{t('verdict.upTo', { word: t(`verdict.word.${answer.verdict.possible}`) })}</small>}</dd>
      </div>
    </dl>
  )
}

/** What speaks for the project: shown beside the verdict, with the reason why it does not decide. */
function Encouraged({ answer }: { answer: Answer }) {
  const { t, pick, lang } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  if (catalogue === undefined || answer.verdict === null) return null
  const rules = encouragementsOf(answer, catalogue)
  if (rules.length === 0) return null
  const titles = rules.slice(0, NAMED_AT_ONCE).map(({ found }) => pick(found.rule.title)).join(t('list.semicolon'))
  const more = rules.length > NAMED_AT_ONCE ? t('verdict.encouragedMore', { count: lang === 'zh' ? rules.length : rules.length - NAMED_AT_ONCE }) : ''
  const isWeaker = answer.verdict.possible !== 'no-specific-rule'
  return (
    <div class="beside" data-effect="encourage">
      <p><Icon name="encourage" /> {t(isWeaker ? 'verdict.encouragedBut' : 'verdict.encouraged', { titles, more })}</p>
      <Fold summary={t('verdict.encouragedRules', { count: rules.length })}>{() => rules.map((rule) => <RuleCard key={rule.hit.id} rule={rule} />)}</Fold>
    </div>
  )
}

function DecidedBy({ answer }: { answer: Answer }) {
  const { t, lang } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  if (catalogue === undefined) return null
  const rules = decidersOf(answer, catalogue)
  if (rules.length === 0) return <p class="quiet">{t('verdict.noDecider')}</p>
  const [first, more] = [rules.slice(0, READ_AT_ONCE), rules.slice(READ_AT_ONCE)]
  return (
    <section class="deciders" aria-label={t('verdict.deciders')}>
      <h4>{t('verdict.decidedBy', { count: formatNumber(rules.length, lang) })}</h4>
      {first.map((rule) => <Proof key={rule.hit.id} rule={rule} answer={answer} />)}
      {more.length > 0 && <Fold summary={t('verdict.moreDeciders', { count: formatNumber(more.length, lang) })}>{() => more.map((rule) => <Proof key={rule.hit.id} rule={rule} answer={answer} />)}</Fold>}
    </section>
  )
}
