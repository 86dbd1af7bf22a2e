import { useEffect, useRef } from 'preact/hooks'
import { showSuitability } from '../state/suitability'
import { later } from './later'
import { useApp, useWords } from './page'
import { ProjectPicker } from './project'

const Legend = later(async () => (await import('./suitability')).SuitabilityLegend)

/** Turns the question around: not "may I build here" but "where may I build this". `withPicker`: where no other picker stands. */
export function SuitabilitySwitch({ withPicker = false }: { withPicker?: boolean }) {
  const app = useApp()
  const { t } = useWords()
  const isOn = app.suit.value !== null
  const isAsked = app.project.value.length > 0
  const wasSwitched = useRef(false)
  useEffect(() => {
    if (isOn && !isAsked && wasSwitched.current) document.getElementById('project-input')?.focus()
    wasSwitched.current = false
  }, [isOn])
  const turn = (on: boolean) => {
    wasSwitched.current = true
    showSuitability(app, on ? 'asDrawn' : null)
  }
  return (
    <section class="suit" aria-label={t('suit.title')}>
      <label class="check">
        <input type="checkbox" role="switch" checked={isOn} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
        <span>{t('suit.title')} <small>{t('suit.what')}</small></span>
      </label>
      {isOn && withPicker && <ProjectPicker />}
      {isOn && !isAsked && <p class="note" role="status">{t('suit.choose')}</p>}
      {isOn && isAsked && <Legend />}
    </section>
  )
}
