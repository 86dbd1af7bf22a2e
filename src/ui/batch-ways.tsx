import { useState } from 'preact/hooks'
import type { BatchDesk, BatchState } from '../core/batch-types'
import { fileName, saveFile } from './extract-files'
import { reasonOf } from './extract-made'
import { useApp, useWords } from './page'

const KINDS = ['csv', 'geojson'] as const

/** Files of all rows; another batch, or none. */
export function BatchWays({ desk, state }: { desk: BatchDesk; state: BatchState }) {
  const app = useApp()
  const { t, lang } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [told, tell] = useState<{ done?: string; problem?: string }>({})
  const save = async (kind: (typeof KINDS)[number]) => {
    setBusy(true)
    tell({})
    try {
      const name = fileName(state.name.replace(/\.[^.]*$/, ''), state.question?.on ?? '', t('batch.fileWhat'), kind)
      saveFile(await desk.file(kind, lang), name)
      tell({ done: t('batch.saved', { name }) })
    } catch (error) {
      tell({ problem: t('batch.unsaved', { why: reasonOf(error) }) })
    }
    setBusy(false)
  }
  const remove = () => {
    app.batchRow.value = null
    desk.close()
  }
  return (
    <div class="batch-ways" role="group" aria-label={t('batch.save')}>
      <span class="quiet">{t('batch.save')}</span>
      {KINDS.map((kind) => <button key={kind} type="button" class="try" disabled={isBusy || state.question === null} onClick={() => void save(kind)}>{t(`batch.${kind}`)}</button>)}
      <button type="button" class="link" onClick={remove}>{t('batch.remove')}</button>
      <span class="unseen" role="status">{isBusy ? t('extract.busy') : told.done}</span>
      {told.problem !== undefined && <span class="warn" role="alert">{told.problem}</span>}
    </div>
  )
}
