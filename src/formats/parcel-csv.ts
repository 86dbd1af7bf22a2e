/** A table of vertices → outlines. Columns are known by their names; a table without names is a list. */
import { declaredIn, readList, vertexOf, type Vertex } from './parcel-list'
import { checkRows, ParcelError, tidyName, type Pair, type RawSet, type RawShape } from './parcel-raw'
import { readWkt } from './parcel-wkt'
import type { Said } from './say'
import { axesOf, columnsOf, type Axes, type Column } from './table-columns'

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
