/** Where a position stands towards every drawn zone: membership, signed distance, error, certainty. */
import type { Feature, Geometry } from 'geojson'
import { readEdges } from './edges'
import { gridSteps } from './grid-build'
import { drawnInEither, drawnOf, membershipOf, STRENGTH } from './membership'
import type { LonLat, ZoneShape } from './model'
import { atLeastM, distanceM, isBeyondM, nearestSteps, searchAt, wayToNearest, type Nearest, type Search } from './nearest'
import { measuredBy, unmeasured, type Standing } from './standing'
import { atOnce, type Steps } from './steps'
import { covering, type ZoneGrid } from './zone-grid'

/** The nearest point of a drawn zone. */
export interface NearestPoint {
  readonly lonLat: LonLat
  /** Unsigned, metres. */
  readonly distanceM: number
  /** The shape whose line it lies on. */
  readonly shape: ZoneShape
}

export interface ZoneIndex {
  /** Ids of the zones that are drawn (marks aside) or whose check failed, sorted. */
  readonly zones: readonly string[]
  /** One standing per zone, the strongest over its shapes, in the order of `zones`. Throws on a position that is not on earth. */
  standing(lonLat: LonLat): Standing[]
  /** The same, several times as fast, but for the measures of zones that are far: they have none. Nothing but measures hangs on those. */
  brief(lonLat: LonLat): Standing[]
  /**
   * The nearest point where one would cross the line of a zone: of the shapes that cover the position, where any do, else of all;
   * undefined where none is drawn. Throws on a position that is not on earth.
   */
  nearestPoint(zone: string, lonLat: LonLat): NearestPoint | undefined
  /**
   * Positions in `shapes` of the polygons that cover a position, closed; none where it is not finite.
   * Far faster than `standing`.
   */
  covering(lonLat: LonLat): readonly number[]
  /** The shapes that answer: all but marks, sorted by zone. */
  readonly shapes: readonly ZoneShape[]
  /** Zones whose check failed, with the reason. */
  readonly failed: Readonly<Record<string, string>>
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
  if (a.strength !== b.strength) return a.strength > b.strength
  const distanceA = a.distanceM ?? Infinity
  const distanceB = b.distanceM ?? Infinity
  if (distanceA !== distanceB) return distanceA < distanceB
  return (a.sigmaM ?? Infinity) < (b.sigmaM ?? Infinity)
}

export function mergeStandings(a: Standing, b: Standing): Standing {
  const strongest = isStronger(b, a) ? b : a
  const drawn = drawnInEither(a.drawn, b.drawn)
  const complete = a.complete && b.complete
  return strongest.drawn === drawn && strongest.complete === complete ? strongest : measuredBy(strongest, strongest.is, drawn, complete)
}

/** `none`: the shape is a line and has no inside. */
type Side = 'in' | 'out' | 'none'

/** The grid decides the side, exactly; the metric only says how far. */
function signedM(unsigned: number, side: Side): number {
  if (side === 'in') return -unsigned
  return side === 'out' ? Math.max(unsigned, Number.MIN_VALUE) : unsigned
}

function standingOf({ kind, sigmaM, complete, certainty }: ZoneShape, unsigned: number, side: Side): Standing {
  const distance = kind === 'axis' ? unsigned : signedM(unsigned, side)
  const is = membershipOf(kind, distance, sigmaM, complete)
  const drawn = drawnOf(kind, distance, complete)
  return { is, strength: STRENGTH[is], drawn, complete, distanceM: distance, sigmaM, certainty, kind, why: undefined, via: undefined, known: false }
}

/** Stands until the first shape of a zone is read. */
const nothing: Standing = unmeasured('outside', 'out', true)

export const failure = (why: string): Standing => unmeasured('failed', 'unknown', false, why)

/** True where a shape this far away, or farther, adds nothing to what stands, given that both say the same of being whole. */
function isIdle({ sigmaM, complete }: ZoneShape, leastM: number, before: Standing): boolean {
  if (leastM <= 2 * sigmaM) return false
  const beyond = complete ? STRENGTH.outside : STRENGTH.unmapped
  return before.strength === beyond ? leastM > (before.distanceM ?? Infinity) : before.strength > beyond
}

function checkPosition([lon, lat]: LonLat): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw new RangeError(`Expected longitude within 180° and latitude within 90°, found ${lon}, ${lat}. Give [longitude, latitude] in degrees.`)
  }
}

/** Everything a question to the index reads. */
interface Compiled {
  readonly shapes: readonly ZoneShape[]
  readonly zoneOfShape: Uint32Array
  readonly isLine: Uint8Array
  /** By zone: what stands before any shape is read. */
  readonly starts: readonly Standing[]
  /** By zone: 1 where all shapes say the same of being whole and nothing failed. */
  readonly isUniform: Uint8Array
  readonly nearest: Nearest
}

function uniformZones(shapes: readonly ZoneShape[], zoneOfShape: Uint32Array, hasFailed: readonly boolean[]): Uint8Array {
  const uniform = Uint8Array.from(hasFailed, (failed) => Number(!failed))
  shapes.forEach(({ complete }, number) => {
    const zone = zoneOfShape[number] ?? 0
    if (number > 0 && zoneOfShape[number - 1] === zone && shapes[number - 1]?.complete !== complete) uniform[zone] = 0
  })
  return uniform
}

/** What stands towards a zone once one more shape is read. `before`: what stood, `nothing` at first. */
function withShape({ shapes, isLine, nearest }: Compiled, number: number, search: Search, isIn: boolean, before: Standing): Standing {
  const shape = shapes[number]
  if (!shape) return before
  const side = isLine[number] === 1 ? 'none' : isIn ? 'in' : 'out'
  const one = standingOf(shape, distanceM(nearest, number, search), side)
  return before === nothing ? one : mergeStandings(before, one)
}

