/** Set operations on areas. One place, so that the clipping package can be changed. */
import * as polyclip from 'polyclip-ts'
import type { Rings } from './geometry'

export const union = (first: Rings, ...more: Rings[]): Rings => polyclip.union(first, ...more)
export const intersection = (first: Rings, ...more: Rings[]): Rings => polyclip.intersection(first, ...more)
export const difference = (first: Rings, ...more: Rings[]): Rings => polyclip.difference(first, ...more)
