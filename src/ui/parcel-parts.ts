/** What is only there once a parcel is asked about: fetched together, so that no part of its answer comes after another. */
import { laterFrom } from './later'

const ofParcel = laterFrom(() => import('./parcel-shown'))

export const ParcelHead = ofParcel((shown) => shown.ParcelHead)
export const ParcelDesk = ofParcel((shown) => shown.ParcelDesk)
export const HowMuch = ofParcel((shown) => shown.HowMuch)
export const Away = ofParcel((shown) => shown.Away)
export const AnnouncedParcel = ofParcel((shown) => shown.AnnouncedParcel)
export const Beyond = ofParcel((shown) => shown.Beyond)
export const Nearby = ofParcel((shown) => shown.Nearby)
