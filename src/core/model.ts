/**
 * The question and the answer: the types everything else is written against.
 *
 * Positions are `[longitude, latitude]` in degrees, CGCS2000 (EPSG:4490; equal to WGS 84 at the
 * precision of this data). Distances are metres. Dates are ISO `YYYY-MM-DD`.
 */
import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { Catalogue } from './catalogue'
import type { Effect, LayerGroup, Text } from './seed-types'
import type { ZoneIndex } from './zone-index'
import type { ZoneOverlay } from './survey'

/** `[longitude, latitude]`, degrees, CGCS2000. */
export type LonLat = readonly [lon: number, lat: number]

/** How well a drawn line is known. A: published line. B: published list or measure, line ours. C: indicative. */
export type Certainty = 'A' | 'B' | 'C'

/**
 * What a drawn shape means. `outline`: the zone is about here. `envelope`: it lies somewhere in here.
 * `axis`: only the middle line of a linear zone is known. `mark`: drawn and searchable, never used to answer.
 */
export type ShapeKind = 'outline' | 'envelope' | 'axis' | 'mark'

/** Properties of every feature in `geodata/layers/*.geojson`. */
export interface ZoneShape {
  /** Zone id of the catalogue. */
  zone: string
  name: { zh: string; en: string }
  kind: ShapeKind
  certainty: Certainty
  /** 1-sigma error of the line against the real one, metres. */
  sigmaM: number
  /** False where the drawn shapes are only some of the zone: elsewhere it counts as unmapped, never as outside. */
  complete: boolean
  /** False: only used to answer; another shape already draws the same place. Absent otherwise. */
  drawn?: false
  /** How the shape was made; the page reads it apart (`provenance.ts`). */
  method?: { zh: string; en: string }
  sources?: string[]
}

/** Where a subject stands towards one zone. */
export type Is =
  | 'inside' // beyond 2 sigma within the outline: counts as certain
  | 'likely' // within the outline, inside its error band: counts as drawn
  | 'possible' // outside the outline within the band, or inside an envelope: counts as possible
  | 'outside' // beyond the band
  | 'unmapped' // no published outline: counts as possible
  | 'failed' // the check itself failed: counts as possible

export interface Finding {
  zone: string
  is: Is
  /** Signed distance to the nearest drawn line, metres, negative inside; absent without a shape. */
  distanceM?: number
  sigmaM?: number
  certainty?: Certainty
  kind?: ShapeKind
  /** The zone this finding was taken over from: a narrower one, or the one it complements. */
  via?: string
  /** Why the check failed. */
  why?: string
  /** The asker has verified it (`Question.known`), itself or through `via`; it has no measures then. */
  known?: true
  /** How much of a parcel lies in the zone; absent for points and where nothing of it can. */
  overlap?: Overlap
}

/** From the surely inside, over the drawn, to the possibly inside (2 sigma either way): `min` ≤ `drawn` ≤ `max`. */
export interface Extent {
  min: number
  drawn: number
  max: number
}

/** The part of a parcel in a zone. */
export interface Overlap {
  /** Ellipsoidal square metres; for areas and corridors. */
  areaM2?: Extent
  /** Metres along the line; for lines. */
  lengthM?: Extent
  /** 0..1 of the parcel's area, or length. */
  share: Extent
  /** The drawn overlap is below the sliver threshold (`SLIVER` in `core/overlay.ts`): shown, but it counts as possible only. */
  sliver?: true
}

/** What a parcel covers, CGCS2000 degrees, rings by RFC 7946. Coordinates keep 8 decimals (1 mm). */
export type ParcelGeometry = Polygon | MultiPolygon | LineString | MultiLineString

/** A site, or with a line a pipeline or road. */
export interface Parcel {
  name: string
  geometry: ParcelGeometry
  /** Whole width of the corridor along a line, metres; the parcel then has an area too. */
  corridorM?: number
}

/** What a parcel measures, on the ellipsoid. */
export interface ParcelMeasures {
  /** Square metres; absent for a line without corridor. */
  areaM2?: number
  /** Metres of a line; the length of its outline for an area. */
  lengthM: number
  /** [west, south, east, north], degrees. */
  bbox: readonly [number, number, number, number]
}

export type Subject =
  | { kind: 'point'; lonLat: LonLat }
  /** Zones known from an authority: certainly inside these, outside all others. */
  | { kind: 'zones'; zones: readonly string[] }
  | { kind: 'parcel'; parcel: Parcel }

