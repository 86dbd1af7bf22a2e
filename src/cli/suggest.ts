/** What a mistyped word may have meant. */
import type { Text } from '../core/seed-types'
import { columns } from './layout'

export interface Named {
  id: string
  name: Text
  aliases?: readonly string[]
}

const MOST_SUGGESTIONS = 3
/** Two Chinese characters or four letters. */
const LEAST_PART_COLUMNS = 4
const NONE = Number.POSITIVE_INFINITY

/** Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment. */
export function editDistance(a: string, b: string): number {
  let [before, last] = [[0], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const plain = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}

/** Smaller is nearer; a third of the letters may be wrong, a part of the word may stand for the whole. */
function cost(word: string, other: string): number {
  if (other === word) return 0
  const edits = editDistance(word, other)
  const typo = edits <= Math.max(1, Math.floor(word.length / 3)) ? edits : NONE
  const isPart = Math.min(columns(word), columns(other)) >= LEAST_PART_COLUMNS && (other.includes(word) || word.includes(other))
  return Math.min(typo, isPart ? 1 + Math.abs(other.length - word.length) / 4 : NONE)
}

/** Up to three records whose id, name or alias is nearest to `word`, nearest first. */
export function nearest(word: string, known: Iterable<Named>): Named[] {
  const wanted = word.trim().toLowerCase()
  const costs = [...known].map((named) => {
    const words = [named.id, named.name.zh, named.name.en, ...(named.aliases ?? [])]
    return { named, cost: Math.min(...words.map((other) => cost(wanted, other.toLowerCase()))) }
  })
  const near = costs.filter((entry) => entry.cost < NONE).sort((a, b) => a.cost - b.cost)
  return near.slice(0, MOST_SUGGESTIONS).map(({ named }) => named)
}

/** `id (name)` of each, or the id alone where it is its own name, for a sentence. */
export function listed(known: readonly Named[]): Text {
  return {
    zh: known.map(({ id, name }) => (name.zh === id ? id : `${id}（${name.zh}）`)).join('、'),
    en: known.map(({ id, name }) => (name.en === id ? id : `${id} (${name.en})`)).join(', '),
  }
}
