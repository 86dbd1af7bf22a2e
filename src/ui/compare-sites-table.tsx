import type { ComponentChildren } from 'preact'
import { DASH, type Cell, type Row, type Section } from './compare-sites-view'
import { useWords } from './page'
import { VerdictChip } from './verdict-chip'

interface Props {
  sections: readonly Section[]
  /** Heads of the columns, one for each site. */
  heads: readonly ComponentChildren[]
  /** Head of a row; its title where absent. */
  title?: (row: Row) => ComponentChildren
}

/** A column for each site, a row for each thing compared; rows that differ are marked. */
export function SitesTable({ sections, heads, title = (row) => row.title }: Props) {
  const { t } = useWords()
  return (
    <table class="sites">
      <caption class="unseen">{t('compare.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.row')}</th>
          {heads.map((head, at) => <th key={at} scope="col">{head}</th>)}
        </tr>
      </thead>
      {sections.map(({ id, rows }) => (
        <tbody key={id}>
          <tr class="section">
            <th scope="rowgroup" colSpan={heads.length + 1}><span>{t(`compare.section.${id}`)}</span></th>
          </tr>
          {rows.map((row) => <RowLine key={row.key} row={row} title={title} />)}
        </tbody>
      ))}
    </table>
  )
}

function RowLine({ row, title }: { row: Row; title: (row: Row) => ComponentChildren }) {
  const { t } = useWords()
  return (
    <tr data-differs={row.differs} data-key={row.key}>
      <th scope="row">
        {row.differs && <span class="differs" title={t('compare.different')}><span aria-hidden="true">≠</span><span class="unseen">{t('compare.different')}</span></span>}
        {title(row)}
        {row.note && <small>{row.note}</small>}
      </th>
      {row.cells.map((cell, at) => <td key={at} data-is={cell.is}><CellWords cell={cell} /></td>)}
    </tr>
  )
}

/** The verdict as a chip; what stands in it is not said twice. */
function CellWords({ cell: { main, small, word } }: { cell: Cell }) {
  const { t } = useWords()
  const isSaid = word !== undefined && main === t(`verdict.word.${word}`)
  return (
    <>
      {word && <VerdictChip word={word} />} {!isSaid && <span class={main === DASH ? 'quiet' : 'main'}>{main}</span>}
      {small.map((line) => <small key={line}>{line}</small>)}
    </>
  )
}