export type FactValue = number | boolean | string
export type Facts = Readonly<Record<string, FactValue>>

/**
 * Zones the asker has verified with the office, by id. `inside`: also inside what the zone inherits or is part of, and
 * outside what it is the complement of. `outside`: also outside all that is part of it or lies in it.
 */
export type KnownZones = Readonly<Record<string, 'inside' | 'outside'>>

export interface Question {
  /** ISO date the answer is for. */
  on: string
  /** Activity ids; empty when nobody asked to build anything. */
  project?: readonly string[]
  facts?: Facts
  /** Source ids to use; all when absent. */
  sources?: readonly string[]
  /** What the asker knows of zones; it stands over what is drawn. */
  known?: KnownZones
}

/** How far a rule counts. `info`: it never decides. */
export type Counts = 'certain' | 'asDrawn' | 'possible' | 'info'

/** Weakest to strongest: `VERDICTS` in `verdict.ts`. */
export type VerdictWord = 'no-specific-rule' | 'conditional' | 'restricted' | 'prohibited'

/** Why a rule counts for less than certain. */
export type Doubt = 'near-line' | 'envelope' | 'unmapped' | 'failed' | 'implied' | 'by-reference' | 'term-ended' | 'fact-missing'

/** Where the asked date stands in the term of a rule. */
export type TermStatus = 'in-force' | 'ended' | 'not-yet' | 'record'

export interface RuleHit {
  id: string
  effect: Effect
  /** The zone through which the rule holds most surely. */
  via: string
  /** Standing of the subject in `via`. */
  is: Is
  counts: Counts
  /** The verdict this rule asks for when it holds; absent when it does not decide. */
  decides?: VerdictWord
  doubts: readonly Doubt[]
  term: TermStatus
  /** Facts it still needs, as parameter names. */
  needs?: readonly string[]
  /** `district`: it holds everywhere in the district. */
  scope: 'zone' | 'district'
}

export interface Verdict {
  certain: VerdictWord
  asDrawn: VerdictWord
  possible: VerdictWord
  /** Rules that ask for the verdict of each part, certain first; merely possible ones only where `possible` goes beyond `asDrawn`. */
  decidedBy: string[]
}

export type ToVerify =
  | { kind: 'fact'; param: string; rules: string[] }
  | { kind: 'zone'; zone: string; office: string; rules: string[] }
  | { kind: 'term'; rules: string[] }
  | { kind: 'document'; document: string; rules: string[] }

/** A contradiction of a document that the project meets (`conflicts` of the catalogue). */
export interface Conflict {
  id: string
  /** Rules of either side that hold or may hold here, first side first. */
  rules: string[]
}

export interface Release {
  /** First 12 hex digits of the SHA-256 over `geodata/layers`. */
  data: string
  /** First 12 hex digits of the SHA-256 over `seeds`. */
  rules: string
  /** Version of the engine (`package.json`). */
  engine: string
}

export interface Answer {
  /** The id of the question, given back as it was. */
  id?: string | number
  subject: Subject
  on: string
  release: Release
  /** Of the parcel asked about. */
  measures?: ParcelMeasures
  /** One for every zone of the catalogue, in catalogue order. */
  findings: Finding[]
  /** Zone-specific first, strictest first; district-wide after. */
  rules: RuleHit[]
  /** Null when no project was asked about. */
  verdict: Verdict | null
  toVerify: ToVerify[]
  /** Contradictions of which both sides are among the rules; empty when no project was asked about. */
  conflicts: Conflict[]
}

export interface World {
  catalogue: Catalogue
  index: ZoneIndex
  release: Release
  /** Measures parcels against the zones; loaded when the first parcel comes, so that the shell stays light. */
  overlay?: ZoneOverlay
}

/** One entry of `geodata/layers.json`: a layer file and its switch on the page. Array order is drawing order, bottom first. */
export interface Layer {
  id: string
  group: LayerGroup | 'base'
  /** File name under `geodata/layers`. */
  file: string
  name: Text
  about: Text
  /** Zones drawn by this layer; empty for base layers. */
  zones: readonly string[]
  /** Shown at start. */
  on: boolean
}

/** Everything the page has read. A layer is in `data` or in `failed` (with the reason), never in neither once reading has ended. */
export interface Loaded {
  world: World
  layers: readonly Layer[]
  /** By layer id. */
  data: Readonly<Record<string, FeatureCollection>>
  failed: Readonly<Record<string, string>>
}
