/**
 * The exchange text of boundary points (界址点坐标文件 of the land ministry) → outlines.
 *
 * `[属性描述]` with key=value lines, `[地块坐标]` with, for each parcel, a line ending in `@` (points, area, number,
 * name, 点/线/面, sheet, use, class) and its points `J1,ring,X,Y`: X is the northing.
 */
import { ParcelError, tidyName, type Pair, type RawKind, type RawSet, type RawShape, type System } from './parcel-raw'
import type { Said } from './say'
import { epsgOfZone } from './survey-zones'

export const isBoundary = (text: string): boolean => /\[\s*(?:属性描述|地块坐标)\s*\]/.test(text)

const OLD_SYSTEMS = /80|54|西安|北京|xi'?an|beijing/i

function attributes(lines: readonly string[]): Map<string, string> {
  return new Map(lines.flatMap((line) => {
    const at = line.search(/[=＝]/)
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : []
  }))
}

function systemOf(about: ReadonlyMap<string, string>): System {
  const name = about.get('坐标系') ?? ''
  if (OLD_SYSTEMS.test(name)) throw new ParcelError('unknown-system', { name: tidyName(name) })
  const zone = Number(/\d+/.exec(about.get('带号') ?? '')?.[0])
  const epsg = Number.isFinite(zone) ? epsgOfZone(zone) : null
  return { sure: name !== '', ...(epsg === null ? {} : { epsg }) }
}

interface Header {
  shape: RawShape
  count: number
  read: number
  rings: Map<string, Pair[]>
}

const KINDS: Readonly<Record<string, RawKind>> = { 面: 'area', 线: 'line' }

function headerOf(line: string, line1: number): Header {
  const [count = '', area = '', code = '', name = '', kind = ''] = line.slice(0, -1).split(/[,，]/).map((field) => field.trim())
  if (kind === '点') throw new ParcelError('boundary-point', { line: line1 })
  const stated = Number(area)
  const shape: RawShape = { name: tidyName(name) || tidyName(code), kind: KINDS[kind] ?? 'area', rings: [], ...(stated > 0 ? { statedArea: stated } : {}) }
  return { shape, count: Number(count), read: 0, rings: new Map() }
}

function addPoint(header: Header, line: string, at: number): void {
  const fields = line.split(/[,，\t]|\s+/).map((field) => field.trim()).filter((field) => field !== '')
  const [x, y] = fields.slice(fields.length >= 4 ? 2 : 1).map(Number)
  if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) throw new ParcelError('boundary-line', { line: at, found: line.slice(0, 40) })
  const ring = fields.length >= 4 ? (fields[1] ?? '1') : '1'
  const points = header.rings.get(ring)
  if (points) points.push([x, y])
  else header.rings.set(ring, [[x, y]])
  header.read += 1
}

function finished({ shape, count, read, rings }: Header): RawShape {
  const notes: Said[] = count > 0 && count !== read ? [{ code: 'count-differs', params: { stated: count, found: read } }] : []
  return { ...shape, rings: [...rings.values()], notes }
}

interface Reading {
  headers: Header[]
  problems: Said[]
  /** The parcel being read; null while one that failed is passed over. */
  now: Header | null
}

function readLine(reading: Reading, line: string, at: number): void {
  try {
    if (line.endsWith('@')) {
      reading.now = null
      reading.now = headerOf(line, at)
      reading.headers.push(reading.now)
    } else if (reading.now) addPoint(reading.now, line, at)
    else if (reading.headers.length === 0 && reading.problems.length === 0) throw new ParcelError('boundary-line', { line: at, found: line.slice(0, 40) })
  } catch (error) {
    if (!(error instanceof ParcelError)) throw error
    reading.problems.push(error.said)
    if (reading.now) reading.headers = reading.headers.filter((header) => header !== reading.now)
    reading.now = null
  }
}

/** Throws a `ParcelError`. */
export function readBoundary(text: string): RawSet {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map((line) => line.trim())
  const start = lines.findIndex((line) => /^\[\s*地块坐标\s*\]/.test(line))
  if (start === -1) throw new ParcelError('boundary-empty', {})
  const reading: Reading = { headers: [], problems: [], now: null }
  lines.slice(start + 1).forEach((line, i) => {
    if (line !== '') readLine(reading, line, start + i + 2)
  })
  if (reading.headers.length === 0 && reading.problems.length === 0) throw new ParcelError('boundary-empty', {})
  return { shapes: reading.headers.map(finished), system: systemOf(attributes(lines.slice(0, start))), problems: reading.problems }
}
