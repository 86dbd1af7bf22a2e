import type { Answer } from '../core/model'
import type { Zone } from '../core/seed-types'
import { setKnown } from '../state/verbs'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useApp, useLoaded, useWords } from './page'
import { checklistOf, type ZonesToVerify } from './verdict-view'

/** What is still to be verified: facts, zones with the office that knows, terms that have ended, documents. */
export function Verify({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const { known } = useApp()
  const catalogue = useLoaded()?.world.catalogue
  if (catalogue === undefined) return null
  const { facts, zones, terms, documents } = checklistOf(answer, catalogue)
  if (answer.toVerify.length === 0 && Object.keys(known.value).length === 0) return null
  return (
    <section class="verify" aria-label={t('verify.title')}>
      <h4>{t('verify.title')}</h4>
      <Verified />
      {facts.length > 0 && <FactsLeft count={facts.length} />}
      {zones.length > 0 && <Zones groups={zones} />}
      {terms.map(({ rules }) => <Titles key="terms" summary={t('verify.terms', { count: rules.length })} why={t('verify.termsWhy')} rules={rules} />)}
      {documents.length > 0 && (
        <Fold summary={t('verify.documents', { count: documents.length })}>
          {() => (
            <>
              <p class="quiet">{t('verify.documentsWhy')}</p>
              <ul>{documents.map(({ document }) => <li key={document} lang="zh-Hans">{document}</li>)}</ul>
            </>
          )}
        </Fold>
      )}
    </section>
  )
}

/** Leads to the questions above. */
function FactsLeft({ count }: { count: number }) {
  const { t, lang } = useWords()
  const go = () => {
    const facts = document.getElementById('project-facts')
    const open = facts?.querySelector<HTMLElement>('[data-known="false"] :is(input, select)')
    open?.focus()
  }
  return <p><button type="button" class="link" onClick={go}>{t('verify.facts', { count: formatNumber(count, lang) })}</button></p>
}

/** Zones the asker has verified, each of which can be taken back. */
function Verified() {
  const app = useApp()
  const { t, pick } = useWords()
  const zones = useLoaded()?.world.catalogue.zones
  const known = Object.entries(app.known.value).flatMap(([id, side]) => {
    const zone = zones?.get(id)
    return zone === undefined ? [] : [{ zone, side }]
  })
  if (known.length === 0) return null
  return (
    <ul class="verified" aria-label={t('verify.known')}>
      {known.map(({ zone, side }) => (
        <li key={zone.id}>
          <span>{t(side === 'inside' ? 'verify.isInside' : 'verify.isOutside', { zone: pick(zone.name) })}</span>
          <button type="button" class="link" aria-label={t('verify.takeBackOf', { zone: pick(zone.name) })} onClick={() => setKnown(app, zone.id, undefined)}>{t('verify.takeBack')}</button>
        </li>
      ))}
    </ul>
  )
}

function Zones({ groups }: { groups: readonly ZonesToVerify[] }) {
  const { t, pick, lang } = useWords()
  const all = groups.reduce((count, { zones }) => count + zones.length, 0)
  return (
    <Fold summary={t('verify.zones', { count: formatNumber(all, lang) })}>
      {() => groups.map(({ office, zones }) => (
        <section key={office?.id ?? ''} class="office">
          {office && <h5>{t('unmapped.ask', { office: pick(office.name) })}</h5>}
          <ul>{zones.map((one) => <ZoneToVerify key={one.zone.id} {...one} />)}</ul>
        </section>
      ))}
    </Fold>
  )
}

function ZoneToVerify({ zone, rules, isDrawn }: { zone: Zone; rules: readonly string[]; isDrawn: boolean }) {
  const app = useApp()
  const { t, pick, lang } = useWords()
  const name = pick(zone.name)
  const sides = [['inside', t('verify.inside'), t('verify.insideOf', { zone: name })], ['outside', t('verify.outside'), t('verify.outsideOf', { zone: name })]] as const
  return (
    <li>
      <span>{name} <small>{t(isDrawn ? 'verify.drawn' : 'verify.undrawn', { count: formatNumber(rules.length, lang) })}</small></span>
      <span class="sides">
        {sides.map(([side, word, label]) => <button key={side} type="button" aria-label={label} onClick={() => setKnown(app, zone.id, side)}>{word}</button>)}
      </span>
    </li>
  )
}

function Titles({ summary, why, rules }: { summary: string; why: string; rules: readonly string[] }) {
  const { pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const titles = rules.flatMap((id) => catalogue?.rules.get(id)?.rule ?? [])
  return (
    <Fold summary={summary}>
      {() => (
        <>
          <p class="quiet">{why}</p>
          <ul>{titles.map(({ id, title }) => <li key={id}>{pick(title)}</li>)}</ul>
        </>
      )}
    </Fold>
  )
}
