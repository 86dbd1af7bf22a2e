import type { EiaReason } from '../core/eia'
import type { EiaView } from './eia-view'
import { Fold } from './fold'
import { useWords } from './page'

/** The clauses of the catalogue that decide; folded, those that may. */
export function EiaReasons({ view: { holds, may } }: { view: EiaView }) {
  const { t } = useWords()
  return (
    <>
      {holds.length > 0 && <h4 class="eia-head">{t('eia.because')}</h4>}
      {holds.length > 0 && <Clauses reasons={holds} />}
      {may.length > 0 && <Fold summary={t('eia.may', { count: may.length })}>{() => <Clauses reasons={may} />}</Fold>}
    </>
  )
}

const Clauses = ({ reasons }: { reasons: readonly EiaReason[] }) => (
  <ul class="eia-clauses">{reasons.map((reason) => <Clause key={`${reason.class} ${reason.text.zh}`} reason={reason} />)}</ul>
)

function Clause({ reason }: { reason: EiaReason }) {
  const { t, lang } = useWords()
  return (
    <li data-eia={reason.class}>
      <small>{t(`eia.short.${reason.class}`)}</small>
      <blockquote class="law" lang="zh-Hans">{reason.text.zh}</blockquote>
      {lang === 'en' && <p class="quiet">{reason.text.en}</p>}
    </li>
  )
}
