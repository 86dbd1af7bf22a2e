import type { ProjectGroup } from '../core/seed-types'
import { formatNumber } from './format'
import { useWords } from './page'
import { BarPicture, StackPicture } from './plan-charts'
import { PlanLinks } from './plan-links'
import { sharesOf, totalOf } from './plan-view'

/** Key projects by field, and where the money was to come from. */
export function PlanProjects({ projects }: { projects: readonly ProjectGroup[] }) {
  const { t, lang } = useWords()
  const [fields, funds] = [sharesOf(projects, 'field'), sharesOf(projects, 'funding')]
  const [count, amount] = [totalOf(projects, 'count'), totalOf(projects, 'amount100MYuan')]
  return (
    <>
      {fields.length > 0 && count !== undefined && (
        <section class="plan-part" aria-label={t('plan.projects', { count })}>
          <h3>{t('plan.projects', { count: formatNumber(count, lang) })}</h3>
          <p class="quiet">{t('plan.projectsHow')}</p>
          <Fields projects={projects} />
        </section>
      )}
      {funds.length > 0 && amount !== undefined && (
        <section class="plan-part" aria-label={t('plan.funding', { amount })}>
          <h3>{t('plan.funding', { amount: formatNumber(amount, lang, 1) })}</h3>
          <p class="quiet">{t('plan.fundingHow')}</p>
          <StackPicture shares={funds} />
          <Funds projects={projects} />
        </section>
      )}
    </>
  )
}

function Fields({ projects }: { projects: readonly ProjectGroup[] }) {
  const { t, pick, lang } = useWords()
  return (
    <table class="plan-table plan-fields">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('plan.col.field')}</th>
          <th scope="col">{t('plan.col.chart')}</th>
          <th scope="col">{t('plan.col.count')}</th>
        </tr>
      </thead>
      <tbody>
        {sharesOf(projects, 'field').map(({ group, figure, ofLargest }) => (
          <tr key={group.id}>
            <th scope="row"><span>{pick(group.name)}<PlanLinks {...group} /></span></th>
            <td><BarPicture part={ofLargest} /></td>
            <td class="figure"><b>{t('plan.items', { count: formatNumber(figure, lang) })}</b></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Funds({ projects }: { projects: readonly ProjectGroup[] }) {
  const { t, pick, lang } = useWords()
  return (
    <table class="plan-table plan-funds">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('plan.col.source')}</th>
          <th scope="col">{t('plan.col.amount')}</th>
          <th scope="col">{t('plan.col.share')}</th>
        </tr>
      </thead>
      <tbody>
        {sharesOf(projects, 'funding').map(({ group, figure, ofAll }, at) => (
          <tr key={group.id}>
            <th scope="row"><i class="plan-swatch" data-part={at} /> <span>{pick(group.name)}</span></th>
            <td class="figure"><b>{t('plan.amount', { amount: formatNumber(figure, lang, 1) })}</b></td>
            <td class="figure">{formatNumber(100 * ofAll, lang)}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
