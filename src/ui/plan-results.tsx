import { Fold } from './fold'
import { formatNumber } from './format'
import { useWords } from './page'
import { ScalePicture } from './plan-charts'
import { MoreRow } from './plan-links'
import { nameOf } from './plan-targets'
import { byCategory, RESULTS, type Grouped, type ResultRow } from './plan-view'

interface Props {
  rows: readonly ResultRow[]
  /** The year they were measured in. */
  year: number
}

/** What came of the targets of the period before. */
export function PlanResults({ rows, year }: Props) {
  const { t, lang } = useWords()
  const parts = RESULTS.flatMap((result) => {
    const count = rows.filter((row) => row.result === result).length
    return count === 0 ? [] : [t('plan.part', { word: t(`plan.result.${result}`), count: formatNumber(count, lang) })]
  })
  return (
    <section class="plan-part" aria-label={t('plan.results')}>
      <h3>{t('plan.results')}</h3>
      <div class="plan-marks" aria-hidden="true">
        {rows.map(({ indicator, result }) => <i key={indicator.id} data-result={result} />)}
      </div>
      <Fold class="group" summary={t('plan.resultsSum', { count: formatNumber(rows.length, lang), parts: parts.join(t('list.join')) })}>
        {() => byCategory(rows).map((group) => <Results key={group.category.zh} group={group} year={year} />)}
      </Fold>
    </section>
  )
}

function Results({ group: { category, rows }, year }: { group: Grouped<ResultRow>; year: number }) {
  const { t, pick } = useWords()
  return (
    <table class="plan-table">
      <caption>{pick(category)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.col.name')}</th>
          <th scope="col" class="figure">{t('plan.col.target', { year })}</th>
          <th scope="col" class="chart"><span class="unseen">{t('plan.col.chart')}</span></th>
          <th scope="col" class="figure">{t('plan.col.done', { year })}</th>
          <th scope="col">{t('plan.col.result')}</th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Line key={row.indicator.id} row={row} />)}</tbody>
    </table>
  )
}

function Line({ row: { indicator, result, scale } }: { row: ResultRow }) {
  const { t, pick } = useWords()
  const { group, remark, footnotes = [], target2020, value2020 } = indicator
  return (
    <>
      <tr>
        <th scope="row">
          <span>
            {group && <small>{pick(group)}</small>}
            {nameOf(indicator, pick, t)}
          </span>
        </th>
        <td class="figure">{target2020 && pick(target2020)}</td>
        {scale && <td class="chart"><ScalePicture scale={scale} /></td>}
        <td class="figure" colSpan={scale === null ? 2 : 1}>{scale === null ? value2020 && pick(value2020) : <b>{value2020 && pick(value2020)}</b>}</td>
        <td><span class="plan-result" data-result={result}><i data-result={result} /> {t(`plan.result.${result}`)}</span></td>
      </tr>
      <MoreRow of={indicator} notes={[...(remark ? [remark] : []), ...footnotes].map(pick)} />
    </>
  )
}
