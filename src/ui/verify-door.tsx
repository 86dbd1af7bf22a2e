import { useRef, useState } from 'preact/hooks'
import { Icon } from './icon'
import { later } from './later'
import { useWords } from './page'

/** What is dropped here is no parcel, which the page behind would take it for. */
function keep(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

const Desk = later(async () => (await import('./verify-desk')).VerifyDesk)

/** A button, and behind it the place where an extract is checked or two are compared. */
export function VerifyDoor() {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isWanted, setWanted] = useState(false)
  const open = () => {
    dialog.current?.showModal()
    setWanted(true)
  }
  return (
    <>
      <button type="button" class="link" onClick={open}>
        {t('verify.report.open')}
      </button>
      <dialog ref={dialog} class="about verify-door" aria-label={t('verify.report.title')} onDragOver={keep} onDrop={keep}>
        <form method="dialog">
          <h2>{t('verify.report.title')}</h2>
          <button type="submit" class="icon-button" aria-label={t('verify.report.close')}>
            <Icon name="close" />
          </button>
        </form>
        <p>{t('verify.report.what')}</p>
        {isWanted && <Desk />}
      </dialog>
    </>
  )
}
