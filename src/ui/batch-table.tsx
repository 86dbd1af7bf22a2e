import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { BatchQuery, BatchRow, BatchRows, BatchState, RowAnswer } from '../core/batch-types'
import { chooseRow } from './batch-desk'
import { ariaSort, columnsOf, leadingRule, otherRules, sortedBy, wordOf, type TableColumn } from './batch-view'
import { formatDegrees, formatNumber } from './format'
import { Icon } from './icon'
import { useApp, useLoaded, useWords } from './page'
import { VerdictChip } from './verdict-chip'

interface Props {
  state: BatchState
  query: BatchQuery
  found: BatchRows
  show(query: BatchQuery): void
}

/** A page of rows. */
export function BatchTable({ state, query, found, show }: Props) {
  const { t } = useWords()
  const columns = columnsOf(state)
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => scroll.current?.scrollTo({ top: 0 }), [query])
  return (
    <div ref={scroll} class="wide-scroll batch-scroll" role="region" aria-label={t('batch.table')} tabIndex={0}>
      <table class="batch-rows" aria-rowcount={found.total + 1}>
        <thead>
          <tr>{columns.map((column) => <Title key={column} column={column} query={query} show={show} />)}</tr>
        </thead>
        <tbody>{found.rows.map((row, i) => <Row key={row.at} row={row} index={query.from + i + 2} columns={columns} />)}</tbody>
      </table>
      {found.total === 0 && <p class="quiet batch-said">{t('batch.none')}</p>}
    </div>
  )
}

const NUMBERS: readonly TableColumn[] = ['row', 'rules', 'toVerify', 'lon', 'lat']

function Title({ column, query, show }: { column: TableColumn } & Pick<Props, 'query' | 'show'>) {
  const { t } = useWords()
  const word = t(`batch.column.${column}`)
  if (column === 'decidedBy') return <th scope="col">{word}</th>
  const sort = ariaSort(query, column)
  return (
    <th scope="col" aria-sort={sort} data-number={NUMBERS.includes(column)}>
      <button type="button" onClick={() => show(sortedBy(query, column))}>
        {word}
        {sort !== 'none' && <Icon name={sort === 'ascending' ? 'up' : 'down'} />}
      </button>
    </th>
  )
}

function Row({ row, index, columns }: { row: BatchRow; index: number; columns: readonly TableColumn[] }) {
  const app = useApp()
  const { t, pick } = useWords()
  const isChosen = app.batchRow.value?.at === row.at
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => void (isChosen && line.current?.scrollIntoView({ block: 'nearest' })), [isChosen])
  const name = row.name || t('batch.unnamed', { no: row.no })
  const ask = () => chooseRow(app, row.at)
  if (row.problem !== null) {
    return (
      <tr ref={line} aria-rowindex={index} data-problem="true">
        <td data-number="true">{row.no}</td>
        <th scope="row">{name}</th>
        <td colSpan={columns.length - 2}>{pick(row.problem)}</td>
      </tr>
    )
  }
  return (
    <tr ref={line} aria-rowindex={index} aria-selected={isChosen} onClick={ask}>
      {columns.map((column) => (column === 'name' ? (
        <th key={column} scope="row">
          <button type="button" class="link" aria-label={t('batch.ask', { no: row.no, name })} onClick={(event) => (event.stopPropagation(), ask())}>{name}</button>
        </th>
      ) : <td key={column} data-number={NUMBERS.includes(column)}><Cell row={row} column={column} /></td>))}
    </tr>
  )
}

function Cell({ row, column }: { row: BatchRow; column: TableColumn }): ComponentChildren {
  const { t, lang } = useWords()
  const { no, lonLat, answer } = row
  switch (column) {
    case 'row':
      return no
    case 'lon':
    case 'lat':
      return lonLat && formatDegrees(lonLat[column === 'lon' ? 0 : 1])
    case 'asDrawn':
    case 'certain':
    case 'possible':
      return <Word row={row} part={column} />
    case 'rules':
    case 'toVerify':
      return answer && formatNumber(answer[column], lang)
    case 'zones':
      return answer && (answer.district === 'outside' && answer.verdict === null ? <span class="quiet">{t('batch.group.beyond')}</span> : <Zones answer={answer} />)
    case 'decidedBy':
      return answer && answer.district !== 'outside' && <Deciding answer={answer} />
    case 'name':
      return row.name || t('batch.unnamed', { no })
  }
}

function Word({ row, part }: { row: BatchRow; part: 'asDrawn' | 'certain' | 'possible' }) {
  const { t } = useWords()
  const word = wordOf(row, part)
  if (word === null) return row.answer !== null && part === 'asDrawn' ? <span class="quiet">{t('batch.group.beyond')}</span> : null
  return part === 'asDrawn' ? <VerdictChip word={word} /> : <span class="batch-word" data-word={word}>{t(`verdict.word.${word}`)}</span>
}

const NAMED = 2

function Zones({ answer: { zones, possibleZones } }: { answer: RowAnswer }) {
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const names = zones.map((id) => { const zone = catalogue?.zones.get(id); return zone === undefined ? id : pick(zone.name) })
  return (
    <span class="batch-lines" title={names.join(t('list.join'))}>
      {names.slice(0, NAMED).join(t('list.join'))} {names.length > NAMED && t('batch.more', { count: names.length })}
      {possibleZones.length > 0 && <small> {t('batch.perhaps', { count: possibleZones.length })}</small>}
    </span>
  )
}

function Deciding({ answer }: { answer: RowAnswer }) {
  const { t, pick } = useWords()
  const catalogue = useLoaded()?.world.catalogue
  const id = catalogue === undefined ? null : leadingRule(answer, catalogue)
  const rule = id === null ? undefined : catalogue?.rules.get(id)?.rule
  if (rule === undefined) return null
  return <span class="batch-lines" title={pick(rule.title)}>{pick(rule.title)} {otherRules(answer) > 0 && <small>{t('batch.more', { count: answer.decidedBy.length })}</small>}</span>
}
