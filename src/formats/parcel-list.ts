/** A pasted list of coordinates → outlines: one vertex a line, or separated by semicolons, or one row of numbers. */
import { partsOf, type Quantity } from './coordinate-parts'
import { checkRows, ParcelError, tidyName, type Pair, type RawSet, type RawShape, type System } from './parcel-raw'
import type { Said } from './say'
import { epsgOfZone } from './survey-zones'

export interface Vertex {
  pair: Pair
  /** What letters or words said of the order. */
  order?: 'lon-lat' | 'lat-lon'
  angle: boolean
}

const LABEL = /^\s*(?:(?:界址点|拐点|顶点|点号?|第)\s*[A-Za-z]?\d*(?:点|号)?|(?![NSEWXY]\s*\d)[A-Za-z]{1,3}-?\d+|[(（]\d+[)）]|\d{1,4}\s*[.、:：)）](?=\s*[^\d\s]|\s+\d|\d{2,}\.))\s*[\s,，:：、]*/i
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/
const BETWEEN = /[\s,，、;；|]+/

const value = ({ parts: [degrees = 0, minutes = 0, seconds = 0], negative, letter }: Quantity): number => {
  const size = degrees + minutes / 60 + seconds / 3600
  return negative !== /^[SW]$/.test(letter ?? '') ? -size : size
}

const orderOf = (first: Quantity, second: Quantity): Vertex['order'] => {
  if (/[EWY]/.test(first.letter ?? '') || /[NSX]/.test(second.letter ?? '')) return 'lon-lat'
  return /[NSX]/.test(first.letter ?? '') || /[EWY]/.test(second.letter ?? '') ? 'lat-lon' : undefined
}

const metres = (text: string | undefined): boolean => Math.abs(Number(text)) >= 100_000

/** Which of the numbers of a line are the two: a serial number may go before them, a ring number too, a height after. */
function plainPair(words: readonly string[]): Pair | null {
  if (words.length < 2 || words.length > 5 || !words.every((word) => NUMBER.test(word))) return null
  const start = words.length === 2 ? 0 : words.findIndex((word, i) => (metres(word) ? metres(words[i + 1]) : word.includes('.') && words[i + 1]?.includes('.') === true))
  const [first, second] = words.slice(start)
  return start === -1 || first === undefined || second === undefined ? null : [Number(first), Number(second)]
}

/** One line → one vertex, or null when it is none. */
export function vertexOf(line: string): Vertex | null {
  const quick = plainPair(line.trim().split(BETWEEN).filter((word) => word !== ''))
  if (quick) return { pair: quick, angle: false }
  const rest = line.replace(LABEL, '')
  const plain = rest === line ? null : plainPair(rest.trim().split(BETWEEN).filter((word) => word !== ''))
  if (plain) return { pair: plain, angle: false }
  const parts = partsOf(rest)
  if (!parts.ok) return null
  const [first, second] = parts.quantities
  const order = orderOf(first, second)
  return { pair: [value(first), value(second)], angle: !(first.bare && second.bare), ...(order ? { order } : {}) }
}

const DATUMS: readonly [RegExp, System][] = [
  [/gcj[\s_-]*0?2|火星|高德|腾讯/i, { datum: 'gcj02' }],
  [/bd[\s_-]*0?9|百度/i, { datum: 'bd09' }],
  [/wgs[\s_-]*84|cgcs[\s_-]*2000|国家2000|2000国家/i, { datum: 'cgcs2000', sure: true }],
]

