/** What one can do to the state of the page. */
import { batch } from '@preact/signals'
import type { FactValue, LonLat } from '../core/model'
import type { App } from './app'
import { comparedOf } from './compared'
import { want } from './later'
import { roundLonLat, type Link } from './url'

/**
 * Asks what holds at a place (degrees, CGCS2000). The position is kept to about 1 m, as in the address.
 * What was verified is about the place asked before, and goes with it. Parcels stay, none of them asked about.
 */
export function askAt(app: App, lonLat: LonLat): void {
  const place = roundLonLat(lonLat)
  const isSame = app.active.peek() === null && (app.point.peek()?.every((degrees, axis) => degrees === place[axis]) ?? false)
  batch(() => {
    app.point.value = place
    app.active.value = null
    if (!isSame) app.known.value = {}
  })
}

/** Asks about a place and takes the map there. */
export function goTo(app: App, lonLat: LonLat, zoom?: number): void {
  batch(() => {
    askAt(app, lonLat)
    lookAt(app, lonLat, zoom)
  })
}

/** Takes the map somewhere without asking. */
export function lookAt(app: App, lonLat: LonLat, zoom?: number): void {
  app.flight.value = zoom === undefined ? { lonLat } : { lonLat, zoom }
}

/** Takes the marker and the answer away; parcels stay. */
export function clearPoint(app: App): void {
  batch(() => {
    app.point.value = null
    app.active.value = null
    app.known.value = {}
    app.selected.value = null
  })
}

/** Shows or hides layers and zones by id. */
export function setShown(app: App, ids: readonly string[], shown: boolean): void {
  const off = new Set(app.off.value)
  for (const id of ids) if (shown) off.delete(id); else off.add(id)
  app.off.value = off
}

/** Opacity of a layer, 0..1. */
export function setOpacity(app: App, layer: string, opacity: number): void {
  app.opacity.value = { ...app.opacity.value, [layer]: Math.min(1, Math.max(0, opacity)) }
}

/** Highlights a zone and the part of the parcel in it, or takes the highlight away when it has it already. */
export function toggleSelected(app: App, zone: string): void {
  app.selected.value = app.selected.value === zone ? null : zone
}

/** Sets a fact; `undefined` makes it unknown again. */
export function setFact(app: App, id: string, value: FactValue | undefined): void {
  const others = Object.entries(app.facts.value).filter(([known]) => known !== id)
  app.facts.value = Object.fromEntries(value === undefined ? others : [...others, [id, value]])
}

/** Says where the place stands towards a zone, as verified with its office; `undefined` takes it back. */
export function setKnown(app: App, zone: string, side: 'inside' | 'outside' | undefined): void {
  const others = Object.entries(app.known.value).filter(([id]) => id !== zone)
  app.known.value = Object.fromEntries(side === undefined ? others : [...others, [zone, side]])
}

/** Adds activities to the project, each once. */
export function addActivities(app: App, ids: readonly string[]): void {
  app.project.value = [...new Set([...app.project.value, ...ids])]
}

/** Makes an item of the EIA catalogue, with its activities, the project. */
export function chooseItem(app: App, no: number, activities: readonly string[]): void {
  batch(() => {
    app.item.value = String(no)
    addActivities(app, activities)
  })
}

/** Takes an activity away; with the last one the item of the EIA catalogue goes too. */
export function removeActivity(app: App, id: string): void {
  const left = app.project.value.filter((one) => one !== id)
  batch(() => {
    app.project.value = left
    if (left.length === 0) app.item.value = null
  })
}

/** Takes the whole project away: rules are read, nothing is asked. */
export function clearProject(app: App): void {
  batch(() => {
    app.project.value = []
    app.item.value = null
  })
}

/** Takes over an address that was pasted or walked back to. */
export function applyLink(app: App, link: Link): void {
  batch(() => {
    app.lang.value = link.lang
    app.theme.value = link.theme
    app.point.value = link.point
    app.off.value = new Set(link.off)
    app.on.value = link.on
    app.project.value = link.project
    app.facts.value = link.facts
    app.known.value = link.known
    app.item.value = link.item
    app.selected.value = link.selected
    app.suit.value = link.suit
    takeSites(app, link)
    app.flight.value = { lonLat: link.view.center, zoom: link.view.zoom }
  })
}

function takeSites(app: App, { sites, compared }: Link): void {
  app.parcels.value = sites?.parcels ?? []
  app.active.value = sites?.active ?? null
  app.parcelLost.value = sites?.big ?? false
  app.compared.value = comparedOf(compared, app.parcels.value)
  if (app.compared.value.length > 1) app.panel.value = 'compare'
  app.sketch.value = null
  if (app.parcels.value.length > 0) want(app.overlay)
}
