import { shownCut } from '../state/suitability'
import { later } from './later'
import { useApp, useLoaded, useWords } from './page'

/** What is only there while the map shows where the project may be built. */
const AtPointer = later(async () => (await import('./suitability-hover')).SuitabilityHover)

const MOST = 4

/** What lies under the pointer, in words: what the map shows, the page also says. */
export function HoverLine() {
  const { hover, opening, pointer, suit, suitability } = useApp()
  const { t, pick } = useWords()
  const zones = useLoaded()?.world.catalogue.zones
  const [view, cut] = [suit.value, shownCut(suitability.value)]
  if (view !== null && cut !== null && pointer.value !== null) return <AtPointer at={pointer.value} of={cut} view={view} />
  if (opening.value) return <p class="hover-line" role="status">{t('hover.opening')}</p>
  const names = hover.value.map((id) => zones?.get(id)).map((zone) => (zone === undefined ? '' : pick(zone.name))).filter((name) => name !== '')
  if (names.length === 0) return null
  return <p class="hover-line" aria-label={t('hover.label')}>{names.slice(0, MOST).join(' · ')}{names.length > MOST && ' …'}</p>
}
