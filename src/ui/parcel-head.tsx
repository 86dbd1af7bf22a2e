/** The parcel asked about: name, size, place, and what can be done with it. */
import type { ComponentChildren } from 'preact'
import type { LonLat, Parcel, ParcelMeasures } from '../core/model'
import { want } from '../state/later'
import { isCorridor, isLine, WIDEST_CORRIDOR_M } from '../state/parcel'
import { removeParcel, replaceParcel, startSketch } from '../state/parcel-verbs'
import { clearPoint } from '../state/verbs'
import { focusAnswer } from './focus'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { sayArea, sayLength } from './parcel-figures'
import { ParcelList, parcelName } from './parcel-list'
import { sayPlace, useNearest } from './place-head'

interface Asked {
  parcel: Parcel
  /** In the list of parcels. */
  index: number
}

/** Name, size and place: what is read first. */
export function ParcelHead({ parcel, index }: Asked) {
  const app = useApp()
  const words = useWords()
  const measures = app.answer.value?.measures
  return (
    <>
      <section class="place parcel" aria-label={words.t('parcel.asked')}>
        <h2>{parcelName(parcel.name, index, words)}</h2>
        <button type="button" class="icon-button close" aria-label={words.t('parcel.close')} onClick={() => (clearPoint(app), focusAnswer())}>
          <Icon name="close" />
        </button>
        {measures && <Measures measures={measures} />}
      </section>
      <Measuring />
    </>
  )
}

/** What can be done with it, and the others. */
export function ParcelDesk({ parcel, index }: Asked) {
  const { answer, parcels, room } = useApp()
  const { t } = useWords()
  return (
    <div class="desk">
      <Tools parcel={parcel} index={index} measures={answer.value?.measures} />
      {isLine(parcel) && <Corridor key={index} parcel={parcel} index={index} />}
      {parcels.value.length > 1 && <ParcelList />}
      {room.value !== 'all' && <p class="quiet">{t(room.value === 'none' ? 'parcel.bigLink' : 'parcel.partLink')}</p>}
    </div>
  )
}

const middleOf = ([west, south, east, north]: ParcelMeasures['bbox']): LonLat => [(west + east) / 2, (south + north) / 2]

function Measures({ measures: { areaM2, lengthM, bbox } }: { measures: ParcelMeasures }) {
  const words = useWords()
  const { t, lang } = words
  const { subject } = useApp()
  const middle = middleOf(bbox)
  const isLineAsked = subject.value?.kind === 'parcel' && isLine(subject.value.parcel)
  const length = t(isLineAsked ? 'parcel.length' : 'parcel.perimeter', { length: sayLength(lengthM, lang) })
  const place = t('parcel.middle', { place: sayPlace(middle, useNearest(middle), words) })
  return (
    <>
      {areaM2 !== undefined && <p class="measures">{sayArea(areaM2, words)}</p>}
      <p class="coordinates">{[length, place].join(' · ')}</p>
    </>
  )
}

function Tools({ parcel, index, measures }: Asked & { measures: ParcelMeasures | undefined }) {
  const app = useApp()
  const words = useWords()
  const { t } = words
  const name = parcelName(parcel.name, index, words)
  const canDraw = app.map.value.status === 'ready'
  return (
    <p class="parcel-tools">
      {measures && (
        <button type="button" class="link" onClick={() => (app.flight.value = { bbox: measures.bbox })}>{t('parcel.show')}</button>
      )}
      <button type="button" class="link" disabled={!canDraw} aria-label={t('parcel.editName', { name })} onClick={() => startSketch(app, 'edit')}>{t('parcel.edit')}</button>
      <button type="button" class="link" aria-label={t('parcel.removeName', { name })} onClick={() => (removeParcel(app, index), focusAnswer())}>{t('parcel.remove')}</button>
      {app.sketchFailed.value !== null && <span class="warn" role="alert">{app.sketchFailed.value}</span>}
    </p>
  )
}

/** The whole width of a pipeline or road; left out, only its length is measured. */
function Corridor({ parcel, index }: Asked) {
  const app = useApp()
  const { t } = useWords()
  const set = (text: string) => {
    const { corridorM: _, ...line } = parcel
    replaceParcel(app, index, isCorridor(Number(text)) ? { ...line, corridorM: Number(text) } : line)
  }
  return (
    <p class="corridor">
      <label>
        {t('parcel.corridor')} <input type="number" inputmode="decimal" min="0" max={WIDEST_CORRIDOR_M - 1} step="any" value={parcel.corridorM ?? ''} onChange={(event) => set(event.currentTarget.value)} />
      </label>
      <small>{t('parcel.corridorWhy')}</small>
    </p>
  )
}

/** Why there is no answer for a parcel: what measures it is on its way or did not come, or it cannot be measured. */
function Measuring() {
  const app = useApp()
  const { t } = useWords()
  const { overlay, refusal, data } = app
  if (data.value.status !== 'ready') return null
  if (overlay.value.status === 'failed') {
    return (
      <Trouble text={t('parcel.unmeasured', { why: overlay.value.why })}>
        <button type="button" onClick={() => want(overlay)}>{t('parcel.again')}</button>
      </Trouble>
    )
  }
  if (refusal.value !== null) return <Trouble text={t('parcel.refused')}><small lang="en">{t('parcel.refusedWhy', { why: refusal.value })}</small></Trouble>
  return overlay.value.status === 'ready' ? null : <p class="quiet slow" role="status">{t('parcel.measuring')}</p>
}

const Trouble = ({ text, children }: { text: string; children: ComponentChildren }) => <div class="warn" role="alert"><p>{text}</p>{children}</div>
