/** One file → its sets of outlines, by what it is called and what it begins with. */
import { isBoundary, readBoundary } from './parcel-boundary'
import { readCsv } from './parcel-csv'
import { readDxf } from './parcel-dxf'
import { readGeoJson } from './parcel-geojson'
import { readKml, type ParseXml } from './parcel-kml'
import { readList, vertexOf } from './parcel-list'
import { LIMITS, ParcelError, tidyName, type RawSet } from './parcel-raw'
import { readShapefile } from './parcel-shapefile'
import { textOf } from './parcel-text'
import { isWkt, readWkt } from './parcel-wkt'
import { isZip, unpack, type Packed } from './parcel-zip'

/** What a file or a part of an archive gave: a set, or why not. */
export interface Opened {
  /** File name without folder and extension. */
  stem: string
  read: () => Promise<RawSet>
}

const LONGEST_NAME = 300

export const stemOf = (name: string): string => tidyName((name.slice(-LONGEST_NAME).split(/[/\\]/).at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, ''))

const extensionOf = (name: string): string => (/\.([^./\\]+)$/.exec(name.slice(-LONGEST_NAME))?.[1] ?? '').toLowerCase()

/** Text of any kind: its beginning tells, the name only helps with tables. */
export async function readAnyText(text: string, extension: string, parseXml?: ParseXml): Promise<RawSet> {
  const start = text.replace(/^[\uFEFF\s]+/, '')
  if (start === '') throw new ParcelError('empty', {})
  if (isBoundary(start)) return readBoundary(text)
  if (/^\{|^\[\s*[[{\]]/.test(start)) return readGeoJson(start)
  if (start.startsWith('<')) return readKml(start, parseXml)
  if (isWkt(start)) return readWkt(start)
  if (extension === 'dxf' || start.startsWith('AutoCAD Binary DXF') || /^0[ \t]*\r?\n[ \t]*SECTION/.test(start) || /^999[ \t]*\r?\n/.test(start)) return readDxf(text.replace(/^\uFEFF/, ''))
  const [first = ''] = start.split(/[\r\n]/, 1)
  if (first.length < start.length && /[,\t;，]/.test(first) && vertexOf(first) === null) return readCsv(start)
  return readList(start)
}

/** Files that cannot be read here, each with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  dwg: 'dwg', shp: 'bare-shp', dbf: 'bare-shp', shx: 'bare-shp', prj: 'bare-shp',
  gdb: 'gdb', mdb: 'gdb', gpkg: 'gdb', rar: 'archive', '7z': 'archive', xls: 'spreadsheet', xlsx: 'spreadsheet',
  doc: 'document', docx: 'document', pdf: 'document', wps: 'document', jpg: 'document', jpeg: 'document', png: 'document',
} // prettier-ignore

function isBinary(bytes: Uint8Array): boolean {
  const mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !mark && bytes.subarray(0, 4096).includes(0)
}

function refuse(name: string, bytes: Uint8Array): void {
  const extension = extensionOf(name)
  const begins = String.fromCharCode(...bytes.subarray(0, 6))
  const code = /^AC10\d\d/.test(begins) ? 'dwg' : Object.hasOwn(REFUSED, extension) ? REFUSED[extension] : undefined
  if (code !== undefined) throw new ParcelError(code, { extension: extension || 'dwg' })
  if (begins.startsWith('AutoCA') && String.fromCharCode(...bytes.subarray(0, 18)) === 'AutoCAD Binary DXF') throw new ParcelError('dxf-binary', {})
  if (isBinary(bytes) && !isZip(bytes)) throw new ParcelError('unknown-type', { extension: tidyName(extension) || '?' })
}

const isPart = ({ name }: Packed): boolean => /\.(?:dbf|prj|cpg)$/i.test(name)

function openPart(part: Packed, all: readonly Packed[], parseXml: ParseXml | undefined): Opened {
  const extension = extensionOf(part.name)
  const read = () => (extension === 'shp' ? readShapefile(part, all) : readAnyText(textOf(part.bytes), extension, parseXml))
  return { stem: stemOf(part.name), read }
}

/** Throws a `ParcelError` for the whole file. */
export async function openFile({ name, bytes }: Packed, parseXml?: ParseXml): Promise<Opened[]> {
  if (bytes.length > LIMITS.bytes) throw new ParcelError('too-large', { mb: Math.ceil(bytes.length / 1e6), most: LIMITS.bytes / 1e6 })
  if (bytes.length === 0) throw new ParcelError('empty', {})
  refuse(name, bytes)
  if (!isZip(bytes)) return [openPart({ name, bytes }, [], parseXml)]
  const parts = await unpack(bytes)
  const wanted = parts.filter((part) => !isPart(part))
  if (wanted.length === 0) throw new ParcelError('zip-empty', {})
  return wanted.map((part) => ({ ...openPart(part, parts, parseXml), ...(extensionOf(name) === 'kmz' ? { stem: stemOf(name) } : {}) }))
}
