/** KML → outlines. The page has a DOMParser; elsewhere one is handed in. */
import { setOf, shapesOf } from './parcel-geojson'
import { ParcelError, type RawSet } from './parcel-raw'

/** Throws or gives a document with `parsererror` where the text is no XML. */
export type ParseXml = (text: string) => Document

const ownParser = (): ParseXml | null => (typeof DOMParser === 'undefined' ? null : (text) => new DOMParser().parseFromString(text, 'text/xml'))

function parse(text: string, parseXml: ParseXml): Document {
  try {
    const document = parseXml(text)
    if (document.getElementsByTagName('parsererror').length === 0 && document.getElementsByTagName('kml').length > 0) return document
  } catch {
    // told below
  }
  throw new ParcelError('kml-broken', {})
}

/** Throws a `ParcelError`. */
export async function readKml(text: string, given?: ParseXml): Promise<RawSet> {
  const parseXml = given ?? ownParser()
  if (parseXml === null) throw new ParcelError('no-xml', {})
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ParcelError('xml-entities', {})
  const document = parse(text.replace(/^\uFEFF/, ''), parseXml)
  const { kml } = await import('@tmcw/togeojson')
  let value: unknown
  try {
    value = kml(document, { skipNullGeometry: true })
  } catch {
    throw new ParcelError('kml-broken', {})
  }
  return setOf(shapesOf(value), { order: 'lon-lat' })
}
