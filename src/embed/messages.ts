/** What an embedding page and the frame say to each other: the whole contract, version 1. JSON only. */
import type { Facts, KnownZones, LonLat, ParcelGeometry, Release } from '../core/model'
import type { Text } from '../core/seed-types'

export const VERSION = 1

/** Given back with the reply, as it was. */
export type MessageId = string | number

/** A parcel as it was sent: GeoJSON in degrees, longitude first; not yet checked as an outline. */
export interface SentParcel {
  name: string
  geometry: ParcelGeometry
  corridorM?: number
}

export type SentSubject = { kind: 'point'; lonLat: LonLat } | { kind: 'parcel'; parcel: SentParcel }

interface Named {
  id?: MessageId
}

/** A whole question: what it does not say is not asked. `on` absent: today. */
export interface AskOrder extends Named {
  do: 'ask'
  subject: SentSubject
  project: readonly string[]
  facts: Facts
  known: KnownZones
  on?: string
}

/** From the embedding page. */
export type Order =
  | (Named & { do: 'hello' })
  | AskOrder
  | (Named & { do: 'select'; zone: string | null })
  | (Named & { do: 'view'; center: LonLat; zoom?: number })

/** What the frame says. */
export type Spoken = Named &
  (
    | { do: 'ready'; release: Release }
    /** `extract`: of `extract.schema.json`. `sha256`: over its canonical text; null where the browser withholds it. `link`: asks it again on the whole page. */
    | { do: 'answer'; extract: unknown; sha256: string | null; link: string }
    | { do: 'selected'; zone: string | null }
    | { do: 'error'; code: string; message: Text }
  )

/** To the embedding page. */
export type Outgoing = Spoken & { oneMap: typeof VERSION }
