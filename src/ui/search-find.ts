/** What a typed text may mean: coordinates in any notation, or a named place or zone. Pure. */
import type { LonLat } from '../core/model'
import type { Said } from '../formats/say'
import { readCoordinates, type Candidate } from '../formats/coordinates'
import { findPlaces, type Place } from './places'

export type Found =
  | { kind: 'point'; id: string; lonLat: LonLat; reading: Said }
  | { kind: 'place' | 'zone'; id: string; place: Place }

export interface Search {
  found: Found[]
  /** Why a text that looks like coordinates is none; undefined for a text that looks like a name. */
  problem: Said | undefined
}

type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Everything the text may mean, likeliest first. `near`: where a point is expected, degrees. */
export function search(text: string, places: readonly Place[], near: Bounds): Search {
  if (text.trim() === '') return { found: [], problem: undefined }
  const named = findPlaces(text, places).map((place): Found => ({ kind: place.kind, id: `${place.kind}-${place.id}`, place }))
  if (!looksLikeCoordinates(text)) return { found: named, problem: undefined }
  const read = readCoordinates(text, { near: [...near] })
  if (!read.ok) return { found: named, problem: { code: read.code, params: read.params } }
  return { found: [...[read, ...read.alternatives].map(pointOf), ...named], problem: undefined }
}

const pointOf = ({ lonLat, reading }: Candidate): Found => ({ kind: 'point', id: `point-${lonLat.join('-')}`, lonLat, reading })

/** Two runs of digits: a name rarely has them, a position always. */
const looksLikeCoordinates = (text: string): boolean => (text.match(/\d+(\.\d+)?/g) ?? []).length >= 2
