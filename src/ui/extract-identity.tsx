import { CopyIcon } from './copy'
import { Fold } from './fold'
import type { QuestionLink } from './extract-link'
import type { Ready } from './extract-made'
import { QrCode } from './extract-qr-code'
import { later } from './later'
import { useWords } from './page'
import type { Told } from '../extract/words'

/** The number of the extract, what it is good for, and the way back to the question. */
export function ExtractIdentity({ made: { hash, extract }, link }: { made: Ready; link: QuestionLink }) {
  const { t } = useWords()
  if (typeof hash !== 'string') return <NoNumber told={hash} />
  const { data, rules, engine } = extract.release
  return (
    <>
      <p class="identity">
        <span>{t('extract.number')}</span> <code>{hash.slice(0, SHORT)}…</code>
        <CopyIcon text={hash} label={t('extract.copyNumber')} />
      </p>
      <p class="quiet">{t('extract.goodFor')}</p>
      <Fold summary={t('extract.whole')}>
        {() => (
          <>
            <p><code class="hash">{hash}</code></p>
            <p class="quiet">{t('about.releaseLine', { engine, rules, data })}</p>
          </>
        )}
      </Fold>
      <Fold summary={t('extract.again')}>{() => <Again link={link} />}</Fold>
    </>
  )
}

const SHORT = 12

const Sentence = later(async () => {
  const { tell } = await import('../extract/words')
  return ({ told }: { told: Told }) => {
    const { lang } = useWords()
    return <>{tell(told, lang)}</>
  }
})

const NoNumber = ({ told }: { told: Told }) => <p class="note"><Sentence told={told} /></p>

/** The link as a QR code and as text; where it does not say everything, that is told. */
function Again({ link: { href, isWhole } }: { link: QuestionLink }) {
  const { t } = useWords()
  return (
    <>
      {isWhole ? <QrCode text={href} /> : <p class="note">{t('extract.linkShort')}</p>}
      <p class="again">
        <a href={href} target="_blank" rel="noreferrer">{t('extract.link')}</a>
        <CopyIcon text={href} label={t('extract.copyLink')} />
      </p>
    </>
  )
}
