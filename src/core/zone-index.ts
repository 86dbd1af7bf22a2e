/** Where a position stands towards every drawn zone: membership, signed distance, error, certainty. */
import type { Feature, Geometry } from 'geojson'
import { readEdges } from './edges'
import { buildGrid } from './grid-build'
import { drawnInEither, drawnOf, membershipOf, STRENGTH, type Drawn } from './membership'
import { buildNearest, distanceM, searchAt } from './nearest'
import { covering } from './zone-grid'
import type { Certainty, Is, LonLat, ShapeKind, ZoneShape } from './model'

/** The standing towards one zone: the strongest over its shapes. */
export interface Standing {
  readonly is: Is
  /** Where the drawing puts the position, whatever sigma. */
  readonly drawn: Drawn
  /** The drawn shapes are the whole zone: where they say outside, it is. */
  readonly complete: boolean
  /** Signed distance to the line of the strongest shape, metres, negative inside, not rounded. */
  readonly distanceM: number | undefined
  readonly sigmaM: number | undefined
  readonly certainty: Certainty | undefined
  readonly kind: ShapeKind | undefined
  /** Why the check failed. */
  readonly why: string | undefined
}

export interface ZoneIndex {
  /** Ids of the zones that are drawn (marks aside) or whose check failed, sorted. */
  readonly zones: readonly string[]
  /** One standing per zone, in the order of `zones`. Throws on a position that is not on earth. */
  standing(lonLat: LonLat): Standing[]
  /**
   * Positions in `shapes` of the polygons that cover a position, closed; none where it is not finite.
   * Far faster than `standing`.
   */
  covering(lonLat: LonLat): readonly number[]
  /** The shapes that answer: all but marks, sorted by zone. */
  readonly shapes: readonly ZoneShape[]
}

type Shape = Feature<Geometry, ZoneShape>

const isLineGeometry = ({ geometry }: Shape): boolean => geometry.type.endsWith('LineString')

function checkProperties(shape: Shape): void {
  const { properties } = shape
  if (isLineGeometry(shape) && properties.kind !== 'axis') {
    throw new Error(`Shape of "${properties.zone}": expected a line to be an axis or a mark, found an ${properties.kind}. Only a polygon has an inside.`)
  }
  if (!(properties.sigmaM >= 0 && properties.sigmaM < Infinity)) {
    throw new Error(`Shape of "${properties.zone}": expected sigmaM of 0 or more metres, found ${properties.sigmaM}. Give the 1-sigma error of the line.`)
  }
}

/** Of two standings the stronger; of equals the one deeper inside, then the one with the smaller error. */
function isStronger(a: Standing, b: Standing): boolean {
  const byStrength = STRENGTH[a.is] - STRENGTH[b.is]
  if (byStrength !== 0) return byStrength > 0
  const [distanceA, distanceB] = [a.distanceM ?? Infinity, b.distanceM ?? Infinity]
  if (distanceA !== distanceB) return distanceA < distanceB
  return (a.sigmaM ?? Infinity) < (b.sigmaM ?? Infinity)
}

function merge(a: Standing, b: Standing): Standing {
  const strongest = isStronger(b, a) ? b : a
  const drawn = drawnInEither(a.drawn, b.drawn)
  const complete = a.complete && b.complete
  return strongest.drawn === drawn && strongest.complete === complete ? strongest : { ...strongest, drawn, complete }
}

/** `none`: the shape is a line and has no inside. */
type Side = 'in' | 'out' | 'none'

/** The grid decides the side, exactly; the metric only says how far. */
function signedM(unsigned: number, side: Side): number {
  if (side === 'in') return -unsigned
  return side === 'out' ? Math.max(unsigned, Number.MIN_VALUE) : unsigned
}

function standingOf(shape: ZoneShape, unsigned: number, side: Side): Standing {
  const distance = shape.kind === 'axis' ? unsigned : signedM(unsigned, side)
  return {
    is: membershipOf(shape.kind, distance, shape.sigmaM, shape.complete),
    drawn: drawnOf(shape.kind, distance, shape.complete),
    complete: shape.complete,
    distanceM: distance,
    sigmaM: shape.sigmaM,
    certainty: shape.certainty,
    kind: shape.kind,
    why: undefined,
  }
}

/** A standing without any shape. */
export const unmeasured = (is: Is, drawn: Drawn, complete: boolean, why?: string): Standing => ({
  is,
  drawn,
  complete,
  distanceM: undefined,
  sigmaM: undefined,
  certainty: undefined,
  kind: undefined,
  why,
})

/** Stands until the first shape of a zone is read. */
const nothing: Standing = Object.freeze(unmeasured('outside', 'out', true))

const failure = (why: string): Standing => unmeasured('failed', 'unknown', false, why)

function checkPosition([lon, lat]: LonLat): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw new RangeError(`Expected longitude within 180° and latitude within 90°, found ${lon}, ${lat}. Give [longitude, latitude] in degrees.`)
  }
}

/**
 * Builds the index over the features of `geodata/layers`. Marks are left out.
 * `failed`: zones whose layer could not be read, with the reason; they pass through as `failed`
 * unless another shape of theirs says more.
 * Throws on shapes that are neither polygon nor line, on impossible positions and on a sigma below 0.
 */
export function buildZoneIndex(features: readonly Shape[], failed: Readonly<Record<string, string>> = {}): ZoneIndex {
  const drawn = features.filter(({ properties }) => properties.kind !== 'mark')
  for (const feature of drawn) checkProperties(feature)
  const zones = [...new Set([...drawn.map(({ properties }) => properties.zone), ...Object.keys(failed)])].sort()
  const number = new Map(zones.map((zone, index) => [zone, index]))
  const zoneOf = ({ properties }: Shape) => number.get(properties.zone) ?? -1
  const sorted = drawn.toSorted((a, b) => zoneOf(a) - zoneOf(b))
  const shapes = sorted.map(({ properties }) => properties)
  const zoneOfShape = Uint32Array.from(sorted, zoneOf)
  const edges = readEdges(sorted.map(({ geometry }) => geometry), shapes.map(({ zone }) => zone))
  const grid = buildGrid(edges)
  const isLine = Uint8Array.from(sorted, (shape) => Number(isLineGeometry(shape)))
  const nearest = buildNearest(edges)
  const failures = zones.map((zone) => (Object.hasOwn(failed, zone) ? failure(failed[zone] ?? '') : nothing))

  const standing = (lonLat: LonLat): Standing[] => {
    checkPosition(lonLat)
    const isIn = new Uint8Array(shapes.length)
    for (const shape of covering(grid, lonLat[0], lonLat[1])) isIn[shape] = 1
    const search = searchAt(lonLat[0], lonLat[1])
    const standings = [...failures]
    for (let number = 0; number < shapes.length; number++) {
      const [shape, zone] = [shapes[number], zoneOfShape[number]]
      if (!shape || zone === undefined) continue
      const side = isLine[number] === 1 ? 'none' : isIn[number] === 1 ? 'in' : 'out'
      const one = standingOf(shape, distanceM(nearest, number, search), side)
      const before = standings[zone]
      standings[zone] = before && before !== nothing ? merge(before, one) : one
    }
    return standings
  }
  return { zones, shapes, standing, covering: (lonLat) => covering(grid, lonLat[0], lonLat[1]) }
}
