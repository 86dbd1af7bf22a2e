import { batch } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { App } from '../state/app'
import { lookAt, setShown } from '../state/verbs'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useApp, useLoaded, useWords } from './page'
import { placesOf, type Place } from './places'
import { EffectChip, Law } from './rule-card'

const ZONE_ZOOM = 11 // a town and its surroundings fill the map
const PHONE_PX = 900 // as in phone.css

interface Linked {
  zones?: readonly string[]
  rules?: readonly string[]
}

/** The places a row concerns, and the rules that set or serve it. */
export function PlanLinks({ zones = [], rules = [] }: Linked) {
  const { t, lang } = useWords()
  if (zones.length + rules.length === 0) return null
  return (
    <div class="plan-links">
      {zones.map((zone) => <ShowZone key={zone} zone={zone} />)}
      {rules.length > 0 && <Fold summary={t('plan.rules', { count: formatNumber(rules.length, lang) })}>{() => rules.map((rule) => <PlanRule key={rule} id={rule} />)}</Fold>}
    </div>
  )
}

/** Remarks and the same links, below a row of a table with five columns. */
export function MoreRow({ of: { zones = [], rules = [] }, notes }: { of: Linked; notes: readonly string[] }) {
  if (zones.length + rules.length + notes.length === 0) return null
  return (
    <tr class="plan-more">
      <td colSpan={5}>
        {notes.map((note) => <small key={note}>{note}</small>)}
        <PlanLinks zones={zones} rules={rules} />
      </td>
    </tr>
  )
}

/** Highlights a zone, switches it on where it was off, and takes the map there. */
function show(app: App, zone: string, layers: readonly string[], place: Place | undefined): void {
  batch(() => {
    app.selected.value = zone
    setShown(app, [zone, ...layers], true)
    if (place !== undefined) lookAt(app, place.lonLat, ZONE_ZOOM)
    if (innerWidth < PHONE_PX) app.panel.value = null // the map lies under the panel
  })
}

/** Shows a zone on the map. */
export function ShowZone({ zone }: { zone: string }) {
  const app = useApp()
  const { t, pick } = useWords()
  const loaded = useLoaded()
  const places = useMemo(() => (loaded === null ? [] : placesOf(loaded, site.seats)), [loaded])
  const known = loaded?.world.catalogue.zones.get(zone)
  if (known === undefined || loaded === null) return null
  const layers = loaded.layers.filter((layer) => layer.zones.includes(zone)).map(({ id }) => id)
  return (
    <button
      type="button"
      class="plan-place"
      aria-pressed={app.selected.value === zone}
      aria-label={t('plan.show', { name: pick(known.name) })}
      onClick={() => show(app, zone, layers, places.find(({ id }) => id === zone))}
    >
      {pick(known.name)}
    </button>
  )
}

/** A rule with its words. */
export function PlanRule({ id }: { id: string }) {
  const { pick } = useWords()
  const found = useLoaded()?.world.catalogue.rules.get(id)
  if (found === undefined) return null
  return (
    <article class="plan-rule">
      <h5><EffectChip effect={found.rule.effect} /> {pick(found.rule.title)}</h5>
      <Law id={id} />
    </article>
  )
}
