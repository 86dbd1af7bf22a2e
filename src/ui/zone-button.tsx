import { useComputed } from '@preact/signals'
import type { Zone } from '../core/seed-types'
import { toggleSelected } from '../state/verbs'
import { useApp, useWords } from './page'

/** The name of a zone; pressed, the map highlights it, and of a parcel the part in it. */
export function ZoneButton({ zone, title, label }: { zone: Zone; title?: string; label?: string }) {
  const app = useApp()
  const { t, pick } = useWords()
  const name = pick(zone.name)
  return (
    <button
      type="button"
      class="zone"
      aria-pressed={app.selected.value === zone.id}
      aria-label={label ?? t('here.highlight', { zone: name })}
      title={title}
      data-under={useUnderPointer(zone.id)}
      onClick={() => toggleSelected(app, zone.id)}
    >
      {name}
    </button>
  )
}

/** Follows the pointer on the map: while it is over a parcel's part in a zone, what the list says of that zone stands out. */
function useUnderPointer(zone: string) {
  const { hover, active } = useApp()
  return useComputed(() => active.value !== null && hover.value.includes(zone))
}
