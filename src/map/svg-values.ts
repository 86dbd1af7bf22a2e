/** Values of style properties and filters for one feature, by the map library's own expressions, each read once. */
import { createPropertyExpression, featureFilter, isExpression, latest, type FilterSpecification, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec'
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

interface Read {
  /** The same for every feature. */
  isEven: boolean
  at: (zoom: number, feature: Feature, state: FocusState) => unknown
}

/** Images are named here, not drawn by the expressions. */
const images = new Proxy<string[]>([], { get: (target, key) => (key === 'includes' || key === 'indexOf' ? () => true : Reflect.get(target, key)) })

/** @throws Error for an expression that the style must not hold */
function reader(type: string, name: string, written: unknown): Read {
  const spec = specIn(`paint_${type}`, name) ?? specIn(`layout_${type}`, name)
  if (spec === undefined) throw new Error(`expected a property of a ${type} layer, found "${name}"; correct the style`)
  if (!isExpression(written)) return { isEven: true, at: () => written ?? spec.default }
  const parsed = createPropertyExpression(written, name, spec)
  if (parsed.result === 'error') throw new Error(`expected an expression for "${name}", found ${JSON.stringify(written)}; correct the style`)
  const { value } = parsed
  const isEven = value.kind === 'constant' || value.kind === 'camera'
  return { isEven, at: (zoom, feature, state) => value.evaluate({ zoom }, asked(feature), { ...state }, undefined, images) }
}

/** Layers say much the same: each way of saying it is read once. */
const read = new Map<string, Read>()

function readOnce(type: string, name: string, written: unknown): Read {
  const key = `${type} ${name} ${JSON.stringify(written)}`
  const known = read.get(key) ?? reader(type, name, written)
  read.set(key, known)
  return known
}

/** A layer is never changed, only replaced: what was read of one stays true. */
const readers = new WeakMap<LayerSpecification, Map<string, Read>>()

function readerOf(layer: LayerSpecification, name: string): Read {
  const known = readers.get(layer) ?? new Map<string, Read>()
  readers.set(layer, known)
  const { type, paint = {}, layout = {} } = layer
  const found = known.get(name) ?? readOnce(type, name, Reflect.get(paint, name) ?? Reflect.get(layout, name))
  known.set(name, found)
  return found
}

/** Values of a layer at a zoom. */
export function valuesOf(layer: LayerSpecification, zoom: number): ValueOf {
  const even = new Map<string, unknown>()
  return (name, feature, state = {}) => {
    if (even.has(name)) return even.get(name)
    const { isEven, at } = readerOf(layer, name)
    const value = at(zoom, feature, state)
    if (isEven) even.set(name, value)
    return value
  }
}

interface Shown {
  of: readonly Feature[]
  /** Null where it is the same at every zoom. */
  zoom: number | null
  features: Feature[]
}

const shownLast = new WeakMap<LayerSpecification, Shown>()

/** The features that a layer shows at a zoom. */
export function shownBy(layer: LayerSpecification, features: readonly Feature[], zoom: number): Feature[] {
  const last = shownLast.get(layer)
  if (last !== undefined && last.of === features && (last.zoom === null || last.zoom === zoom)) return last.features
  const written = 'filter' in layer ? layer.filter : undefined
  const { filter } = featureFilter(written as FilterSpecification | undefined, layer.id)
  const shown = features.filter((feature) => filter({ zoom }, asked(feature)))
  const isEven = !JSON.stringify(written ?? null).includes('"zoom"')
  shownLast.set(layer, { of: features, zoom: isEven ? null : zoom, features: shown })
  return shown
}

const lively = new WeakMap<LayerSpecification, boolean>()

/** True where the look of a layer hangs on what is pointed at or selected. */
export function heedsFocus(layer: LayerSpecification): boolean {
  const known = lively.get(layer) ?? JSON.stringify(layer.paint ?? {}).includes('feature-state')
  lively.set(layer, known)
  return known
}

/** A number of the style; 0 where there is none. */
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0))
