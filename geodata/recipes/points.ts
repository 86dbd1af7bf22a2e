/**
 * Layers whose things are known by a point (drinking water, parks, towns). An envelope made from a point
 * becomes a search disc; outlines and marks are used as digitised.
 */
import type { Recipe } from '../shape'
import { shapeOf } from '../shape'
import { digitised, searchDisc } from './common'

export const points: Recipe = (control, layer) =>
  layer.shapes.map((spec) => {
    const geometry = digitised(control, spec)
    return spec.kind === 'envelope' && geometry.type === 'Point' ? searchDisc(control, layer, spec) : shapeOf(control, layer, spec, geometry)
  })
