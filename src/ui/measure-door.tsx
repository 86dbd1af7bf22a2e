import { startMeasuring } from '../state/measure-verbs'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import './measure.css'

/** Begins to measure on the map. */
export function MeasureDoor() {
  const app = useApp()
  const { t } = useWords()
  const { map, sketch, measure } = app
  if (map.value.status !== 'ready' || sketch.value !== null || measure.value !== null) return null
  return (
    <button type="button" class="card measure-door" onClick={() => startMeasuring(app, 'line')}>
      <Icon name="ruler" /> <span>{t('measure.open')}</span>
    </button>
  )
}
