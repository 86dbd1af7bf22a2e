import { useEffect, useRef } from 'preact/hooks'
import { measured } from '../core/measure'
import type { ParcelGeometry } from '../core/model'
import { askMeasured, startMeasuring, stopMeasuring } from '../state/measure-verbs'
import type { MeasureKind } from '../state/measure'
import { useCopy } from './copy'
import { focusAnswer } from './focus'
import { Icon } from './icon'
import { Switch } from './masthead'
import { useApp, usePage, useWords } from './page'
import { metresPerPx } from './print-scale'
import { sayMeasured, Traced } from './traced'

/** The measuring tool: how to draw, what it measures so far, what it measured. */
export function MeasureCard() {
  const app = useApp()
  const { t } = useWords()
  const { measure, sketchFailed } = app
  if (measure.value === null) return null
  const { kind, done } = measure.value
  const options: [MeasureKind, string][] = [['line', t('measure.line')], ['polygon', t('measure.polygon')]]
  const close = () => (stopMeasuring(app), focusAnswer())
  return (
    <section class="card sketch measure-card" aria-label={t('measure.open')}>
      <div class="measure-head">
        <Switch name="measure" label={t('measure.kind')} options={options} value={kind} choose={(one) => startMeasuring(app, one)} />
        <button type="button" class="icon-button" aria-label={t('measure.close')} title={t('measure.close')} onClick={close}><Icon name="close" /></button>
      </div>
      {sketchFailed.value !== null && <p class="warn" role="alert">{sketchFailed.value}</p>}
      {done === null ? <Drawing kind={kind} /> : <Done geometry={done} kind={kind} />}
    </section>
  )
}

function Drawing({ kind }: { kind: MeasureKind }) {
  const { finishSketch } = usePage()
  const { sketch } = useApp()
  const { t } = useWords()
  if (sketch.value === null) return null
  return (
    <>
      <p role="status">{t(`parcel.sketch.${kind}`)}</p>
      <Traced />
      <p class="quiet keys">{t('parcel.sketch.keys')}</p>
      <p class="sketch-tools"><button type="button" class="way main" onClick={finishSketch}>{t('parcel.sketch.done')}</button></p>
    </>
  )
}

function Done({ geometry, kind }: { geometry: ParcelGeometry; kind: MeasureKind }) {
  const app = useApp()
  const words = useWords()
  const { t } = words
  const result = useRef<HTMLParagraphElement>(null)
  useEffect(() => result.current?.focus({ preventScroll: true }), [])
  const of = measured(geometry)
  const [main = '', ...more] = of === null ? [] : sayMeasured(of, geometry.type, metresPerPx(app.measure.value?.view ?? app.view.value), words)
  const ask = () => (askMeasured(app, t('parcel.unnamed', { n: app.parcels.value.length + 1 })), focusAnswer())
  return (
    <>
      <p ref={result} class="traced" role="status" tabIndex={-1}><strong>{main}</strong> <span class="quiet">{more.join(' ')}</span></p>
      <p class="quiet">{t('measure.how')}</p>
      <p class="sketch-tools">
        <button type="button" class="way main" disabled={kind === 'polygon' && of?.areaM2 === undefined} onClick={ask}>{t('measure.ask')}</button>
        <Copy text={[main, ...more].join(' ')} />
        <button type="button" class="way" onClick={() => startMeasuring(app, kind)}>{t('measure.again')}</button>
      </p>
    </>
  )
}

function Copy({ text }: { text: string }) {
  const { t } = useWords()
  const { said, copy } = useCopy(text)
  return (
    <>
      <button type="button" class="way" onClick={copy}>{t('measure.copy')}</button>
      <span class="said" role="status">{said}</span>
    </>
  )
}
