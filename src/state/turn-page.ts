/** From one page of the site to another with the same state. What an address has no room for goes along beside it. */
import type { App } from './app'
import { comparedWhere } from './compared'
import { encode, type Link } from './url'
import { readCompared, writeCompared } from './url-compared'
import { MOST_PARCELS, readSites, writeAll } from './url-parcels'

const CARRIED = 'carried'

/** All parcels and the sites put side by side. `hash`: the address they belong to. */
interface Carried {
  hash: string
  sites: string
  compared: string
}

function carry(app: App, store: Storage | null, hash: string): boolean {
  const [parcels, active] = [app.parcels.peek(), app.active.peek()]
  if (store === null || parcels.length > MOST_PARCELS) return false
  const compared = writeCompared(comparedWhere(app.compared.peek(), parcels, active, 'all'))
  const carried: Carried = { hash, sites: writeAll(parcels, active), compared }
  try {
    store.setItem(CARRIED, JSON.stringify(carried))
    return true
  } catch {
    return false // blocked or full: the caller asks before anything is lost
  }
}

export interface Turn {
  /** Name of the page, in the same folder. */
  to: string
  /** What an address need not say. */
  defaults: Link
  /** Leaves parcels behind that cannot be taken along. */
  isForced: boolean
  store: Storage | null
}

/**
 * Opens another page of the site in the same state.
 * @returns false, and stays, where parcels would be lost
 */
export function turnPage(app: App, page: Window, { to, defaults, isForced, store }: Turn): boolean {
  const target = new URL(to + page.location.search + encode(app.link.peek(), defaults), page.location.href)
  if (app.room.peek() !== 'all' && !carry(app, store, target.hash) && !isForced) return false
  // So that the way back leads to the state one left.
  page.history.replaceState(page.history.state, '', target.hash)
  page.location.assign(target)
  return true
}

function readCarried(text: string): Carried | null {
  try {
    const { hash, sites, compared } = JSON.parse(text) as Partial<Carried>
    return hash === undefined || sites === undefined || compared === undefined ? null : { hash, sites, compared }
  } catch {
    return null // not ours
  }
}

function taken(store: Storage | null): string {
  try {
    const text = store?.getItem(CARRIED) ?? ''
    store?.removeItem(CARRIED)
    return text
  } catch {
    return '' // blocked: nothing could be carried
  }
}

/** The state of an address, with what came along beside it; taken once. */
export function withCarried(link: Link, hash: string, store: Storage | null): Link {
  const carried = readCarried(taken(store))
  if (carried === null || carried.hash !== hash) return link
  const sites = readSites(carried.sites)
  return sites === undefined ? link : { ...link, sites, compared: readCompared(carried.compared) }
}
