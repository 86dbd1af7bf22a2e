/** Ways to bring a parcel in: drawing, files, coordinates. */
import { useId, useRef, useState } from 'preact/hooks'
import { isCorridor, type SketchMode } from '../state/parcel'
import { startSketch } from '../state/parcel-verbs'
import { Fold } from './fold'
import { useApp, useWords } from './page'
import { ParcelList } from './parcel-list'
import type { Bringing } from './parcel-reading'

const ACCEPTED = '.geojson,.json,.zip,.kml,.kmz,.dxf,.txt,.csv,.wkt'
const MODES: readonly Exclude<SketchMode, 'edit'>[] = ['polygon', 'rectangle', 'circle', 'line']

/** Open in the empty panel; above an answer one line that unfolds. */
export function Bring({ bringing, folded = false }: { bringing: Bringing; folded?: boolean }) {
  const { t } = useWords()
  if (folded) return <Fold class="bring" summary={<h3>{t('parcel.title')}</h3>}>{() => <Ways bringing={bringing} />}</Fold>
  return (
    <section class="bring" aria-label={t('parcel.title')}>
      <h3>{t('parcel.title')}</h3>
      <p class="quiet">{t('parcel.lead')}</p>
      <Ways bringing={bringing} />
    </section>
  )
}

function Ways({ bringing }: { bringing: Bringing }) {
  const { parcels, active, parcelLost } = useApp()
  const { t } = useWords()
  return (
    <>
      {parcelLost.value && <p class="note" role="alert">{t('parcel.lost')}</p>}
      {active.value === null && parcels.value.length > 0 && <ParcelList />}
      <Draw />
      <Open bringing={bringing} />
      <Paste bringing={bringing} />
    </>
  )
}

function Draw() {
  const app = useApp()
  const { t } = useWords()
  const [width, setWidth] = useState('')
  const [isLine, setIsLine] = useState(false)
  const { map, sketch, measure, parcels, sketchFailed } = app
  const start = (mode: SketchMode) => {
    setIsLine(mode === 'line')
    const corridorM = Number(width)
    startSketch(app, mode, { name: t('parcel.unnamed', { n: parcels.value.length + 1 }), ...(mode === 'line' && isCorridor(corridorM) ? { corridorM } : {}) })
  }
  if (map.value.status === 'failed' || map.value.status === 'plain') return <p class="quiet">{t('parcel.noMap')}</p>
  return (
    <>
      <div class="ways" role="group" aria-label={t('parcel.draw')}>
        <span class="quiet">{t('parcel.draw')}</span>
        {MODES.map((mode) => (
          <button key={mode} type="button" class="way" disabled={map.value.status !== 'ready'} aria-pressed={sketch.value === mode && measure.value === null} onClick={() => start(mode)}>
            {t(`parcel.mode.${mode}`)}
          </button>
        ))}
      </div>
      {isLine && <label class="width">{t('parcel.width')} <input type="number" inputmode="decimal" min="0" max="9999" step="any" value={width} onInput={(event) => setDraftWidth(event.currentTarget.value)} /></label>}
      {sketchFailed.value !== null && <p class="warn" role="alert">{sketchFailed.value}</p>}
    </>
  )
  function setDraftWidth(text: string): void {
    setWidth(text)
    const { corridorM: _, ...draft } = app.draft.peek()
    app.draft.value = isCorridor(Number(text)) ? { ...draft, corridorM: Number(text) } : draft
  }
}

function Open({ bringing }: { bringing: Bringing }) {
  const { t } = useWords()
  const about = useId()
  const take = (input: HTMLInputElement) => {
    if (input.files !== null && input.files.length > 0) bringing.files([...input.files])
    input.value = '' // so that the same file can be chosen again
  }
  return (
    <div class="ways">
      <label class="way file">
        {t('parcel.open')}
        <input type="file" multiple accept={ACCEPTED} aria-describedby={about} onChange={(event) => take(event.currentTarget)} />
      </label>
      <small id={about}>{t('parcel.formats')}</small>
    </div>
  )
}

function Paste({ bringing }: { bringing: Bringing }) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const about = useId()
  const read = (event: SubmitEvent) => {
    event.preventDefault()
    if (area.current !== null) bringing.text(area.current.value)
  }
  return (
    <Fold class="paste" summary={t('parcel.paste')}>
      {() => (
        <form onSubmit={read}>
          <label>
            {t('parcel.pasteLabel')}
            <textarea ref={area} rows={5} spellcheck={false} aria-describedby={about} />
          </label>
          <small id={about}>{t('parcel.pasteHint')}</small>
          <button type="submit" class="way">{t('parcel.read')}</button>
        </form>
      )}
    </Fold>
  )
}
