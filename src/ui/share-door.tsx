import { DialogDoor } from './dialog-door'
import { later } from './later'
import { useWords } from './page'

const Share = later(async () => (await import('./share')).ShareDialog)

/** Opens what hands the page on to others. */
export function ShareDoor() {
  const { t } = useWords()
  return <DialogDoor label={t('share.open')}>{(close) => <Share close={close} />}</DialogDoor>
}
