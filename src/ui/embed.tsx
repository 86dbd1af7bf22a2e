import { useLayoutEffect } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Answer, Subject } from '../core/model'
import { Announce, Edge, NoRules, Outside, useView } from './answer'
import { sayCounts } from './answer-summary'
import { Empty } from './empty'
import { Failed, Here } from './findings'
import { formatDate, formatNumber } from './format'
import { Guard } from './guard'
import { later } from './later'
import { PageContext, useApp, useLoaded, useWords, type Page } from './page'
import { ParcelHead } from './parcel-parts'
import { PlaceHead } from './place-head'
import { RuleCard } from './rule-card'
import { pageAddress, stateLink } from './share-link'
import { DocumentManner } from './shell'
import { decidersOf } from './verdict-view'
import './embed.css'

const Verdict = later(async () => (await import('./verdict')).Headline)

/** Rules read in the frame; the rest is on the whole page. */
const MOST_RULES = 3

/** The map and a compact answer, for a frame on another page. `refused`: origins of its address that are none. */
export function EmbedShell({ refused, ...page }: Page & { refused: readonly string[] }) {
  useLayoutEffect(() => void (document.documentElement.dataset['embed'] = ''), [])
  return (
    <PageContext.Provider value={page}>
      <DocumentManner />
      <div class="embed">
        <Head />
        <main id="answer" class="embed-answer" tabIndex={-1}>
          <Guard>
            <Refused origins={refused} />
            <Panel />
          </Guard>
        </main>
      </div>
    </PageContext.Provider>
  )
}

function Head() {
  const { t, pick } = useWords()
  return (
    <header class="embed-head">
      <h1>{pick(site.shortTitle)}</h1>
      <a href={useWholePage()} target="_blank" rel="noopener">{t('embed.open')}</a>
    </header>
  )
}

/** The address that opens what the frame shows as the whole page. */
const useWholePage = (): string => stateLink(useApp().link.value, pageAddress(location.href)).href

/** For whoever wrote the address of the frame. */
function Refused({ origins }: { origins: readonly string[] }) {
  const { t } = useWords()
  return <>{origins.map((found) => <p key={found} class="warn" role="alert">{t('embed.refused', { found })}</p>)}</>
}

function Panel() {
  const { data, subject, answer, map } = useApp()
  const { t } = useWords()
  return (
    <>
      {map.value.status === 'plain' && <p class="quiet" role="status">{t('answer.mapPlain')}</p>}
      {map.value.status === 'failed' && <p class="warn" role="alert">{t('answer.mapFailed', { why: map.value.why })}</p>}
      {data.value.status === 'failed' && <NoRules why={data.value.why} />}
      {data.value.status !== 'failed' && (subject.value === null ? <Empty>{null}</Empty> : <Asked subject={subject.value} />)}
      {subject.value !== null && data.value.status === 'loading' && <p class="quiet slow">{t('answer.loading')}</p>}
      {answer.value !== null && <Compact answer={answer.value} />}
      <Announce />
    </>
  )
}

function Asked({ subject }: { subject: Subject }) {
  const { active } = useApp()
  if (subject.kind === 'parcel') return <ParcelHead parcel={subject.parcel} index={active.value ?? 0} />
  return subject.kind === 'point' ? <PlaceHead point={subject.lonLat} /> : null
}

/** Verdict, zones and the first rules with their words; how much more there is. */
function Compact({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const view = useView(answer)
  if (view === null) return null
  if (view.where === 'outside') return <Outside />
  return (
    <>
      <p class="summary">{sayCounts(answer.subject, view, t)}</p>
      <Edge view={view} />
      <Question />
      {answer.verdict !== null && <Verdict answer={answer} />}
      <Failed lines={view.failed} />
      <Here groups={view.here} />
      <FirstRules answer={answer} unmapped={view.unmapped.reduce((sum, { lines }) => sum + lines.length, 0)} />
      <p class="quiet">{t('answer.trust')}</p>
    </>
  )
}

/** The project and the day asked about. */
function Question() {
  const { question, on } = useApp()
  const { t, pick, lang } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  const names = (question.value?.project ?? []).flatMap((id) => activities?.get(id) ?? []).map(({ name }) => pick(name))
  return (
    <p class="quiet">
      {names.length > 0 && <>{t('embed.project', { names: names.join(t('list.join')) })} · </>}
      {t('page.asOf', { date: formatDate(on.value, lang) })}
    </p>
  )
}

function FirstRules({ answer, unmapped }: { answer: Answer; unmapped: number }) {
  const { t, lang } = useWords()
  const view = useView(answer)
  const catalogue = useLoaded()?.world.catalogue
  const href = useWholePage()
  if (view === null || catalogue === undefined) return null
  const isDecided = answer.verdict !== null
  const rules = (isDecided ? decidersOf(answer, catalogue) : view.rules.flatMap((group) => group.rules)).slice(0, MOST_RULES)
  const rest = { rules: formatNumber(answer.rules.length - rules.length, lang), unmapped: formatNumber(unmapped, lang) }
  return (
    <section aria-label={t(isDecided ? 'verdict.deciders' : 'rules.title')}>
      <h3>{t(isDecided ? 'verdict.deciders' : 'rules.title')}</h3>
      {rules.map((rule) => <RuleCard key={rule.hit.id} rule={rule} />)}
      <p><a href={href} target="_blank" rel="noopener">{t('embed.rest', rest)}</a></p>
    </section>
  )
}
