import type { Finding } from '../core/model'
import type { AnswerView, OfficeGroup, RuleView, ZoneLine } from './answer-view'
import { Fold } from './fold'
import { formatDistance, formatNumber, formatSigma } from './format'
import { useApp, useLoaded, useWords, type Words } from './page'
import { Away, HowMuch } from './parcel-parts'
import { RuleCard } from './rule-card'
import { TermHint, Terms } from './terms'
import { ZoneButton } from './zone-button'

/** What holds here: zones most surely first, each with how near its line is and how well that is known. */
export function Here({ groups }: { groups: AnswerView['here'] }) {
  const { t } = useWords()
  return (
    <section aria-label={t('here.title')}>
      <h3>{t('here.title')}</h3>
      {groups.length === 0 && <p class="quiet">{t('here.none')}</p>}
      {groups.map(({ is, lines }) => (
        <div key={is} class="standing">
          <h4 class="tag" data-is={is}><Terms>{t(`is.${is}`)}</Terms></h4>
          <ul class="zones">{lines.filter(isOwn).map((line) => <ZoneRow key={line.zone.id} line={line} />)}</ul>
          <Derived lines={lines.filter((line) => !isOwn(line))} />
        </div>
      ))}
    </section>
  )
}

const isOwn = ({ finding }: ZoneLine): boolean => finding.via === undefined

const ZoneRow = ({ line: { zone, finding } }: { line: ZoneLine }) => (
  <li>
    <ZoneButton zone={zone} /><TermHint text={zone.name} />
    <HowNear finding={finding} />
  </li>
)

/** Wider zones that hold because a narrower one does: one line, for they say nothing new about the place. */
function Derived({ lines }: { lines: readonly ZoneLine[] }) {
  const { t, pick } = useWords()
  const zones = useLoaded()?.world.catalogue.zones
  if (lines.length === 0) return null
  return (
    <div class="derived">
      <small>{t('here.derived')}</small>
      <ul>
        {lines.map(({ zone, finding }) => {
          const from = zones?.get(finding.via ?? '')
          return <li key={zone.id}><ZoneButton zone={zone} title={from === undefined ? '' : t('here.via', { zone: pick(from.name) })} /></li>
        })}
      </ul>
    </div>
  )
}

/** The distance to the line, in digits its error allows; of a parcel how much of it the zone takes. */
export function HowNear({ finding }: { finding: Finding }) {
  const { subject } = useApp()
  return subject.value?.kind === 'parcel' ? <HowMuch finding={finding} /> : <PointNear finding={finding} />
}

function PointNear({ finding }: { finding: Finding }) {
  const said = saidNear(finding, useWords())
  return said === '' ? null : <small>{said}</small>
}

/** Where a place stands towards the line of a zone; empty where no line is known. */
export function saidNear({ distanceM, sigmaM, kind, known: isKnown }: Finding, words: Words): string {
  const { t, lang } = words
  if (isKnown) return t('here.known')
  if (kind === 'envelope') return t('here.envelopeBy')
  if (distanceM === undefined || sigmaM === undefined) return ''
  const values = { distance: formatDistance(distanceM, sigmaM, words), sigma: formatSigma(sigmaM, lang) }
  if (kind === 'axis') return t('here.axisBy', values)
  return t(distanceM <= 0 ? 'here.insideBy' : 'here.outsideBy', values)
}

/** Zones that certainly do not concern the place. */
export function Clear({ lines }: { lines: readonly ZoneLine[] }) {
  const { subject } = useApp()
  const { t, pick, lang } = useWords()
  if (lines.length === 0) return null
  return (
    <Fold class="group kind" summary={<Heading title={t('clear.title')} count={formatNumber(lines.length, lang)} />}>
      {() => (
        <>
          <p class="quiet"><Terms>{t('clear.why')}</Terms></p>
          {subject.value?.kind === 'parcel' ? <Away lines={lines} /> : <p>{lines.map(({ zone }) => pick(zone.name)).join(t('list.join'))}</p>}
        </>
      )}
    </Fold>
  )
}

const Heading = ({ title, count }: { title: string; count: string }) => <><h3>{title}</h3> <span class="count">{count}</span></>

/** Zones without a published outline, by the office to ask. */
export function Unmapped({ groups }: { groups: readonly OfficeGroup[] }) {
  const { t, pick, lang } = useWords()
  const all = groups.reduce((count, { lines }) => count + lines.length, 0)
  if (all === 0) return null
  return (
    <Fold class="group kind" summary={<Heading title={t('unmapped.title')} count={formatNumber(all, lang)} />}>
      {() => (
        <>
          <p class="quiet"><Terms>{t('unmapped.why')}</Terms></p>
          {groups.map(({ office, lines }) => (
            <section key={office?.id ?? ''} class="office">
              {office && <h4>{t('unmapped.ask', { office: pick(office.name) })}</h4>}
              <ul class="zones">{lines.map((line) => <UnknownZone key={line.zone.id} line={line} />)}</ul>
            </section>
          ))}
        </>
      )}
    </Fold>
  )
}

function UnknownZone({ line: { zone, rules } }: { line: ZoneLine & { rules: RuleView[] } }) {
  const { t, pick, lang } = useWords()
  return (
    <li>
      {pick(zone.name)}
      {rules.length > 0 && (
        <Fold summary={t('unmapped.rules', { count: formatNumber(rules.length, lang) })}>
          {() => rules.map((rule) => <RuleCard key={rule.hit.id} rule={rule} />)}
        </Fold>
      )}
    </li>
  )
}

/** Zones whose check failed: told above all lists that say "no". */
export function Failed({ lines }: { lines: AnswerView['failed'] }) {
  const { t, pick } = useWords()
  if (lines.length === 0) return null
  return (
    <section class="warn" aria-label={t('failed.title')}>
      <h3>{t('failed.title')}</h3>
      <p>{t('failed.why')}</p>
      <ul>{lines.map(({ zone, finding }) => <li key={zone.id}>{[pick(zone.name), finding.why].filter(Boolean).join('：')}</li>)}</ul>
    </section>
  )
}