function standings(compiled: Compiled, covered: readonly number[], search: Search): Standing[] {
  const { shapes, zoneOfShape, starts, isUniform, nearest } = compiled
  const found = [...starts]
  for (let number = 0; number < shapes.length; number++) {
    const zone = zoneOfShape[number] ?? 0
    const before = found[zone] ?? nothing
    const shape = shapes[number]
    const isIn = covered.includes(number)
    const mayBeIdle = !isIn && before !== nothing && isUniform[zone] === 1
    if (mayBeIdle && shape && isIdle(shape, atLeastM(nearest, number, search), before)) continue
    found[zone] = withShape(compiled, number, search, isIn, before)
  }
  return found
}

/** A shape drawn whole and far away says no more than `nothing` does, nor anything beside what stands. */
function briefStandings(compiled: Compiled, covered: readonly number[], search: Search): Standing[] {
  const { shapes, zoneOfShape, starts, nearest } = compiled
  const found = [...starts]
  for (let number = 0; number < shapes.length; number++) {
    const shape = shapes[number]
    const isIn = covered.includes(number)
    if (!isIn && shape?.complete === true && isBeyondM(nearest, number, search, 2 * shape.sigmaM)) continue
    const zone = zoneOfShape[number] ?? 0
    found[zone] = withShape(compiled, number, search, isIn, found[zone] ?? nothing)
  }
  return found
}

/** Numbers of the shapes whose line parts inside from outside here. */
function partingShapes({ shapes }: Compiled, zone: string, covered: readonly number[]): number[] {
  const own = [...shapes.keys()].filter((number) => shapes[number]?.zone === zone)
  const around = own.filter((number) => covered.includes(number))
  return around.length > 0 ? around : own
}

/** The nearest point over some shapes; of equals the first. */
function nearestOf({ shapes, nearest }: Compiled, numbers: readonly number[], lonLat: LonLat): NearestPoint | undefined {
  const search = searchAt(nearest, lonLat[0], lonLat[1])
  let best: NearestPoint | undefined
  for (const number of numbers) {
    const [shape, way, away] = [shapes[number], wayToNearest(nearest, number, search), distanceM(nearest, number, search)]
    if (shape && way && away < (best?.distanceM ?? Infinity)) best = { lonLat: [lonLat[0] + way.dx, lonLat[1] + way.dy], distanceM: away, shape }
  }
  return best
}

/**
 * Builds the index over the features of `geodata/layers`. Marks are left out.
 * `failed`: zones whose layer could not be read, with the reason; they pass through as `failed`
 * unless another shape of theirs says more.
 * Throws on shapes that are neither polygon nor line, on impossible positions and on a sigma below 0.
 */
export const buildZoneIndex = (features: readonly Shape[], failed: Readonly<Record<string, string>> = {}): ZoneIndex => atOnce(zoneIndexSteps(features, failed))

/** The same in steps. */
export function* zoneIndexSteps(features: readonly Shape[], failed: Readonly<Record<string, string>>): Steps<ZoneIndex> {
  const parts = partsOf(features, failed)
  yield
  return indexOf(parts, yield* gridSteps(parts.edges), yield* nearestSteps(parts.edges))
}

function partsOf(features: readonly Shape[], failed: Readonly<Record<string, string>>) {
  const drawn = features.filter(({ properties }) => properties.kind !== 'mark')
  for (const feature of drawn) checkProperties(feature)
  const zones = [...new Set([...drawn.map(({ properties }) => properties.zone), ...Object.keys(failed)])].sort()
  const number = new Map(zones.map((zone, index) => [zone, index]))
  const zoneOf = ({ properties }: Shape) => number.get(properties.zone) ?? -1
  const sorted = drawn.toSorted((a, b) => zoneOf(a) - zoneOf(b))
  const shapes = sorted.map(({ properties }) => properties)
  return { zones, failed, sorted, shapes, zoneOfShape: Uint32Array.from(sorted, zoneOf), edges: readEdges(sorted.map(({ geometry }) => geometry), shapes.map(({ zone }) => zone)) }
}

function indexOf({ zones, failed, sorted, shapes, zoneOfShape }: ReturnType<typeof partsOf>, grid: ZoneGrid, nearest: Nearest): ZoneIndex {
  const compiled: Compiled = {
    shapes,
    zoneOfShape,
    isLine: Uint8Array.from(sorted, (shape) => Number(isLineGeometry(shape))),
    starts: zones.map((zone) => (Object.hasOwn(failed, zone) ? failure(failed[zone] ?? '') : nothing)),
    isUniform: uniformZones(shapes, zoneOfShape, zones.map((zone) => Object.hasOwn(failed, zone))),
    nearest,
  }
  const checked = (lonLat: LonLat): LonLat => {
    checkPosition(lonLat)
    return lonLat
  }
  return {
    zones,
    shapes,
    failed,
    standing: (at) => standings(compiled, covering(grid, checked(at)[0], at[1]), searchAt(compiled.nearest, at[0], at[1])),
    brief: (at) => briefStandings(compiled, covering(grid, checked(at)[0], at[1]), searchAt(compiled.nearest, at[0], at[1])),
    nearestPoint: (zone, at) => nearestOf(compiled, partingShapes(compiled, zone, covering(grid, checked(at)[0], at[1])), at),
    covering: (at) => covering(grid, at[0], at[1]),
  }
}
