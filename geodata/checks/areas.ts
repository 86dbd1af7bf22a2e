/** Areas built against areas published. */
import type { Feature } from 'geojson'
import type { PublishedArea } from '../build'
import { areaM2, ringsOf } from '../geometry'
import type { Problem } from './problem'

export interface AreaRow {
  what: string
  builtKm2: number
  publishedKm2: number
  toleranceKm2: number
  /** Official shapes may differ: a later line need not have the area of the plan. */
  official: boolean
}

/** Area of the outlines among `features`, km². */
export const outlinesKm2 = (features: readonly Feature[]): number =>
  features.filter(({ properties }) => properties?.['kind'] === 'outline').reduce((sum, { geometry }) => sum + areaM2(ringsOf(geometry)), 0) / 1e6

/** One row per published area. A zone's outlines are added up; they must not overlap. */
export function areaTable(published: readonly PublishedArea[], features: readonly Feature[]): AreaRow[] {
  return published.map(({ zone, feature, km2, toleranceKm2 }) => {
    const mine = features.filter((one) => one.properties?.['zone'] === zone && (feature === undefined || one.id === feature))
    const official = features.some((one) => one.properties?.['zone'] === zone && one.properties['certainty'] === 'A')
    return { what: feature ?? zone, builtKm2: outlinesKm2(mine), publishedKm2: km2, toleranceKm2, official }
  })
}

export const areaProblems = (rows: readonly AreaRow[]): Problem[] =>
  rows
    .filter(({ official, builtKm2, publishedKm2, toleranceKm2 }) => !official && !(Math.abs(builtKm2 - publishedKm2) <= toleranceKm2))
    .map(({ what, builtKm2, publishedKm2, toleranceKm2 }) => ({
      file: 'shapes.json',
      feature: what,
      expected: `${publishedKm2} ± ${toleranceKm2} km² as published`,
      found: `${builtKm2.toFixed(3)} km²`,
    }))
