/** Records as columns, one list for each field: beside their like, values pack better than in records. */
import type { Steps } from './steps'

/** `null` stands where a record is without the field. */
export interface Columns {
  length: number
  columns: Record<string, unknown[]>
}

export function toColumns(records: readonly object[]): Columns {
  const fields = [...new Set(records.flatMap(Object.keys))]
  return { length: records.length, columns: Object.fromEntries(fields.map((field) => [field, records.map((record) => new Map(Object.entries(record)).get(field) ?? null)])) }
}

/** The records again, each with its own fields alone. */
export function* fromColumns({ length, columns }: Columns): Steps<Record<string, unknown>[]> {
  const fields = Object.entries(columns)
  const records: Record<string, unknown>[] = []
  for (let at = 0; at < length; at++) {
    records.push(Object.fromEntries(fields.map(([field, values]): [string, unknown] => [field, values[at] ?? null]).filter(([, value]) => value !== null)))
    yield
  }
  return records
}
