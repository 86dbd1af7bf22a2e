/** Where a project may be built: the district in faces of one verdict each. */
import type { LonLat, Question, Release, VerdictWord } from './model'

/** The three parts of a verdict; `decidedBy` may differ within a face. */
export interface VerdictTriple {
  certain: VerdictWord
  asDrawn: VerdictWord
  possible: VerdictWord
}

/**
 * Flat rings: `lon, lat` pairs in `positions`, rings closed. `ringStart`: where each ring starts, counted in positions;
 * `polygonStart`: where each polygon starts, counted in rings. Both end with one more number, the count itself.
 * The first ring of a polygon is its outer one (counter-clockwise), the others are its holes (clockwise).
 */
export interface FacePolygons {
  positions: Float64Array
  ringStart: Uint32Array
  polygonStart: Uint32Array
}

/** A part of the district where the verdict is one and the same. Its polygons touch one another at corners at most. */
export interface Face {
  verdict: VerdictTriple
  /** Ellipsoidal square metres. */
  areaM2: number
  /** Rules that decide somewhere in the face, those of the largest part of it first. */
  decidedBy: readonly string[]
  polygons: FacePolygons
}

/** The district, each place of it in one face: areas add up to the district's. */
export interface Suitability {
  question: Question
  release: Release
  /** Of the district as drawn, ellipsoidal square metres. */
  areaM2: number
  /** Largest first. */
  faces: readonly Face[]
}

/** Which part of the verdict is looked at. */
export type SuitabilityView = 'asDrawn' | 'certain' | 'possible'

/** Nearest place where the verdict in `view` is milder than at the site. */
export interface BetterPlace {
  view: SuitabilityView
  at: LonLat
  /** Of the view, there. */
  verdict: VerdictWord
  /** From the site, on the ellipsoid, metres. */
  distanceM: number
  /** From the site, clockwise from north, degrees, 0 up to 360. */
  bearingDeg: number
}
