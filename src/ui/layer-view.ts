/** What the layer panel says about a layer. Pure. */
import type { FeatureCollection } from 'geojson'
import type { Certainty, Layer, Loaded, ShapeKind } from '../core/model'
import type { Text } from '../core/seed-types'

export interface ShapeRow {
  zone: string
  name: Text
  kind: ShapeKind
  certainty: Certainty
  sigmaM: number
}

export interface LayerView {
  layer: Layer
  /** Null while it has not been read. */
  rows: ShapeRow[] | null
  /** Why it could not be read. */
  failed: string | undefined
  /** Smallest and largest 1-sigma error of its lines, metres. */
  sigmaM: { from: number; to: number } | null
  /** Some of its lines are ours, not published. */
  sketch: boolean
}

export interface LayerGroupView {
  group: Layer['group']
  layers: LayerView[]
}

const KINDS: readonly string[] = ['outline', 'envelope', 'axis', 'mark']

/** Layers by group, in the order of `groups`; within a group the topmost of the map first. */
export function layerGroups(loaded: Loaded, groups: readonly string[]): LayerGroupView[] {
  const views = loaded.layers.toReversed().map((layer) => layerView(layer, loaded))
  return groups.flatMap((group) => {
    const layers = views.filter(({ layer }) => layer.group === group)
    const [first] = layers
    return first === undefined ? [] : [{ group: first.layer.group, layers }]
  })
}

export function layerView(layer: Layer, loaded: Loaded): LayerView {
  const collection = loaded.data[layer.id]
  const rows = collection === undefined ? null : rowsOf(collection, loaded)
  const lines = (rows ?? []).filter(({ kind }) => kind !== 'mark')
  const sigmas = lines.map(({ sigmaM }) => sigmaM).filter((sigmaM) => sigmaM > 0)
  return {
    layer,
    rows,
    failed: loaded.failed[layer.id],
    sigmaM: sigmas.length === 0 ? null : { from: Math.min(...sigmas), to: Math.max(...sigmas) },
    sketch: lines.some(({ certainty }) => certainty !== 'A'),
  }
}

/** One row per zone: the shape that is drawn first stands for it, marks last. */
function rowsOf(collection: FeatureCollection, loaded: Loaded): ShapeRow[] {
  const rows = collection.features.flatMap(({ properties }) => rowOf(properties, loaded))
  const drawn = rows.filter(({ kind }) => kind !== 'mark')
  const byZone = new Map([...drawn, ...rows].toReversed().map((row) => [row.zone, row]))
  return [...byZone.values()].toReversed()
}

function rowOf(properties: Record<string, unknown> | null, loaded: Loaded): ShapeRow[] {
  const { zone, kind, certainty, sigmaM, drawn } = properties ?? {}
  if (drawn === false) return [] // used to answer, but not to be seen
  if (typeof zone !== 'string' || !isKind(kind) || !isCertainty(certainty) || typeof sigmaM !== 'number') return []
  const name = loaded.world.catalogue.zones.get(zone)?.name ?? { zh: zone, en: zone }
  return [{ zone, name, kind, certainty, sigmaM }]
}

const isKind = (value: unknown): value is ShapeKind => typeof value === 'string' && KINDS.includes(value)

const isCertainty = (value: unknown): value is Certainty => value === 'A' || value === 'B' || value === 'C'
