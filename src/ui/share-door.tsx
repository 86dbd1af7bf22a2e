import { useState } from 'preact/hooks'
import { later } from './later'
import { useWords } from './page'

const Share = later(async () => (await import('./share')).ShareDialog)

/** Opens what hands the page on to others. */
export function ShareDoor() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('share.open')}</button>
      {isOpen && <Share close={() => setOpen(false)} />}
    </>
  )
}
