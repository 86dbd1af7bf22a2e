import { useState } from 'preact/hooks'
import { goTo } from '../state/verbs'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useWords } from './page'

const CLOSE = 13 // zoom at which a walk of ten minutes is seen
/** Ms until the device is given up. */
const PATIENCE_MS = 15_000

type Said = { status: 'idle' | 'asking' | 'denied' | 'unavailable' | 'late' } | { status: 'found'; metres: number }

/** Why the device gave no place, by its code. */
const whyOf = (code: number): Said => ({ status: code === 1 ? 'denied' : code === 3 ? 'late' : 'unavailable' })

/** Asks where the reader is; only when pressed. */
export function Locate() {
  const app = useApp()
  const { t, lang } = useWords()
  const [said, setSaid] = useState<Said>({ status: 'idle' })
  const locate = () => {
    setSaid({ status: 'asking' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Devices give WGS 84, equal to CGCS2000 at this precision.
        goTo(app, [coords.longitude, coords.latitude], CLOSE)
        setSaid({ status: 'found', metres: coords.accuracy })
      },
      ({ code }) => setSaid(whyOf(code)),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    )
  }
  if (!('geolocation' in navigator)) return null
  return (
    <>
      <button type="button" class="icon-button" aria-label={t('locate.button')} title={t('locate.button')} onClick={locate}>
        <Icon name="aim" />
      </button>
      <p class={said.status === 'idle' ? 'unseen' : 'found-none'} role="status">
        {said.status !== 'idle' && t(`locate.${said.status}`, { metres: said.status === 'found' ? formatNumber(said.metres, lang) : '' })}
        {said.status !== 'idle' && <button type="button" class="icon-button" aria-label={t('locate.close')} onClick={() => setSaid({ status: 'idle' })}><Icon name="close" /></button>}
      </p>
    </>
  )
}
