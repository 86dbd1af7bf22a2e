/** What one can do with parcels. */
import { batch } from '@preact/signals'
import type { Parcel, ParcelGeometry } from '../core/model'
import type { App } from './app'
import { comparedAfter } from './compared'
import { want } from './later'
import { endMeasuring } from './measure'
import { boxOf, keptParcel, type Draft, type SketchMode } from './parcel'

/** Asks about the parcel of that index, or about none of them. What was verified is about what was asked before. */
export function askParcel(app: App, index: number | null): void {
  if (index !== null && app.parcels.peek()[index] === undefined) throw new RangeError(`expected the index of one of ${app.parcels.peek().length} parcels, found ${index}`)
  batch(() => {
    if (index !== app.active.peek()) app.known.value = {}
    app.active.value = index
    if (index !== null) app.point.value = null
  })
}

/** Adds parcels and asks about the first of them; the overlay is fetched with the first that comes. */
export function addParcels(app: App, parcels: readonly Parcel[]): void {
  if (parcels.length === 0) return
  batch(() => {
    const before = app.parcels.peek()
    app.parcels.value = [...before, ...parcels.map(keptParcel)]
    app.parcelLost.value = false
    askParcel(app, before.length)
    want(app.overlay)
  })
}

/** Takes the map to parcels; one that was drawn by hand is in view already. */
export function lookAtParcels(app: App, parcels: readonly Parcel[]): void {
  const bbox = boxOf(parcels)
  if (bbox.every(Number.isFinite)) app.flight.value = { bbox }
}

/** Takes a parcel away; where it was the one asked about, the next one is, or the one before. */
export function removeParcel(app: App, index: number): void {
  const [active, left] = [app.active.peek(), app.parcels.peek().filter((_, at) => at !== index)]
  batch(() => {
    app.compared.value = comparedAfter(app.compared.peek(), app.parcels.peek()[index], null)
    app.parcels.value = left
    if (active === index) app.known.value = {}
    app.active.value = activeAfter(active, index, left.length)
    app.sketch.value = null
  })
}

function activeAfter(active: number | null, removed: number, left: number): number | null {
  if (active === null || active < removed) return active
  const next = active > removed ? active - 1 : Math.min(removed, left - 1)
  return next < 0 ? null : next
}

/** Puts another shape, width or name in the place of a parcel. What was verified for another shape no longer stands. */
export function replaceParcel(app: App, index: number, parcel: Parcel): void {
  const before = app.parcels.peek()[index]
  if (before === undefined) throw new RangeError(`expected the index of one of ${app.parcels.peek().length} parcels, found ${index}`)
  const kept = keptParcel(parcel)
  const isSamePlace = JSON.stringify([kept.geometry, kept.corridorM]) === JSON.stringify([before.geometry, before.corridorM])
  batch(() => {
    app.compared.value = comparedAfter(app.compared.peek(), before, kept)
    app.parcels.value = app.parcels.peek().map((one, at) => (at === index ? kept : one))
    if (index === app.active.peek() && !isSamePlace) app.known.value = {}
  })
}

/** Takes all parcels away. */
export function clearParcels(app: App): void {
  batch(() => {
    if (app.active.peek() !== null) app.known.value = {}
    app.compared.value = app.compared.peek().filter(({ subject }) => subject.kind === 'point')
    app.parcels.value = []
    app.active.value = null
    app.parcelLost.value = false
    app.ring.value = null
    app.sketch.value = null
  })
}

/** Draws by hand; `edit` changes the parcel asked about. */
export function startSketch(app: App, mode: SketchMode, draft: Draft = { name: '' }): void {
  batch(() => {
    app.sketchFailed.value = null
    app.traced.value = null
    app.measure.value = null
    app.draft.value = draft
    app.sketch.value = mode
  })
}

/** Ends the drawing with its geometry, or with null when it was cancelled, or for the reason given could not begin. */
export function endSketch(app: App, geometry: ParcelGeometry | null, reason?: string): void {
  const [mode, active, draft] = [app.sketch.peek(), app.active.peek(), app.draft.peek()]
  batch(() => {
    app.sketch.value = null
    app.traced.value = null
    app.sketchFailed.value = reason ?? null
    if (app.measure.peek() !== null) return endMeasuring(app, geometry, reason)
    if (mode === null || geometry === null) return
    const edited = mode === 'edit' && active !== null ? app.parcels.peek()[active] : undefined
    if (edited !== undefined && active !== null) replaceParcel(app, active, { ...edited, geometry })
    else if (mode !== 'edit') addParcels(app, [{ ...draft, geometry }])
  })
}
