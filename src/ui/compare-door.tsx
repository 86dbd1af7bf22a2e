import { useState } from 'preact/hooks'
import type { Subject } from '../core/model'
import { isSameSubject, MOST_COMPARED } from '../state/compared'
import { compareSite } from '../state/compared-verbs'
import { useApp, useWords } from './page'
import { markOf } from './compare-mark'

/** Puts what is asked about beside other sites, and opens the comparison. */
export function CompareDoor({ subject }: { subject: Subject }) {
  const app = useApp()
  const { t } = useWords()
  const [isFull, setFull] = useState(false)
  const sites = app.compared.value
  if (subject.kind === 'zones') return null
  const at = sites.findIndex((site) => isSameSubject(site.subject, subject))
  const add = () => {
    const came = compareSite(app, subject)
    setFull(came === 'full')
    if (came === 'added' && app.compared.peek().length > 1) app.panel.value = 'compare'
  }
  return (
    <p class="compare-door">
      {at < 0 && <button type="button" class="link" onClick={add}>{t('compare.add')}</button>}
      {at >= 0 && <span class="quiet">{t('compare.there', { mark: markOf(at) })}</span>}
      {sites.length > 0 && app.panel.value !== 'compare' && (
        <button type="button" class="link" onClick={() => (app.panel.value = 'compare')}>{t('compare.open', { count: sites.length })}</button>
      )}
      <span class="warn-line" role="status">{isFull && sites.length >= MOST_COMPARED ? t('compare.full', { most: MOST_COMPARED }) : ''}</span>
    </p>
  )
}
