import { useMemo } from 'preact/hooks'
import { ask } from '../core/ask'
import { DISTRICT } from '../core/catalogue'
import { changesFor, type Change } from '../core/counterfactual'
import type { Answer, LonLat } from '../core/model'
import { goTo } from '../state/verbs'
import type { RuleView } from './answer-view'
import { formatDate, formatDistance, formatSigma } from './format'
import { useApp, useLoaded, useWords, type Words } from './page'
import { sayCondition } from './proof-words'
import type { Key } from './text'

const DRAWN_TO_M = 10 // a distance on the drawing; how well the line itself is known is told beside it

/** What would change a deciding rule: another place, fact or day, or a line confirmed. Worked out when first looked at. */
export function Changes({ rule: { hit }, answer }: { rule: RuleView; answer: Answer }) {
  const { t } = useWords()
  const { question } = useApp()
  const world = useLoaded()?.world
  const asked = question.value
  const changes = useMemo(() => {
    if (world === undefined || asked === null || answer.verdict === null) return []
    return changesFor({ ...answer, verdict: { ...answer.verdict, decidedBy: [hit.id] } }, asked, world)
  }, [answer, asked, world, hit.id])
  if (changes.length === 0) return <p class="quiet">{t('change.none')}</p>
  return <ul>{changes.map((change) => <ChangeLine key={JSON.stringify(change)} change={change} answer={answer} />)}</ul>
}

function ChangeLine({ change, answer }: { change: Change; answer: Answer }) {
  const app = useApp()
  const words = useWords()
  const { t } = words
  const leaves = useLeaves()
  const then = t('change.then', { word: t(`verdict.word.${change.asDrawn}`) })
  return (
    <li>
      {useChange(change, answer, words)} {then}
      {change.kind === 'move' && leaves(change.lonLat) && <> {t('change.leaves')}</>}
      {change.kind === 'move' && <> <button type="button" class="link" onClick={() => goTo(app, change.lonLat)}>{t('change.go')}</button></>}
    </li>
  )
}

/** Whether a place lies outside the district: there other documents speak. */
function useLeaves(): (lonLat: LonLat) => boolean {
  const { on } = useApp()
  const world = useLoaded()?.world
  return (lonLat) => world !== undefined && ask({ kind: 'point', lonLat }, { on: on.value }, world).findings.some(({ zone, is }) => zone === DISTRICT && (is === 'outside' || is === 'possible'))
}

function useChange(change: Change, answer: Answer, words: Words): string {
  const catalogue = useLoaded()?.world.catalogue
  const { t, pick, lang } = words
  const nameOf = (id: string) => {
    const zone = catalogue?.zones.get(id)
    return zone === undefined ? id : pick(zone.name)
  }
  switch (change.kind) {
    case 'move': {
      const sigmaM = answer.findings.find(({ zone }) => zone === change.zone)?.sigmaM ?? 0
      const direction: Key = `place.${change.direction}`
      return t('change.move', { direction: t(direction), distance: formatDistance(change.distanceM, DRAWN_TO_M, words), zone: nameOf(change.zone), sigma: formatSigma(sigmaM, lang) })
    }
    case 'fact': {
      const fact = catalogue?.facts.get(change.param)
      return t('change.fact', { condition: fact === undefined ? change.param : sayCondition(fact, change, words) })
    }
    case 'date':
      return t('change.date', { date: formatDate(change.on, lang) })
    case 'known':
      return t(change.is === 'inside' ? 'change.inside' : 'change.outside', { zone: nameOf(change.zone) })
  }
}
