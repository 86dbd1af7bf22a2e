/** What the overlay says of a parcel: types only, so that the shell need not load the engine behind them. */
import type { MultiPolygon } from 'geojson'
import type { LonLat, Overlap, Parcel, ParcelMeasures } from './model'
import type { Standing } from './standing'

/** How a parcel stands towards the drawn zones, each list in the order of `ZoneIndex.zones`. */
export interface Survey {
  readonly measures: ParcelMeasures
  /** Where the parcel stands most inside: of its positions the strongest. */
  readonly most: readonly Standing[]
  /** Where it stands least inside: of its positions the weakest. What complements a zone rests on it. */
  readonly least: readonly Standing[]
  readonly overlaps: readonly (Overlap | undefined)[]
}

/** What of a parcel's surroundings lies in a zone. */
export interface Near {
  readonly zone: string
  /** Metres from the parcel to the drawn zone, 0 where they touch. */
  readonly distanceM: number
  readonly sigmaM: number
  /** The nearest position of the zone. */
  readonly lonLat: LonLat
}

export interface ZoneOverlay {
  /** Throws a `RangeError` with a sentence where a geometry cannot be measured (empty, not on earth, self-crossing). */
  survey(parcel: Parcel): Survey
  /** The part of the parcel drawn inside a zone, for the map and GeoJSON; null where there is none. For a line without corridor a MultiLineString. */
  piece(parcel: Parcel, zone: string): MultiPolygon | import('geojson').MultiLineString | null
  /** Zones within `withinM` of the parcel, nearest first. */
  near(parcel: Parcel, withinM: number): Near[]
  /** The parcel widened by `byM` metres, for rings on the map; a line's corridor when `byM` is half its width. */
  widened(parcel: Parcel, byM: number): MultiPolygon
}
