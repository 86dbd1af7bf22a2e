/** Which rows of a batch a table shows, and in which order. */
import { ROW_GROUPS, type BatchQuery, type RowAnswer, type RowGroup, type SortKey } from '../core/batch-types'
import { rankOf } from '../core/verdict'

/** What sorting and filtering read of a batch. */
export interface Sortable {
  readonly count: number
  readonly lonLats: Float64Array
  readonly names: readonly string[]
  answer(row: number): RowAnswer | undefined
  group(row: number): RowGroup
  /** All text of a row, in small letters. */
  text(row: number): string
}

/** By a number; what has none comes last either way. */
function numberOf(rows: Sortable, key: SortKey, row: number): number {
  if (key === 'row') return row
  if (key === 'lon') return rows.lonLats[2 * row] ?? Number.NaN
  if (key === 'lat') return rows.lonLats[2 * row + 1] ?? Number.NaN
  const answer = rows.answer(row)
  if (answer === undefined) return Number.NaN
  if (key === 'rules' || key === 'toVerify') return answer[key]
  if (key === 'zones') return answer.zones.length + answer.possibleZones.length / 1000
  if (key === 'name' || answer.verdict === null) return Number.NaN
  return answer.district === 'outside' ? -1 : rankOf(answer.verdict[key])
}

const names = new Intl.Collator(['zh-Hans', 'en'], { numeric: true })

/** From here on a million comparisons by language would be felt. */
const MANY_ROWS = 30_000

function compareNames(count: number): (a: string, b: string) => number {
  return count > MANY_ROWS ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : names.compare
}

function sorted(rows: Sortable, order: Uint32Array, key: SortKey, down: boolean): Uint32Array {
  if (key === 'row') return down ? order.toReversed() : order
  const sign = down ? -1 : 1
  if (key === 'name') {
    const compare = compareNames(order.length)
    return order.sort((a, b) => sign * compare(rows.names[a] ?? '', rows.names[b] ?? '') || a - b)
  }
  const values = new Float64Array(rows.count)
  for (const row of order) values[row] = numberOf(rows, key, row)
  const last = (value: number): number => (Number.isNaN(value) ? Infinity : sign * value)
  for (const row of order) values[row] = last(values[row] ?? Number.NaN)
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
}

/** Positions of the rows that fit a query, in its order; `from` and `count` are not looked at. */
export function orderOf(rows: Sortable, { sort, down, group, text }: BatchQuery): Uint32Array {
  const wanted = text.trim().toLowerCase()
  const fits: number[] = []
  for (let row = 0; row < rows.count; row++) {
    if (group !== null && rows.group(row) !== group) continue
    if (wanted === '' || rows.text(row).includes(wanted)) fits.push(row)
  }
  return sorted(rows, Uint32Array.from(fits), sort, down)
}

export const noCounts = (): Record<RowGroup, number> => {
  const counts = Object.fromEntries(ROW_GROUPS.map((group) => [group, 0]))
  return counts as Record<RowGroup, number>
}
