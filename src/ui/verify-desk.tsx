import { useEffect, useState } from 'preact/hooks'
import { CompareExtracts } from './compare-extracts'
import { reasonOf } from './extract-made'
import { useApp, useWords } from './page'
import { want } from '../state/later'
import { tell } from '../extract/words'
import { checkFiles, compared, type Checked } from './verify-read'
import { VerifyOutcome } from './verify-outcome'
import './verify.css'

type State = { kind: 'idle' } | { kind: 'busy' } | { kind: 'failed'; why: string } | Checked

/** Takes one extract file, or two, and says what came of it. */
export function VerifyDesk() {
  const app = useApp()
  const [state, setState] = useState<State>({ kind: 'idle' })
  useEffect(() => want(app.overlay), []) // so that the file can be checked without a network afterwards
  const check = async (files: readonly File[]) => {
    if (files.length === 0) return
    setState({ kind: 'busy' })
    try {
      setState(await checkFiles(files, app))
    } catch (error) {
      setState({ kind: 'failed', why: reasonOf(error) })
    }
  }
  return (
    <>
      <Choose take={(files) => void check(files)} />
      <div class="verify-result" role="status">
        <Result state={state} swap={setState} />
      </div>
    </>
  )
}

/** A native file field, which also takes what is dropped around it. */
function Choose({ take }: { take(files: readonly File[]): void }) {
  const { t } = useWords()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...(event.dataTransfer?.files ?? [])])
  }
  return (
    <label class="verify-drop" data-over={isOver} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
      <span>{t('verify.report.choose')}</span>
      <input
        type="file"
        accept=".json,application/json"
        multiple
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          currentTarget.value = '' // the same file can be chosen again
        }}
      />
      <small>{t('verify.report.drop')}</small>
    </label>
  )
}

function Result({ state, swap }: { state: State; swap(state: State): void }) {
  const { t, lang } = useWords()
  switch (state.kind) {
    case 'idle':
      return null
    case 'busy':
      return <p class="quiet slow">{t('verify.report.busy')}</p>
    case 'failed':
      return <p class="warn" role="alert">{t('verify.report.failed', { why: state.why })}</p>
    case 'unreadable':
      return <p class="warn" role="alert">{t('verify.report.unreadable', { name: state.name, why: tell(state.told, lang) })}</p>
    case 'verified':
      return <VerifyOutcome name={state.name} result={state.result} />
    case 'compared':
      return <CompareExtracts {...state} swap={() => swap(compared(state.to, state.from))} />
  }
}
