/**
 * Tiles fill the district exactly: every edge of a tile runs the other way in exactly one other tile, or
 * lies in the district's own line. With simple rings that leaves no gap and no overlap, not even of a millimetre.
 */
import type { Feature } from 'geojson'
import { areaM2, ringsOf, type Rings } from '../geometry'
import type { Problem } from './problem'

const edgeKeys = (rings: Rings): string[] =>
  rings.flat().flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]?.join(' ')} → ${to.join(' ')}`))

const reversed = (edge: string) => edge.split(' → ').toReversed().join(' → ')

/** Edges of `tiles` that are neither shared nor on the line of `whole`, and edges of `whole` no tile has. */
export function looseEdges(tiles: readonly Rings[], whole: Rings): { loose: string[]; bare: string[]; twice: string[] } {
  const all = tiles.flatMap(edgeKeys)
  const seen = new Set(all)
  const line = new Set(edgeKeys(whole))
  return {
    loose: all.filter((edge) => !line.has(edge) && !seen.has(reversed(edge))),
    bare: [...line].filter((edge) => !seen.has(edge)),
    twice: all.filter((edge, i) => all.indexOf(edge) !== i),
  }
}

/** `file` names the layer; `features` are its areas. */
export function tilingProblems(file: string, features: readonly Feature[], district: Feature): Problem[] {
  const tiles = features.map(({ geometry }) => ringsOf(geometry))
  const whole = ringsOf(district.geometry)
  const { loose, bare, twice } = looseEdges(tiles, whole)
  const problem = (expected: string, edges: string[]): Problem[] =>
    edges.length === 0 ? [] : [{ file, feature: '(all)', expected, found: `${edges.length} that are not, first ${edges[0]}` }]
  const gapM2 = tiles.reduce((sum, rings) => sum + areaM2(rings), 0) - areaM2(whole)
  return [
    ...problem('every edge shared with a neighbour or with the district', loose),
    ...problem('every edge of the district in a tile', bare),
    ...problem('every edge in one tile only', twice),
    ...(Math.abs(gapM2) < 1 ? [] : [{ file, feature: '(all)', expected: 'areas that add up to the district within 1 m²', found: `${gapM2.toFixed(1)} m² too much` }]),
  ]
}
