import { useMemo } from 'preact/hooks'
import { IS_NEW } from '../core/catalogue'
import type { Activity } from '../core/seed-types'
import { setFact } from '../state/verbs'
import { Switch } from './masthead'
import { useApp, useLoaded, useWords } from './page'

/** Which kind of project the question is about: a native list, and whether it is yet to be built. */
export function ProjectPicker() {
  const { project } = useApp()
  const { t } = useWords()
  const activities = useActivities()
  const [chosen = ''] = project.value
  return (
    <section class="project" aria-label={t('project.title')}>
      <label>
        <span>{t('project.title')}</span>
        <select aria-label={t('project.label')} value={chosen} onChange={({ currentTarget: { value } }) => (project.value = value === '' ? [] : [value])}>
          <option value="">{t('project.none')}</option>
          {activities.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
      </label>
      {chosen !== '' && <IsNew />}
    </section>
  )
}

function useActivities(): { id: string; label: string }[] {
  const { pick, lang } = useWords()
  const activities = useLoaded()?.world.catalogue.activities
  return useMemo(() => {
    const order = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN' : 'en-GB')
    const named = [...(activities?.values() ?? [])].map(({ id, name }: Activity) => ({ id, label: pick(name) }))
    return named.sort((a, b) => order.compare(a.label, b.label))
  }, [activities, lang])
}

type Tri = 'yes' | 'no' | 'unknown'

function IsNew() {
  const app = useApp()
  const { t } = useWords()
  const value = app.facts.value[IS_NEW]
  const said: Tri = value === true ? 'yes' : value === false ? 'no' : 'unknown'
  const options: [Tri, string][] = [['yes', t('project.yes')], ['no', t('project.no')], ['unknown', t('project.unknown')]]
  return (
    <div class="fact">
      <span aria-hidden="true">{t('project.isNew')}</span>
      <Switch name="is-new" label={t('project.isNew')} options={options} value={said} choose={(word) => setFact(app, IS_NEW, word === 'unknown' ? undefined : word === 'yes')} />
    </div>
  )
}
