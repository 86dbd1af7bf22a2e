import { useMemo, useRef, useState } from 'preact/hooks'
import { valueOf, want } from '../state/later'
import { addActivities, chooseItem } from '../state/verbs'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { choicesOf, findChoices, type Choice } from './project-find'

const LIST = 'project-found'
const optionId = (index: number): string => `${LIST}-${index}`

/** A combo box over activities and items of the EIA catalogue, worked with arrows, Enter and Escape. */
export function ProjectBox() {
  const { t } = useWords()
  const box = useBox()
  const isOpen = box.open && box.found.length > 0
  return (
    <div class="picker">
      <label for="project-input">{t('project.title')}</label>
      <div class="picker-field">
        <input
          id="project-input"
          ref={box.input}
          type="text"
          role="combobox"
          aria-label={t('project.label')}
          aria-expanded={isOpen}
          aria-controls={LIST}
          aria-autocomplete="list"
          {...(isOpen ? { 'aria-activedescendant': optionId(box.active) } : {})}
          autocomplete="off"
          placeholder={t('project.hint')}
          value={box.text}
          onInput={(event) => box.type(event.currentTarget.value)}
          onKeyDown={box.key}
          onFocus={box.show}
          onClick={box.show}
          onBlur={box.hide}
        />
        <Icon name="down" />
      </div>
      <Choices box={box} isOpen={isOpen} />
    </div>
  )
}

type Box = ReturnType<typeof useBox>

function useFound(text: string): Choice[] {
  const { search, project } = useApp()
  const { pick, lang } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  const words = valueOf(search.value)
  const choices = useMemo(() => {
    const order = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN' : 'en-GB')
    const sorted = [...(activities?.values() ?? [])].sort((a, b) => order.compare(pick(a.name), pick(b.name)))
    return choicesOf(sorted, words)
  }, [activities, words, lang])
  return useMemo(() => findChoices(text, choices, words).filter(({ id }) => !project.value.includes(id)), [text, choices, words, project.value])
}

function useBox() {
  const app = useApp()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = useFound(text)
  const show = () => (want(app.search), setOpen(true))
  const type = (next: string) => (setText(next), setActive(0), show())
  const choose = (choice: Choice) => {
    if (choice.kind === 'activity') addActivities(app, [choice.id])
    else chooseItem(app, choice.item.no, choice.item.activities)
    setText('')
    setActive(0)
    setOpen(false)
  }
  const move = (to: number) => {
    show()
    const next = (to + found.length) % Math.max(1, found.length)
    setActive(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return // Enter that ends a Chinese word is not a choice
    if (keyed(event.key, { open, text, found, active, move, choose, hide: () => setOpen(false), clear: () => setText('') })) event.preventDefault()
  }
  return { input, text, found, open, active, type, choose, key, show, hide: () => setOpen(false) }
}

interface Keyed {
  open: boolean
  text: string
  found: readonly Choice[]
  active: number
  move(to: number): void
  choose(choice: Choice): void
  hide(): void
  clear(): void
}

/** True for a key that was used. Escape closes the list first and clears the text after. */
function keyed(name: string, box: Keyed): boolean {
  const one = box.open ? box.found[box.active] : undefined
  switch (name) {
    case 'ArrowDown':
      return (box.move(box.open ? box.active + 1 : box.active), true)
    case 'ArrowUp':
      return (box.move(box.open ? box.active - 1 : box.active), true)
    case 'Home':
      return box.open && box.text === '' && (box.move(0), true)
    case 'End':
      return box.open && box.text === '' && (box.move(box.found.length - 1), true)
    case 'Enter':
      return one !== undefined && (box.choose(one), true)
    case 'Escape':
      return box.open ? (box.hide(), true) : box.text !== '' && (box.clear(), true)
    default:
      return false
  }
}

function Choices({ box: { text, found, open, active, choose }, isOpen }: { box: Box; isOpen: boolean }) {
  const { t } = useWords()
  const isEmpty = text.trim() !== '' && found.length === 0
  return (
    <>
      <ul id={LIST} role="listbox" aria-label={t('project.found')} class="found" hidden={!isOpen}>
        {isOpen && found.map((choice, index) => (
          <li
            key={choice.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <ChoiceLine choice={choice} />
          </li>
        ))}
      </ul>
      <p class={isEmpty && open ? 'found-none' : 'unseen'} role="status">
        {isEmpty && open ? t('project.noneFound', { text }) : ''}
        {isOpen && text !== '' ? t('search.count', { count: found.length }) : ''}
      </p>
    </>
  )
}

function ChoiceLine({ choice }: { choice: Choice }) {
  const { t, pick } = useWords()
  if (choice.kind === 'activity') return <span>{pick(choice.activity.name)}</span>
  const { no, name, codes } = choice.item
  return (
    <>
      <span>{pick(name)}</span>
      <small>{codes.length > 0 ? t('project.itemCodes', { no, codes: codes.join(t('list.join')) }) : t('project.item', { no })}</small>
    </>
  )
}
