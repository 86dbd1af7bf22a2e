/**
 * River courses as axes, and around each a corridor as envelope of its belt. No width of a belt is
 * published: the corridor is 2 sigma of the course wide on either side, inside the district.
 */
import { buffer } from '@turf/buffer'
import { intersection } from '../clip'
import type { Control } from '../control'
import { areaGeometry, ringsOf } from '../geometry'
import { shapeOf, type LayerSpec, type Recipe, type ShapeSpec } from '../shape'
import { digitised, districtRings } from './common'

/** The corridor holds the error of the course, so its own line has none. */
function corridor(control: Control, layer: LayerSpec, spec: ShapeSpec) {
  const course = digitised(control, spec)
  if (course.type !== 'LineString') throw new Error(`Expected a course for "${spec.id}", found ${course.type}. Correct "from" in shapes.json.`)
  const sigmaM = control.one(spec.from[0] ?? '').properties.sigmaM
  const wide = buffer(course, 2 * sigmaM + (spec.extraM ?? 0), { units: 'meters', steps: 8 })
  if (wide === undefined) throw new Error(`Expected a corridor around "${spec.id}", found none.`)
  return shapeOf(control, layer, { ...spec, sigmaM: 0 }, areaGeometry(intersection(ringsOf(wide.geometry), districtRings(control))))
}

export const belts: Recipe = (control, layer) =>
  layer.shapes.map((spec) => (spec.kind === 'envelope' ? corridor(control, layer, spec) : shapeOf(control, layer, spec, digitised(control, spec))))
