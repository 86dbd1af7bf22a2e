import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import site from '../../geodata/site.json'
import { useCopy } from './copy'
import { QrCode } from './extract-qr-code'
import { Fold } from './fold'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { EXAMPLE_ORIGIN, frameCode, LONGEST_LINK, pageAddress, stateLink } from './share-link'
import './extract.css'
import './share.css'

/** The page as it stands, as a link: to copy, to scan, to hand to another program, to put into a page. */
export function ShareDialog({ close }: { close(): void }) {
  const { link } = useApp()
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const { href, isLong } = stateLink(link.value, pageAddress(location.href))
  return (
    <dialog ref={dialog} class="about share" aria-label={t('share.title')} onClose={close}>
      <form method="dialog">
        <h2>{t('share.title')}</h2>
        <button type="submit" class="icon-button" aria-label={t('share.close')}>
          <Icon name="close" />
        </button>
      </form>
      <div class="share-way">
        <div>
          <CopyField label={t('share.link')} copy={t('share.copy')} text={href}><Elsewhere href={href} /></CopyField>
          <p class="quiet">{t('share.private')}</p>
        </div>
        <QrCode text={href} />
      </div>
      <Room />
      {isLong && <p class="note">{t('share.long', { most: LONGEST_LINK, found: href.length })}</p>}
      <p>{t('share.holds')}</p>
      <p class="quiet">{t('share.without')}</p>
      <Fold summary={t('share.embed')}>{() => <Frame />}</Fold>
    </dialog>
  )
}

/** What of the parcels the link has no room for. */
function Room() {
  const { room } = useApp()
  const { t } = useWords()
  return room.value === 'all' ? null : <p class="note">{t(room.value === 'none' ? 'parcel.bigLink' : 'parcel.partLink')}</p>
}

interface CopyProps {
  label: string
  /** What the button says. */
  copy: string
  text: string
  rows?: number
  /** Beside the button. */
  children?: ComponentChildren
}

/** A text that is copied; where the browser does not let the page copy, it is selected for the reader to. */
function CopyField({ label, copy, text, rows = 4, children }: CopyProps) {
  const { t } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const { said, copy: go } = useCopy(text, () => {
    field.current?.focus()
    field.current?.select()
    return t('share.byHand')
  })
  return (
    <>
      <label class="copy-field">
        <span>{label}</span>
        <textarea ref={field} readOnly rows={rows} spellcheck={false} value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p class="copy-ways">
        <button type="button" class="try" onClick={go}>{copy}</button>
        {children}
        <span class="quiet" role="status">{said}</span>
      </p>
    </>
  )
}

/** Hands the link to another program, where the device has a way. */
function Elsewhere({ href }: { href: string }) {
  const { t, pick } = useWords()
  const [problem, tell] = useState('')
  // Not every browser has it.
  const share: Navigator['share'] | undefined = navigator.share
  if (share === undefined) return null
  const go = () =>
    navigator.share({ title: pick(site.title), url: href }).catch((error: unknown) => {
      const isGivenUp = error instanceof DOMException && error.name === 'AbortError'
      tell(isGivenUp ? '' : t('share.otherFailed', { why: error instanceof Error ? error.message : String(error) }))
    })
  return (
    <>
      <button type="button" class="try" onClick={() => void go()}>{t('share.other')}</button>
      {problem !== '' && <span class="warn" role="alert">{problem}</span>}
    </>
  )
}

/** For those who keep pages of their own. */
function Frame() {
  const { link } = useApp()
  const { t, pick } = useWords()
  const page = pageAddress(location.href)
  const code = frameCode(link.value, page, { origin: EXAMPLE_ORIGIN, title: pick(site.title) })
  return (
    <>
      <p class="quiet">{t('share.embedWhy')}</p>
      <CopyField label={t('share.embedCode')} copy={t('share.embedCopy')} text={code} rows={5}>
        <a href={new URL('embed-demo.html', page).href} target="_blank" rel="noreferrer">{t('share.embedDemo')}</a>
      </CopyField>
    </>
  )
}
