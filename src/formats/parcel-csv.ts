/** A table of vertices → outlines. Columns are known by their names; a table without names is a list. */
import { declaredIn, readList, vertexOf, type Vertex } from './parcel-list'
import { checkRows, ParcelError, tidyName, type Pair, type RawSet, type RawShape } from './parcel-raw'
import { readWkt } from './parcel-wkt'
import type { Said } from './say'

type Column = 'lon' | 'lat' | 'x' | 'y' | 'parcel' | 'ring' | 'wkt'

/** In this order: the first pattern that fits names the column. */
const COLUMNS: readonly [Column, RegExp][] = [
  ['wkt', /^(?:wkt|geom|geometry|the_geom|几何)$/i],
  ['lon', /经度|东经|^(?:lon|lng|long|longitude|e|east|easting)\b|东坐标|横坐标|^(?:gcj02|bd09|wgs84)?_?l(?:on|ng)$/i],
  ['lat', /纬度|北纬|^(?:lat|latitude|n|north|northing)\b|北坐标|纵坐标|^(?:gcj02|bd09|wgs84)?_?lat$/i],
  ['ring', /圈号|环号|圈|^ring/i],
  ['parcel', /地块|宗地|图斑|多边形|^(?:parcel|polygon|name|group|名称|项目)/i],
  ['x', /^x\b|x坐标|^x[（(]/i],
  ['y', /^y\b|y坐标|^y[（(]/i],
]

function columnsOf(header: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  header.forEach((title, i) => {
    const column = COLUMNS.find(([, pattern]) => pattern.test(title.trim()))?.[0]
    if (column !== undefined && !found.has(column)) found.set(column, i)
  })
  return found
}

interface Axes {
  first: number
  second: number
  order?: 'lon-lat'
}

function axesOf(columns: ReadonlyMap<Column, number>): Axes | null {
  const [lon, lat, x, y] = (['lon', 'lat', 'x', 'y'] as const).map((name) => columns.get(name))
  if (lon !== undefined && lat !== undefined) return { first: lon, second: lat, order: 'lon-lat' }
  return x !== undefined && y !== undefined ? { first: x, second: y } : null
}

interface Groups {
  /** Rings by parcel name, then by ring name, in the order of the table. */
  parcels: Map<string, Map<string, Pair[]>>
  problems: Said[]
  angle: boolean
}

function addVertex(groups: Groups, name: string, ring: string, { pair, angle }: Vertex): void {
  const rings = groups.parcels.get(name) ?? new Map<string, Pair[]>()
  const pairs = rings.get(ring) ?? []
  pairs.push(pair)
  groups.angle ||= angle
  groups.parcels.set(name, rings.set(ring, pairs))
}

function group(rows: readonly string[][], columns: ReadonlyMap<Column, number>, { first, second }: Axes): Groups {
  const groups: Groups = { parcels: new Map(), problems: [], angle: false }
  const cell = (row: readonly string[], name: Column) => tidyName(row[columns.get(name) ?? -1])
  rows.forEach((row, i) => {
    const vertex = vertexOf(`${row[first] ?? ''} , ${row[second] ?? ''}`)
    if (vertex) addVertex(groups, cell(row, 'parcel'), cell(row, 'ring'), vertex)
    else if (row.some((text) => text.trim() !== '')) groups.problems.push({ code: 'csv-row', params: { line: i + 2, found: row.join(',').slice(0, 40) } })
  })
  return groups
}

async function readWktColumn(rows: readonly string[][], columns: ReadonlyMap<Column, number>, at: number): Promise<RawSet> {
  const set: RawSet = { shapes: [], system: {}, problems: [], notes: [] }
  for (const row of rows.filter((cells) => (cells[at] ?? '').trim() !== '')) {
    try {
      const one = await readWkt(row[at] ?? '')
      const name = tidyName(row[columns.get('parcel') ?? -1])
      set.shapes.push(...one.shapes.map((shape) => ({ ...shape, name })))
      set.system = { ...set.system, ...one.system }
      set.problems?.push(...(one.problems ?? []))
    } catch (error) {
      if (!(error instanceof ParcelError)) throw error
      set.problems?.push(error.said)
    }
  }
  return set
}

/** Throws a `ParcelError`. */
export async function readCsv(text: string): Promise<RawSet> {
  const { parse } = (await import('papaparse')).default
  const rows = parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';', '|', '，'] }).data
  checkRows(rows.length)
  const [header = [], ...body] = rows
  const columns = vertexOf(header.join(', ')) ? new Map<Column, number>() : columnsOf(header)
  const wkt = columns.get('wkt')
  if (wkt !== undefined) return readWktColumn(body, columns, wkt)
  const axes = axesOf(columns)
  if (axes === null) return readList(text)
  const { parcels, problems, angle } = group(body, columns, axes)
  if (parcels.size === 0) throw new ParcelError('csv-empty', { columns: header.join(', ').slice(0, 80) })
  const shapes = [...parcels].map(([name, rings]): RawShape => ({ name, kind: rings.size > 1 ? 'area' : 'either', rings: [...rings.values()] }))
  return { shapes, system: { ...declaredIn(header.join(' ')), ...(axes.order ? { order: axes.order } : {}), ...(angle ? { angle } : {}) }, problems }
}
