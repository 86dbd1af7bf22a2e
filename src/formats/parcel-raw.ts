/** What every reader of a parcel format hands over: outlines as written, before it is known where they lie. */
import type { Datum } from './coordinate-parts'
import type { Said } from './say'

/** Two numbers as written: degrees or metres, in the order of the file. */
export type Pair = readonly [first: number, second: number]

/** `either`: a bare list of vertices, an area unless somebody says otherwise. */
export type RawKind = 'area' | 'line' | 'either'

export interface RawShape {
  /** Empty where the file gives none. */
  name: string
  kind: RawKind
  /** Outlines, closed or not, or the parts of a line. */
  rings: Pair[][]
  /** What the file says each ring is; absent where only their positions tell. */
  roles?: ('outer' | 'hole')[]
  /** Area written in the file, in a unit nobody can be sure of (hectares by the rule, often square metres). */
  statedArea?: number
  notes?: Said[]
}

/** What is known of the numbers; whatever is absent is decided by what is possible and then what is near. */
export interface System {
  order?: 'lon-lat' | 'lat-lon'
  datum?: Datum
  /** EPSG code declared by the file. */
  epsg?: number
  /** Plane metres on this central meridian (degrees), easting first, with these false origins in metres. */
  plane?: { meridian: number; falseEastingM: number; falseNorthingM: number }
  /** The degrees are CGCS2000 or WGS 84 beyond doubt: no other datum is offered. */
  sure?: boolean
  /** Written as degrees, minutes and seconds. */
  angle?: boolean
}

export interface RawSet {
  shapes: RawShape[]
  system: System
  notes?: Said[]
  problems?: Said[]
}

/** A whole file that cannot be read, with its sentence. */
export class ParcelError extends Error {
  readonly said: Said
  constructor(code: string, params: Said['params'] = {}) {
    super(code)
    this.said = { code, params }
  }
}

/** What hostile or mistaken input may cost. */
export const LIMITS = { bytes: 20e6, unpackedBytes: 60e6, packedFiles: 200, vertices: 200_000, parcels: 500, depth: 20, nameLength: 80 } as const

/** Throws where a list or table has more rows than may be read: looking at each takes time. */
export function checkRows(count: number): void {
  if (count > LIMITS.vertices) throw new ParcelError('too-many-rows', { most: LIMITS.vertices, found: count })
}

const LONGEST_RAW = 1000

/** A name as one short line of text. */
export const tidyName = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST_RAW) : '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, LIMITS.nameLength)
