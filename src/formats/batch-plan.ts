/** How the rows of a table are read: recognised once, from its header and first rows. */
import { cellsOf } from './batch-records'
import { BatchError, type RawRow } from './batch-raw'
import { NAMES } from './parcel-geojson'
import { declaredIn, vertexOf } from './parcel-list'
import type { System } from './parcel-raw'
import { placings } from './parcel-place'
import type { Said } from './say'
import type { Bounds } from './survey-zones'
import { axesOf, columnsOf, type Axes } from './table-columns'
import { isWkt } from './parcel-wkt'

/** Where in a row the place stands. */
export type PlaceAt = ({ kind: 'axes' } & Axes) | { kind: 'pair' | 'wkt'; column: number }

export interface TablePlan {
  delimiter: string
  /** Titles; where there are none, numbers. */
  columns: readonly string[]
  hasHeader: boolean
  at: PlaceAt
  /** Column of names or ids; null where there is none. */
  name: number | null
  system: System
}

export interface PlanOptions {
  near: Bounds
  /** Titles of the two coordinate columns, longitude or easting first; or of the one that holds both or WKT. */
  columns?: readonly string[]
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** Columns that are tried for numbers, and rows that are looked at. */
const TRIED_COLUMNS = 14
const TRIED_ROWS = 30

/** Shares of rows: from here on a column counts as one of coordinates. */
const ENOUGH = 0.5
/** Degrees around the box in which a coordinate is taken for one of this place. */
const NEAR_DEGREES = 1

/** 3,293,108.79 and 106,27 in cells of their own. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/

function numberIn(cell: string | undefined): number {
  const text = cell?.trim() ?? ''
  if (NUMBER.test(text)) return Number(text)
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''))
  return DECIMAL_COMMA.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

const isNear = ([lon, lat]: readonly [number, number], [west, south, east, north]: Bounds): boolean =>
  lon >= west - NEAR_DEGREES && lon <= east + NEAR_DEGREES && lat >= south - NEAR_DEGREES && lat <= north + NEAR_DEGREES

/** Share of rows whose two numbers can be a place near here. */
function nearShare(rows: readonly string[][], first: number, second: number, near: Bounds): number {
  const pairs = rows.map((cells): [number, number] => [numberIn(cells[first]), numberIn(cells[second])])
  return pairs.filter((pair) => pair.every(Number.isFinite) && isPlaceNear(pair, near)).length / Math.max(1, rows.length)
}

function isPlaceNear(pair: [number, number], near: Bounds): boolean {
  try {
    const at = placings(pair, {}, { near })[0].place(pair)
    return at !== null && isNear([at[0], at[1]], near)
  } catch {
    return false // no coordinates at all
  }
}

/** The pair of columns with the most numbers near here; null where there is none. */
function axesByNumbers(rows: readonly string[][], near: Bounds): Axes | null {
  const some = rows.slice(0, TRIED_ROWS)
  const width = Math.min(TRIED_COLUMNS, Math.max(0, ...some.map((cells) => cells.length)))
  let best: Axes | null = null
  let most = ENOUGH
  for (let first = 0; first < width; first++) {
    for (let second = first + 1; second < width; second++) {
      const share = nearShare(some, first, second, near)
      if (share > most) [best, most] = [{ first, second }, share]
    }
  }
  return best
}

/** A column each of whose cells holds both numbers. */
function pairColumn(rows: readonly string[][]): number | null {
  const some = rows.slice(0, TRIED_ROWS)
  const width = Math.max(0, ...some.map((cells) => cells.length))
  for (let column = 0; column < Math.min(width, TRIED_COLUMNS); column++) {
    const both = some.filter((cells) => /\d\s*[,，;；\s]\s*[+-]?\d/.test(cells[column] ?? '') && vertexOf(cells[column] ?? '') !== null)
    if (both.length > ENOUGH * some.length) return column
  }
  return null
}

/** A column whose cells are WKT. */
function wktColumn(header: readonly string[], rows: readonly string[][]): number | null {
  const named = columnsOf(header).get('wkt')
  if (named !== undefined) return named
  const first = rows.find((cells) => cells.some(isWkt))
  return first === undefined ? null : first.findIndex(isWkt)
}

/** Of several sets of columns, the one that is not shifted. Names alone do not make coordinates of what cannot be read as such. */
function axesByNames(header: readonly string[], rows: readonly string[][]): Axes | null {
  const plain = axesOf(columnsOf(header.map((title) => (/gcj|bd-?0?9|火星|百度|高德|腾讯/i.test(title) ? '' : title))))
  const axes = plain ?? axesOf(columnsOf(header))
  if (axes === null || rows.length === 0) return axes
  return rows.some((cells) => 'pair' in rowPair(cells, { kind: 'axes', ...axes })) ? axes : null
}

function chosenAt(header: readonly string[], [first, second]: readonly string[]): PlaceAt {
  const at = (title: string): number => {
    const found = header.findIndex((one) => one.trim() === title.trim())
    if (found === -1) throw new BatchError('no-such-column', { found: title, columns: header.join(', ').slice(0, 120) })
    return found
  }
  if (second !== undefined) return { kind: 'axes', first: at(first ?? ''), second: at(second), order: 'lon-lat' }
  const column = at(first ?? '')
  return { kind: columnsOf([first ?? '']).has('wkt') ? 'wkt' : 'pair', column }
}

function recognised(header: readonly string[], rows: readonly string[][], near: Bounds): PlaceAt | null {
  const wkt = wktColumn(header, rows)
  if (wkt !== null) return { kind: 'wkt', column: wkt }
  const axes = axesByNames(header, rows) ?? axesByNumbers(rows, near) ?? axesOf(columnsOf(header))
  if (axes !== null) return { kind: 'axes', ...axes }
  const column = pairColumn(rows)
  return column === null ? null : { kind: 'pair', column }
}

function nameColumn(header: readonly string[], at: PlaceAt): number | null {
  const taken = at.kind === 'axes' ? [at.first, at.second] : [at.column]
  const titles = header.map((title) => title.trim())
  const exact = NAMES.map((name) => titles.indexOf(name)).find((column) => column !== -1)
  const loose = titles.findIndex((title, column) => !taken.includes(column) && /名称|名字|编号|编码|代码|name|code|(?:^|[^a-z])id$|^id/i.test(title))
  const first = titles.findIndex((_, column) => !taken.includes(column))
  return exact ?? ([loose, first].find((column) => column !== -1) ?? null)
}

const isRow = (cells: readonly string[], at: PlaceAt): boolean => (at.kind === 'wkt' ? isWkt(cells[at.column] ?? '') : 'pair' in rowPair(cells, at))

/** What titles and cells say of the system: those of the coordinates first, then a column that names it. */
function systemOf(header: readonly string[], rows: readonly string[][], at: PlaceAt): System {
  const titles = at.kind === 'axes' ? [header[at.first], header[at.second]] : [header[at.column]]
  const named = header.findIndex((title) => /坐标系|坐标类型|^(?:crs|srs|datum|epsg)/i.test(title.trim()))
  const said = named === -1 ? '' : `${header[named]} ${rows[0]?.[named] ?? ''}`.replace(/^epsg\s*(?=\d)/i, 'EPSG:')
  const srid = at.kind === 'wkt' ? /^\s*SRID\s*=\s*(\d+)/i.exec(rows[0]?.[at.column] ?? '')?.[1] : undefined
  return { ...declaredIn(said), ...declaredIn(titles.join(' ')), ...(srid === undefined ? {} : { epsg: Number(srid) }), ...(at.kind === 'axes' && at.order ? { order: at.order } : {}) }
}

/**
 * The plan of a table from its first rows, the header among them where there is one.
 * Throws a `BatchError`, or a `ParcelError` where the header names a system that cannot be read.
 */
export function planOf(records: readonly string[], delimiter: string, { near, columns }: PlanOptions): TablePlan {
  const [header = [], ...rows] = records.map((text) => cellsOf(text, delimiter))
  const titles = header.map((title) => title.replace(/^\uFEFF/, '').trim())
  const at = columns === undefined ? recognised(titles, rows, near) : chosenAt(titles, columns)
  const alone = at === null && rows.length === 0 ? recognised([], [titles], near) : null
  const place = at ?? alone
  if (place === null) throw new BatchError('no-columns', { columns: titles.join(', ').slice(0, 120) })
  const isNumbers = columns === undefined && isRow(titles, place)
  const names = isNumbers ? titles.map((_, i) => String(i + 1)) : titles
  return { delimiter, columns: names, hasHeader: !isNumbers, at: place, name: isNumbers ? null : nameColumn(titles, place), system: isNumbers ? {} : systemOf(titles, rows, place) }
}

const LONGEST_SHOWN = 40

/** The two numbers of a row, or why there are none. Shapes are read apart. */
export function rowPair(cells: readonly string[], at: PlaceAt): Exclude<RawRow, { shape: unknown }> {
  const [first, second] = at.kind === 'axes' ? [cells[at.first] ?? '', cells[at.second] ?? ''] : [cells[at.column] ?? '', '']
  if (at.kind === 'axes') {
    const pair: [number, number] = [numberIn(first), numberIn(second)]
    if (Number.isFinite(pair[0]) && Number.isFinite(pair[1])) return { pair }
  }
  if (`${first}${second}`.trim() === '') return { problem: { code: 'row-empty', params: {} } }
  const isHalf = at.kind === 'axes' && (first.trim() === '' || second.trim() === '')
  const vertex = isHalf ? null : vertexOf(at.kind === 'axes' ? `${first} , ${second}` : first)
  return vertex === null ? { problem: unreadable(at.kind === 'axes' ? `${first}, ${second}` : first) } : { pair: vertex.pair, angle: vertex.angle }
}

export const unreadable = (found: string): Said => ({ code: 'row-unreadable', params: { found: found.trim().slice(0, LONGEST_SHOWN) } })

/** What the plan found, in words but for how the numbers are read. */
export function foundBy({ at, columns, hasHeader }: TablePlan): Said {
  const title = (column: number) => {
    const name = columns[column] ?? String(column + 1)
    return hasHeader ? name.slice(0, LONGEST_SHOWN) : { zh: `第 ${name} 列`, en: `column ${name}` }
  }
  if (at.kind === 'axes') return { code: 'read-columns', params: { first: title(at.first), second: title(at.second) } }
  return { code: 'read-column', params: { column: title(at.column) } }
}
