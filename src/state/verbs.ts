/** What one can do to the state of the page. */
import { batch } from '@preact/signals'
import type { FactValue, LonLat } from '../core/model'
import type { App } from './app'
import { roundLonLat, type Link } from './url'

/** Asks what holds at a place (degrees, CGCS2000). The position is kept to about 1 m, as in the address. */
export function askAt(app: App, lonLat: LonLat): void {
  app.point.value = roundLonLat(lonLat)
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

/** Takes the marker and the answer away. */
export function clearPoint(app: App): void {
  batch(() => {
    app.point.value = null
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

/** Highlights a zone, or takes the highlight away when it has it already. */
export function toggleSelected(app: App, zone: string): void {
  app.selected.value = app.selected.value === zone ? null : zone
}

/** Sets a fact; `undefined` makes it unknown again. */
export function setFact(app: App, id: string, value: FactValue | undefined): void {
  const others = Object.entries(app.facts.value).filter(([known]) => known !== id)
  app.facts.value = Object.fromEntries(value === undefined ? others : [...others, [id, value]])
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
    app.selected.value = link.selected
    app.flight.value = { lonLat: link.view.center, zoom: link.view.zoom }
  })
}
