import { useEffect, useState } from 'preact/hooks'
import type { BatchDesk, BatchState, KeptBatch } from '../core/batch-types'
import { formatNumber } from './format'
import { useWords } from './page'

const ACCEPTED = '.csv,.tsv,.txt,.geojson,.json,.ndjson,.zip'

interface Props {
  desk: BatchDesk
  /** Of a file that is being read, or could not be. */
  state: BatchState | null
  take(file: File | undefined): void
}

/** What it is for, and the way in. */
export function BatchChoose({ desk, state, take }: Props) {
  const { t, pick } = useWords()
  return (
    <div class="batch-choose">
      <p>{t('batch.what')}</p>
      <label class="verify-drop batch-drop">
        <span>{t('batch.choose')}</span>
        <input
          type="file"
          accept={ACCEPTED}
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0])
            currentTarget.value = '' // the same file can be chosen again
          }}
        />
        <small>{t('batch.drop')}</small>
      </label>
      <div role="status">{state?.phase === 'reading' && <p class="quiet slow">{t('batch.reading', { name: state.name })}</p>}</div>
      {state?.why && <p class="warn" role="alert">{t('batch.unreadable', { name: state.name, why: pick(state.why) })}</p>}
      {state === null && <Kept desk={desk} />}
    </div>
  )
}

/** What the last visit left. */
function Kept({ desk }: { desk: BatchDesk }) {
  const { t, lang } = useWords()
  const [kept, set] = useState<KeptBatch | null>(null)
  useEffect(() => void desk.kept().then(set, () => set(null)), [desk])
  if (kept === null) return null
  return (
    <div class="note batch-kept">
      <p>{t('batch.kept', { name: kept.name, rows: formatNumber(kept.rows, lang), done: formatNumber(kept.done, lang) })}</p>
      <p class="batch-line">
        <button type="button" class="way main" onClick={() => desk.takeUp()}>{t('batch.takeUp')}</button>
        <button type="button" class="link" onClick={() => (desk.forget(), set(null))}>{t('batch.forget')}</button>
      </p>
    </div>
  )
}
