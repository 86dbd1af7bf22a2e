/** What of the parcel asked about is shown on the map beside its outline. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Geometry, Point } from 'geojson'
import type { Catalogue } from '../core/catalogue'
import type { Finding, Parcel, ParcelGeometry } from '../core/model'
import type { App } from './app'

/**
 * The zone whose own outline a finding rests on: the narrower one it was taken over from, and so on. Null where that is
 * everything outside another zone, which has no outline of its own.
 */
export function restsOn(zone: string, findings: readonly Finding[], zones: Catalogue['zones']): string | null {
  const seen = new Set<string>()
  let at = zone
  while (!seen.has(at)) {
    seen.add(at)
    if (zones.get(at)?.complement !== undefined) return null
    at = findings.find((finding) => finding.zone === at)?.via ?? at
  }
  return at
}

/** A geometry that cannot be measured has no parts; why is told in the panel. */
function orNone(shape: () => Geometry | null): Geometry | null {
  try {
    return shape()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The part of the parcel in the highlighted zone, as drawn; null where there is none. */
export function pieceShape(app: App): Geometry | null {
  const [answer, world, zone] = [app.answer.value, app.loaded.value?.world, app.piece.value]
  const overlay = world?.overlay
  if (answer === null || answer.subject.kind !== 'parcel' || world === undefined || overlay === undefined || zone === null) return null
  const [{ parcel }, own] = [answer.subject, restsOn(zone, answer.findings, world.catalogue.zones)]
  return own === null ? null : orNone(() => overlay.piece(parcel, own))
}

/** The parcel widened by the ring asked for; null where none is. */
export function ringShape(app: App): Geometry | null {
  const [subject, overlay, byM] = [app.subject.value, app.loaded.value?.world.overlay, app.ring.value]
  if (subject?.kind !== 'parcel' || overlay === undefined || byM === null) return null
  return orNone(() => overlay.widened(subject.parcel, byM))
}

export interface ShownParcels {
  shown: readonly Parcel[]
  active: number | null
  piece: Geometry | null
  ring: Geometry | null
  /** What sites put side by side cover. */
  compared: readonly (Point | ParcelGeometry)[]
  /** What was measured. */
  measured: ParcelGeometry | null
}

const comparedShapes = (app: App): (Point | ParcelGeometry)[] =>
  app.compared.value.map(({ subject }) => (subject.kind === 'point' ? { type: 'Point', coordinates: [...subject.lonLat] } : subject.parcel.geometry))

/** All that a map shows of parcels; cut anew only when one of them changes. */
export function shownParcels(app: App): ReadonlySignal<ShownParcels> {
  const [piece, ring, compared] = [computed(() => pieceShape(app)), computed(() => ringShape(app)), computed(() => comparedShapes(app))]
  return computed(() => ({ shown: app.parcels.value, active: app.active.value, piece: piece.value, ring: ring.value, compared: compared.value, measured: app.measure.value?.done ?? null }))
}
