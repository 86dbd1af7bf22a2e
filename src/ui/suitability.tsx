import { showSuitability, shownCut, SUITABILITY_VIEWS } from '../state/suitability'
import type { Suitability, SuitabilityView } from '../core/suitability-types'
import { Fold } from './fold'
import { formatNumber } from './format'
import { Switch } from './masthead'
import { useApp, useWords } from './page'
import { BetterPlaces } from './suitability-better'
import { SuitabilityDetails } from './suitability-details'
import { VerdictSwatch } from './suitability-swatch'
import { legendOf, type LegendRow } from './suitability-view'
import './suitability.css'

/** What the colours mean, how much of the district each covers, and in which view. */
export function SuitabilityLegend() {
  const { suit, suitability, undecked, known } = useApp()
  const { t } = useWords()
  const view = suit.value
  const shown = shownCut(suitability.value)
  if (view === null) return null
  return (
    <div class="suit-card">
      <Views view={view} />
      <p class="quiet">{t(`suit.view.${view}`)}</p>
      {shown !== null && <Rows of={shown} view={view} />}
      <State />
      {undecked.value && <p class="warn" role="alert">{t('suit.undecked')}</p>}
      {Object.keys(known.value).length > 0 && <p class="quiet">{t('suit.known')}</p>}
      <BetterPlaces />
      {shown !== null && <Fold summary={t('suit.more')}>{() => <SuitabilityDetails of={shown} view={view} />}</Fold>}
    </div>
  )
}

function Views({ view }: { view: SuitabilityView }) {
  const app = useApp()
  const { t } = useWords()
  const options = SUITABILITY_VIEWS.map((one): [SuitabilityView, string] => [one, t(`verdict.${one}`)])
  return <Switch name="suit-view" label={t('suit.views')} options={options} value={view} choose={(one) => showSuitability(app, one)} />
}

function Rows({ of, view }: { of: Suitability; view: SuitabilityView }) {
  const { t, lang } = useWords()
  return (
    <table class="suit-rows">
      <caption class="unseen">{t('suit.legend')}</caption>
      <tbody>
        {legendOf(of, view).map((row) => <Row key={row.word} row={row} />)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('suit.district')}</th>
          <td>{t('suit.km2', { value: formatNumber(of.areaM2 / 1_000_000, lang) })}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

function Row({ row: { word, areaM2, km2, percent } }: { row: LegendRow }) {
  const { theme } = useApp()
  const { t, lang } = useWords()
  const isLittle = areaM2 > 0 && km2 === 0
  return (
    <tr data-word={word} data-none={areaM2 === 0}>
      <th scope="row"><VerdictSwatch word={word} theme={theme.value} /> {t(`verdict.word.${word}`)}</th>
      <td>{areaM2 === 0 ? t('suit.none') : isLittle ? t('suit.littleArea') : t('suit.km2', { value: formatNumber(km2, lang) })}</td>
      <td>{areaM2 === 0 ? '' : percent === 0 ? t('suit.littleShare') : t('suit.share', { value: formatNumber(percent, lang) })}</td>
    </tr>
  )
}

/** How far the work is, or why it failed. */
function State() {
  const app = useApp()
  const { t } = useWords()
  const cut = app.suitability.value
  if (cut.status === 'failed') return <p class="warn" role="alert">{t('suit.failed', { why: cut.why })}</p>
  if (cut.status !== 'cutting') return null
  return (
    <p class="suit-work slow" role="status">
      <span>{t('suit.cutting')}</span>
      <progress max={1} value={cut.share} aria-label={t('suit.cutting')} />
      <button type="button" class="link" onClick={() => showSuitability(app, null)}>{t('suit.cancel')}</button>
    </p>
  )
}
