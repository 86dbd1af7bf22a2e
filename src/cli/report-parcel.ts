/** The parts of the report about a parcel: what it measures, and how much of it lies in a zone. */
import type { Finding, Overlap, Parcel } from '../core/model'
import { SLIVER } from '../core/sliver'
import { areaUnits, lengthText, shareText } from '../extract/figures'
import type { Pen } from './report'
import type { Say } from './sentence'

const isLine = ({ geometry }: Parcel): boolean => geometry.type === 'LineString' || geometry.type === 'MultiLineString'

/** Name, measures, and how it was read. */
export function parcelLines({ answer: { measures }, say, told = [] }: Pen, parcel: Parcel): string[] {
  if (measures === undefined) return [parcel.name, ...told]
  const area = measures.areaM2 === undefined ? [] : [say('parcel.area', areaUnits(measures.areaM2))]
  const length = say(isLine(parcel) ? 'parcel.length' : 'parcel.perimeter', { length: lengthText(measures.lengthM) })
  const corridor = parcel.corridorM === undefined ? [] : [say('parcel.corridor', { width: parcel.corridorM })]
  return [parcel.name, [...area, length, ...corridor].join(' · '), ...told].filter((line) => line !== '')
}

function drawnText(say: Say, { areaM2, lengthM, share }: Overlap): string {
  const part = shareText(share.drawn)
  return areaM2 ? say('overlap.area', { ...areaUnits(areaM2.drawn), share: part }) : say('overlap.length', { length: lengthText(lengthM?.drawn ?? 0), share: part })
}

/** As drawn, and from the least to the most; empty where no part of the parcel can lie there. */
export function overlapText({ overlap }: Finding, say: Say): string {
  const extent = overlap?.areaM2 ?? overlap?.lengthM
  if (overlap === undefined || extent === undefined) return ''
  const told = (size: number) => (overlap.areaM2 ? areaUnits(size).m2 : lengthText(size))
  const unit = overlap.areaM2 ? 'area' : 'length'
  if (extent.drawn === 0) return say(`overlap.${unit}-most`, { max: told(extent.max) })
  const range = say(`overlap.${unit}-range`, { min: told(extent.min), max: told(extent.max) })
  return [drawnText(say, overlap), range, ...(overlap.sliver ? [say('overlap.sliver', { ...SLIVER })] : [])].join(' · ')
}
