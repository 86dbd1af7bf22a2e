import { useState } from 'preact/hooks'
import type { BatchDesk, BatchState } from '../core/batch-types'
import { BatchAbout } from './batch-about'
import { BatchChoose } from './batch-choose'
import { useChoice, useDesk, useRows } from './batch-desk'
import { BatchFilter } from './batch-filter'
import { BatchTable } from './batch-table'
import { START_QUERY } from './batch-view'
import { BatchWays } from './batch-ways'
import { useApp, useWords } from './page'
import { WidePanel } from './wide-panel'
import './batch.css'
import './batch-rows.css'

/** What is dropped here is a batch, and no parcel, which the page behind would take it for. */
function keep(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Many places at once, below the map. */
export function BatchPanel() {
  const { batch } = useApp()
  const { t } = useWords()
  const { opened, again } = useDesk()
  const { state } = batch.value
  const isRead = state !== null && state.rows > 0
  const desk = opened.status === 'ready' ? opened.desk : null
  return (
    <WidePanel panel="batch" title={t('batch.title')} closeLabel={t('batch.close')} tools={desk !== null && isRead && <BatchWays desk={desk} state={state} />}>
      <div class="batch" onDragOver={keep} onDrop={(event) => (keep(event), desk !== null && void takeFile(desk, event.dataTransfer?.files[0]))}>
        {opened.status === 'waiting' && <p class="quiet slow batch-said">{t('batch.waiting')}</p>}
        {opened.status === 'failed' && (
          <div class="warn" role="alert">
            <p>{t('batch.failed', { why: opened.why })}</p>
            <button type="button" onClick={again}>{t('page.again')}</button>
          </div>
        )}
        {desk !== null && !isRead && <BatchChoose desk={desk} state={state} take={(file) => void takeFile(desk, file)} />}
        {desk !== null && isRead && <Rows desk={desk} state={state} />}
      </div>
    </WidePanel>
  )
}

async function takeFile(desk: BatchDesk, file: File | undefined): Promise<void> {
  if (file !== undefined) desk.open(file.name, await file.arrayBuffer())
}

function Rows({ desk, state }: { desk: BatchDesk; state: BatchState }) {
  const [query, setQuery] = useState(START_QUERY)
  const found = useRows(desk, query, state.turn, setQuery)
  useChoice(desk, query, setQuery)
  return (
    <>
      <BatchAbout desk={desk} state={state} />
      <BatchFilter state={state} query={query} total={found.total} show={setQuery} />
      <BatchTable state={state} query={query} found={found} show={setQuery} />
    </>
  )
}
