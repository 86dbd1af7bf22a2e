/** Figures as they are kept and as they are told. */
import type { Extent, Overlap, ParcelMeasures } from '../core/model'

/** Square metres of one 亩: 15 亩 are a hectare. */
export const MU_M2 = 2000 / 3
export const HECTARE_M2 = 10_000

/**
 * Digits kept. Sines and roots may differ in the last bit from one machine to the next; what is rounded is the same
 * everywhere, and so is its hash. A corner is known to 1 mm at best, so nothing is lost.
 */
const DIGITS = { areaM2: 2, lengthM: 2, share: 6 } as const

export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  // Adding 0 turns −0 into 0.
  return Math.round(value * scale) / scale + 0
}

const roundedExtent = ({ min, drawn, max }: Extent, digits: number): Extent => ({ min: rounded(min, digits), drawn: rounded(drawn, digits), max: rounded(max, digits) })

export const roundedOverlap = ({ areaM2, lengthM, share, sliver }: Overlap): Overlap => ({
  ...(areaM2 && { areaM2: roundedExtent(areaM2, DIGITS.areaM2) }),
  ...(lengthM && { lengthM: roundedExtent(lengthM, DIGITS.lengthM) }),
  share: roundedExtent(share, DIGITS.share),
  ...(sliver && { sliver }),
})

export const roundedMeasures = ({ areaM2, lengthM, bbox }: ParcelMeasures): ParcelMeasures => ({
  ...(areaM2 === undefined ? {} : { areaM2: rounded(areaM2, DIGITS.areaM2) }),
  lengthM: rounded(lengthM, DIGITS.lengthM),
  bbox,
})

/** An area in the three units of a Chinese report; hectares to the square metre, 亩 to about seven. */
export function areaUnits(areaM2: number): { m2: string; hectares: string; mu: string } {
  const digits = areaM2 > 0 && areaM2 < 100 ? 2 : 0
  return { m2: areaM2.toFixed(digits), hectares: (areaM2 / HECTARE_M2).toFixed(4 + digits), mu: (areaM2 / MU_M2).toFixed(2 + digits) }
}

export const lengthText = (lengthM: number): string => lengthM.toFixed(lengthM < 10 ? 2 : 1)

/** 0.1234 → 12.34 %; what is more than nothing never reads as nothing, what is less than all never as all. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0 %'
  if (percent < 0.01) return '< 0.01 %'
  if (percent < 100 && percent > 99.99) return '> 99.99 %'
  return `${percent.toFixed(2)} %`
}
