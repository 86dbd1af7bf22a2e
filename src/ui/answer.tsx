import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Answer, LonLat, Subject } from '../core/model'
import { Summary, usePlain } from './answer-summary'
import { answerView, summaryOf, type AnswerView } from './answer-view'
import { CompareDoor } from './compare-door'
import { Empty } from './empty'
import { Clear, Failed, Here, Unmapped } from './findings'
import { formatDistance, formatSigma } from './format'
import { later } from './later'
import { useApp, useLoaded, useWords } from './page'
import { Drop } from './parcel-drop'
import { AnnouncedParcel, Beyond, Nearby, ParcelDesk, ParcelHead } from './parcel-parts'
import { useBringing, type Bringing, type Reading } from './parcel-reading'
import { PlaceHead, sayPlace, useNearest } from './place-head'
import { DistrictRules, ZoneRules } from './rules'
import { scrollWithin } from './scroll'
import { ShareDoor } from './share-door'

/** What more can be asked, and what is only there once a project, or a parcel, is asked about. */
const Asking = later(async () => (await import('./asking')).Asking)
const VerdictHead = later(async () => (await import('./verdict')).VerdictHead)
const EiaSection = later(async () => (await import('./eia-section')).EiaSection)
const TakeOut = later(async () => (await import('./extract-take-out')).TakeOut)
const Readings = later(async () => (await import('./parcel-readings')).Readings)

/** The whole panel: an invitation, a reason why there is no answer, or the answer. */
export function AnswerPanel() {
  const app = useApp()
  const { t } = useWords()
  const bringing = useBringing()
  const { data, subject, answer, map } = app
  const isAble = data.value.status !== 'failed'
  const readings = isTold(bringing.reading, subject.value) && <Readings bringing={bringing} />
  return (
    <>
      {map.value.status === 'plain' && <p class="note" role="status">{t('answer.mapPlain')}</p>}
      <MapTrouble />
      {data.value.status === 'failed' && <NoRules why={data.value.why} />}
      {subject.value === null && isAble && <Empty><Asking bringing={bringing} at="start" />{readings}</Empty>}
      {subject.value !== null && isAble && <Head subject={subject.value} />}
      {subject.value !== null && isAble && <div class="doors"><CompareDoor subject={subject.value} /><ShareDoor /><TakeOutDoor /></div>}
      {subject.value !== null && readings}
      {subject.value !== null && data.value.status === 'loading' && <p class="quiet slow">{t('answer.loading')}</p>}
      {subject.value !== null && answer.value !== null && <Answered answer={answer.value} bringing={bringing} />}
      {subject.value !== null && answer.value === null && isAble && <Unanswered bringing={bringing} />}
      {isAble && <Drop bringing={bringing} />}
      <Announce />
    </>
  )
}

/** To the end of the answer, where it can be taken away. */
function TakeOutDoor() {
  const { answer } = useApp()
  const { t } = useWords()
  if (answer.value === null) return null
  return <button type="button" class="link" onClick={() => scrollWithin('.sheet-body', '.take-out')}>{t('extract.title')}</button>
}

/** What can still be done while there is no answer, or where there can be none. */
function Unanswered({ bringing }: { bringing: Bringing }) {
  return (
    <>
      <Desk />
      <Asking bringing={bringing} at="end" />
    </>
  )
}

function Desk() {
  const { subject, active } = useApp()
  return subject.value?.kind === 'parcel' ? <ParcelDesk parcel={subject.value.parcel} index={active.value ?? 0} /> : null
}

/** How parcels were read concerns nobody who asks about a place; what went wrong does. */
function isTold(reading: Reading, subject: Subject | null): boolean {
  if (reading.status === 'idle') return false
  return subject?.kind !== 'point' || reading.status !== 'read' || reading.problems.length > 0
}

/** What is asked about. */
function Head({ subject }: { subject: Subject }) {
  const { active } = useApp()
  if (subject.kind === 'parcel') return <ParcelHead parcel={subject.parcel} index={active.value ?? 0} />
  return subject.kind === 'point' ? <PlaceHead point={subject.lonLat} /> : null
}

/** Why there is no map; it can be tried again. */
export function MapTrouble() {
  const { map } = useApp()
  const { t } = useWords()
  if (map.value.status !== 'failed') return null
  const { why, again } = map.value
  return (
    <div class="warn" role="alert">
      <p>{why === null ? t('answer.mapUnread') : t('answer.mapFailed', { why })}</p>
      <button type="button" onClick={again}>{t('page.again')}</button>
    </div>
  )
}

