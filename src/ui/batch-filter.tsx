import { useEffect, useState } from 'preact/hooks'
import type { BatchQuery, BatchState, RowGroup } from '../core/batch-types'
import { VERDICTS } from '../core/verdict'
import { TYPING_MS } from './batch-desk'
import { groupsOf, PAGE_ROWS } from './batch-view'
import { formatNumber } from './format'
import { Icon, type IconName } from './icon'
import { useWords } from './page'
import { VERDICT_ICON } from './verdict-chip'

interface Props {
  state: BatchState
  query: BatchQuery
  /** How many rows fit. */
  total: number
  show(query: BatchQuery): void
}

/** How many rows of each kind there are: a click leaves those alone. */
export function BatchFilter({ state, query, total, show }: Props) {
  const { t } = useWords()
  const groups: (RowGroup | null)[] = [null, ...groupsOf(state, query.group)]
  return (
    <div class="wide-bar batch-filter">
      <div class="batch-groups" role="group" aria-label={t('batch.filter')}>
        {groups.map((group) => <GroupButton key={group} group={group} count={group === null ? state.rows : state.counts[group]} isChosen={query.group === group} choose={() => show({ ...query, group, from: 0 })} />)}
      </div>
      <Find query={query} show={show} />
      <Pages query={query} total={total} show={show} />
    </div>
  )
}

function iconOf(group: RowGroup | null): IconName | null {
  const word = VERDICTS.find((one) => one === group)
  return word === undefined ? null : VERDICT_ICON[word]
}

function GroupButton({ group, count, isChosen, choose }: { group: RowGroup | null; count: number; isChosen: boolean; choose(): void }) {
  const { t, lang } = useWords()
  const icon = iconOf(group)
  return (
    <button type="button" class="batch-group" data-word={group ?? undefined} aria-pressed={isChosen} onClick={choose}>
      {icon !== null && <Icon name={icon} />}
      {group === null ? t('batch.all') : t(`batch.group.${group}`)} <b>{formatNumber(count, lang)}</b>
    </button>
  )
}

/** Looks for text when the typing pauses. */
function Find({ query, show }: Pick<Props, 'query' | 'show'>) {
  const { t } = useWords()
  const [text, setText] = useState(query.text)
  useEffect(() => {
    const timer = setTimeout(() => text !== query.text && show({ ...query, text, from: 0 }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => setText(query.text), [query.text])
  return <input type="search" class="batch-find" aria-label={t('batch.find')} placeholder={t('batch.find')} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
}

function Pages({ query, total, show }: Pick<Props, 'query' | 'total' | 'show'>) {
  const { t, lang } = useWords()
  const { from } = query
  const turn = (by: number) => show({ ...query, from: Math.max(0, from + by * PAGE_ROWS) })
  const words = { from: formatNumber(Math.min(from + 1, total), lang), to: formatNumber(Math.min(from + PAGE_ROWS, total), lang), total: formatNumber(total, lang) }
  return (
    <nav class="batch-pages" aria-label={t('batch.pages')}>
      <button type="button" class="icon-button" aria-label={t('batch.before')} disabled={from === 0} onClick={() => turn(-1)}>
        <Icon name="before" />
      </button>
      <span role="status">{t('batch.page', words)}</span>
      <button type="button" class="icon-button" aria-label={t('batch.after')} disabled={from + PAGE_ROWS >= total} onClick={() => turn(1)}>
        <Icon name="after" />
      </button>
    </nav>
  )
}
