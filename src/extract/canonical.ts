/**
 * Canonical JSON: keys sorted by UTF-16 code unit, no spaces, numbers and texts as ECMAScript writes them (RFC 8785).
 * The same value gives the same bytes in Node, in a worker and in every browser.
 */

/** A quote, a backslash, a control character or half of a surrogate pair. */
const NEEDS_ESCAPES = /["\\\p{Cc}\p{Cs}]/u

/** `JSON.stringify` for texts that need escapes; the common text needs none. */
const text = (value: string): string => (NEEDS_ESCAPES.test(value) ? JSON.stringify(value) : `"${value}"`)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function record(value: Readonly<Record<string, unknown>>): string {
  let out = ''
  for (const key of Object.keys(value).sort()) {
    const field = value[key]
    if (field !== undefined) out += (out === '' ? '{' : ',') + text(key) + ':' + canonical(field)
  }
  return out === '' ? '{}' : out + '}'
}

function list(values: readonly unknown[]): string {
  let out = ''
  for (let i = 0; i < values.length; i++) out += (i === 0 ? '' : ',') + canonical(values[i])
  return `[${out}]`
}

/** The canonical text of a plain value. Fields that are `undefined` are left out. Throws on what JSON cannot say. */
export function canonical(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return list(value)
  if (isRecord(value)) return record(value)
  throw new Error(`expected a value JSON can say, got ${String(value)}`)
}