/** Nothing can be answered, and why. */
export function NoRules({ why }: { why: string }) {
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t('answer.failed')} {why}</p>
      <button type="button" onClick={() => location.reload()}>{t('answer.reload')}</button>
    </div>
  )
}

/** The answer, sorted for reading. */
export function useView(answer: Answer | null): AnswerView | null {
  const catalogue = useLoaded()?.world.catalogue
  return useMemo(() => (answer === null || catalogue === undefined ? null : answerView(answer, catalogue)), [answer, catalogue])
}

/** The value once what hangs on it directly is painted; null before the first. */
function useFollowing<T>(value: T | null): T | null {
  const [following, follow] = useState<T | null>(null)
  useEffect(() => follow(value), [value])
  return following
}

interface Viewed {
  answer: Answer
  view: AnswerView
}

function Answered({ answer, bringing }: { answer: Answer; bringing: Bringing }) {
  const isItemAsked = useApp().item.value !== null
  const view = useView(answer)
  const last = useFollowing(useMemo(() => (view === null ? null : { answer, view }), [answer, view]))
  if (view === null) return null
  const { subject } = answer
  if (view.where === 'outside') return <><Outside /><Unanswered bringing={bringing} /></>
  return (
    <>
      <Summary answer={answer} view={view} />
      <Edge view={view} />
      <Desk />
      <Asking bringing={bringing} at="answer" />
      {answer.verdict !== null && <VerdictHead answer={answer} />}
      {(answer.verdict !== null || isItemAsked) && <EiaSection answer={answer} />}
      <Failed lines={view.failed} />
      <Here groups={view.here} />
      {subject.kind === 'parcel' && <Nearby answer={answer} />}
      {last !== null && <Particulars of={last} bringing={bringing} />}
    </>
  )
}

/** Rule by rule, zone by zone: far below what one reads first. */
function Particulars({ of: { answer, view }, bringing }: { of: Viewed; bringing: Bringing }) {
  return (
    <>
      <ZoneRules groups={view.rules} />
      <DistrictRules chapters={view.districtWide} />
      <div class="lists">
        <Unmapped groups={view.unmapped} />
        <Clear lines={view.clear} />
      </div>
      <Asking bringing={bringing} at="end" />
      <TakeOut answer={answer} />
    </>
  )
}

export function Outside() {
  const { t } = useWords()
  return (
    <section class="outside" aria-label={t('answer.outside')}>
      <p class="invite">{t('answer.outside')}</p>
      <p>{t('answer.outsideWhy')}</p>
    </section>
  )
}

/** Says so when being inside the district is itself uncertain. */
export function Edge({ view: { where, district } }: { view: AnswerView }) {
  const words = useWords()
  const { t, lang } = words
  const beyond = 1 - (district?.overlap?.share.drawn ?? 1)
  if (where === 'inside' && beyond > 1e-6) return <Beyond share={beyond} />
  if (where === 'unknown') return <p class="warn">{t('answer.districtFailed')}</p>
  if (where !== 'edge' || district?.distanceM === undefined || district.sigmaM === undefined) return null
  const values = { distance: formatDistance(district.distanceM, district.sigmaM, words), sigma: formatSigma(district.sigmaM, lang) }
  return <p class="note">{t('answer.edge', values)}</p>
}

/** One sentence for those who listen; it is always there, so that a change of it is read out. */
export function Announce() {
  const { answer } = useApp()
  const view = useView(answer.value)
  return <p class="unseen" role="status">{answer.value !== null && view !== null && <Announced answer={answer.value} view={view} />}</p>
}

function Announced({ answer, view }: { answer: Answer; view: AnswerView }) {
  const { subject } = answer
  if (subject.kind === 'point') return <AnnouncedPlace point={subject.lonLat} answer={answer} view={view} />
  return subject.kind === 'parcel' ? <AnnouncedParcel parcel={subject.parcel} answer={answer} view={view} /> : null
}

function AnnouncedPlace({ point, answer, view }: { point: LonLat; answer: Answer; view: AnswerView }) {
  const words = useWords()
  const place = sayPlace(point, useNearest(point), words)
  if (view.where === 'outside') return words.t('answer.announceOutside', { place })
  if (answer.verdict !== null) return <AnnouncedVerdict place={place} answer={answer} />
  return words.t('answer.announce', { place, ...summaryOf(view) })
}

export function AnnouncedVerdict({ place, answer: { verdict } }: { place: string; answer: Answer }) {
  const { t } = useWords()
  const plain = usePlain(verdict)
  const unsure = verdict?.certain === verdict?.asDrawn ? '' : t('plain.unsure')
  return <>{t('answer.announceVerdict', { place, plain, unsure })}</>
}
