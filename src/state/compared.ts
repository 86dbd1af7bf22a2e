/** Sites put side by side: places, or parcels of the page. Pure. */
import type { LonLat, Parcel, Subject } from '../core/model'
import { writeSites, type Room } from './url-parcels'

/** More columns cannot be read at once. */
export const MOST_COMPARED = 4

/** A place, or one of the parcels of the page: the same object, so that it follows it. */
export type SiteSubject = Extract<Subject, { kind: 'point' | 'parcel' }>

export interface ComparedSite {
  /** Given by the reader; empty: named after where it is. */
  label: string
  subject: SiteSubject
}

/** A site as an address has it; `parcel`: index into its parcels. */
export type ComparedLink = { label: string; at: LonLat } | { label: string; parcel: number }

/** The sites of an address; one whose parcel is not there is left out. */
export function comparedOf(links: readonly ComparedLink[], parcels: readonly Parcel[]): ComparedSite[] {
  return links.flatMap((link): ComparedSite[] => {
    if ('at' in link) return [{ label: link.label, subject: { kind: 'point', lonLat: link.at } }]
    const parcel = parcels[link.parcel]
    return parcel === undefined ? [] : [{ label: link.label, subject: { kind: 'parcel', parcel } }]
  })
}

/** What an address says of the sites. It can name only parcels it has room for. */
export function comparedLinks(sites: readonly ComparedSite[], parcels: readonly Parcel[], active: number | null): ComparedLink[] {
  return comparedWhere(sites, parcels, active, sites.some(({ subject }) => subject.kind === 'parcel') ? writeSites({ parcels, active }).room : 'all')
}

/** The same for an address with that much room. */
export function comparedWhere(sites: readonly ComparedSite[], parcels: readonly Parcel[], active: number | null, room: Room): ComparedLink[] {
  return sites.flatMap(({ label, subject }): ComparedLink[] => {
    if (subject.kind === 'point') return [{ label, at: subject.lonLat }]
    const index = parcels.indexOf(subject.parcel)
    if (room === 'all' && index >= 0) return [{ label, parcel: index }]
    return room === 'active' && index === active ? [{ label, parcel: 0 }] : []
  })
}

export const isSameSubject = (a: SiteSubject, b: SiteSubject): boolean => {
  if (a.kind === 'parcel') return b.kind === 'parcel' && a.parcel === b.parcel
  return b.kind === 'point' && a.lonLat[0] === b.lonLat[0] && a.lonLat[1] === b.lonLat[1]
}

/** The sites after a parcel was given another shape or name, or with null taken away. */
export function comparedAfter(sites: readonly ComparedSite[], before: Parcel | undefined, after: Parcel | null): readonly ComparedSite[] {
  const isIts = ({ subject }: ComparedSite): boolean => subject.kind === 'parcel' && subject.parcel === before
  if (!sites.some(isIts)) return sites
  if (after === null) return sites.filter((site) => !isIts(site))
  return sites.map((site) => (isIts(site) ? { ...site, subject: { kind: 'parcel', parcel: after } } : site))
}
