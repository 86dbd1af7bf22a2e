import { useMemo } from 'preact/hooks'
import site from '../../geodata/site.json'
import type { Activity } from '../core/seed-types'
import { addActivities, clearProject, removeActivity } from '../state/verbs'
import { Fold } from './fold'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { ProjectBox } from './project-box'
import { ProjectFacts } from './project-facts'

/** Which kind of project the question is about, and what the rules want to know of it; `folded` where there is little room. */
export function ProjectPicker({ folded = false }: { folded?: boolean }) {
  const { project, answer } = useApp()
  const { t } = useWords()
  return (
    <section class="project" aria-label={t('project.title')}>
      <ProjectBox />
      {project.value.length === 0 ? <p class="quiet">{t('project.reading')}</p> : <Chosen />}
      {project.value.length > 0 && !folded && <ProjectFacts />}
      {answer.value?.verdict != null && folded && <Fold summary={t('project.facts')}>{() => <ProjectFacts />}</Fold>}
    </section>
  )
}

/** Activities of the project that the rules know. */
function useChosen(): Activity[] {
  const { project } = useApp()
  const activities = useLoaded()?.world.catalogue.activities
  return useMemo(() => project.value.flatMap((id) => activities?.get(id) ?? []), [project.value, activities])
}

function Chosen() {
  const app = useApp()
  const { t, pick } = useWords()
  const chosen = useChosen()
  return (
    <>
      <ul class="chosen" aria-label={t('project.chosen')}>
        {chosen.map(({ id, name }) => (
          <li key={id}>
            <span>{pick(name)}</span>
            <button type="button" class="icon-button" aria-label={t('project.remove', { name: pick(name) })} onClick={() => removeActivity(app, id)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p class="project-tools">
        <Alongside />
        <button type="button" class="link" onClick={() => clearProject(app)}>{t('project.none')}</button>
      </p>
    </>
  )
}

/** Activities that come with almost every project and are asked apart, such as the works on site. */
function Alongside() {
  const app = useApp()
  const { t, pick } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  const offered = site.alongside.flatMap((id) => (app.project.value.includes(id) ? [] : (activities?.get(id) ?? [])))
  return (
    <>
      {offered.map(({ id, name }) => (
        <button key={id} type="button" class="link" onClick={() => addActivities(app, [id])}>{t('project.add', { name: pick(name) })}</button>
      ))}
    </>
  )
}
