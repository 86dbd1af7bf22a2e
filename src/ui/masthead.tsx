import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import site from '../../geodata/site.json'
import { storesOf } from '../state/basemap'
import { isKept, TEXT_SIZES, type TextSize } from '../state/text-size'
import type { Lang, Theme } from '../state/url'
import { DialogDoor } from './dialog-door'
import { formatDate, formatNumber } from './format'
import { Icon } from './icon'
import { later } from './later'
import { useApp, usePage, useWords } from './page'
import { ShareDoor } from './share-door'

const About = later(async () => (await import('./about')).AboutDialog)
const VerifyDoor = later(async () => (await import('./verify-door')).VerifyDoor)

/** Title, what the page is, the day it answers for, language and appearance. */
export function Masthead() {
  const app = useApp()
  const { t, pick, lang } = useWords()
  const { spoken } = usePage()
  return (
    <header class="card masthead" aria-label={pick(site.title)}>
      <h1><span class="long">{pick(site.title)}</span><span class="short">{pick(site.shortTitle)}</span></h1>
      <p class="lead">{t('page.about')}</p>
      <p class="quiet">{t('page.asOf', { date: formatDate(app.on.value, lang) })}</p>
      {spoken.value.isLacking && <p class="warn" role="alert">{t('page.languageFailed')}</p>}
      <Connection />
      <div class="masthead-doors">
        <PlanDoor />
        <BatchDoor />
        <ShareDoor />
        <DialogDoor label={t('about.open')}>{(close) => <About close={close} />}</DialogDoor>
        <VerifyDoor />
      </div>
      <div class="masthead-manner">
        <LanguageSwitch />
        <ThemeSwitch />
        <TextSizeSwitch />
      </div>
    </header>
  )
}

/** Many places at once; says so while it is at work or has come to its end. */
function BatchDoor() {
  const { panel, batch } = useApp()
  const { t, lang } = useWords()
  const { state } = batch.value
  return (
    <button type="button" class="link" aria-expanded={panel.value === 'batch'} onClick={() => (panel.value = panel.value === 'batch' ? null : 'batch')}>
      {state === null || state.rows === 0 ? t('batch.open') : t('batch.openNow', { done: formatNumber(state.done, lang), rows: formatNumber(state.rows, lang) })}
    </button>
  )
}

function PlanDoor() {
  const { panel } = useApp()
  const { t } = useWords()
  return (
    <button type="button" class="link" aria-expanded={panel.value === 'plan'} onClick={() => (panel.value = panel.value === 'plan' ? null : 'plan')}>
      {t('plan.open')}
    </button>
  )
}

/** What the network has to say: a new version waits, or there is none and the page is as it was kept. */
function Connection() {
  const { update, isOnline, loaded } = useApp()
  const { t } = useWords()
  const take = update.value
  if (take !== null) return <p class="quiet" role="status">{t('offline.update')} <button type="button" class="link" onClick={take}>{t('offline.take')}</button></p>
  if (isOnline.value) return null
  return <p class="quiet" role="status">{t('offline.now', { release: loaded.value?.world.release.rules ?? '' })}</p>
}

function LanguageSwitch() {
  const app = useApp()
  const { t } = useWords()
  const options: [Lang, string][] = [['zh', t('page.languageZh')], ['en', t('page.languageEn')]]
  return <Switch name="language" label={t('page.language')} options={options} value={app.lang.value} choose={(lang) => (app.lang.value = lang)} />
}

function ThemeSwitch() {
  const app = useApp()
  const { t } = useWords()
  const options: [Theme, ComponentChild][] = [
    ['light', <><Icon name="sun" /><span class="unseen">{t('page.themeLight')}</span></>],
    ['dark', <><Icon name="moon" /><span class="unseen">{t('page.themeDark')}</span></>],
  ]
  return <Switch name="theme" label={t('page.theme')} options={options} value={app.theme.value} choose={(theme) => (app.theme.value = theme)} />
}

/** One letter in three sizes, with its word for those who listen. */
function TextSizeSwitch() {
  const app = useApp()
  const { t } = useWords()
  const options = TEXT_SIZES.map((size): [TextSize, ComponentChild] => [size, <><span class={`letter ${size}`} aria-hidden="true">A</span><span class="unseen">{t(`page.text.${size}`)}</span></>])
  const [isUnkept, tell] = useState(false)
  const choose = (size: TextSize) => {
    app.textSize.value = size
    tell(!isKept(size, storesOf(window).device))
  }
  return (
    <>
      <Switch name="text-size" label={t('page.text')} options={options} value={app.textSize.value} choose={choose} />
      {isUnkept && <p class="quiet" role="status">{t('page.text.unkept')}</p>}
    </>
  )
}

interface SwitchProps<T extends string> {
  name: string
  label: string
  options: readonly [T, ComponentChild][]
  value: T
  choose(value: T): void
}

/** A few words of which one holds: native radio buttons. */
export function Switch<T extends string>({ name, label, options, value, choose }: SwitchProps<T>) {
  return (
    <fieldset class="switch">
      <legend class="unseen">{label}</legend>
      {options.map(([id, word]) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => choose(id)} />
          <span class="choice">{word}</span>
        </label>
      ))}
    </fieldset>
  )
}
