/** Steps that several recipes share. */
import type { Geometry } from 'geojson'
import { intersection, union } from '../clip'
import type { Control } from '../control'
import { areaGeometry, circle, ringsOf, xy, type Rings } from '../geometry'
import { shapeOf, type LayerSpec, type Recipe, type ShapeSpec } from '../shape'

/** The district as digitised. */
export function districtRings(control: Control): Rings {
  const [district] = control.all('district')
  if (district === undefined) throw new Error('Expected one feature in sources/district.geojson, found none.')
  return ringsOf(district.geometry)
}

/** The digitised geometry, joined where the record names several. Nothing is moved. */
export function digitised(control: Control, spec: ShapeSpec): Geometry {
  const [first, ...more] = spec.from.map((from) => control.one(from).geometry)
  if (first === undefined) throw new Error(`Expected "from" for shape "${spec.id}", found none.`)
  if (more.length === 0) return first
  return areaGeometry(union(ringsOf(first), ...more.map(ringsOf)))
}

/** A layer whose shapes are used as they were digitised. */
export const asDigitised: Recipe = (control, layer) => layer.shapes.map((spec) => shapeOf(control, layer, spec, digitised(control, spec)))

/**
 * Where a thing may be that is known by one point: a disc of 2 sigma of the point and the known size of
 * the thing (`extraM`), inside the district. The disc holds the error, so its own line has none.
 */
export function searchDisc(control: Control, layer: LayerSpec, spec: ShapeSpec) {
  const { geometry, properties } = control.one(spec.from[0] ?? '')
  if (geometry.type !== 'Point') throw new Error(`Expected a point for "${spec.id}", found ${geometry.type}. Correct "from" in shapes.json.`)
  const radiusM = 2 * properties.sigmaM + (spec.extraM ?? 0)
  const disc: Rings = [[circle(xy(geometry.coordinates), radiusM)]]
  return shapeOf(control, layer, { ...spec, sigmaM: 0 }, areaGeometry(intersection(disc, districtRings(control))))
}
