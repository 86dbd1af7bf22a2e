/** What was found: fetched with all that finds when the box is first used. */
import type { Text } from '../core/seed-types'
import { formatDegrees } from './format'
import { useWords } from './page'
import { saidCoordinates } from './said'
import type { Found, Search } from './search-find'

export { namedIn, search } from './search-find'

interface ResultsProps extends Search {
  text: string
  open: boolean
  active: number
  choose(one: Found): void
}

export function Results({ text, found, problem, open, active, choose }: ResultsProps) {
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

function nameOf(found: Exclude<Found, { kind: 'point' }>): Text {
  switch (found.kind) {
    case 'unmapped':
      return found.zone.name
    case 'rule':
      return found.rule.rule.title
    case 'project':
      return found.choice.kind === 'activity' ? found.choice.activity.name : found.choice.item.name
    default:
      return found.place.name
  }
}

function FoundLine({ found }: { found: Found }) {
  const { t, pick, lang } = useWords()
  if (found.kind !== 'point')
    return (
      <>
        <span>{pick(nameOf(found))}</span> <small>{t(`search.${found.kind}`)}</small>
      </>
    )
  return (
    <>
      <span>{t('search.coordinates', { place: found.lonLat.map(formatDegrees).join(', ') })}</span> <small>{saidCoordinates(found.reading, lang)}</small>
    </>
  )
}
