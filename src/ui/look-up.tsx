import { useEffect, useRef } from 'preact/hooks'
import type { CatalogueRule } from '../core/catalogue'
import type { Zone } from '../core/seed-types'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { PlanRule, ShowZone } from './plan-links'
import './plan-links.css'

/** A rule with its words and zones, or an undrawn zone with its office and rules. */
export function LookUp() {
  const { lookUp } = useApp()
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const dialog = useRef<HTMLDialogElement>(null)
  const { kind = 'rule', id = '' } = lookUp.value ?? {}
  useEffect(() => dialog.current?.showModal(), [])
  const rule = kind === 'rule' ? catalogue?.rules.get(id) : undefined
  const zone = kind === 'zone' ? catalogue?.zones.get(id) : undefined
  const title = rule?.rule.title ?? zone?.name
  if (title === undefined) return null
  return (
    <dialog ref={dialog} class="about" aria-label={pick(title)} onClose={() => (lookUp.value = null)}>
      <form method="dialog">
        <h2>{rule === undefined ? pick(title) : t('lookUp.rule')}</h2>
        <button type="submit" class="icon-button" aria-label={t('about.close')}>
          <Icon name="close" />
        </button>
      </form>
      {rule !== undefined && <OfRule rule={rule} />}
      {zone !== undefined && <OfZone zone={zone} />}
    </dialog>
  )
}

function OfRule({ rule: { id, rule, source } }: { rule: CatalogueRule }) {
  const { lookUp } = useApp()
  const { t, pick } = useWords()
  return (
    <>
      <PlanRule id={id} />
      <p class="quiet">{pick(source.title)}</p>
      <h3>{t('lookUp.where')}</h3>
      <div class="plan-links" onClick={() => (lookUp.value = null)}>
        {rule.zones.map((zone) => <ShowZone key={zone} zone={zone} />)}
      </div>
    </>
  )
}

function OfZone({ zone }: { zone: Zone }) {
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const office = catalogue?.offices.get(zone.office)
  const rules = catalogue?.rulesByZone.get(zone.id) ?? []
  return (
    <>
      <p>{t('lookUp.undrawn')}</p>
      {office !== undefined && <p>{t('rule.askOffice', { office: pick(office.name), knows: pick(office.knows) })}</p>}
      <h3>{t('lookUp.rules', { count: rules.length })}</h3>
      {rules.map(({ id }) => <PlanRule key={id} id={id} />)}
    </>
  )
}
