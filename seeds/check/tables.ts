import type { Indicator, ProjectGroup } from '../../src/core/seed-types'
import * as list from './entries'
import { show, type Problem } from './problem'

/** The figures of a table stand in its rows of the text, and parts add up to what the text gives as their sum. */
export function tableProblems(texts: list.Texts, tables: list.Tables): Problem[] {
  return [
    ...Object.entries(tables).flatMap(([id, { indicators }]) => misread(list.indicators({ [id]: { indicators, projects: [] } }), texts[id] ?? '')),
    ...list.projects(tables).flatMap(unsaid),
    ...Object.entries(tables).flatMap(([id, { projects }]) => [...sumProblems(id, projects, 'field', 'count'), ...sumProblems(id, projects, 'funding', 'amount100MYuan')]),
  ]
}

/** Longest row of a table in the text, UTF-16 units: the last one has no next. */
const LONGEST_ROW = 120

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')

const KINDS = { binding: '约束性', anticipatory: '预期性' } as const

/** What a row must hold: its figures as printed, and its kind where the table has a column for it. */
function wordsOf({ target2020, value2020, target2025, kind }: Indicator): string[] {
  const figures = [target2020, value2020, target2025].flatMap((text) => (text === undefined ? [] : [text.zh]))
  return target2025 === undefined ? figures : [...figures, KINDS[kind]]
}

function misread(rows: list.Entry<Indicator>[], text: string): Problem[] {
  return rows.flatMap(({ file, record }, at) => {
    const next = rows[at + 1]?.record
    const from = record.quote.offset
    const isNext = next !== undefined && next.box === record.box && next.quote.offset > from
    const row = withoutSpace(text.slice(from, isNext ? next.quote.offset : from + LONGEST_ROW))
    return wordsOf(record).filter((word) => !row.includes(withoutSpace(word))).map((word) => ({
      file, record: record.id, expected: `${show(word)} in its row of the text`, found: show(row), todo: 'copy the figure from the table, character for character',
    }))
  })
}

/** A figure stands in its own quote. */
function unsaid({ file, record: { id, count, amount100MYuan, quote } }: list.Entry<ProjectGroup>): Problem[] {
  const figure = String(count ?? amount100MYuan ?? '')
  return figure !== '' && quote.text.includes(figure) ? [] : [{
    file, record: id, expected: `the figure ${figure || 'of a count or an amount'} in its quote`, found: show(quote.text), todo: 'quote the words that give the figure',
  }]
}

function sumProblems(source: string, projects: readonly ProjectGroup[], kind: ProjectGroup['kind'], unit: 'count' | 'amount100MYuan'): Problem[] {
  const total = projects.find((group) => group.kind === 'total' && group[unit] !== undefined)
  const sum = projects.filter((group) => group.kind === kind).reduce((all, group) => all + (group[unit] ?? 0), 0)
  const rounded = Math.round(sum * 10) / 10 // one decimal, as printed
  if (total === undefined || total[unit] === rounded) return []
  return [{ file: `seeds/${source}/projects.json`, record: total.id, expected: `${total[unit]} as the sum of all records of kind ${kind}`, found: String(rounded), todo: 'correct the figures from the text' }]
}
