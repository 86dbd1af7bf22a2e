/**
 * Compared sites in an address: `lon:lat:label` for a place, `index:label` for one of the parcels of the address, parted by
 * commas. Pure and forgiving: an entry that is broken is left out, the others stay.
 */
import { MOST_COMPARED, type ComparedLink } from './compared'
import { keptName } from './parcel'
import { readName, writeName } from './url-parcels'

const DEGREE_DIGITS = 5 // about 1 m, as the place asked about
const DEGREES = /^-?\d{1,3}(\.\d{1,15})?$/
const INDEX = /^\d{1,3}$/

const writeSite = (site: ComparedLink): string => {
  const label = writeName(site.label)
  return 'at' in site ? `${site.at.map((degrees) => degrees.toFixed(DEGREE_DIGITS)).join(':')}:${label}` : `${site.parcel}:${label}`
}

export const writeCompared = (sites: readonly ComparedLink[]): string => sites.map(writeSite).join(',')

const roundDegrees = (text: string): number => Number(Number(text).toFixed(DEGREE_DIGITS)) + 0 // + 0 turns -0 into 0

function readSite(text: string): ComparedLink[] {
  const [first = '', second = '', third, ...more] = text.split(':')
  if (more.length > 0) return []
  if (third === undefined) return INDEX.test(first) ? [{ label: keptName(readName(second)), parcel: Number(first) }] : []
  const [lon, lat] = [roundDegrees(first), roundDegrees(second)]
  const isPlace = DEGREES.test(first) && DEGREES.test(second) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  return isPlace ? [{ label: keptName(readName(third)), at: [lon, lat] }] : []
}

/** The sites of a text: the first four that can be read. */
export function readCompared(text: string): readonly ComparedLink[] {
  const entries = text === '' ? [] : text.split(',')
  return entries.flatMap(readSite).slice(0, MOST_COMPARED)
}
