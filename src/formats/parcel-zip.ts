/** Zip archives, held to limits before anything is unpacked. */
import { LIMITS, ParcelError } from './parcel-raw'

/** A file in the archive. */
export interface Packed {
  name: string
  bytes: Uint8Array
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/** Whether an entry of the central directory carries the encryption bit. */
function encrypted(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_LENGTH
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end -= 1
  if (end < 0) return false
  let at = view.getUint32(end + 16, true)
  while (at + ENTRY_LENGTH <= bytes.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    if ((view.getUint16(at + 8, true) & 1) === 1) return true
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return false
}

const useful = (name: string): boolean => /\.(shp|dbf|prj|cpg|kml|geojson|json|dxf|txt|csv|wkt)$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name)

/** The files of an archive that may hold parcels. Throws a `ParcelError`. */
export async function unpack(bytes: Uint8Array): Promise<Packed[]> {
  if (encrypted(bytes)) throw new ParcelError('zip-encrypted', {})
  const { unzipSync } = await import('fflate')
  let [size, count] = [0, 0]
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!useful(name)) return false
    size += originalSize
    count += 1
    if (size > LIMITS.unpackedBytes || count > LIMITS.packedFiles) throw new ParcelError('zip-large', { mb: LIMITS.unpackedBytes / 1e6, files: LIMITS.packedFiles })
    return true
  }
  try {
    return Object.entries(unzipSync(bytes, { filter })).map(([name, content]) => ({ name, bytes: content }))
  } catch (error) {
    throw error instanceof ParcelError ? error : new ParcelError('zip-broken', {})
  }
}
