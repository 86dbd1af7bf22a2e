/** The parcel of a message, checked like one from a file. */
import type { Parcel } from '../core/model'
import { parcelSentence } from '../formats/parcel-sentence'
import type { Lang } from '../formats/say'
import type { Bounds } from '../formats/survey-zones'
import { boxOf } from '../state/parcel'
import type { SentParcel } from './messages'
import { textOf, Wrong } from './wrong'

const SAME_DEGREES = 1e-7 // readers keep 8 decimals

const isSamePlace = (a: Parcel, b: Parcel): boolean => {
  const box = boxOf([b])
  return boxOf([a]).every((degrees, side) => Math.abs(degrees - (box[side] ?? Number.NaN)) < SAME_DEGREES)
}

/** Rejects with `Wrong`. A reader may guess at files; a program says what it means, so nothing is read otherwise here. */
export async function parcelOf(sent: SentParcel, near: Bounds, lang: Lang): Promise<Parcel> {
  const { readParcelText } = await import('../formats/parcels')
  const { name, geometry, corridorM } = sent
  const { parcels, problems } = await readParcelText(JSON.stringify({ type: 'Feature', properties: { name }, geometry }), { near, lang })
  const [problem] = problems
  if (problem !== undefined) throw new Wrong('parcel', { why: textOf(problem, parcelSentence) })
  const [read] = parcels
  if (read === undefined || parcels.length > 1 || !isSamePlace(read.parcel, sent)) throw new Wrong('parcel-place')
  return { ...read.parcel, name, ...(corridorM === undefined ? {} : { corridorM }) }
}
