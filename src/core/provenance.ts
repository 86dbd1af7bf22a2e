/** How the shapes of the layers were made, apart from the shapes: the page reads it with the first table of a layer. */
import type { Feature, FeatureCollection } from 'geojson'

/** Of one shape, as written in its layer. */
export interface Made {
  method?: unknown
  sources?: unknown
}

/** By layer id, in the order of its file. */
export type Provenance = Readonly<Record<string, readonly Made[]>>

export const provenanceOf = ({ features }: FeatureCollection): Made[] =>
  features.map(({ properties }) => ({ ...(properties?.['method'] && { method: properties['method'] as unknown }), ...(properties?.['sources'] && { sources: properties['sources'] as unknown }) }))

function shapeAlone({ properties, ...feature }: Feature): Feature {
  const { method: _method, sources: _sources, ...rest } = properties ?? {}
  return { ...feature, properties: rest }
}

/** The layer as the engine and the map need it: the same shapes, two thirds of the bytes. */
export const withoutProvenance = (layer: FeatureCollection): FeatureCollection => ({ ...layer, features: layer.features.map(shapeAlone) })
