import site from '../../geodata/site.json'
import { SLIVER } from '../core/sliver'
import type { Made } from './compare-sites-made'
import { SitesTable } from './compare-sites-table'
import { markOf } from './compare-mark'
import type { MapPicture } from './extract-picture'
import { formatDate } from './format'
import { useLoaded, useWords } from './page'
import { PrintMap } from './print-map'
import './compare-sites-print.css'

/** The comparison on A4: what was asked, what comes of it, the map with the sites, the table, sources. */
export function CompareSheet({ made, picture }: { made: Made; picture: MapPicture | null }) {
  const { t } = useWords()
  const { view, comparison } = made
  const heads = comparison.sites.map(({ name }, at) => <>{markOf(at)} {name}</>)
  return (
    <article class="paper paper-compare">
      <Head made={made} />
      <PrintMap picture={picture} more={<li><Disc /> {t('compare.onMap')}</li>} />
      <section>
        <h2>{t('compare.title')}</h2>
        <SitesTable sections={view.sections} heads={heads} />
        <p class="paper-small">{t('compare.printNote')}</p>
      </section>
      <Closing hasParcel={comparison.sites.some(({ subject }) => subject.kind === 'parcel')} />
    </article>
  )
}

function Head({ made: { view, about, comparison } }: { made: Made }) {
  const { t, pick } = useWords()
  const { engine, rules, data } = comparison.release
  const [first, ...rest] = view.sentences
  return (
    <header>
      <p class="paper-site">{pick(site.title)}</p>
      <h1>{t('compare.printTitle')}</h1>
      {about.map((line) => <p key={line}>{line}</p>)}
      <p class="paper-subject">{first}</p>
      {rest.length > 0 && <p>{rest.join(' ')}</p>}
      <p class="paper-trust">{t('print.trust')}</p>
      <p class="paper-small">{t('print.release')} {t('about.releaseLine', { engine, rules, data })}</p>
    </header>
  )
}

/** A compared site as on the map. */
const Disc = () => (
  <svg class="swatch" viewBox="0 0 34 20" aria-hidden="true" focusable="false">
    <circle cx="17" cy="10" r="8" class="site-disc" />
    <text x="17" y="14" class="site-number" font-size="11" font-weight="600" text-anchor="middle">1</text>
  </svg>
)

/** How well the lines are known, and which documents were read. */
function Closing({ hasParcel }: { hasParcel: boolean }) {
  const { t, pick, lang } = useWords()
  const sources = useLoaded()?.world.catalogue.sources
  return (
    <>
      <section>
        <h2>{t('print.accuracy')}</h2>
        <p class="paper-small">{t('compare.accuracy')}</p>
        {hasParcel && <p class="paper-small">{t('print.areasNote', { ...SLIVER })}</p>}
      </section>
      <section>
        <h2>{t('print.documents')}</h2>
        <ul class="paper-list">
          {[...(sources?.values() ?? [])].map(({ id, title, number = '', issuer, issued, status }) => <li key={id}>{[`${pick(title)} ${number}`.trim(), pick(issuer), formatDate(issued, lang), pick(status)].join(' · ')}</li>)}
        </ul>
      </section>
    </>
  )
}
