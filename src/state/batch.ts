/** The batch of the page: what is told of it, the points it puts on the map, and the row asked about. */
import { batch as together } from '@preact/signals'
import type { BatchDesk, BatchPicture, BatchState } from '../core/batch-types'
import type { Parcel, Question } from '../core/model'
import type { App } from './app'
import { keptParcel } from './parcel'
import { addParcels, askParcel, lookAtParcels, replaceParcel } from './parcel-verbs'
import { askAt, goTo } from './verbs'

export interface Batch {
  /** Null while there is none. */
  state: BatchState | null
  picture: BatchPicture | null
}

export const NO_BATCH: Batch = { state: null, picture: null }

/** A row of the batch that was asked about, in the table or on the map. */
export interface BatchChoice {
  /** Position in the batch, from 0. */
  at: number
  by: 'table' | 'map'
}

/** What is asked of every row: what was verified is about one place alone. */
export const questionOfAll = ({ on, project = [], facts = {} }: Question): Question => ({ on, project, facts })

/** How near a row is looked at from the table. */
const ZOOM = 13

/**
 * Asks about a row; one with a problem is none.
 * @param before the parcel of the row before
 * @returns the parcel that stands for the batch now
 */
export async function askRow(app: App, desk: BatchDesk, { at, by }: BatchChoice, before: Parcel | null): Promise<Parcel | null> {
  const subject = await desk.subject(at)
  desk.choose(at)
  if (subject === null) return before
  if ('parcel' in subject) return askRowParcel(app, subject.parcel, before)
  if (by === 'map') askAt(app, subject.lonLat)
  else goTo(app, subject.lonLat, Math.max(ZOOM, app.view.peek().zoom))
  return before
}

/** Asks about the row of a point of the picture. */
export function choosePoint(app: App, desk: BatchDesk, point: number): void {
  const at = desk.rowOf(point)
  if (at !== null) app.batchRow.value = { at, by: 'map' }
}

/**
 * Asks about the parcel of a row, in the place of the one of the row before, so that looking through rows heaps up none.
 * @returns the parcel as it is kept
 */
export function askRowParcel(app: App, parcel: Parcel, before: Parcel | null): Parcel | null {
  const at = before === null ? -1 : app.parcels.peek().indexOf(before)
  together(() => {
    if (at === -1) addParcels(app, [parcel])
    else {
      replaceParcel(app, at, parcel)
      askParcel(app, at)
    }
    lookAtParcels(app, [keptParcel(parcel)])
  })
  return app.parcels.peek()[app.active.peek() ?? -1] ?? null
}
