import type { Difference } from '../extract/verify'
import { tell } from '../extract/words'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useWords } from './page'
import type { Outcome } from './verify-read'

/** Told at once; the others are unfolded. */
const AT_ONCE = 12

/** Identical, or what differs and why. */
export function VerifyOutcome({ name, result }: { name: string; result: Outcome }) {
  const { t } = useWords()
  if (result.same) return <Same name={name} hash={result.hash} />
  const causes = result.differences.filter(({ kind }) => kind !== 'value')
  const values = result.differences.filter(({ kind }) => kind === 'value')
  return (
    <>
      <p class="verify-word" data-same="false">{t('verify.report.differs')}</p>
      <p class="quiet">{name}</p>
      <h3>{t('verify.report.why')}</h3>
      <Sentences of={causes} />
      {values.length > 0 && <h3>{t('verify.report.where')}</h3>}
      <Sentences of={values.slice(0, AT_ONCE)} />
      {values.length > AT_ONCE && <More of={values.slice(AT_ONCE)} />}
    </>
  )
}

function Same({ name, hash }: { name: string; hash: string }) {
  const { t, lang } = useWords()
  return (
    <>
      <p class="verify-word" data-same="true">{t('verify.report.same')}</p>
      <p class="quiet">{name}</p>
      <p>{tell({ code: 'verify.same', params: { hash } }, lang)}</p>
    </>
  )
}

function Sentences({ of }: { of: readonly Difference[] }) {
  const { lang } = useWords()
  return <ul>{of.map((one) => <li key={tell(one, lang)}>{tell(one, lang)}</li>)}</ul>
}

function More({ of }: { of: readonly Difference[] }) {
  const { t, lang } = useWords()
  return <Fold summary={t('verify.report.more', { count: formatNumber(of.length, lang) })}>{() => <Sentences of={of} />}</Fold>
}
