/** What the panel says of a parcel in one zone. Pure: which sentence, not its words. */
import type { Finding } from '../core/model'

/** How much of the parcel the zone takes. */
export type Taking = 'all' | 'part' | 'none' | 'somewhere' | 'sliver'

/** Nearly all is all, nearly none is none: rounding on the grid of the overlay. */
const ROUNDING = 1e-6

export function takingOf({ overlap, kind }: Finding): Taking | null {
  if (overlap === undefined) return null
  if (overlap.sliver === true) return 'sliver'
  if (kind === 'envelope') return 'somewhere'
  if (overlap.share.drawn >= 1 - ROUNDING) return 'all'
  return overlap.share.drawn <= 0 ? 'none' : 'part'
}

/** True where the error of the line changes nothing. */
export const isExact = ({ overlap }: Finding): boolean => overlap !== undefined && overlap.share.max - overlap.share.min <= ROUNDING

/** Where the line is: within the whole parcel's distance, apart from it, or in it. */
export type Side = 'in' | 'out' | 'meets' | 'axisOut' | 'axisMeets'

export function sideOf({ distanceM, kind }: Finding): Side | null {
  if (distanceM === undefined || kind === 'envelope') return null
  if (kind === 'axis') return distanceM === 0 ? 'axisMeets' : 'axisOut'
  if (distanceM === 0) return 'meets'
  return distanceM < 0 ? 'in' : 'out'
}
