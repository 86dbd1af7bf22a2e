/** What lies around a parcel, by kind and by distance. Pure. */
import { DISTRICT, type Catalogue } from '../core/catalogue'
import type { Finding } from '../core/model'
import type { LayerGroup, Zone } from '../core/seed-types'
import type { Near } from '../core/survey'

export interface NearLine {
  zone: Zone
  distanceM: number
  sigmaM: number
  /** Only somewhere in what is drawn. */
  isEnvelope: boolean
}

/** Zones near, nearest first; the district is around everything and is not told. */
export function nearLines(near: readonly Near[], findings: readonly Finding[], { zones }: Catalogue): NearLine[] {
  const envelopes = new Set(findings.filter(({ kind, via }) => kind === 'envelope' && via === undefined).map(({ zone }) => zone))
  return near.flatMap(({ zone: id, distanceM, sigmaM }) => {
    const zone = zones.get(id)
    return zone === undefined || id === DISTRICT || zone.inDistrict === false ? [] : [{ zone, distanceM, sigmaM, isEnvelope: envelopes.has(id) }]
  })
}

/** The nearest of each group of layers, in the order of `groups`. */
export function nearestByGroup(lines: readonly NearLine[], groups: readonly string[]): { group: LayerGroup; line: NearLine }[] {
  return groups.flatMap((group) => {
    const line = lines.find(({ zone }) => zone.group === group)
    return line === undefined ? [] : [{ group: line.zone.group, line }]
  })
}

/** What a ring of so many metres touches as drawn, and what it may touch: within the error (2 sigma) of a line, or somewhere in an envelope. */
export function touchedBy(lines: readonly NearLine[], ringM: number): { touched: NearLine[]; maybe: NearLine[] } {
  const touches = ({ distanceM, isEnvelope }: NearLine) => distanceM <= ringM && !isEnvelope
  const touched = lines.filter(touches)
  const maybe = lines.filter((line) => !touches(line) && line.distanceM - 2 * line.sigmaM <= ringM)
  return { touched, maybe }
}
