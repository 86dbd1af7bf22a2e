/** A zipped Shapefile → outlines; .prj decides the system, .cpg or the bytes the encoding of names. */
import { nameIn, setOf, shapesOf, type Found } from './parcel-geojson'
import { systemOfPrj } from './parcel-prj'
import { LIMITS, ParcelError, type RawSet, type System } from './parcel-raw'
import { isUtf8, textOf } from './parcel-text'
import type { Packed } from './parcel-zip'

const HEADER = 100
const RECORD_HEADER = 8
const FILE_CODE = 9994

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Every record must lie in the file and go forward; the reader behind trusts them. */
function countRecords(view: DataView): number {
  if (view.byteLength < HEADER || view.getInt32(0) !== FILE_CODE) throw new ParcelError('shp-broken', {})
  let [at, count] = [HEADER, 0]
  while (at + RECORD_HEADER <= view.byteLength) {
    const length = view.getInt32(at + 4) * 2
    if (length < 4 || at + RECORD_HEADER + length > view.byteLength) throw new ParcelError('shp-broken', {})
    at += RECORD_HEADER + length
    count += 1
  }
  return count
}

/** Encoding of a .dbf: what .cpg says, else UTF-8 where its records are, else GBK. */
function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const declared = cpg ? textOf(cpg.subarray(0, 40)).trim() : ''
  if (/^(?:gbk|gb2312|gb18030|cp936|936|ansi 936|windows-936|oem 936)$/i.test(declared)) return 'gb18030'
  if (declared !== '') return declared
  const header = dbf.length > 10 ? viewOf(dbf).getUint16(8, true) : 0
  return isUtf8(dbf.subarray(header)) ? 'utf-8' : 'gb18030'
}

const DBF_HEADER = 32

/** A copy that claims no more records than there are outlines and it has room for; the reader behind believes the claim. */
function honest(dbf: Uint8Array, most: number): Uint8Array {
  const copy = dbf.slice()
  const view = viewOf(copy)
  const [header, record] = [view.getUint16(8, true), view.getUint16(10, true)]
  const room = record > 0 && header >= DBF_HEADER && header <= copy.length ? Math.floor((copy.length - header) / record) : 0
  view.setUint32(4, Math.min(view.getUint32(4, true), room, most), true)
  return copy
}

type Library = typeof import('shpjs')

function recordsOf({ parseDbf }: Library, dbf: Uint8Array | undefined, cpg: Uint8Array | undefined, most: number): unknown[] {
  if (dbf === undefined) return []
  try {
    return parseDbf(viewOf(honest(dbf, most)), encodingOf(dbf, cpg))
  } catch {
    return [] // names are a courtesy; the outlines are read without them
  }
}

function geometriesOf(library: Library, shp: Uint8Array): unknown[] {
  try {
    return library.parseShp(viewOf(shp))
  } catch {
    throw new ParcelError('shp-broken', {})
  }
}

function featuresOf(geometries: readonly unknown[], records: readonly unknown[]): Found {
  try {
    const features = geometries.map((geometry, i) => ({ type: 'Feature', geometry, properties: { name: nameIn(records[i]) } }))
    const found = shapesOf({ type: 'FeatureCollection', features })
    for (const shape of found.shapes) delete shape.roles // the winding of shapefiles is often wrong; positions tell
    return found
  } catch {
    throw new ParcelError('shp-broken', {})
  }
}

/** What stands beside a .shp under the same name. */
export const besideOf = (shp: Packed, files: readonly Packed[]) => {
  const stem = shp.name.slice(0, -4).toLowerCase()
  return (extension: string) => files.find(({ name }) => name.toLowerCase() === `${stem}.${extension}`)?.bytes
}

/** Geometries and records of a layer as they are, at most so many records. Throws a `ParcelError`. */
export async function openLayer(shp: Packed, files: readonly Packed[], mostRecords: number): Promise<{ geometries: unknown[]; records: unknown[]; system: System | null }> {
  const beside = besideOf(shp, files)
  const prj = beside('prj')
  const library = await import('shpjs')
  const most = Math.min(countRecords(viewOf(shp.bytes)), mostRecords)
  const records = recordsOf(library, beside('dbf'), beside('cpg'), most)
  return { geometries: geometriesOf(library, shp.bytes), records, system: prj ? systemOfPrj(textOf(prj)) : null }
}

/** The layer whose .shp is `shp`, with the files beside it. Throws a `ParcelError`. */
export async function readShapefile(shp: Packed, files: readonly Packed[]): Promise<RawSet> {
  const { geometries, records, system } = await openLayer(shp, files, 10 * LIMITS.parcels)
  const set = setOf(featuresOf(geometries, records), system ?? {})
  return system ? set : { ...set, notes: [...(set.notes ?? []), { code: 'no-prj', params: {} }] }
}
