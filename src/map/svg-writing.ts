/** How a name is set: its lines, broken as the map library breaks them. Lengths in em of the size of its letters. Pure. */

/** A part of a name in one size; `scale` in shares of the size of the name. */
export interface Section {
  text: string
  scale: number
}

interface Sign {
  sign: string
  scale: number
  /** Room it takes with the space after it, em. */
  advance: number
}

export interface WritingLine {
  text: string
  scale: number
  width: number
  /** Where the letters stand, below the middle of the whole. */
  baseline: number
}

/** A block of centred lines. */
export interface Writing {
  lines: WritingLine[]
  width: number
  height: number
}

/** How a name is to be set. `widthOf`: width of a sign, em. */
export interface Setting {
  maxWidth: number
  lineHeight: number
  spacing: number
  widthOf: (sign: string) => number
}

/** The map library's own measures, em: an em has 24 parts, letters hang 17 above the middle of a line and stand 27.5 below that. */
const [EM, HANG, STAND] = [24, 17 / 24, 27.5 / 24]

const isSpace = (sign: string): boolean => /^\s$/.test(sign)
/** Chinese may be broken after any sign, other writing after these. */
const mayBreakAfter = (sign: string): boolean => /^[\u2e80-\uffef\s&)+\-/·]$/.test(sign)

/** Breaking here is bad by so much: wanted at a new line, poor beside a bracket. */
function penaltyOf(sign: string, next: string): number {
  return (sign === '\n' ? -10_000 : 0) + (sign === '(' || sign === '（' ? 50 : 0) + (next === ')' || next === '）' ? 50 : 0)
}

interface Break {
  index: number
  /** Parts of an em from the beginning. */
  at: number
  before: Break | null
  badness: number
}

function badnessOf(width: number, target: number, penalty: number, isLast: boolean): number {
  const raggedness = (width - target) ** 2
  if (isLast) return width < target ? raggedness / 2 : raggedness * 2
  return raggedness + Math.abs(penalty) * penalty
}

function bestBreak(index: number, at: number, target: number, breaks: readonly Break[], penalty: number, isLast: boolean): Break {
  let [before, badness]: [Break | null, number] = [null, badnessOf(at, target, penalty, isLast)]
  for (const one of breaks) {
    const sum = badnessOf(at - one.at, target, penalty, isLast) + one.badness
    if (sum <= badness) [before, badness] = [one, sum]
  }
  return { index, at, before, badness }
}

/** Where lines end: lines as even as can be, none much wider than `maxWidth`. */
function breaksOf(signs: readonly Sign[], maxWidth: number): number[] {
  const total = signs.reduce((sum, { advance }) => sum + advance, 0) * EM
  if (total <= maxWidth * EM && !signs.some(({ sign }) => sign === '\n')) return [signs.length]
  const target = total / Math.max(1, Math.ceil(total / (maxWidth * EM)))
  const breaks: Break[] = []
  let at = 0
  for (const [i, { sign, advance }] of signs.entries()) {
    const last = signs[i - 1]?.sign
    if (last !== undefined && (mayBreakAfter(last) || (sign === '(' && i + 1 < signs.length))) breaks.push(bestBreak(i, at, target, breaks, penaltyOf(last, sign), false))
    if (!isSpace(sign)) at += advance * EM
  }
  const ends: number[] = []
  for (let end: Break | null = bestBreak(signs.length, at, target, breaks, 0, true); end !== null; end = end.before) ends.unshift(end.index)
  return ends
}

/** A name in lines. */
export function writingOf(sections: readonly Section[], { maxWidth, lineHeight, spacing, widthOf }: Setting): Writing {
  const signs = sections.flatMap(({ text, scale }) => [...text].map((sign) => ({ sign, scale, advance: (sign === '\n' ? 0 : widthOf(sign) * scale) + spacing })))
  const ends = breaksOf(signs, maxWidth)
  const rows = ends.map((end, i) => signs.slice(ends[i - 1] ?? 0, end))
  const middle = ((rows.length - 1) * lineHeight) / 2
  let top = 0
  const lines = rows.flatMap((row): WritingLine[] => {
    const text = row.map(({ sign }) => sign).join('')
    const from = row.length - [...text.trimStart()].length
    const kept = row.slice(from, from + [...text.trim()].length)
    const scale = kept[0]?.scale ?? 1
    const baseline = top - middle - HANG + STAND * scale
    top += lineHeight * scale
    return kept.length === 0 ? [] : [{ text: text.trim(), scale, width: kept.reduce((sum, { advance }) => sum + advance, -spacing), baseline }]
  })
  return { lines, width: Math.max(0, ...lines.map(({ width }) => width)), height: top }
}

const isWide = (sign: string): boolean => /[\u2e80-\uffef]/.test(sign)

/** True for writing that can stand in a column. */
export const isChinese = (text: string): boolean => [...text].some(isWide)

/** A Chinese sign is as wide as it is high, a Latin one about half. */
export const roughWidth = (sign: string): number => (isWide(sign) ? 1 : 0.55)

/** Where letters of one line stand below its middle, em. */
export const LEVEL_BASELINE = STAND - HANG
/** Where a single upright sign stands below its middle, em. */
export const SIGN_BASELINE = 0.38
