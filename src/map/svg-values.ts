/** Values of style properties and filters for one feature, by the map library's own expressions. */
import { createExpression, featureFilter, isExpression, latest, type FilterSpecification, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'

/** Of the shapes of a zone. */
export interface FocusState {
  selected?: boolean
  hovered?: boolean
}

/** The value of a property (of `paint` or `layout`) for a feature; its default where the style is silent. */
export type ValueOf = (name: string, feature: Feature, state?: FocusState) => unknown

const isSpec = (value: unknown): value is StylePropertySpecification => typeof value === 'object' && value !== null && 'type' in value

function specIn(group: string, name: string): StylePropertySpecification | undefined {
  const specs: unknown = Reflect.get(latest, group)
  const spec: unknown = typeof specs === 'object' && specs !== null ? Reflect.get(specs, name) : undefined
  return isSpec(spec) ? spec : undefined
}

/** The expressions know types by number, as tiles do. */
const kinds = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3, GeometryCollection: 0 } as const

const asked = ({ geometry, properties, id }: Feature) => ({ type: kinds[geometry.type], properties: properties ?? {}, ...(id === undefined ? {} : { id }) })

type Read = (feature: Feature, state: FocusState | undefined) => unknown

/** @throws Error for an expression that the style must not hold */
function reader(type: string, name: string, written: unknown, zoom: number): Read {
  const spec = specIn(`paint_${type}`, name) ?? specIn(`layout_${type}`, name)
  if (spec === undefined) throw new Error(`expected a property of a ${type} layer, found "${name}"; correct the style`)
  if (!isExpression(written)) return () => written ?? spec.default
  const parsed = createExpression(written, name, spec)
  if (parsed.result === 'error') throw new Error(`expected an expression for "${name}", found ${JSON.stringify(written)}; correct the style`)
  // Images are named here, not drawn by the expressions.
  const images = new Proxy<string[]>([], { get: (target, key) => (key === 'includes' || key === 'indexOf' ? () => true : Reflect.get(target, key)) })
  return (feature, state = {}) => parsed.value.evaluate({ zoom }, asked(feature), { ...state }, undefined, images)
}

/** Values of a layer at a zoom. */
export function valuesOf({ type, paint = {}, layout = {} }: LayerSpecification, zoom: number): ValueOf {
  const written: Readonly<Record<string, unknown>> = { ...paint, ...layout }
  const readers = new Map<string, Read>()
  return (name, feature, state) => {
    const read = readers.get(name) ?? reader(type, name, written[name], zoom)
    readers.set(name, read)
    return read(feature, state)
  }
}

/** The features that a layer shows at a zoom. */
export function shownBy(layer: LayerSpecification, features: readonly Feature[], zoom: number): Feature[] {
  const written = 'filter' in layer ? layer.filter : undefined
  const { filter } = featureFilter(written as FilterSpecification | undefined, layer.id)
  return features.filter((feature) => filter({ zoom }, asked(feature)))
}
