/** The basemap of a provider: with the reader's own key, and only while it is switched on. */
import { useId, useState } from 'preact/hooks'
import { canKeep, forget, isLaid, keep, keptWhere, keyIn, layBasemap, storesOf, type BasemapKind } from '../state/basemap'
import { sayTold } from './basemap-told'
import { Switch } from './masthead'
import { useApp, usePage, useWords } from './page'
import './basemap.css'

/** The page without third parties, and the one whose policy lets the tiles in (see `vite.config.ts`). */
const [OUR_PAGE, ITS_PAGE] = ['index.html', 'tianditu.html']
/** Where keys are given out. */
const CONSOLE = 'https://console.tianditu.gov.cn/'

export function BasemapPanel() {
  const { basemap, map } = useApp()
  const { t } = useWords()
  if (map.value.status === 'plain' || map.value.status === 'failed') return <p class="quiet">{t('basemap.noWebgl')}</p>
  return <div class="basemap-panel">{isLaid(basemap.value) ? <Laid /> : <Closed />}</div>
}

/** Turns to the other page; says so first where parcels would be lost. */
function useTurn() {
  const { turnPage } = usePage()
  const [losing, setLosing] = useState<string | null>(null)
  const turn = (to: string) => turnPage?.(to, false) === false && setLosing(to)
  return { turn, isLosing: losing !== null, force: () => void (losing !== null && turnPage?.(losing, true)) }
}

function Losing({ go }: { go: () => void }) {
  const { t } = useWords()
  return <div class="note" role="alert"><p>{t('basemap.lose')}</p><button type="button" class="link" onClick={go}>{t('basemap.loseGo')}</button></div>
}

function Closed() {
  const { basemap } = useApp()
  const { t } = useWords()
  const { turn, isLosing, force } = useTurn()
  const { isOpen } = basemap.value
  return (
    <>
      <p>{t(isOpen ? 'basemap.noKey' : 'basemap.lead')} <a href={CONSOLE} target="_blank" rel="noreferrer">{t('basemap.apply')}</a></p>
      <KeyForm then={() => isOpen || turn(ITS_PAGE)} />
      {!canKeep(storesOf(window)) && <p class="note">{t(isOpen ? 'basemap.visit' : 'basemap.twice')}</p>}
      {isOpen && <button type="button" class="link" onClick={() => turn(OUR_PAGE)}>{t('basemap.turnOff')}</button>}
      {isLosing && <Losing go={force} />}
      <p class="quiet">{t('basemap.privacy')} {t('basemap.reopen')}</p>
      <p class="quiet">{t('basemap.datum')}</p>
    </>
  )
}

/** Takes the key; `then` goes on with it. */
function KeyForm({ then }: { then: () => void }) {
  const { basemap } = useApp()
  const { t } = useWords()
  const [text, setText] = useState(basemap.value.key)
  const [said, say] = useState<string | null>(null)
  const about = useId()
  const take = (event: SubmitEvent) => {
    event.preventDefault()
    const key = keyIn(text)
    if (key === null) return say(t('basemap.badKey', { length: text.trim().length }))
    say(null)
    keep(storesOf(window), key, basemap.value.kind)
    layBasemap(basemap, key, basemap.value.kind)
    then()
  }
  return (
    <form onSubmit={take}>
      <Kinds />
      <label>{t('basemap.key')} <input type="text" name="tianditu-key" autocomplete="off" spellcheck={false} value={text} aria-describedby={about} aria-invalid={said !== null} onInput={({ currentTarget }) => setText(currentTarget.value)} /></label>
      <button type="submit" class="way main">{t('basemap.turnOn')}</button>
      <p id={about} class={said === null ? 'unseen' : 'warn'} role="alert">{said}</p>
    </form>
  )
}

function Kinds() {
  const { basemap } = useApp()
  const { t } = useWords()
  const options: [BasemapKind, string][] = [['vector', t('basemap.vector')], ['imagery', t('basemap.imagery')]]
  const choose = (kind: BasemapKind) => {
    const { key } = basemap.peek()
    if (key !== '') keep(storesOf(window), key, kind)
    layBasemap(basemap, key, kind)
  }
  return <Switch name="basemap" label={t('basemap.kind')} options={options} value={basemap.value.kind} choose={choose} />
}

function Laid() {
  const { basemap } = useApp()
  const words = useWords()
  const { t } = words
  const { turn, isLosing, force } = useTurn()
  const isMissing = basemap.value.told.is === 'missing'
  const off = () => turn(OUR_PAGE)
  return (
    <>
      {isMissing ? <KeyForm then={() => undefined} /> : <Kinds />}
      {keptWhere(storesOf(window)) !== 'device' && <p class="quiet">{t('basemap.visit')}</p>}
      <p class={isMissing ? 'warn' : 'quiet'} role={isMissing ? undefined : 'status'}>{sayTold(basemap.value, words)}</p>
      <p class="sketch-tools">
        <button type="button" class="way" onClick={off}>{t('basemap.turnOff')}</button>
        <button type="button" class="link" onClick={() => (forget(storesOf(window)), off())}>{t('basemap.forget')}</button>
      </p>
      {isLosing && <Losing go={force} />}
      <p class="quiet">{t('basemap.datum')}</p>
    </>
  )
}
