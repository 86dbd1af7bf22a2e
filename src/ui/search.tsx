import { useMemo, useState } from 'preact/hooks'
import { batch } from '@preact/signals'
import { valueOf, want } from '../state/later'
import { addActivities, chooseItem, goTo, lookAt, setShown } from '../state/verbs'
import type { App } from '../state/app'
import type { Place } from './places'
import type { Choice } from './project-find'
import { Icon } from './icon'
import { useLater } from './later'
import { useApp, useLoaded, useWords } from './page'
import { Locate } from './locate'
import type { Found, Search } from './search-find'
import site from '../../geodata/site.json'

const CLOSE = 12.5 // zoom at which a town and its surroundings fill the map
const ZONE = 11
const NOTHING: Search = { found: [], problem: undefined }
const [west = 0, south = 0, east = 0, north = 0] = site.bbox

/** A place or position is asked about, a zone shown and highlighted, a project type chosen, a rule or undrawn zone looked up. */
function take(app: App, found: Found): void {
  switch (found.kind) {
    case 'point':
      return goTo(app, found.lonLat, CLOSE)
    case 'place':
      return goTo(app, found.place.lonLat, CLOSE)
    case 'zone':
      return showZone(app, found.place)
    case 'unmapped':
      return void (app.lookUp.value = { kind: 'zone', id: found.zone.id })
    case 'rule':
      return void (app.lookUp.value = { kind: 'rule', id: found.rule.id })
    case 'project':
      return chooseProject(app, found.choice)
  }
}

function showZone(app: App, { id, lonLat }: Place): void {
  const layers = app.loaded.peek()?.layers.filter(({ zones }) => zones.includes(id)) ?? []
  batch(() => {
    app.selected.value = id
    setShown(app, [id, ...layers.map((layer) => layer.id)], true)
    lookAt(app, lonLat, ZONE)
  })
}

function chooseProject(app: App, choice: Choice): void {
  if (choice.kind === 'activity') addActivities(app, [choice.activity.id])
  else chooseItem(app, choice.item.no, choice.item.activities)
}

/** Names and coordinates: a combo box worked with arrows, Enter and Escape. */
export function SearchBox() {
  const { t } = useWords()
  const box = useSearch()
  const { text, found, open, active } = box
  const activeId = open && found[active] !== undefined ? `found-${active}` : undefined
  return (
    <search class="card search" aria-label={t('search.title')}>
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open && found.length > 0}
        aria-controls="found"
        aria-autocomplete="list"
        {...(activeId === undefined ? {} : { 'aria-activedescendant': activeId })}
        autocomplete="off"
        enterkeyhint="search"
        placeholder={t('search.hint')}
        value={text}
        onInput={(event) => box.type(event.currentTarget.value)}
        onKeyDown={box.key}
        onFocus={box.show}
        onBlur={box.hide}
      />
      {text !== '' && (
        <button type="button" class="icon-button" aria-label={t('search.clear')} onClick={() => box.type('')}>
          <Icon name="close" />
        </button>
      )}
      <Locate />
      {box.finder !== undefined && <box.finder.Results {...box} />}
    </search>
  )
}

function useSearch() {
  const app = useApp()
  const loaded = useLoaded()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [words, texts] = [valueOf(app.search.value), valueOf(app.texts.value)]
  const [isUsed, setUsed] = useState(false)
  const finder = useLater(() => import('./search-results'), isUsed)
  const named = useMemo(() => finder?.namedIn(loaded, site.seats, words, texts), [finder, loaded, words, texts])
  const { found, problem } = useMemo(() => (finder === undefined || named === undefined ? NOTHING : finder.search(text, named, [west, south, east, north])), [text, named])
  const type = (next: string) => (setText(next), setOpen(true), setActive(0))
  const choose = (one: Found) => (take(app, one), setOpen(false))
  const move = (by: number) => (setOpen(true), setActive((active + by + found.length) % Math.max(1, found.length)))
  const key = (event: KeyboardEvent) => {
    const one = found[active]
    if (event.isComposing) return // Enter that ends a Chinese word is not a choice
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && one !== undefined) choose(one)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  const show = () => (want(app.search), setUsed(true), setOpen(true))
  return { finder, text, found, problem, open, active, type, choose, key, show, hide: () => setOpen(false) }
}
