import { useEffect, useState } from 'preact/hooks'
import { qrOf, type Qr } from './extract-qr'
import { useWords } from './page'

/** A link as a QR code; a sentence where it is too long for one. */
export function QrCode({ text }: { text: string }) {
  const { t } = useWords()
  const [qr, setQr] = useState<Qr | null | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    void qrOf(text).then((made) => isCurrent && setQr(made))
    return () => void (isCurrent = false)
  }, [text])
  if (qr === undefined) return null
  return qr === null ? <p class="note">{t('extract.qrLong')}</p> : <QrPicture qr={qr} label={t('extract.qr')} />
}

/** Dark modules on white, also in the dark appearance: readers of codes expect it. */
export const QrPicture = ({ qr: { size, path }, label }: { qr: Qr; label: string }) => (
  <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <path d={path} />
  </svg>
)
