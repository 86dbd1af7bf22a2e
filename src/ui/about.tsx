import { useEffect, useRef } from 'preact/hooks'
import { formatDate, formatNumber } from './format'
import { Icon } from './icon'
import { later } from './later'
import { useApp, useLoaded, useWords } from './page'
import site from '../../geodata/site.json'

const AboutGlossary = later(async () => (await import('./about-glossary')).AboutGlossary)
const AboutAnswers = later(async () => (await import('./about-answers')).AboutAnswers)

/** Sources, trust, credits, release: a native dialog. */
export function AboutDialog({ close }: { close(): void }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="about" aria-label={t('about.title')} onClose={close}>
      <form method="dialog">
        <h2>{t('about.title')}</h2>
        <button type="submit" class="icon-button" aria-label={t('about.close')}>
          <Icon name="close" />
        </button>
      </form>
      <h3>{t('about.what')}</h3>
      <p>{t('about.whatText')}</p>
      <h3>{t('about.trust')}</h3>
      <p>{t('about.trustText')}</p>
      <h3>{t('about.official')}</h3>
      <p>{t('about.officialText')}</p>
      <AboutGlossary />
      <AboutAnswers />
      <Documents />
      <Credits />
      <ReleaseLine />
      <Kept />
    </dialog>
  )
}

function Documents() {
  const { t, pick, lang } = useWords()
  const loaded = useLoaded()
  if (loaded === null) return null
  return (
    <>
      <h3>{t('about.sources')}</h3>
      <ul>
        {[...loaded.world.catalogue.sources.values()].map(({ id, kind, title, number, issuer, issued, status }) => (
          <li key={id}>
            {t(number === undefined ? 'about.sourceNoNumber' : 'about.sourceLine', { title: pick(title), number: number ?? '', issuer: pick(issuer), date: formatDate(issued, lang) })}
            {kind === 'statute' && <small class="status">{pick(status)}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Credits() {
  const { t, pick } = useWords()
  return (
    <>
      <h3>{t('about.credits')}</h3>
      <ul>
        {site.credits.map((credit) => (
          <li key={credit.name}>
            {pick(credit.for)} · <a href={credit.url} target="_blank" rel="noreferrer">{credit.name}</a>, {credit.by} · {credit.licence}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whether the page works without a network. */
function Kept() {
  const { offline } = useApp()
  const { t, lang } = useWords()
  const state = offline.value
  const size = state.status === 'kept' && state.bytes !== undefined ? formatNumber(state.bytes / 1e6, lang, 1) : null
  return (
    <>
      <h3>{t('offline.title')}</h3>
      <p role="status">{size === null ? t(`offline.${state.status}`) : t('offline.keptSize', { size })}</p>
    </>
  )
}

function ReleaseLine() {
  const { t } = useWords()
  const loaded = useLoaded()
  if (loaded === null) return null
  const { engine, rules, data } = loaded.world.release
  return (
    <>
      <h3>{t('about.release')}</h3>
      <p class="quiet">{t('about.releaseLine', { engine, rules, data })}</p>
    </>
  )
}
