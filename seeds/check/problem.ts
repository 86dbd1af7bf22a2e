/** One thing wrong in one record. */
export interface Problem {
  /** File under the project folder. */
  file: string
  /** Id of the record, or its position where it has none. */
  record: string
  expected: string
  found: string
  /** What to do about it. */
  todo: string
}

/** The line a person reads: file · record · expected … · found … · what to do. */
export function sentence({ file, record, expected, found, todo }: Problem): string {
  return `${file} · ${record} · expected ${expected} · found ${found} · ${todo}`
}

/** A value as it stands in the file, cut to a readable length. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
