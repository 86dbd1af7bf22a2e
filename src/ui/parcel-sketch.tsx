import { useEffect } from 'preact/hooks'
import { endSketch } from '../state/parcel-verbs'
import { focusAnswer } from './focus'
import { useApp, usePage, useWords } from './page'
import { Traced } from './traced'

/** What to do while drawing on the map, and how to end it. */
export function SketchBar() {
  const { finishSketch } = usePage()
  const app = useApp()
  const { t } = useWords()
  const mode = app.sketch.value
  useEffect(() => focusAnswer, [])
  if (mode === null) return null
  return (
    <section class="card sketch" aria-label={t('parcel.sketch.title')}>
      <p role="status">{t(`parcel.sketch.${mode}`)}</p>
      {mode !== 'edit' && <Traced />}
      <p class="quiet keys">{t('parcel.sketch.keys')}</p>
      <p class="sketch-tools">
        <button type="button" class="way main" onClick={finishSketch}>{t('parcel.sketch.done')}</button>
        <button type="button" class="way" onClick={() => endSketch(app, null)}>{t('parcel.sketch.cancel')}</button>
      </p>
    </section>
  )
}
