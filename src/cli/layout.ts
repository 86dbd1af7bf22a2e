/** Plain text in columns. Chinese characters are two columns wide. */

/** East Asian wide and full-width characters (Unicode UAX 11, the ranges that occur here). */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** What must not begin a line. */
const CLOSING = /^[，。；：、！？）》」』”’,.;:!?)\]]/

/** Columns a text takes on a terminal. */
export function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += WIDE.test(character) ? 2 : 1
  return sum
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))

/** Words of other scripts stay whole; every Chinese character may end a line unless a closing sign follows. */
const pieces = (text: string): string[] => text.match(/[^\s\u2e80-\uffef]+[，。；：、）》”’]?|[\u2e80-\uffef][，。；：、！？）》」』”’,.;:!?)\]]*|\s+/gu) ?? []

/** Lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    const full = line !== '' && columns(line + piece.trimEnd()) > width && !CLOSING.test(piece)
    if (full) lines.push(line.trimEnd())
    line = full ? piece.trimStart() : line + piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** A label in the first column, the lines of its text beside it. */
export function labelled(label: string, lines: readonly string[], labelWidth: number): string {
  return lines.map((line, i) => `${padEnd(i === 0 ? label : '', labelWidth)}${line}`.trimEnd()).join('\n')
}

/** Wraps and indents; `first` stands before the first line and takes part of the indent. */
export function hanging(text: string, width: number, indent: number, first = ''): string[] {
  return wrap(text, width - indent).map((line, i) => (i === 0 ? padEnd(first, indent) : ' '.repeat(indent)) + line)
}
