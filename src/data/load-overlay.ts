/** Reads the engine that measures parcels, when the first parcel comes. */
import type { Loaded, Parcel } from '../core/model'
import type { Survey, ZoneOverlay } from '../core/survey'
import { zoneShapes } from './load'

/** @throws Error when the engine cannot be read */
export async function loadOverlay({ world, data }: Loaded): Promise<ZoneOverlay> {
  const { buildOverlay } = await import('../core/overlay')
  return remembering(buildOverlay(world.index, zoneShapes(data)))
}

/** Measures each parcel once: a verdict asks the same parcel again for every source and every change that would matter. */
export function remembering(overlay: ZoneOverlay): ZoneOverlay {
  const surveys = new WeakMap<Parcel, Survey>()
  const survey = (parcel: Parcel): Survey => {
    const found = surveys.get(parcel) ?? overlay.survey(parcel)
    surveys.set(parcel, found)
    return found
  }
  return { ...overlay, survey }
}
