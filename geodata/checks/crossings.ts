/** Areas must not cross themselves. Exact: the side of a point is decided without rounding (`core/orientation`). */
import type { Feature } from 'geojson'
import { sideOf } from '../../src/core/orientation'
import { ringsOf, same, type Ring, type XY } from '../geometry'
import type { Problem } from './problem'

interface Edge {
  a: XY
  b: XY
  ring: number
  index: number
  /** Edges of the ring, to know neighbours across its closing point. */
  of: number
}

const side = (a: XY, b: XY, p: XY): number => Math.sign(sideOf(a[0], a[1], b[0], b[1], p[0], p[1]))

const between = (a: number, b: number, value: number) => value >= Math.min(a, b) && value <= Math.max(a, b)

const onEdge = ({ a, b }: Edge, p: XY) => side(a, b, p) === 0 && between(a[0], b[0], p[0]) && between(a[1], b[1], p[1])

/** The edges cross at a place inside both. */
function cross(one: Edge, two: Edge): boolean {
  return side(one.a, one.b, two.a) * side(one.a, one.b, two.b) < 0 && side(two.a, two.b, one.a) * side(two.a, two.b, one.b) < 0
}

const touch = (one: Edge, two: Edge) => onEdge(one, two.a) || onEdge(one, two.b) || onEdge(two, one.a) || onEdge(two, one.b)

const areNeighbours = (one: Edge, two: Edge) =>
  one.ring === two.ring && (Math.abs(one.index - two.index) === 1 || Math.abs(one.index - two.index) === one.of - 1)

/** Neighbours share a corner; they are wrong only when one folds back over the other. */
function foldsBack(one: Edge, two: Edge): boolean {
  const [first, second] = same(one.b, two.a) ? [one, two] : [two, one]
  return onEdge(first, second.b) || onEdge(second, first.a)
}

/** Different rings may touch in a point, one ring may not touch itself. */
function wrong(one: Edge, two: Edge): boolean {
  if (areNeighbours(one, two)) return foldsBack(one, two)
  return cross(one, two) || (one.ring === two.ring && touch(one, two))
}

function edgesOf(rings: readonly Ring[]): Edge[] {
  return rings.flatMap((ring, number) =>
    ring.slice(1).flatMap((b, index) => {
      const a = ring[index]
      return a ? [{ a, b, ring: number, index, of: ring.length - 1 }] : []
    }),
  )
}

/** The first pair of edges that cross or touch where they must not, swept from west to east. */
export function firstCrossing(rings: readonly Ring[]): [Edge, Edge] | undefined {
  const westOf = ({ a, b }: Edge) => Math.min(a[0], b[0])
  const edges = edgesOf(rings).sort((one, two) => westOf(one) - westOf(two))
  let active: Edge[] = []
  for (const edge of edges) {
    const west = westOf(edge)
    active = active.filter(({ a, b }) => Math.max(a[0], b[0]) >= west)
    const other = active.find((candidate) => wrong(candidate, edge))
    if (other) return [other, edge]
    active.push(edge)
  }
  return undefined
}

export function selfIntersections(file: string, feature: Feature): Problem[] {
  const { geometry } = feature
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
  const found = firstCrossing(ringsOf(geometry).flat())
  if (found === undefined) return []
  const places = found.map(({ a, b }) => `${a.join(', ')} → ${b.join(', ')}`)
  return [{ file, feature: String(feature.id), expected: 'rings that do not cross or touch themselves', found: places.join(' and ') }]
}
