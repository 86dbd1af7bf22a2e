/** What the table of a batch shows, and how it is turned over. Pure. */
import { ROW_GROUPS, type BatchQuery, type BatchRow, type BatchState, type RowAnswer, type RowGroup, type SortKey } from '../core/batch-types'
import type { Catalogue } from '../core/catalogue'
import type { VerdictWord } from '../core/model'
import { rankOf } from '../core/verdict'

/** Rows of a page: a native table of so many is quick everywhere. */
export const PAGE_ROWS = 100

export const START_QUERY: BatchQuery = { sort: 'row', down: false, group: null, text: '', from: 0, count: PAGE_ROWS }

/** Columns of the table: `decidedBy` alone is not sorted by. */
export type TableColumn = SortKey | 'decidedBy'

const WITH_PROJECT: readonly TableColumn[] = ['row', 'name', 'asDrawn', 'certain', 'possible', 'decidedBy', 'zones', 'toVerify', 'lon', 'lat']
const WITHOUT: readonly TableColumn[] = ['row', 'name', 'zones', 'rules', 'toVerify', 'lon', 'lat']

export const hasProject = ({ question }: BatchState): boolean => (question?.project ?? []).length > 0

export const columnsOf = (state: BatchState): readonly TableColumn[] => (hasProject(state) ? WITH_PROJECT : WITHOUT)

/** From the smallest first where names and places are, from the largest where there is much to see. */
const isDownFirst = (key: SortKey): boolean => !['row', 'name', 'lon', 'lat'].includes(key)

/** Sorts by a column, or the other way where it is sorted by already; always from the beginning. */
export const sortedBy = (query: BatchQuery, key: SortKey): BatchQuery => ({ ...query, sort: key, down: query.sort === key ? !query.down : isDownFirst(key), from: 0 })

export const ariaSort = ({ sort, down }: BatchQuery, key: TableColumn): 'ascending' | 'descending' | 'none' => (sort !== key ? 'none' : down ? 'descending' : 'ascending')

/** The query whose page holds the row at a place of the table, from 0. */
export const pageWith = (query: BatchQuery, place: number): BatchQuery => ({ ...query, from: Math.floor(place / query.count) * query.count })

/** Where a page begins that there is, in a table of so many rows. */
export const fromWithin = ({ from, count }: BatchQuery, total: number): number => (from < total ? from : Math.max(0, Math.floor((total - 1) / count) * count))

/** Groups to filter by, those that have rows, and the one filtered by. */
export const groupsOf = ({ counts }: BatchState, chosen: RowGroup | null): RowGroup[] => ROW_GROUPS.filter((group) => counts[group] > 0 || group === chosen)

/** The rule that stands for the verdict as drawn: the surest of those that ask for it. */
export function leadingRule({ verdict, decidedBy }: RowAnswer, { rules }: Catalogue): string | null {
  if (verdict === null) return null
  const asks = (id: string): boolean => (rules.get(id)?.rank ?? 0) >= rankOf(verdict.asDrawn)
  return verdict.asDrawn === 'no-specific-rule' ? null : (decidedBy.find(asks) ?? null)
}

/** How many of `decidedBy` there are beside the leading one. */
export const otherRules = ({ decidedBy }: RowAnswer): number => Math.max(0, decidedBy.length - 1)

/** The verdict of a row in a group's own word; rows outside the district have none. */
export const wordOf = ({ answer }: BatchRow, part: 'asDrawn' | 'certain' | 'possible'): VerdictWord | null =>
  answer === null || answer.verdict === null || answer.district === 'outside' ? null : answer.verdict[part]
