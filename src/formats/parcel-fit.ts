/** Outlines as written → one fit geometry: closed, wound by RFC 7946, free of repeats, holes where they belong. */
import type { LonLat, ParcelGeometry } from '../core/model'
import { firstCrossing } from './parcel-crossing'
import type { Placing } from './parcel-place'
import { ParcelError, type Pair, type RawKind, type RawShape } from './parcel-raw'
import { nest, polygons, splitLoops, turning, withoutRepeats, type Nested } from './parcel-rings'

/** Square metres below which an outline has no area, and metres in a degree of latitude. */
const LEAST_M2 = 0.01
const METRES_PER_DEGREE = 111_320
const MOST_RINGS = 2000
const SHOWN_DECIMALS = 6

const shown = (degrees: number): string => degrees.toFixed(SHOWN_DECIMALS)

/** Broken numbers have no words. */
const written = (value: number): string => (Number.isFinite(value) ? String(value) : '?')

function placeAll(ring: readonly Pair[], { place }: Placing): LonLat[] {
  return ring.map((pair, i) => {
    const lonLat = place(pair)
    if (lonLat === null) throw new ParcelError('vertex-off', { vertex: i + 1, first: written(pair[0]), second: written(pair[1]) })
    return lonLat
  })
}

function areaM2(ring: readonly LonLat[]): number {
  const lat = ring[0]?.[1] ?? 0
  return (Math.abs(turning(ring)) / 2) * METRES_PER_DEGREE ** 2 * Math.cos((lat * Math.PI) / 180)
}

function checkCrossing(rings: readonly LonLat[][]): void {
  const at = firstCrossing(rings)
  if (at === 'too-many') throw new ParcelError('too-entangled', {})
  if (at) throw new ParcelError('self-crossing', { lon: shown(at[0]), lat: shown(at[1]) })
}

/** A file that says which ring is a hole must say what the positions say. */
function checkRoles(nested: readonly Nested[], roles: readonly ('outer' | 'hole')[]): void {
  const wrong = nested.findIndex(({ depth }, i) => (depth % 2 === 1 ? 'hole' : 'outer') !== roles[i])
  if (wrong === -1) return
  throw new ParcelError(roles[wrong] === 'hole' ? 'hole-outside' : 'part-inside', { ring: wrong + 1 })
}

interface Loop {
  ring: LonLat[]
  role: 'outer' | 'hole' | undefined
}

/** Each ring as its loops; only a ring that is one loop keeps what the file called it. */
function loopsOf(rings: readonly LonLat[][], roles: RawShape['roles']): { loops: Loop[]; whole: boolean } {
  const split = rings.map((ring) => splitLoops(withoutRepeats(ring, true)))
  const whole = roles !== undefined && split.every((loops) => loops.length === 1)
  const seen = new Set<string>()
  const loops = split.flatMap((list, i) => list.map((ring) => ({ ring, role: roles?.[i] })))
  if (loops.length === 1) return { loops, whole }
  const once = loops.filter(({ ring }) => {
    const key = ring.map(String).sort().join(' ')
    return !seen.has(key) && seen.add(key)
  })
  return { loops: once, whole: whole && once.length === loops.length }
}

function fitArea(rings: readonly LonLat[][], roles: RawShape['roles'], check: boolean): ParcelGeometry {
  const most = Math.max(0, ...rings.slice(0, MOST_RINGS).map((ring) => withoutRepeats(ring, true).length))
  if (most < 3) throw new ParcelError('few-vertices', { count: most })
  const { loops: all, whole } = loopsOf(rings, roles)
  if (all.length > MOST_RINGS) throw new ParcelError('too-entangled', {})
  if (check) checkCrossing(all.map(({ ring }) => ring))
  const loops = check ? all.filter(({ ring }) => areaM2(ring) >= LEAST_M2) : all // only now: the halves of a crossed outline cancel out
  if (loops.length === 0) throw new ParcelError('no-area', {})
  const nested = nest(loops.map(({ ring }) => ring))
  if (whole && loops.length === all.length) checkRoles(nested, loops.map(({ role }) => role ?? 'outer'))
  const parts = polygons(nested).map((part) => part.map((ring) => ring.map(([lon, lat]) => [lon, lat])))
  const [first = []] = parts
  return parts.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: parts }
}

function fitLine(lines: readonly LonLat[][]): ParcelGeometry {
  const parts = lines.map((line) => withoutRepeats(line, false).map(([lon, lat]) => [lon, lat])).filter((line) => line.length >= 2)
  const [first] = parts
  if (first === undefined) throw new ParcelError('short-line', { count: 1 })
  return parts.length === 1 ? { type: 'LineString', coordinates: first } : { type: 'MultiLineString', coordinates: parts }
}

/** A bare list of two vertices can only be a line. */
export const kindOf = ({ kind, rings }: RawShape): 'area' | 'line' => (kind === 'either' ? (rings.every((ring) => ring.length === 2) ? 'line' : 'area') : kind)

/** Throws a `ParcelError` whose sentence tells what is wrong with the outline. `check`: look for crossings. */
export function fit(shape: RawShape, placing: Placing, kind: Exclude<RawKind, 'either'>, check = true): ParcelGeometry {
  const rings = shape.rings.map((ring) => placeAll(ring, placing))
  return kind === 'line' ? fitLine(rings) : fitArea(rings, shape.roles, check)
}

export const vertexCount = ({ rings }: RawShape): number => rings.reduce((sum, ring) => sum + ring.length, 0)

