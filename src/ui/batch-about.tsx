import type { BatchDesk, BatchState } from '../core/batch-types'
import { hasProject } from './batch-view'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useApp, useWords } from './page'
import { ProjectPicker } from './project'

/** What was read and how, the other ways to read it, and how far the answers are. */
export function BatchAbout({ desk, state }: { desk: BatchDesk; state: BatchState }) {
  const { subject } = useApp()
  const { t, pick, lang } = useWords()
  const { name, rows, reading, others, notes, keeping } = state
  return (
    <div class="batch-said">
      <p>
        <b>{t('batch.file', { name, rows: formatNumber(rows, lang) })}</b> {reading === null ? t('batch.noReading') : pick(reading)}
      </p>
      {others.length > 0 && (
        <p class="batch-line">
          {others.map((other, at) => <button key={other.en} type="button" class="link" onClick={() => desk.readAs(at)}>{t('batch.instead', { reading: pick(other) })}</button>)}
        </p>
      )}
      {notes.length > 0 && <ul class="note">{notes.map((note) => <li key={note.en}>{pick(note)}</li>)}</ul>}
      <Progress desk={desk} state={state} />
      {keeping === 'refused' && <p class="quiet">{t('batch.refused')}</p>}
      {!hasProject(state) && <p class="quiet">{t('batch.noProject')}</p>}
      {subject.value === null && <Fold class="batch-project" summary={t(hasProject(state) ? 'batch.projectOther' : 'batch.project')}>{() => <ProjectPicker />}</Fold>}
    </div>
  )
}

function Progress({ desk, state: { phase, done, rows } }: { desk: BatchDesk; state: BatchState }) {
  const { t, lang } = useWords()
  const words = { done: formatNumber(done, lang), rows: formatNumber(rows, lang) }
  if (phase === 'done') return <p class="unseen" role="status">{t('batch.done', words)}</p>
  return (
    <p class="batch-line batch-progress">
      <progress max={rows} value={done} aria-label={t('batch.progress', words)} />
      <span>{t('batch.progress', words)}</span>
      {phase === 'asking' && <button type="button" class="link" onClick={() => desk.stop()}>{t('batch.stop')}</button>}
      {phase === 'stopped' && <button type="button" class="link" onClick={() => desk.goOn()}>{t('batch.goOn')}</button>}
    </p>
  )
}
