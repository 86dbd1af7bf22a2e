import type { ComponentType } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { reasonOf } from './extract-made'
import { Icon } from './icon'
import { useWords } from './page'

/** What is dropped here is no parcel, which the page behind would take it for. */
function keep(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

type Desk = { Part: ComponentType } | { why: string } | null

/** A button, and behind it the place where an extract is checked or two are compared. */
export function VerifyDoor() {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [desk, setDesk] = useState<Desk>(null)
  const open = () => {
    dialog.current?.showModal()
    import('./verify-desk').then(({ VerifyDesk }) => setDesk({ Part: VerifyDesk }), (error: unknown) => setDesk({ why: reasonOf(error) }))
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
        {desk !== null && 'Part' in desk && <desk.Part />}
        {desk !== null && 'why' in desk && <p class="warn" role="alert">{t('verify.report.failed', { why: desk.why })}</p>}
      </dialog>
    </>
  )
}
