import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon'
import { useWords } from './page'

/**
 * Copies a text, and what to say of it afterwards.
 * @param refused what to do and say where the browser does not let the page copy
 */
export function useCopy(text: string, refused?: () => string): { said: string; copy: () => void } {
  const { t } = useWords()
  const [said, say] = useState('')
  useEffect(() => say(''), [text])
  const fail = () => say(refused?.() ?? t('place.copyFailed'))
  const copy = () => {
    // Where the page is not served by https or from localhost there is no clipboard at all.
    const clipboard: Clipboard | undefined = navigator.clipboard
    if (clipboard === undefined) return fail()
    void clipboard.writeText(text).then(() => say(t('place.copied')), fail)
  }
  return { said, copy }
}

/** Copies a text, and says whether it did. */
export function CopyIcon({ text, label }: { text: string; label: string }) {
  const { said, copy } = useCopy(text)
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} title={label} onClick={copy}>
        <Icon name="copy" />
      </button>
      <span class="said" role="status">{said}</span>
    </>
  )
}
