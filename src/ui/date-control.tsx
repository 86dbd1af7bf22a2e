import { isIsoDate } from '../core/ask'
import { localDay } from '../state/start'
import { useApp, useWords } from './page'

/** The day the question is answered for. */
export function DateControl() {
  const { on } = useApp()
  const { t } = useWords()
  const today = localDay(new Date())
  return (
    <p class="date">
      <label>
        {t('date.label')} <input type="date" value={on.value} onChange={({ currentTarget: { value } }) => isIsoDate(value) && (on.value = value)} />
      </label>
      {on.value !== today && (
        <button type="button" class="link" onClick={() => (on.value = today)}>
          {t('date.today')}
        </button>
      )}
    </p>
  )
}
