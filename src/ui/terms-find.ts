/** Finds the terms of the glossary in a text. Pure. */
import type { GlossaryTerm } from '../core/seed-types'
import type { Lang } from '../state/url'

/** A piece of a text: plain, or a term as it is written there. */
export type Piece = string | { word: string; term: GlossaryTerm }

/** Where the words of a glossary are found, and whose they are. */
export interface Finder {
  pattern: RegExp
  owners: ReadonlyMap<string, GlossaryTerm>
}

const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const made = new WeakMap<readonly GlossaryTerm[], Partial<Record<Lang, Finder>>>()

/** Made once for a glossary and a language: every text on the page is searched with it. */
export function finderOf(terms: readonly GlossaryTerm[], lang: Lang): Finder {
  const known = made.get(terms) ?? {}
  made.set(terms, known)
  return (known[lang] ??= makeFinder(terms, lang))
}

/** Long words first, so that a word within another does not win; Latin words whole, in any case. */
function makeFinder(terms: readonly GlossaryTerm[], lang: Lang): Finder {
  const owned = terms.flatMap((term) => term.words[lang].map((word): [string, GlossaryTerm] => [word.toLowerCase(), term]))
  const words = owned.map(([word]) => escaped(word)).sort((a, b) => b.length - a.length)
  const whole = lang === 'zh' ? `(?:${words.join('|')})` : String.raw`\b(?:${words.join('|')})\b`
  return { pattern: new RegExp(words.length === 0 ? '(?!)' : whole, 'gi'), owners: new Map(owned) }
}

/** The text in pieces that make it up again; each term once, where it comes first. */
export function piecesOf(text: string, { pattern, owners }: Finder): Piece[] {
  const pieces: Piece[] = []
  const told = new Set<GlossaryTerm>()
  let from = 0
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const term = owners.get(word.toLowerCase())
    if (term === undefined || told.has(term)) continue
    told.add(term)
    pieces.push(text.slice(from, index), { word, term })
    from = index + word.length
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '')
}

/** Marks that no line begins with. */
const CLOSING = /^[\p{Po}\p{Pe}\p{Pf}]+/u

/** The same pieces, each term with the marks right behind it: beside a button a line would break even there. */
export function withMarks(pieces: readonly Piece[]): { piece: Piece; mark: string }[] {
  const markOf = (at: number): string => {
    const [piece, next] = [pieces[at], pieces[at + 1]]
    return typeof piece === 'object' && typeof next === 'string' ? (CLOSING.exec(next)?.[0] ?? '') : ''
  }
  return pieces
    .map((piece, at) => ({ piece: typeof piece === 'string' ? piece.slice(markOf(at - 1).length) : piece, mark: markOf(at) }))
    .filter(({ piece }) => piece !== '')
}
