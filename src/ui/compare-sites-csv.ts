/** Compared sites as a table for a spreadsheet: a column for each site, a row for each thing compared. Pure. */
import type { SiteComparison } from '../extract/compare-sites'
import { csvCell } from '../extract/csv'
import { DASH, type Cell, type CompareView, type Section } from './compare-sites-view'
import { markOf } from './compare-mark'
import type { Words } from './page'

const BOM = '\uFEFF'

const sayCell = ({ main, small, word }: Cell, { t }: Words): string => {
  const said = word === undefined ? '' : t(`verdict.word.${word}`)
  return [...new Set([said, main, ...small])].filter((part) => part !== '' && part !== DASH).join(t('list.semicolon'))
}

const rowsOf = ({ id, rows }: Section, words: Words): string[][] =>
  rows.map(({ title, note = '', differs, cells }) => [words.t(`compare.section.${id}`), title, note, differs ? words.t('compare.different') : '', ...cells.map((cell) => sayCell(cell, words))])

/** @param about what was asked, one line each */
export function comparisonCsv({ sites, release: { engine, rules, data } }: SiteComparison, view: CompareView, about: readonly string[], words: Words): string {
  const { t } = words
  const head = ['', t('compare.row'), '', t('compare.different'), ...sites.map(({ name }, at) => `${markOf(at)} ${name}`)]
  const lines = [
    ...[t('compare.printTitle'), ...about, ...view.sentences, t('about.releaseLine', { engine, rules, data }), t('print.trust')].map((line) => [line]),
    head,
    ...view.sections.flatMap((section) => rowsOf(section, words)),
  ]
  return BOM + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}
