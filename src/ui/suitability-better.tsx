import type { BetterPlace } from '../core/suitability-types'
import { goTo } from '../state/verbs'
import { directionKey, formatDistance } from './format'
import { useApp, useWords } from './page'
import { sectorOf } from './suitability-view'
import { VerdictChip } from './verdict-chip'

/** To which the distance is told, metres: the place found is a spot of its own, not a line with an error. */
const STEP_M = 100

/** The nearest places where the project fares better than at the place asked about. */
export function BetterPlaces() {
  const { better } = useApp()
  const { t } = useWords()
  const found = better.value
  // A milder verdict that is certain promises nothing: stricter ones may hold there all the same.
  const places = found.status === 'ready' ? found.places.filter(({ view }) => view !== 'certain') : []
  if (found.status === 'none') return null
  return (
    <section class="suit-better" aria-label={t('suit.better')}>
      <h3>{t('suit.better')}</h3>
      {found.status === 'seeking' && <p class="quiet slow" role="status">{t('suit.seeking')}</p>}
      {found.status === 'failed' && <p class="warn" role="alert">{t('suit.betterFailed', { why: found.why })}</p>}
      {found.status === 'ready' && places.length === 0 && <p class="quiet">{t('suit.betterNone')}</p>}
      {places.length > 0 && (
        <>
          <ul>
            {places.map((place) => <Place key={place.view} place={place} />)}
          </ul>
          <p class="quiet">{t(places.some(({ view }) => view === 'possible') ? 'suit.betterSafe' : 'suit.betterUnsure')}</p>
        </>
      )}
    </section>
  )
}

function Place({ place: { view, at, verdict, distanceM, bearingDeg } }: { place: BetterPlace }) {
  const app = useApp()
  const words = useWords()
  const { t } = words
  const way = t('suit.way', { direction: t(directionKey(sectorOf(bearingDeg))), distance: formatDistance(distanceM, STEP_M, words) })
  return (
    <li>
      <span><small>{t(`verdict.${view}`)}</small> {way} <VerdictChip word={verdict} /></span>
      <button type="button" class="link" aria-label={t('suit.goTo', { way })} onClick={() => goTo(app, at)}>{t('suit.go')}</button>
    </li>
  )
}
