import { useState } from 'preact/hooks'
import type { SiteAnswer } from '../extract/compare-sites'
import { isSameSubject, MOST_COMPARED, type ComparedSite } from '../state/compared'
import { compareSite, goToSite, nameSite, removeSite } from '../state/compared-verbs'
import { useComparison, type Made } from './compare-sites-made'
import { SitesTable } from './compare-sites-table'
import { onlyDifferent, type Row } from './compare-sites-view'
import { markOf } from './compare-mark'
import { CompareWays } from './compare-sites-ways'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { Law } from './rule-card'
import { WidePanel } from './wide-panel'
import { ZoneButton } from './zone-button'
import './compare-sites.css'

/** Up to four sites side by side, below the map. */
export function ComparePanel() {
  const { t } = useWords()
  const made = useComparison()
  return (
    <WidePanel panel="compare" title={t('compare.title')} closeLabel={t('compare.close')} tools={made && made.comparison.sites.length > 0 && <CompareWays made={made} />}>
      {made === null ? <p class="quiet slow">{t('answer.loading')}</p> : <Compared made={made} />}
    </WidePanel>
  )
}

function Compared({ made }: { made: Made }) {
  const { compared } = useApp()
  const { t } = useWords()
  const [isShort, setShort] = useState(false)
  const { view } = made
  const sections = isShort ? onlyDifferent(view.sections) : view.sections
  if (compared.value.length === 0) return <p class="compare-said">{t('compare.what')} {t('compare.addHow')}</p>
  return (
    <>
      <Said made={made} />
      <div class="wide-bar compare-bar">
        <label class="check">
          <input type="checkbox" checked={isShort} onChange={({ currentTarget }) => setShort(currentTarget.checked)} /> <span>{t('compare.onlyDifferent')}</span>
        </label>
        <AddHere />
      </div>
      <div class="wide-scroll compare-scroll" role="region" aria-label={t('compare.title')} tabIndex={0} style={{ '--sites': compared.value.length }}>
        <SitesTable sections={sections} heads={compared.value.map((site, at) => <SiteHead key={at} site={site} at={at} answer={made.comparison.sites[at]} />)} title={(row) => <RowTitle row={row} />} />
        {sections.length === 0 && <p class="quiet compare-said">{t('compare.noRows')}</p>}
      </div>
    </>
  )
}

/** What comes of it, first. */
function Said({ made: { view, about } }: { made: Made }) {
  const { known, compared, link } = useApp()
  const { t, lang } = useWords()
  const [first, ...rest] = view.sentences
  const isCut = link.value.compared.length < compared.value.length
  const notes = [
    ...rest,
    t('compare.differ', { rows: formatNumber(view.rows, lang), count: formatNumber(view.differing, lang) }),
    ...about,
    ...(Object.keys(known.value).length > 0 ? [t('compare.known')] : []),
    ...(isCut ? [t('compare.linkShort')] : []),
  ]
  return (
    <div class="compare-said" role="status">
      <p><b>{first}</b> {rest.length > 0 && notes[0]}</p>
      <p class="quiet">{notes.slice(rest.length > 0 ? 1 : 0).join(' ')}</p>
    </div>
  )
}

/** The place asked about, where it is not among the sites. */
function AddHere() {
  const app = useApp()
  const { t } = useWords()
  const subject = app.subject.value
  const sites = app.compared.value
  if (sites.length >= MOST_COMPARED) return <span class="quiet">{t('compare.full', { most: MOST_COMPARED })}</span>
  const isNew = subject !== null && subject.kind !== 'zones' && !sites.some((site) => isSameSubject(site.subject, subject))
  if (!isNew) return <span class="quiet">{t('compare.addHow')}</span>
  return <button type="button" class="try" onClick={() => compareSite(app, subject)}>{t('compare.addHere')}</button>
}

interface HeadProps {
  site: ComparedSite
  at: number
  answer: SiteAnswer | undefined
}

/** Number, name, and the way there and out. */
function SiteHead({ site, at, answer }: HeadProps) {
  const app = useApp()
  const { t } = useWords()
  const mark = markOf(at)
  const name = answer?.name ?? ''
  const go = () => {
    goToSite(app, site)
    if (innerWidth < 900) app.panel.value = null // the map lies under the panel
  }
  return (
    <span class="site-head">
      <button type="button" class="site-mark" aria-label={t('compare.goTo', { mark, name })} title={t('compare.goTo', { mark, name })} onClick={go}>{at + 1}</button>
      <input type="text" maxLength={40} aria-label={t('compare.rename', { mark })} placeholder={name} title={name} value={site.label} onChange={({ currentTarget }) => nameSite(app, at, currentTarget.value)} />
      <button type="button" class="icon-button" aria-label={t('compare.remove', { mark, name })} title={t('compare.remove', { mark, name })} onClick={() => removeSite(app, at)}>
        <Icon name="close" />
      </button>
    </span>
  )
}

/** A zone can be shown on the map, a rule read. */
function RowTitle({ row: { zone, rule, title } }: { row: Row }) {
  if (zone !== undefined) return <ZoneButton zone={zone} />
  if (rule === undefined) return <>{title}</>
  return <Fold class="compare-law" summary={title}>{() => <Law id={rule} />}</Fold>
}
