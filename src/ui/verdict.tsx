import type { Answer, VerdictWord } from '../core/model'
import { reasonsOf } from './answer-view'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon, type IconName } from './icon'
import { useLoaded, useWords } from './page'

const ICON: Record<VerdictWord, IconName> = { prohibited: 'prohibit', restricted: 'restrict', conditional: 'require', 'no-specific-rule': 'none' }

/** The headline as drawn, the three-part bar, and one sentence on why it is not certain. */
export function VerdictHead({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const { verdict } = answer
  if (verdict === null) return null
  const reasons = reasonsOf(answer).map((reason) => t(`verdict.${reason}`))
  return (
    <section class="verdict" aria-label={t('verdict.title')} data-word={verdict.asDrawn}>
      <p class="headline">
        <Icon name={ICON[verdict.asDrawn]} /> {t('verdict.headline', { word: t(`verdict.word.${verdict.asDrawn}`) })}
      </p>
      <ol class="bar">
        {(['certain', 'asDrawn', 'possible'] as const).map((part) => (
          <li key={part} data-word={verdict[part]}>
            <small>{t(`verdict.${part}`)}</small>
            <span><Icon name={ICON[verdict[part]]} /> {t(`verdict.word.${verdict[part]}`)}</span>
          </li>
        ))}
      </ol>
      <p class="quiet">{reasons.length === 0 ? t('verdict.sure') : t('verdict.unsure', { why: reasons.join(t('list.join')) })}</p>
      <DecidedBy ids={verdict.decidedBy} />
    </section>
  )
}

/** The verdict as drawn, small. */
export function VerdictChip({ word }: { word: VerdictWord }) {
  const { t } = useWords()
  return (
    <span class="chip" data-word={word}>
      <Icon name={ICON[word]} />
      {t(`verdict.word.${word}`)}
    </span>
  )
}

function DecidedBy({ ids }: { ids: readonly string[] }) {
  const { t, pick, lang } = useWords()
  const rules = useLoaded()?.world.catalogue.rules
  const titles = ids.map((id) => rules?.get(id)?.rule).filter((rule) => rule !== undefined)
  if (titles.length === 0) return null
  return (
    <Fold summary={t('verdict.decidedBy', { count: formatNumber(titles.length, lang) })}>
      {() => <ul class="deciders">{titles.map(({ id, title, effect }) => <li key={id} data-effect={effect}>{pick(title)}</li>)}</ul>}
    </Fold>
  )
}
