import { useEffect } from 'preact/hooks'
import type { PlanTables } from '../core/plan-tables'
import type { Source } from '../core/seed-types'
import { want } from '../state/later'
import { useApp, useLoaded, useWords } from './page'
import { TimelinePicture } from './plan-charts'
import { PlanProjects } from './plan-projects'
import { PlanResults } from './plan-results'
import { PlanTargets } from './plan-targets'
import { resultRows, targetRows, timelineOf } from './plan-view'
import { WidePanel } from './wide-panel'
import './plan.css'
import './plan-tiles.css'
import './plan-links.css'
import './plan-results.css'

/** The tables of the plans as a wall chart beside the map. */
export function PlanPanel() {
  const { plan } = useApp()
  const { t } = useWords()
  useEffect(() => want(plan), [])
  const read = plan.value
  return (
    <WidePanel panel="plan" title={t('plan.title')} closeLabel={t('plan.close')}>
      <div class="plan-body">
        {(read.status === 'idle' || read.status === 'wanted') && <p class="quiet slow" role="status">{t('plan.loading')}</p>}
        {read.status === 'failed' && (
          <div class="warn" role="alert">
            <p>{t('plan.failed', { why: read.why })}</p>
            <button type="button" onClick={() => want(plan)}>{t('plan.again')}</button>
          </div>
        )}
        {read.status === 'ready' && <Plans tables={read.value} />}
      </div>
    </WidePanel>
  )
}

function Plans({ tables }: { tables: readonly PlanTables[] }) {
  const { t } = useWords()
  const sources = useLoaded()?.world.catalogue.sources
  if (sources === undefined) return <p class="quiet slow">{t('plan.loading')}</p>
  const plans = tables.flatMap((table) => {
    const source = sources.get(table.source)
    return source === undefined ? [] : [<Plan key={table.source} source={source} table={table} />]
  })
  return plans.length === 0 ? <p class="quiet">{t('plan.none')}</p> : <>{plans}</>
}

const yearOf = (iso: string): number => Number(iso.slice(0, 4))

function Plan({ source, table: { indicators, projects } }: { source: Source; table: PlanTables }) {
  const { on } = useApp()
  const { t, pick } = useWords()
  const { title, number, term, status } = source
  const line = timelineOf(source, on.value)
  const base = yearOf(term.from) - 1 // the plan counts from the year before its period
  const until = yearOf(term.until ?? term.from)
  const [targets, results] = [targetRows(indicators), resultRows(indicators)]
  return (
    <article class="plan">
      <p class="plan-title">{number === undefined ? pick(title) : t('plan.document', { title: pick(title), number })}</p>
      {line && <TimelinePicture line={line} />}
      <p class="quiet">{pick(status)}</p>
      <p class="plan-honest">{t('plan.noResults', { until })}</p>
      {targets.length > 0 && <PlanTargets rows={targets} years={{ base, until }} />}
      {results.length > 0 && <PlanResults rows={results} year={base} />}
      <PlanProjects projects={projects} />
    </article>
  )
}
