/** Paragraphs and tables of the report: fonts, sizes and borders in one place. */
import type { IParagraphOptions, ITableCellOptions, Paragraph, Table, TableRow, TextRun } from 'docx'
import type { Extract } from './extract'
import type { Lang, Say } from './words'

/** The package, loaded when a document is asked for: 300 kB. */
export type Docx = typeof import('docx')

export interface Kit {
  d: Docx
  say: Say
  lang: Lang
  extract: Extract
}

export type Block = Paragraph | Table

const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' }
const HEAD_FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' }

/** Half points, as Word counts: 小四 for text, 小五 for tables. */
const SIZE = { title: 36, heading1: 30, heading2: 24, body: 24, small: 21, table: 18, footer: 16 } as const

/** Twips: 1/1440 inch. */
export const TWIPS_PER_CM = 567
export const PAGE = { width: 11_906, height: 16_838, margin: 1247 } as const
/** Width of the text, upright and across, twips. */
export const TEXT_WIDTH = { upright: PAGE.width - 2 * PAGE.margin, across: PAGE.height - 2 * PAGE.margin } as const

const GREY = 'F2F2F2'
const LINE = '808080'
/** What XML cannot hold: control characters but tab and line end, halves of surrogate pairs, two non-characters. */
const NEVER_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

export const styles = {
  default: {
    document: { run: { font: BODY_FONT, size: SIZE.body }, paragraph: { spacing: { line: 320, lineRule: 'auto' } } },
    title: { run: { font: HEAD_FONT, size: SIZE.title, bold: true, color: '000000' }, paragraph: { alignment: 'center', spacing: { before: 240, after: 120 } } },
    heading1: { run: { font: HEAD_FONT, size: SIZE.heading1, bold: true, color: '000000' }, paragraph: { spacing: { before: 320, after: 160 }, keepNext: true } },
    heading2: { run: { font: HEAD_FONT, size: SIZE.heading2, bold: true, color: '000000' }, paragraph: { spacing: { before: 240, after: 120 }, keepNext: true } },
  },
} as const

/** What nobody but the author of the report can say is marked, so that no blank is overlooked. */
function runsOf({ d, say }: Kit, text: string, size: number, bold: boolean): TextRun[] {
  const blank = say('fill')
  return text.split(blank).flatMap((part, i) => {
    const lines = part.replace(NEVER_IN_XML, '').split('\n')
    const runs = lines.map((line, j) => new d.TextRun({ text: line, size, bold, ...(j > 0 ? { break: 1 } : {}) }))
    return i === 0 ? runs : [new d.TextRun({ text: blank, size, highlight: 'yellow' }), ...runs]
  })
}

interface Look extends IParagraphOptions {
  small?: boolean
  bold?: boolean
}

export function paragraph(kit: Kit, text: string, { small = false, bold = false, ...options }: Look = {}): Paragraph {
  return new kit.d.Paragraph({ children: runsOf(kit, text, small ? SIZE.small : SIZE.body, bold), spacing: { after: small ? 80 : 120, line: small ? 280 : 340, lineRule: 'auto' }, ...options })
}

/** Keeps a distance from the table it explains. */
export const note = (kit: Kit, code: string, params = {}): Paragraph =>
  paragraph(kit, kit.say(code, params), { small: true, spacing: { before: 100, after: 80, line: 280, lineRule: 'auto' } })

export const bullet = (kit: Kit, text: string): Paragraph => paragraph(kit, text, { small: true, indent: { left: 420, hanging: 210 } })

export function heading(kit: Kit, code: string, params = {}): Paragraph {
  const level = code.split('.').length > 2 ? kit.d.HeadingLevel.HEADING_2 : kit.d.HeadingLevel.HEADING_1
  return new kit.d.Paragraph({ text: kit.say(code, params), heading: level })
}

/** A cell: lines of text; the first may be bold, later ones stand below it. */
export interface Cell {
  text: string
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  shade?: boolean
}

const cellOf = (cell: string | Cell): Cell => (typeof cell === 'string' ? { text: cell } : cell)

/** Twips; under Word's narrowest default, so that a table of eight columns fits an upright page. */
const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 }

function tableCell(kit: Kit, given: string | Cell, width: number, isHead: boolean): ITableCellOptions {
  const { d } = kit
  const { text, bold = false, align, shade = false } = cellOf(given)
  const children = runsOf(kit, text, SIZE.table, bold || isHead)
  return {
    children: [new d.Paragraph({ children, alignment: align ?? (isHead ? 'center' : 'left'), spacing: { line: 250, lineRule: 'auto' } })],
    width: { size: width, type: d.WidthType.DXA },
    margins: MARGINS,
    verticalAlign: isHead ? 'center' : 'top',
    ...(isHead || shade ? { shading: { type: d.ShadingType.CLEAR, color: 'auto', fill: GREY } } : {}),
  }
}

export interface TableOptions {
  /** Repeated on every page; absent: none. */
  head?: readonly (string | Cell)[]
  /** Relative widths of the columns. */
  columns: readonly number[]
  /** Of the whole table, twips. */
  width?: number
}

export function table(kit: Kit, rows: readonly (readonly (string | Cell)[])[], { head, columns, width = TEXT_WIDTH.upright }: TableOptions): Table {
  const { d } = kit
  const sum = columns.reduce((a, b) => a + b, 0)
  const widths = columns.map((column) => Math.floor((column / sum) * width))
  const row = (cells: readonly (string | Cell)[], isHead: boolean): TableRow =>
    new d.TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((cell, i) => new d.TableCell(tableCell(kit, cell, widths[i] ?? 0, isHead))) })
  const border = { style: d.BorderStyle.SINGLE, size: 4, color: LINE }
  return new d.Table({
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
    width: { size: widths.reduce((a, b) => a + b, 0), type: d.WidthType.DXA },
    columnWidths: widths,
    layout: d.TableLayoutType.FIXED,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
  })
}

/** Name and value, the name shaded. */
export const pairs = (kit: Kit, rows: readonly (readonly [string, string])[]): Table =>
  table(kit, rows.map(([name, value]) => [{ text: name, shade: true }, value]), { columns: [28, 72] })

/** Footer text before and after the page numbers. */
export function footer(kit: Kit, params: Readonly<Record<string, string>>): Paragraph {
  const { d, say } = kit
  const run = (children: (string | (typeof d.PageNumber)[keyof typeof d.PageNumber])[]) => new d.TextRun({ children, size: SIZE.footer, color: '595959' })
  return new d.Paragraph({ alignment: 'center', children: [run([say('docx.footer', params), d.PageNumber.CURRENT, say('docx.of'), d.PageNumber.TOTAL_PAGES, say('docx.pages')])] })
}

export const runningHead = ({ d, say }: Kit, name: string): Paragraph =>
  new d.Paragraph({ alignment: 'right', children: [new d.TextRun({ text: `${say('docx.title')} · ${name}`.replace(NEVER_IN_XML, ''), size: SIZE.footer, color: '595959' })] })
