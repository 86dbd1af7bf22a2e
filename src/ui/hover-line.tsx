import { useApp, useLoaded, useWords } from './page'

const MOST = 4

/** What lies under the pointer, in words: what the map shows, the page also says. */
export function HoverLine() {
  const { hover } = useApp()
  const { t, pick } = useWords()
  const zones = useLoaded()?.world.catalogue.zones
  const names = hover.value.map((id) => zones?.get(id)).map((zone) => (zone === undefined ? '' : pick(zone.name))).filter((name) => name !== '')
  if (names.length === 0) return null
  return <p class="hover-line" aria-label={t('hover.label')}>{names.slice(0, MOST).join(' · ')}{names.length > MOST && ' …'}</p>
}
