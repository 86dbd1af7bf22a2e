import { useMemo } from 'preact/hooks'
import type { Answer, LonLat } from '../core/model'
import { answerView, summaryOf, type AnswerView } from './answer-view'
import { Empty } from './empty'
import { Clear, Failed, Here, Unmapped } from './findings'
import { formatDistance, formatSigma } from './format'
import { later } from './later'
import { useApp, useLoaded, useWords } from './page'
import { DateControl, PlaceHead, sayPlace, useNearest } from './place-head'
import { ProjectPicker } from './project'
import { DistrictRules, ZoneRules } from './rules'
import { VerdictChip } from './verdict-chip'

/** What is only there once a project is asked about. */
const VerdictHead = later(async () => (await import('./verdict')).VerdictHead)
const EiaSection = later(async () => (await import('./eia-section')).EiaSection)

/** The whole panel: an invitation, a reason why there is no answer, or the answer. */
export function AnswerPanel() {
  const app = useApp()
  const { t } = useWords()
  const { data, point, answer, map } = app
  return (
    <>
      {map.value.status === 'failed' && <p class="warn" role="alert">{t('answer.mapFailed', { why: map.value.why })}</p>}
      {data.value.status === 'failed' && <NoRules why={data.value.why} />}
      {point.value === null && data.value.status !== 'failed' && <Empty />}
      {point.value !== null && data.value.status !== 'failed' && <PlaceHead point={point.value} />}
      {point.value !== null && data.value.status === 'loading' && <p class="quiet slow">{t('answer.loading')}</p>}
      {point.value !== null && answer.value !== null && <Answered answer={answer.value} />}
      <Announce />
    </>
  )
}

function NoRules({ why }: { why: string }) {
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t('answer.failed')} {why}</p>
      <button type="button" onClick={() => location.reload()}>{t('answer.reload')}</button>
    </div>
  )
}

function useView(answer: Answer | null): AnswerView | null {
  const catalogue = useLoaded()?.world.catalogue
  return useMemo(() => (answer === null || catalogue === undefined ? null : answerView(answer, catalogue)), [answer, catalogue])
}

function Answered({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const isItemAsked = useApp().item.value !== null
  const view = useView(answer)
  if (view === null) return null
  if (view.where === 'outside') return <Outside />
  return (
    <>
      <p class="summary">
        {answer.verdict && <VerdictChip word={answer.verdict.asDrawn} />} {t('place.summary', summaryOf(view))}
      </p>
      <Edge view={view} />
      <div class="question">
        <ProjectPicker />
        <DateControl />
      </div>
      {answer.verdict !== null && <VerdictHead answer={answer} />}
      {(answer.verdict !== null || isItemAsked) && <EiaSection answer={answer} />}
      <Failed lines={view.failed} />
      <Here groups={view.here} />
      <ZoneRules groups={view.rules} />
      <DistrictRules chapters={view.districtWide} />
      <div class="lists">
        <Unmapped groups={view.unmapped} />
        <Clear lines={view.clear} />
      </div>
    </>
  )
}

function Outside() {
  const { t } = useWords()
  return (
    <section class="outside" aria-label={t('answer.outside')}>
      <p class="invite">{t('answer.outside')}</p>
      <p>{t('answer.outsideWhy')}</p>
    </section>
  )
}

/** Says so when being inside the district is itself uncertain. */
function Edge({ view: { where, district } }: { view: AnswerView }) {
  const words = useWords()
  const { t, lang } = words
  if (where === 'unknown') return <p class="warn">{t('answer.districtFailed')}</p>
  if (where !== 'edge' || district?.distanceM === undefined || district.sigmaM === undefined) return null
  const values = { distance: formatDistance(district.distanceM, district.sigmaM, words), sigma: formatSigma(district.sigmaM, lang) }
  return <p class="note">{t('answer.edge', values)}</p>
}

/** One sentence for those who listen; it is always there, so that a change of it is read out. */
function Announce() {
  const { point, answer } = useApp()
  const view = useView(answer.value)
  return <p class="unseen" role="status">{point.value !== null && view !== null && <Announced point={point.value} view={view} />}</p>
}

function Announced({ point, view }: { point: LonLat; view: AnswerView }) {
  const words = useWords()
  const place = sayPlace(point, useNearest(point), words)
  if (view.where === 'outside') return words.t('answer.announceOutside', { place })
  return words.t('answer.announce', { place, ...summaryOf(view) })
}
