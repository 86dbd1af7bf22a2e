/** What a table says of a layer: one row for each shape that is drawn. Pure. */
import type { Feature } from 'geojson'
import type { Certainty, Loaded, LonLat, ShapeKind } from '../core/model'
import type { Made, Provenance } from '../core/provenance'
import type { Text } from '../core/seed-types'
import { placeWithin, shapeSize, type ShapeSize } from '../core/shape-size'

export interface TableRow {
  /** Place in the file. */
  at: number
  /** Its own name, or that of its zone; null where it has none. */
  name: Text | null
  /** The zone, where it is called otherwise. */
  zone: Text | null
  /** Metres above the sea, of a contour or a tint. */
  elevM: number | null
  kind: ShapeKind | null
  certainty: Certainty | null
  /** 1 sigma, metres; 0 where the shape itself takes the error in. */
  sigmaM: number | null
  size: ShapeSize
  method: Text | null
  sources: readonly string[]
  /** A place within it, to ask about; null where it says nothing of zones. */
  ask: LonLat | null
}

const KINDS: readonly ShapeKind[] = ['outline', 'envelope', 'axis', 'mark']
const CLASSES: readonly Certainty[] = ['A', 'B', 'C']

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'

const textOr = (value: unknown): Text | null => (isText(value) ? value : null)
const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function rowOf({ properties, geometry }: Feature, at: number, { method, sources }: Made, loaded: Loaded): TableRow {
  const { zone, name, elevM, kind, certainty, sigmaM } = properties ?? {}
  const known = loaded.world.catalogue.zones.get(String(zone))?.name ?? null
  const own = textOr(name) ?? known
  return {
    at,
    name: own,
    zone: known !== null && own !== null && known.zh !== own.zh ? known : null,
    elevM: numberOr(elevM),
    kind: KINDS.find((one) => one === kind) ?? null,
    certainty: CLASSES.find((one) => one === certainty) ?? null,
    sigmaM: numberOr(sigmaM),
    size: kind === 'mark' ? null : shapeSize(geometry), // a mark is where a name stands
    method: textOr(method),
    sources: Array.isArray(sources) ? sources.map(String) : [],
    ask: typeof zone === 'string' ? placeWithin(geometry) : null,
  }
}

/** Shapes that are drawn, in the order of the file. */
export const tableRows = (layer: string, loaded: Loaded, provenance: Provenance): TableRow[] =>
  (loaded.data[layer]?.features ?? []).flatMap((feature, at) => (feature.properties?.['drawn'] === false ? [] : [rowOf(feature, at, provenance[layer]?.[at] ?? {}, loaded)]))

/** Digits a size is told to: none finer than its lines allow. km² or km. */
export const digitsOf = (kilo: number): number => (kilo >= 10 ? 0 : kilo >= 1 ? 1 : 2)
