/** The area a file states against the area its numbers have, both on the plane of the survey. */
import type { RawShape } from './parcel-raw'
import { nest, turning, withoutRepeats } from './parcel-rings'
import type { Said } from './say'

/** Square metres in what the files mean by their numbers: hectares by the rule, square metres and mu by habit. */
const UNITS_M2 = [10_000, 1, 10_000 / 15]
const MOST_DIFFERENCE = 0.001
const LEAST_METRES = 100_000

/** Square metres on the plane; holes taken off. Null for degrees. */
function planeAreaM2({ rings }: RawShape): number | null {
  const [first] = rings.flat()
  if (first === undefined || Math.max(...first.map(Math.abs)) < LEAST_METRES) return null
  const nested = nest(rings.map((ring) => withoutRepeats(ring, true)))
  return nested.reduce((sum, { ring, depth }) => sum + (depth % 2 === 0 ? 1 : -1) * Math.abs(turning(ring) / 2), 0)
}

/** A note where the stated area fits in none of the usual units. */
export function statedAreaNotes(shape: RawShape): Said[] {
  if (shape.statedArea === undefined || shape.kind === 'line') return []
  const area = planeAreaM2(shape)
  if (area === null || area <= 0) return []
  const stated = shape.statedArea
  const off = Math.min(...UNITS_M2.map((unit) => Math.abs(stated * unit - area) / area))
  // a rounded number cannot be nearer than half its last digit
  const rounding = Math.max(...UNITS_M2.map((unit) => (Math.abs(stated * unit - area) / area === off ? halfDigit(stated) * unit : 0))) / area
  return off > Math.max(MOST_DIFFERENCE, rounding) ? [{ code: 'area-differs', params: { stated, found: area.toFixed(1), hectares: (area / 10_000).toFixed(4) } }] : []
}

const halfDigit = (value: number): number => 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0)
