import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon'
import { Layers } from './layers'
import { Masthead } from './masthead'
import { useApp, useWords } from './page'

/** Title and layers: cards at the left; on a phone one line, the rest behind its button. */
export function Side() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { panel, subject } = useApp()
  useEffect(() => setOpen(false), [panel.value, subject.value]) // what was opened or asked from here has come
  return (
    <div class="side" data-open={open}>
      <Masthead />
      <button type="button" class="side-button" aria-expanded={open} aria-controls="layers" onClick={() => setOpen(!open)}>
        <Icon name={open ? 'close' : 'layers'} /> {open ? t('layers.close') : t('layers.open')}
      </button>
      <Layers />
    </div>
  )
}
