import { useState } from 'preact/hooks'
import { layBasemap } from '../state/basemap'
import { sayTold } from './basemap-told'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import './basemap.css'

/** Over the map, where the basemap is missed: why it is not there, and that everything else is. */
export function BasemapTrouble() {
  const { basemap } = useApp()
  const words = useWords()
  const { t } = words
  const [closed, close] = useState(-1)
  const { told, turn, key, kind } = basemap.value
  if (told.is !== 'missing' || closed === turn) return null
  return (
    <section class="card basemap-trouble" role="alert">
      <p>{sayTold(basemap.value, words)}</p>
      <button type="button" class="link" onClick={() => layBasemap(basemap, key, kind)}>{t('basemap.retry')}</button>
      <button type="button" class="icon-button close" aria-label={t('basemap.close')} onClick={() => close(turn)}><Icon name="close" /></button>
    </section>
  )
}
