/** The text of a .prj file → which system its numbers are in. */
import { ParcelError, type System } from './parcel-raw'

const REFUSED = /beijing|xian|xi'?an_?1980|krasovsky|IAG_?1975/i
const KNOWN = /china_?(?:geodetic_?coordinate_?system_?)?2000|CGCS_?2000|D_China_2000|WGS_?(?:19)?84|GRS_?1980/i
const PROJECTION = /PROJECTION\["(?:Gauss_?Kruger|Transverse_?Mercator)/i

const LONGEST = 5000

const quoted = (text: string): string => /"([^"]{0,80})"/.exec(text)?.[1] ?? text.slice(0, 40)

function parameter(text: string, name: string): number | null {
  const found = new RegExp(`PARAMETER\\["${name}",\\s*(-?[\\d.]+(?:e[+-]?\\d+)?)`, 'i').exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

/** Throws a `ParcelError` naming the system where its way to CGCS2000 is not public or not Gauss–Krüger. */
export function systemOfPrj(text: string): System {
  const plain = text.slice(0, LONGEST).trim()
  if (REFUSED.test(plain) || !KNOWN.test(plain)) throw new ParcelError('unknown-system', { name: quoted(plain) })
  if (/^GEOG/i.test(plain)) return { order: 'lon-lat', sure: true }
  const meridian = parameter(plain, 'central_meridian')
  const scale = parameter(plain, 'scale_factor') ?? 1
  if (!PROJECTION.test(plain) || meridian === null || scale !== 1 || !/UNIT\["met(?:er|re)/i.test(plain)) throw new ParcelError('unknown-system', { name: quoted(plain) })
  const plane = { meridian, falseEastingM: parameter(plain, 'false_easting') ?? 0, falseNorthingM: parameter(plain, 'false_northing') ?? 0 }
  return { order: 'lon-lat', sure: true, plane }
}
