/** From a record of `shapes.json` and a geometry to a feature of a zone layer. */
import type { Feature, Geometry } from 'geojson'
import type { Certainty, ShapeKind, ZoneShape } from '../src/core/model'
import type { Text } from '../src/core/seed-types'
import type { Control } from './control'
import { tidy } from './geometry'

/** What a shape is called and what it may be used for: everything a planner could want to change. */
export interface ShapeSpec {
  /** Feature id, unique over all layers. */
  id: string
  zone: string
  /** `"<file>/<id>"` of the control geometry. Several are joined. */
  from: string[]
  kind: ShapeKind
  complete: boolean
  /** `false`: only used to answer; another feature already draws the same place. */
  drawn?: false
  name: Text
  /** In place of the layer's. */
  method?: Text
  /** In place of the control feature's: metres, 1 sigma. */
  sigmaM?: number
  certainty?: Certainty
  /** Known size of the thing itself, added to a search radius: metres. */
  extraM?: number
}

/** One layer of `shapes.json`. */
export interface LayerSpec {
  /** How the shapes were made, where they do not say it themselves. */
  method?: Text
  shapes: ShapeSpec[]
}

export type ShapeFeature = Feature<Geometry, ZoneShape>

/** A recipe: control geometry and the layer's records in, features out. Pure; same input, same order, same bytes. */
export type Recipe = (control: Control, layer: LayerSpec) => ShapeFeature[]

/** A feature as the contract wants it: rounded, wound, with the error and origin of its first control feature. */
export function shapeOf(control: Control, layer: LayerSpec, spec: ShapeSpec, geometry: Geometry): ShapeFeature {
  const made = spec.from.map((from) => control.one(from).properties)
  const [first] = made
  const method = spec.method ?? layer.method
  if (first === undefined || method === undefined) throw new Error(`Expected "from" and a method for shape "${spec.id}" in shapes.json, found ${JSON.stringify(spec)}. Add them.`)
  const properties: ZoneShape = {
    zone: spec.zone,
    name: spec.name,
    kind: spec.kind,
    certainty: spec.certainty ?? first.certainty,
    sigmaM: spec.sigmaM ?? first.sigmaM,
    complete: spec.complete,
    ...(spec.drawn === false ? { drawn: false } : {}),
    method,
    sources: [...new Set(made.flatMap(({ sources }) => sources))],
  }
  return { type: 'Feature', id: spec.id, properties, geometry: tidy(geometry) }
}
