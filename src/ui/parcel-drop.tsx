import { useEffect, useState } from 'preact/hooks'
import { useWords } from './page'
import type { Bringing } from './parcel-reading'

/** Files dropped anywhere on the page are read; while they hover, the page says so. */
export function Drop({ bringing }: { bringing: Bringing }) {
  const { t } = useWords()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const heard = new AbortController()
    const { signal } = heard
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    window.addEventListener('dragover', (event) => hasFiles(event) && (event.preventDefault(), setIsOver(true)), { signal })
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setIsOver(false), { signal })
    const take = (event: DragEvent) => {
      setIsOver(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      bringing.files([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('drop', take, { signal })
    return () => heard.abort()
  })
  return isOver ? <p class="drop" role="status">{t('parcel.drop')}</p> : null
}
