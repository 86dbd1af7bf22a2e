import type { LonLat } from '../core/model'
import type { Suitability, SuitabilityView } from '../core/suitability-types'
import { useLoaded, useWords } from './page'
import { pointedAt } from './suitability-view'
import { VerdictChip } from './verdict-chip'

/** What holds at the pointer, and the rule that decides: asked of the engine there, so that words and colours cannot differ. */
export function SuitabilityHover({ at, of, view }: { at: LonLat; of: Suitability; view: SuitabilityView }) {
  const { t, pick } = useWords()
  const world = useLoaded()?.world
  if (world === undefined) return null
  const pointed = pointedAt(at, of, view, world)
  if (pointed === null) return null
  const { rules, zones } = world.catalogue
  const rule = pointed.rule === null ? undefined : rules.get(pointed.rule.id)
  const zone = pointed.rule === null ? undefined : zones.get(pointed.rule.zone)
  return (
    <p class="hover-line" aria-label={t('hover.label')} data-word={pointed.word}>
      <VerdictChip word={pointed.word} /> {rule === undefined ? t('suit.noRule') : pick(rule.rule.title)}
      {rule !== undefined && zone !== undefined && !rule.isDistrict && <small> {pick(zone.name)}</small>}
    </p>
  )
}
