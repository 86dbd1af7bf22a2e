export { ParcelDesk, ParcelHead } from './parcel-head'
export { Nearby } from './parcel-near'
export { Away, HowMuch } from './parcel-overlap'
export { AnnouncedParcel, Beyond } from './parcel-said'
