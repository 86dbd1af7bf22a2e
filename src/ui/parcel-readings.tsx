/** What was read of files and text: how, what looks odd, what could not be read, and the other ways to read it. */
import { parcelSentence } from '../formats/parcel-sentence'
import { focusAnswer } from './focus'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { indexOf, type Bringing, type Entry, type Reading } from './parcel-reading'

const TOLD_AT_ONCE = 4

export function Readings({ bringing }: { bringing: Bringing }) {
  const { t } = useWords()
  const { reading } = bringing
  if (reading.status === 'idle') return null
  return (
    <section class="readings" aria-label={t('parcel.results')}>
      <button type="button" class="icon-button close" aria-label={t('parcel.dismiss')} onClick={() => (bringing.dismiss(), focusAnswer())}>
        <Icon name="close" />
      </button>
      {reading.status === 'reading' && <p class="quiet slow" role="status">{t('parcel.reading')}</p>}
      {reading.status === 'failed' && <p class="warn" role="alert">{t('parcel.readFailed')} <small>{reading.why}</small></p>}
      {reading.status === 'read' && <Read reading={reading} bringing={bringing} />}
    </section>
  )
}

type Done = Extract<Reading, { status: 'read' }>

function Read({ reading: { entries, problems }, bringing }: { reading: Done; bringing: Bringing }) {
  const { t, lang } = useWords()
  const rows = entries.map((entry, at) => <EntryLine key={at} entry={entry} choose={(other) => bringing.choose(at, other)} />)
  const isWaiting = problems.length > 0 && entries.length > 0
  return (
    <>
      {problems.length > 0 && (
        <div class="warn" role="alert">
          <ul>{problems.map((problem, at) => <li key={at}>{parcelSentence(problem, lang)}</li>)}</ul>
          {isWaiting && <p>{t('parcel.partly')}</p>}
          {isWaiting && <button type="button" onClick={bringing.take}>{t('parcel.take', { count: formatNumber(entries.length, lang) })}</button>}
        </div>
      )}
      <ul class="entries">{rows.slice(0, TOLD_AT_ONCE)}</ul>
      {rows.length > TOLD_AT_ONCE && <Fold summary={t('parcel.moreRead', { count: formatNumber(rows.length - TOLD_AT_ONCE, lang) })}>{() => <ul class="entries">{rows.slice(TOLD_AT_ONCE)}</ul>}</Fold>}
    </>
  )
}

function EntryLine({ entry, choose }: { entry: Entry; choose: (alternative: number) => void }) {
  const app = useApp()
  const { t, lang } = useWords()
  const { parcel: { name }, reading, notes, alternatives } = entry
  const isOpen = entry.kept === null || indexOf(app, entry) !== -1
  return (
    <li>
      <p role="status">{t('parcel.readAs', { name, reading: parcelSentence(reading, lang) })}</p>
      {notes.length > 0 && <ul class="note" role="alert">{notes.map((note, at) => <li key={at}>{parcelSentence(note, lang)}</li>)}</ul>}
      {isOpen && alternatives.map((other, at) => {
        const otherReading = parcelSentence(other.reading, lang)
        return (
          <button key={at} type="button" class="link" aria-label={t('parcel.insteadOf', { name, reading: otherReading })} onClick={() => choose(at)}>
            {t('parcel.instead', { reading: otherReading })}
          </button>
        )
      })}
    </li>
  )
}
