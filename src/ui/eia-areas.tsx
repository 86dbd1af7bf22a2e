import type { EiaCatalogue } from '../core/eia-catalogue'
import { EIA_SENSITIVE } from '../core/eia-truth'
import { useClassNames } from './eia-classes'
import { About } from './eia-facts'
import type { AreaGroup, AreaLine, EiaView } from './eia-view'
import { Fold } from './fold'
import { useWords } from './page'
import { FactInput } from './project-facts'

/** How the zones here change the class: the kinds of sensitive areas the item names, and where the project stands towards each. */
export function EiaAreas({ view, eia }: { view: EiaView; eia: EiaCatalogue }) {
  const { t } = useWords()
  const { areas, difference, bearing, questions } = view
  const nameOf = useClassNames(eia)
  const atOnce = questions.find(({ fact }) => fact.id === EIA_SENSITIVE)
  if (bearing === 'never') return null
  return (
    <>
      <h4 class="eia-head">{t('eia.areas')}</h4>
      <p class="quiet">
        {bearing === 'changes' ? t('eia.changes', { touching: nameOf(difference.touching.among), clear: nameOf(difference.clear.among) }) : t(`eia.${bearing}`)}
      </p>
      {atOnce !== undefined && <FactInput fact={atOnce.fact} />}
      {bearing !== 'indifferent' && GROUPS.map((group) => <Group key={group} group={group} lines={areas[group]} isOpen={group === 'touched' || group === 'near'} />)}
    </>
  )
}

const GROUPS: readonly AreaGroup[] = ['touched', 'near', 'unknown', 'clear']

function Group({ group, lines, isOpen }: { group: AreaGroup; lines: readonly AreaLine[]; isOpen: boolean }) {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <Fold class="eia-group" open={isOpen} summary={t(`eia.${group}`, { count: lines.length })}>
      {() => <ul class="eia-areas">{lines.map((line) => <Area key={line.area} line={line} />)}</ul>}
    </Fold>
  )
}

function Area({ line: { fact, record, through, is, touched } }: { line: AreaLine }) {
  const { t, pick } = useWords()
  const isHere = through !== undefined && is !== 'outside' && is !== 'unmapped'
  const why = touched === 'unknown' && isHere ? record.note : record.absent
  return (
    <li>
      {record.absent ? <p>{pick(record.name)}</p> : <About fact={fact} ask="eia.touches" />}
      {isHere && <small>{t('eia.through', { zone: pick(through.name) })} <span class="tag" data-is={is}>{t(`is.${is}`)}</span></small>}
      {why && <small>{pick(why)}</small>}
    </li>
  )
}
