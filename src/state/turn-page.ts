/** From one page of the site to another with the same state. What an address has no room for goes along beside it. */
import type { ParcelGeometry } from '../core/model'
import { createApp, type App } from './app'
import { decodeCarried, encodeCarried, type Carried } from './carried'
import { comparedWhere } from './compared'
import type { Measure } from './measure'
import { encode, type Link } from './url'
import { MOST_PARCELS } from './url-parcels'

const CARRIED = 'carried'

/** What a line or an outline under way has so far: its clicks, without the place of the pointer; null where they measure nothing yet. */
function clickedOf(traced: ParcelGeometry | null): ParcelGeometry | null {
  if (traced?.type === 'LineString' && traced.coordinates.length > 2) return { type: 'LineString', coordinates: traced.coordinates.slice(0, -1) }
  if (traced?.type !== 'Polygon') return null
  const path = traced.coordinates[0]?.slice(0, -2) ?? []
  return path.length < 3 ? null : { type: 'Polygon', coordinates: [[...path, ...path.slice(0, 1)]] }
}

/** A drawing that is cut short is measured as far as it came. */
function measureOf(app: App): Measure | null {
  const [measure, clicked] = [app.measure.peek(), clickedOf(app.traced.peek())]
  return measure === null || measure.done !== null || clicked === null ? measure : { ...measure, done: clicked, view: app.view.peek() }
}

function carriedOf(app: App, hash: string): Carried {
  const [parcels, active] = [app.parcels.peek(), app.active.peek()]
  const isHeld = app.room.peek() === 'all' || parcels.length > MOST_PARCELS
  const compared = comparedWhere(app.compared.peek(), parcels, active, 'all')
  return {
    hash,
    parcels: isHeld ? null : { sites: { parcels, active }, compared },
    opacity: app.opacity.peek(),
    isRaised: app.relief.peek() === 'raised',
    measure: measureOf(app),
  }
}

function store(carried: Carried, visit: Storage | null): boolean {
  try {
    visit?.setItem(CARRIED, encodeCarried(carried))
    return visit !== null
  } catch {
    return false // blocked or full: the caller asks before anything is lost
  }
}

export interface Turn {
  /** Name of the page, in the same folder. */
  to: string
  /** What an address need not say. */
  defaults: Link
  /** Leaves behind what cannot be taken along. */
  isForced: boolean
  store: Storage | null
}

/**
 * Opens another page of the site in the same state.
 * @returns false, and stays, where parcels or what was measured would be lost
 */
export function turnPage(app: App, page: Window, { to, defaults, isForced, store: visit }: Turn): boolean {
  const target = new URL(to + page.location.search + encode(app.link.peek(), defaults), page.location.href)
  const carried = carriedOf(app, target.hash)
  const isTaken = store(carried, visit)
  const isLosing = (app.room.peek() !== 'all' && (!isTaken || carried.parcels === null)) || (!isTaken && carried.measure?.done != null)
  if (isLosing && !isForced) return false
  // So that the way back leads to the state one left.
  page.history.replaceState(page.history.state, '', target.hash)
  page.location.assign(target)
  return true
}

/** Taken once. */
function taken(visit: Storage | null): Carried | null {
  try {
    const text = visit?.getItem(CARRIED) ?? ''
    visit?.removeItem(CARRIED)
    return decodeCarried(text)
  } catch {
    return null // blocked: nothing could be carried
  }
}

/** A fresh state from an address, with what came along beside it. */
export function arrive(link: Link, hash: string, visit: Storage | null): App {
  const carried = taken(visit)
  if (carried === null || carried.hash !== hash) return createApp(link)
  const app = createApp({ ...link, ...carried.parcels })
  app.opacity.value = carried.opacity
  if (carried.isRaised) app.relief.value = 'raised'
  app.measure.value = carried.measure
  if (carried.measure?.done === null) app.sketch.value = carried.measure.kind
  return app
}
