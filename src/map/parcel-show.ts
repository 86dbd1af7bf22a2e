/** Keeps the sources of the parcels equal to the state: only data that differ are sent. */
import type { FeatureCollection } from 'geojson'
import { noParcels, parcelSources, type MapParcels, type ParcelSource } from './parcels'

const sources: readonly ParcelSource[] = ['parcels', 'corridors', 'piece', 'ring', 'compared', 'measured']

const same = (a: MapParcels, b: MapParcels | null): boolean =>
  a.shown === b?.shown && a.active === b.active && a.piece === b.piece && a.ring === b.ring && a.compared === b.compared && a.measured === b.measured

export class ParcelShow {
  private shown: MapParcels | null = noParcels
  /** JSON of what each source holds; unknown where absent. */
  private readonly held = new Map<ParcelSource, string>()

  constructor(private readonly send: (source: ParcelSource, data: FeatureCollection) => void) {
    const empty = parcelSources(noParcels)
    for (const source of sources) this.held.set(source, JSON.stringify(empty[source]))
  }

  show(parcels: MapParcels): void {
    if (same(parcels, this.shown)) return
    this.shown = parcels
    const data = parcelSources(parcels)
    for (const source of sources) {
      const text = JSON.stringify(data[source])
      if (this.held.get(source) === text) continue
      this.held.set(source, text)
      this.send(source, data[source])
    }
  }

  /** The map lost its data: everything is sent again next time. */
  forget(): void {
    this.shown = null
    this.held.clear()
  }
}
