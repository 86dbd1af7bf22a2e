/** Which recipe makes which layer. */
import type { Recipe } from '../shape'
import { belts } from './belts'
import { asDigitised } from './common'
import { points } from './points'

/** By layer id. Layers that are not here are stage layers (`relief.ts`, `surroundings.ts`). */
export const recipes: Readonly<Record<string, Recipe>> = {
  district: asDigitised,
  'water-control': asDigitised,
  atmosphere: asDigitised,
  development: points,
  screens: asDigitised,
  belts,
  'ecological-redline': asDigitised,
  'drinking-water': points,
  nodes: points,
  seats: points,
}
