import type { CatalogueRule } from '../core/catalogue'
import type { Suitability, SuitabilityView } from '../core/suitability-types'
import { VERDICTS } from '../core/verdict'
import { SUITABILITY_VIEWS } from '../state/suitability'
import { Fold } from './fold'
import { formatNumber } from './format'
import { useApp, useLoaded, useWords } from './page'
import { decidersOf, legendOf, strictestIn } from './suitability-view'

const NAMED_AT_ONCE = 5

/** What the map shows, in words: the areas in all views, and the rules behind the strictest verdict. */
export function SuitabilityDetails({ of, view }: { of: Suitability; view: SuitabilityView }) {
  const { t } = useWords()
  return (
    <div class="suit-details">
      <Areas of={of} />
      <Deciders of={of} view={view} />
      <p class="quiet">{t('suit.receded')}</p>
    </div>
  )
}

function Areas({ of }: { of: Suitability }) {
  const { t, lang } = useWords()
  const byView = SUITABILITY_VIEWS.map((view) => legendOf(of, view))
  return (
    <table class="suit-areas">
      <caption>{t('suit.areas')}</caption>
      <thead>
        <tr>
          <td />
          {SUITABILITY_VIEWS.map((view) => <th key={view} scope="col">{t(`verdict.${view}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {VERDICTS.map((word, at) => (
          <tr key={word}>
            <th scope="row">{t(`verdict.word.${word}`)}</th>
            {byView.map((rows, column) => <td key={column}>{formatNumber(rows[at]?.km2 ?? 0, lang)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Deciders({ of, view }: { of: Suitability; view: SuitabilityView }) {
  const { t, lang } = useWords()
  const { project } = useApp()
  const world = useLoaded()?.world
  if (world === undefined || project.value.length === 0) return null
  const rules = decidersOf(of, view, world)
  if (rules.length === 0) return <p class="quiet">{t('verdict.noDecider')}</p>
  const more = rules.slice(NAMED_AT_ONCE)
  return (
    <section aria-label={t('suit.deciders')}>
      <h3>{t('suit.decidedBy', { word: t(`verdict.word.${strictestIn(of, view)}`), count: formatNumber(rules.length, lang) })}</h3>
      <RuleLines rules={rules.slice(0, NAMED_AT_ONCE)} />
      {more.length > 0 && <Fold summary={t('verdict.moreDeciders', { count: formatNumber(more.length, lang) })}>{() => <RuleLines rules={more} />}</Fold>}
    </section>
  )
}

const MOST_ZONES = 3

function RuleLines({ rules }: { rules: readonly CatalogueRule[] }) {
  const { t, pick } = useWords()
  const zones = useLoaded()?.world.catalogue.zones
  const named = (ids: readonly string[]) => ids.slice(0, MOST_ZONES).flatMap((id) => zones?.get(id) ?? []).map(({ name }) => pick(name)).join(t('list.join'))
  return (
    <ul>
      {rules.map(({ id, rule, isDistrict }) => <li key={id}>{pick(rule.title)} <small>{isDistrict ? t('proof.everywhere') : named(rule.zones)}</small></li>)}
    </ul>
  )
}
