/** What one can do with compared sites. */
import { batch } from '@preact/signals'
import type { App } from './app'
import { isSameSubject, MOST_COMPARED, type ComparedSite, type SiteSubject } from './compared'
import { boxOf, keptName } from './parcel'
import { askParcel } from './parcel-verbs'
import { goTo } from './verbs'

/** `there`: it was among them already. `full`: there are four. */
export type Added = 'added' | 'there' | 'full'

/** Puts a site beside the others. */
export function compareSite(app: App, subject: SiteSubject): Added {
  const sites = app.compared.peek()
  if (sites.some((site) => isSameSubject(site.subject, subject))) return 'there'
  if (sites.length >= MOST_COMPARED) return 'full'
  app.compared.value = [...sites, { label: '', subject }]
  return 'added'
}

export function removeSite(app: App, index: number): void {
  app.compared.value = app.compared.peek().filter((_, at) => at !== index)
}

/** Gives a site a name; without one it is named after where it is. */
export function nameSite(app: App, index: number, label: string): void {
  app.compared.value = app.compared.peek().map((site, at) => (at === index ? { ...site, label: keptName(label.trim()) } : site))
}

export function clearSites(app: App): void {
  app.compared.value = []
}

const CLOSE = 13 // zoom at which a place and what lies around it fill the map

/** Takes the map to a site and asks about it. */
export function goToSite(app: App, { subject }: ComparedSite): void {
  if (subject.kind === 'point') return goTo(app, subject.lonLat, CLOSE)
  const index = app.parcels.peek().indexOf(subject.parcel)
  batch(() => {
    if (index >= 0) askParcel(app, index)
    app.flight.value = { bbox: boxOf([subject.parcel]) }
  })
}

/** Around all sites, degrees; null where there are none. */
export function boxOfSites(sites: readonly ComparedSite[]): [west: number, south: number, east: number, north: number] | null {
  const boxes = sites.map(({ subject }) => (subject.kind === 'point' ? [...subject.lonLat, ...subject.lonLat] : boxOf([subject.parcel])))
  const side = (at: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[at] ?? Number.NaN))
  return boxes.length === 0 ? null : [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}
