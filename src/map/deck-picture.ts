/** What is laid over the map with deck.gl: the district by verdict, and the points of a batch. No deck.gl in here. */
import type { BatchPicture } from '../core/batch-types'
import type { Face, SuitabilityView } from '../core/suitability-types'

/** The district by verdict, in one view. */
export interface FacesPicture {
  view: SuitabilityView
  faces: readonly Face[]
}

export type PointsPicture = BatchPicture

/** What is absent is not drawn. */
export interface DeckPicture {
  faces?: FacesPicture
  points?: PointsPicture
}
