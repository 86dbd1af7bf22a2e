import { useMemo, useRef, useState } from 'preact/hooks'
import { goTo, lookAt } from '../state/verbs'
import type { App } from '../state/app'
import { saidCoordinates } from './said'
import { formatDegrees } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { placesOf } from './places'
import { search, type Found } from './search-find'
import site from '../../geodata/site.json'

const CLOSE = 12.5 // zoom at which a town and its surroundings fill the map
const ZONE = 11
const [west = 0, south = 0, east = 0, north = 0] = site.bbox

/** Goes to what was found; a zone is shown and highlighted, a place or position is asked about. */
function take(app: App, found: Found): void {
  if (found.kind === 'point') return goTo(app, found.lonLat, CLOSE)
  if (found.kind === 'place') return goTo(app, found.place.lonLat, CLOSE)
  app.selected.value = found.place.id
  lookAt(app, found.place.lonLat, ZONE)
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
      <Results box={box} />
    </search>
  )
}

type Box = ReturnType<typeof useSearch>

function useSearch() {
  const app = useApp()
  const loaded = useLoaded()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLElement | null>(null)
  const places = useMemo(() => (loaded === null ? [] : placesOf(loaded, site.seats)), [loaded])
  const { found, problem } = useMemo(() => search(text, places, [west, south, east, north]), [text, places])
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
  return { text, found, problem, open, active, input, type, choose, key, show: () => setOpen(true), hide: () => setOpen(false) }
}

function Results({ box: { text, found, problem, open, active, choose } }: { box: Box }) {
  const { t, lang } = useWords()
  const none = text.trim() !== '' && found.length === 0
  return (
    <>
      <ul id="found" role="listbox" aria-label={t('search.results')} class="found" hidden={!open || found.length === 0}>
        {found.map((one, index) => (
          <li
            key={one.id}
            id={`found-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
          >
            <FoundLine found={one} />
          </li>
        ))}
      </ul>
      <p class={none && open ? 'found-none' : 'unseen'} role="status">
        {none ? (problem === undefined ? t('search.none', { text }) : saidCoordinates(problem, lang)) : ''}
        {found.length > 0 && open ? t('search.count', { count: found.length }) : ''}
      </p>
    </>
  )
}

function FoundLine({ found }: { found: Found }) {
  const { t, pick, lang } = useWords()
  if (found.kind !== 'point')
    return (
      <>
        <span>{pick(found.place.name)}</span> <small>{t(`search.${found.kind}`)}</small>
      </>
    )
  return (
    <>
      <span>{t('search.coordinates', { place: found.lonLat.map(formatDegrees).join(', ') })}</span> <small>{saidCoordinates(found.reading, lang)}</small>
    </>
  )
}
