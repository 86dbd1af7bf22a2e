import { useEffect, useMemo } from 'preact/hooks'
import type { EiaCatalogue } from '../core/eia-catalogue'
import type { Answer } from '../core/model'
import type { EiaItem } from '../core/seed-types'
import { want } from '../state/later'
import { usableFacts } from '../state/usable'
import { EiaAreas } from './eia-areas'
import { Classes } from './eia-classes'
import { EiaFacts } from './eia-facts'
import { EiaReasons } from './eia-reasons'
import { choiceOf, eiaView, type Choice } from './eia-view'
import { Fold } from './fold'
import { useApp, useLoaded, useWords } from './page'
import { Terms } from './terms'
import './eia.css'

/** Which EIA document the project needs here. Nothing where no project or item is asked about. */
export function EiaSection({ answer }: { answer: Answer }) {
  const app = useApp()
  const isAsked = app.item.value !== null || app.project.value.length > 0
  useEffect(() => void (isAsked && want(app.eia)), [isAsked])
  if (!isAsked) return null
  const eia = app.eia.value
  switch (eia.status) {
    case 'ready':
      return <Chosen answer={answer} eia={eia.value} />
    case 'failed':
      return <Unread why={eia.why} />
    default:
      return <Reading />
  }
}

function Reading() {
  const { t } = useWords()
  return <p class="quiet slow">{t('eia.loading')}</p>
}

function Unread({ why }: { why: string }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <div class="warn" role="alert">
      <p>{t('eia.failed', { why })}</p>
      <button type="button" onClick={() => want(app.eia)}>{t('eia.retry')}</button>
    </div>
  )
}

function Chosen({ answer, eia }: { answer: Answer; eia: EiaCatalogue }) {
  const { item, project } = useApp()
  const { t, pick } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  const choice = activities === undefined ? null : choiceOf({ item: item.value, project: project.value }, eia, activities)
  if (choice === null) return null
  return (
    <section class="eia" aria-label={t('eia.title')}>
      <h3><Terms>{t('eia.title')}</Terms></h3>
      {choice.count > 1 && <ItemPicker choice={choice} eia={eia} />}
      {choice.item !== undefined && choice.count <= 1 && <p class="quiet">{t('eia.itemName', { no: choice.item.no, name: pick(choice.item.name) })}</p>}
      {choice.item !== undefined && <ItemAnswer key={choice.item.no} item={choice.item} answer={answer} eia={eia} />}
    </section>
  )
}

/** A native list of the items the project may fall under. */
function ItemPicker({ choice, eia }: { choice: Choice; eia: EiaCatalogue }) {
  const app = useApp()
  const { t, pick } = useWords()
  const nameOf = (item: EiaItem) => t('eia.itemName', { no: item.no, name: pick(item.name) })
  return (
    <label class="eia-item">
      <span class="quiet">{t('eia.several', { count: choice.count })}</span>
      <select aria-label={t('eia.item')} value={String(choice.item?.no ?? '')} onChange={({ currentTarget: { value } }) => (app.item.value = value === '' ? null : value)}>
        <option value="">{t('eia.choose')}</option>
        {choice.categories.map(({ no, items }) => (
          <optgroup key={no} label={pick(items[0]?.category.name ?? eia.source.title)}>
            {items.map((item) => <option key={item.no} value={String(item.no)}>{nameOf(item)}</option>)}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function ItemAnswer({ item, answer, eia }: { item: EiaItem; answer: Answer; eia: EiaCatalogue }) {
  const { facts } = useApp()
  const zones = useLoaded()?.world.catalogue.zones
  const view = useMemo(
    () => (zones === undefined ? null : eiaView(item, answer.findings, usableFacts(facts.value, eia.asked), eia, zones)),
    [item, answer, facts.value, eia, zones],
  )
  if (view === null) return null
  return (
    <>
      <Classes view={view} eia={eia} />
      <EiaFacts view={view} />
      <EiaReasons view={view} />
      <EiaAreas view={view} eia={eia} />
      <Basis item={item} eia={eia} />
    </>
  )
}

/** The document the class rests on, which edition it is, and how it was read. */
function Basis({ item, eia: { source } }: { item: EiaItem; eia: EiaCatalogue }) {
  const { t, pick } = useWords()
  return (
    <footer class="eia-basis">
      <p class="quiet">{t('eia.basis', { title: pick(source.title), number: source.number, no: item.no, status: pick(source.status) })}</p>
      <Fold summary={t('eia.more')}>
        {() => (
          <ul class="quiet">
            {item.note && <li>{pick(item.note)}</li>}
            {item.codes && <li>{t('eia.codes', { codes: item.codes.join(t('list.join')) })}</li>}
            {source.articles.map(({ no, text }) => <li key={no}>{t('eia.article', { no, text: pick(text) })}</li>)}
            {[...source.notes, source.reading].map((note) => <li key={note.en}>{pick(note)}</li>)}
          </ul>
        )}
      </Fold>
    </footer>
  )
}
