import type { Indicator } from '../core/seed-types'
import { formatNumber } from './format'
import { useWords } from './page'
import { CourseWord, ScalePicture, WayPicture } from './plan-charts'
import { MoreRow } from './plan-links'
import { byCategory, COURSES, figureOf, type IndicatorRow } from './plan-view'
import { Terms } from './terms'
import type { Translate } from './text'

export interface Years {
  base: number
  until: number
}

/** Name with its unit. */
export function nameOf({ name, unit }: Indicator, pick: (text: Indicator['name']) => string, t: Translate): string {
  const key = `plan.unit.${unit}`
  return `${pick(name)}${t.knows(key) ? t(key) : ''}`
}

const rowId = ({ indicator }: IndicatorRow): string => `plan-${indicator.id}`

/** All targets: at a glance as tiles, then row by row. */
export function PlanTargets({ rows, years }: { rows: readonly IndicatorRow[]; years: Years }) {
  const { t, lang } = useWords()
  const count = (kind: Indicator['kind']) => formatNumber(rows.filter(({ indicator }) => indicator.kind === kind).length, lang)
  const title = t('plan.targets', { count: formatNumber(rows.length, lang), ...years })
  return (
    <section class="plan-part" aria-label={title}>
      <h3>{title}</h3>
      <p class="quiet"><Terms>{t('plan.kinds', { binding: count('binding'), anticipatory: count('anticipatory') })}</Terms></p>
      <Tiles rows={rows} years={years} />
      <p class="quiet">{t('plan.reading', { ...years })} {t('plan.linksHow')}</p>
      {byCategory(rows).map(({ category, rows: own }) => <Category key={category.zh} category={category} rows={own} years={years} />)}
    </section>
  )
}

/** One tile for each target, by the way it points; filled where it binds. */
function Tiles({ rows, years }: { rows: readonly IndicatorRow[]; years: Years }) {
  const { t } = useWords()
  return (
    <>
      <dl class="plan-tiles">
        {COURSES.map((course) => {
          const own = rows.filter((row) => row.course === course)
          return own.length === 0 ? null : (
            <div key={course} data-course={course} title={t(`plan.meaning.${course}`, { ...years })}>
              <dt>{t(`plan.course.${course}`)} <b>{own.length}</b></dt>
              <dd>{own.map((row) => <Tile key={row.indicator.id} row={row} />)}</dd>
            </div>
          )
        })}
      </dl>
      <div class="plan-key">
        <span><i data-kind="binding" /> {t('plan.kind.binding')}</span>
        <span><i data-kind="anticipatory" /> {t('plan.kind.anticipatory')}</span>
      </div>
    </>
  )
}

function Tile({ row }: { row: IndicatorRow }) {
  const { t, pick } = useWords()
  const { indicator: { no, name, kind }, way } = row
  const label = t('plan.goTo', { no, name: pick(name), kind: t(`plan.kind.${kind}`), way: t(`plan.way.${way}`) })
  const go = () => {
    const target = document.getElementById(rowId(row))
    target?.scrollIntoView({ block: 'center' })
    target?.focus()
  }
  return (
    <button type="button" class="plan-tile" data-kind={kind} aria-label={label} title={label} onClick={go}>
      {no}
      <WayPicture way={way} />
    </button>
  )
}

interface CategoryProps {
  category: Indicator['category']
  rows: readonly IndicatorRow[]
  years: Years
}

function Category({ category, rows, years }: CategoryProps) {
  const { t, pick } = useWords()
  return (
    <table class="plan-table">
      <caption>{pick(category)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.col.name')}</th>
          <th scope="col" class="figure">{t('plan.col.base', { year: years.base })}</th>
          <th scope="col" class="chart"><span class="unseen">{t('plan.col.chart')}</span></th>
          <th scope="col" class="figure">{t('plan.col.target', { year: years.until })}</th>
          <th scope="col">{t('plan.col.way')}</th>
        </tr>
      </thead>
      <tbody>{rows.flatMap((row) => [row, ...row.parts]).map((row) => <Line key={row.indicator.id} row={row} />)}</tbody>
    </table>
  )
}

function Line({ row }: { row: IndicatorRow }) {
  const { t, pick } = useWords()
  const { indicator, scale, course, way } = row
  const { no, sub, kind, remark, value2020, target2025 } = indicator
  const name = nameOf(indicator, pick, t)
  const [said, note] = [target2025 && pick(target2025), remark && pick(remark)]
  return (
    <>
      <tr id={rowId(row)} tabIndex={-1}>
        <th scope="row">
          {sub === undefined && <i class="plan-no" data-kind={kind} title={t(`plan.kind.${kind}`)}>{no}<span class="unseen">{t(`plan.kind.${kind}`)}</span></i>}
          <span>
            {sub === undefined ? name : t('plan.partOf', { name })}
          </span>
        </th>
        <td class="figure">{value2020 && pick(value2020)}</td>
        {scale && <td class="chart"><ScalePicture scale={scale} /></td>}
        <td class="figure" colSpan={scale === null ? 2 : 1}>{scale === null && figureOf(target2025) === null ? said : <b>{said}</b>}</td>
        <td><CourseWord course={course} way={way} /></td>
      </tr>
      <MoreRow of={indicator} notes={note === undefined || note === said ? [] : [note]} />
    </>
  )
}
