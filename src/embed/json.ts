/** Whether a value that came from another page is JSON, and of a size one need not fear. Pure. */

export const LIMITS = { parts: 500_000, characters: 1_000_000, depth: 32 }

type Weight = 'fits' | 'large' | 'not-json'

export type Json = Readonly<Record<string, unknown>>

/** An object as `{}` makes it: no Map, no Date, no list. */
export function isObject(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null) return false
  const proto: unknown = Object.getPrototypeOf(value)
  return proto === Object.prototype || proto === null
}

const isScalar = (value: unknown): boolean => value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

/** Counts without descending into itself: a message may be nested as deep as its sender likes, or in a circle. */
export function weigh(value: unknown): Weight {
  const left: [value: unknown, depth: number][] = [[value, 1]]
  let [parts, characters] = [0, 0]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [item, depth] = next
    if (typeof item === 'string') characters += item.length
    else if (Array.isArray(item)) {
      parts += item.length
      if (parts <= LIMITS.parts) for (const part of item) left.push([part, depth + 1])
    } else if (isObject(item)) {
      const entries = Object.entries(item)
      parts += entries.length
      for (const [key, field] of entries) {
        characters += key.length
        left.push([field, depth + 1])
      }
    } else if (!isScalar(item)) return 'not-json'
    if (depth > LIMITS.depth) return 'not-json'
    if (parts > LIMITS.parts || characters > LIMITS.characters) return 'large'
  }
  return 'fits'
}
