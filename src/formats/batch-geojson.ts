/** GeoJSON, whole or one feature a line → rows as written. */
import { BatchError, RowsBuilder, type RawBatch, type RawRow } from './batch-raw'
import { geometryRow, isJson } from './batch-shape'
import { crsOf, nameIn } from './parcel-geojson'
import { ParcelError, tidyName, type System } from './parcel-raw'

/** Rows with whatever properties they have, kept as text. */
export class FeatureRows {
  private readonly rows = new RowsBuilder()
  private readonly texts: string[] = []
  private readonly keys = new Set<string>()

  add(no: number, row: RawRow, properties: unknown, id?: unknown): void {
    const record = isJson(properties) ? properties : {}
    for (const key of Object.keys(record)) this.keys.add(key)
    this.rows.add(no, nameIn(record) || tidyName(id), row)
    this.texts.push(JSON.stringify(record))
  }

  built(system: System, notes: RawBatch['notes'], shape: { zh: string; en: string }): RawBatch {
    const { texts, rows } = this
    const columns = [...this.keys]
    const properties = (row: number): Readonly<Record<string, unknown>> => {
      const record: unknown = JSON.parse(texts[row] ?? '{}')
      return isJson(record) ? record : {}
    }
    return {
      ...rows.built(),
      columns,
      cells: (row) => {
        const record = properties(row)
        return columns.map((key) => cellText(record[key]))
      },
      properties,
      system,
      found: { code: 'read-shapes', params: { shape } },
      notes,
    }
  }

  get count(): number {
    return this.rows.count
  }
}

const cellText = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value))

const GEOMETRY = { zh: '坐标写在几何中', en: 'Coordinates of the geometries' }

function addFeature(rows: FeatureRows, no: number, feature: unknown): void {
  if (!isJson(feature)) return rows.add(no, { problem: { code: 'row-broken', params: { found: String(JSON.stringify(feature)).slice(0, 40) } } }, {})
  const isFeature = feature['type'] === 'Feature'
  rows.add(no, geometryRow(isFeature ? feature['geometry'] : feature, ''), feature['properties'], feature['id'])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands before each record of a GeoJSON text sequence (RFC 8142). */
export const SEPARATOR = '\u001E'

export const plainLine = (line: string): string => line.replaceAll(SEPARATOR, '').trim()

function readLines(text: string): RawBatch {
  const rows = new FeatureRows()
  text.split('\n').forEach((line, i) => {
    const plain = plainLine(line)
    if (plain === '') return
    const value = parsed(plain)
    if (value === undefined) rows.add(i + 1, { problem: { code: 'row-broken', params: { found: plain.slice(0, 40) } } }, {})
    else addFeature(rows, i + 1, value)
  })
  return rows.built({}, [], GEOMETRY)
}

/** Throws a `BatchError` or `ParcelError`. */
export function readFeatures(text: string): RawBatch {
  const value = parsed(text)
  if (value === undefined) {
    const [first = ''] = text.split('\n', 1)
    if (parsed(plainLine(first)) === undefined) throw new ParcelError('json-broken')
    return readLines(text)
  }
  const rows = new FeatureRows()
  const list = isJson(value) && value['type'] === 'FeatureCollection' ? value['features'] : Array.isArray(value) ? value : [value]
  if (!Array.isArray(list)) throw new BatchError('no-rows')
  list.forEach((feature, i) => addFeature(rows, i + 1, feature))
  return rows.built(isJson(value) ? crsOf(value) : {}, [], GEOMETRY)
}