/** What the words around the numbers declare of the system. */
export function declaredIn(words: string): System {
  const refused = /(?:北京|beijing)\s*(?:19)?54|(?:西安|xi'?an)\s*(?:19)?80|\butm\b/i.exec(words)
  if (refused) throw new ParcelError('unknown-system', { name: refused[0] })
  const code = /epsg:\s*(\d{4,5})/i.exec(words)?.[1]
  const zone = /第?\s*(\d{2})\s*(?:度)?带|带号\D{0,3}(\d{2})|zone\s*(\d{2})/i.exec(words)
  const epsg = code ? Number(code) : epsgOfZone(Number(zone?.[1] ?? zone?.[2] ?? zone?.[3]))
  return { ...DATUMS.find(([pattern]) => pattern.test(words))?.[1], ...(epsg === null ? {} : { epsg }) }
}

/** The vertices of a line that holds several: split at semicolons, at blanks between `x,y` pairs, at brackets, or every two numbers. */
function split(text: string): string[] {
  const pieces = text.split(/[;；。]/).filter((piece) => piece.trim() !== '')
  if (pieces.length > 2 || (pieces.length === 2 && pieces.every((piece) => vertexOf(piece)))) return pieces
  const blanks = text.trim().split(/\s+/)
  if (blanks.length > 1 && blanks.every((word) => /^[^,，]+[,，][^,，]+(?:[,，][^,，]+)?$/.test(word))) return blanks
  const brackets = text.match(/[[(（【][^[(（【\])）】]*[\])）】]/g)
  if (brackets && brackets.length > 1) return brackets.map((piece) => piece.slice(1, -1))
  const numbers = text.trim().split(BETWEEN).filter((word) => word !== '')
  const isRow = numbers.length >= 6 && numbers.length % 2 === 0 && numbers.every((word) => NUMBER.test(word)) && (numbers[0]?.includes('.') === true || metres(numbers[0]))
  return isRow ? numbers.flatMap((word, i) => (i % 2 === 0 ? [`${word} ${numbers[i + 1] ?? ''}`] : [])) : [text]
}

interface Block {
  name: string
  vertices: Vertex[]
}

/** Two numbers with decimals or of six digits: meant as a vertex, though it cannot be read. */
const looksLikeVertex = (line: string): boolean => (line.match(/\d+\.\d+|\d{6,}/g) ?? []).length >= 2

/** The vertices in a line, however many. */
function verticesIn(line: string): Vertex[] {
  if (line.trim() === '') return []
  const one = vertexOf(line)
  if (one) return [one]
  const pieces = split(line)
  return pieces.length > 1 ? pieces.flatMap((piece) => vertexOf(piece) ?? []) : []
}

/** Blank lines and lines of words begin a new outline; words name it. */
function blocksOf(lines: readonly string[], problems: Said[]): Block[] {
  const blocks: Block[] = [{ name: '', vertices: [] }]
  lines.forEach((line, i) => {
    const now = blocks.at(-1)
    const vertices = verticesIn(line)
    if (vertices.length > 0) for (const vertex of vertices) now?.vertices.push(vertex)
    else if (looksLikeVertex(line)) problems.push({ code: 'list-line', params: { line: i + 1, found: line.trim().slice(0, 40) } })
    else if (now && now.vertices.length === 0) now.name = headingName(line) || now.name
    else blocks.push({ name: headingName(line), vertices: [] })
  })
  return blocks.filter(({ vertices }) => vertices.length > 0)
}

const DECLARES = /线|line|面|polygon|坐标|经度|纬度|lon|lat|\b[xy]\b|带|epsg|cgcs|wgs|gcj|bd-?09|高德|百度|腾讯|火星|序号|点号/i

/** A heading names the outline unless it is about the numbers. */
const headingName = (line: string): string => (DECLARES.test(line) ? '' : tidyName(line.replace(/[:：#*=-]+/g, ' ')))

/** Blank lines inside one outline are no borders: blocks too short to be one are joined again. */
function joined(blocks: readonly Block[]): Block[] {
  const short = blocks.some(({ vertices, name }, i) => vertices.length < 3 && !(i > 0 && name !== ''))
  const [first] = blocks
  return short && first ? [{ name: first.name, vertices: blocks.flatMap(({ vertices }) => vertices) }] : [...blocks]
}

/** Declarations stand at the beginning; searching all of a long text for them could take long. */
const HEAD = 5000

/** Throws a `ParcelError`. */
export function readList(text: string): RawSet {
  const problems: Said[] = []
  const lines = text.split(/\r\n|\n|\r/)
  checkRows(lines.length)
  const blocks = joined(blocksOf(lines, problems))
  const vertices = blocks.flatMap((block) => block.vertices)
  const [first] = vertices
  if (first === undefined) throw new ParcelError('no-coordinates', { found: text.trim().slice(0, 40) })
  const words = text.slice(0, HEAD)
  const kind: RawShape['kind'] = /线|LINESTRING|polyline/i.test(words.replace(/经线|中央子午线|界线|红线|边线|轮廓线/g, '')) ? 'line' : 'either'
  const shapes = blocks.map(({ name, vertices }): RawShape => ({ name, kind, rings: [vertices.map(({ pair }) => pair)] }))
  const order = first.order === undefined ? {} : { order: first.order }
  const mixed = vertices.findIndex((vertex) => vertex.order !== first.order)
  if (mixed !== -1) throw new ParcelError('mixed-order', { vertex: mixed + 1 })
  return { shapes, system: { ...declaredIn(words), ...order, ...(first.angle ? { angle: true } : {}) }, problems }
}
