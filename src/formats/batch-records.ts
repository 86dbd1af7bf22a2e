/**
 * Lines of a table → records → cells. A record is a line, but for line ends within quotes. A quote that is never closed
 * must not swallow the rest: such a line stands alone, and says so.
 */
import papaparse from 'papaparse'

/** A line without its end, and where it stands in the input. */
export interface TableLine {
  /** From 1. */
  no: number
  text: string
  start: number
  end: number
}

export interface TableRecord extends TableLine {
  /** A quote was opened and not closed. */
  open: boolean
}

/** A quoted cell over more lines, or more characters, than this is taken for one that was never closed. */
const MOST_LINES = 100
const MOST_CHARACTERS = 100_000

const DELIMITERS = [',', '\t', ';', '|', '，']
const SNIFFED_LINES = 50

/** What separates the cells. A first line `sep=;`, as spreadsheets write it, says so itself. */
export function delimiterOf(sample: string): string {
  const said = /^sep=(.)\s*$/i.exec(sample.split(/\r?\n/, 1)[0] ?? '')?.[1]
  if (said !== undefined) return said
  const { delimiter } = papaparse.parse<string[]>(sample, { preview: SNIFFED_LINES, delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy' }).meta
  return DELIMITERS.includes(delimiter) ? delimiter : ','
}

/** Whether a quote stands open at the end of a line. Quotes open at the beginning of a cell alone: 5" is no quote. */
function isOpenAfter(line: string, delimiter: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen
  let isStart = !wasOpen
  for (let i = 0; i < line.length; i++) {
    const sign = line[i]
    if (isOpen && sign === '"') {
      if (line[i + 1] === '"') i += 1
      else isOpen = false
    } else if (!isOpen && isStart && sign === '"') isOpen = true
    isStart = !isOpen && (sign === delimiter || (isStart && sign === ' '))
  }
  return isOpen
}

/** Puts the lines of a table together to records. */
export class Records {
  private held: TableLine[] = []
  private size = 0

  constructor(private readonly delimiter: string) {}

  /** True while a record goes on over several lines. */
  get isHolding(): boolean {
    return this.held.length > 0
  }

  /** The records that a line completes; mostly one. */
  take(line: TableLine): TableRecord[] {
    const wasOpen = this.isHolding
    if (!wasOpen && !line.text.includes('"')) return [{ ...line, open: false }]
    this.held.push(line)
    this.size += line.text.length
    if (isOpenAfter(line.text, this.delimiter, wasOpen)) return this.held.length > MOST_LINES || this.size > MOST_CHARACTERS ? this.letGo() : []
    const [first = line] = this.held
    const record = { no: first.no, start: first.start, end: line.end, text: this.held.map(({ text }) => text).join('\n'), open: false }
    this.clear()
    return [record]
  }

  /** What is left when the input ends. */
  end(): TableRecord[] {
    const records: TableRecord[] = []
    while (this.isHolding) records.push(...this.letGo())
    return records
  }

  /** The first line alone, and the others read again without it. */
  private letGo(): TableRecord[] {
    const [first, ...others] = this.held
    this.clear()
    const alone = first === undefined ? [] : [{ ...first, open: true }]
    return [...alone, ...others.flatMap((line) => this.take(line))]
  }

  private clear(): void {
    this.held = []
    this.size = 0
  }
}

/** The cells of a record. */
export function cellsOf(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter)
  return papaparse.parse<string[]>(text, { delimiter, newline: '\n' }).data[0] ?? []
}
