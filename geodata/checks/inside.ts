/** Shapes of the district lie in the district. */
import type { Feature, Geometry, Position } from 'geojson'
import { difference } from '../clip'
import { areaM2, distanceM, ringsOf, xy, type Ring, type Rings, type XY } from '../geometry'
import { positions } from './form'
import type { Problem } from './problem'

/** Metres per degree of longitude and latitude at a latitude: a sphere of mean radius 6,371,008.8 m is enough for a tolerance. */
function scaleAt(latDeg: number): XY {
  const perDegree = (6_371_008.8 * Math.PI) / 180
  return [perDegree * Math.cos((latDeg * Math.PI) / 180), perDegree]
}

function gapToEdgeM(p: XY, a: XY, b: XY): number {
  const [kx, ky] = scaleAt(p[1])
  const [ax, ay, bx, by] = [(a[0] - p[0]) * kx, (a[1] - p[1]) * ky, (b[0] - p[0]) * kx, (b[1] - p[1]) * ky]
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
  return Math.hypot(ax + t * dx, ay + t * dy)
}

const crossesEast = ([x, y]: XY, a: XY, b: XY) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]

const edgesOf = (rings: Rings): [XY, XY][] =>
  rings.flat().flatMap((ring) => ring.slice(1).flatMap((b, i): [XY, XY][] => { const a = ring[i]; return a ? [[a, b]] : [] }))

/** Metres by which a place lies outside; 0 inside. */
export function outsideByM(place: XY, rings: Rings): number {
  const edges = edgesOf(rings)
  const isIn = edges.filter(([a, b]) => crossesEast(place, a, b)).length % 2 === 1
  return isIn ? 0 : Math.min(...edges.map(([a, b]) => gapToEdgeM(place, a, b)))
}

/** Rounding to 5 decimals moves a corner by up to 0.8 m. */
const roundingM = 2

/**
 * How far out a shape may reach, metres: rounding for what was cut with the district; for a line or a point
 * its own error; for an official shape the error of our district line.
 */
function allowedM({ properties, geometry }: Feature, districtSigmaM: number): number {
  const sigmaM = Number(properties?.['sigmaM'])
  if (properties?.['certainty'] === 'A') return roundingM + 2 * (districtSigmaM + sigmaM)
  return isArea(geometry) ? roundingM : roundingM + 2 * sigmaM
}

const lengthM = (ring: Ring): number => ring.slice(1).reduce((sum, to, i) => { const from = ring[i]; return from ? sum + distanceM(from, to) : sum }, 0)

/** Mean width of a long thin part: twice its area by its outline. An area alone would let a long sliver grow with its length. */
const widthM = (part: Ring[]): number => (2 * areaM2([part])) / Math.max(1, ...part.slice(0, 1).map(lengthM))

const isArea = ({ type }: Geometry) => type === 'Polygon' || type === 'MultiPolygon'

const placesOf = (geometry: Geometry): Position[] => ('coordinates' in geometry ? positions(geometry.coordinates) : [])

export function outsideProblems(file: string, feature: Feature, district: Feature): Problem[] {
  const rings = ringsOf(district.geometry)
  const limitM = allowedM(feature, Number(district.properties?.['sigmaM']))
  const farthest = placesOf(feature.geometry).map((place) => ({ place, byM: outsideByM(xy(place), rings) })).reduce((most, next) => (next.byM > most.byM ? next : most), { place: [], byM: 0 })
  if (farthest.byM > limitM) return [{ file, feature: String(feature.id), expected: `to lie in the district, or at most ${Math.round(limitM)} m outside`, found: `${Math.round(farthest.byM)} m outside at ${farthest.place.join(', ')}` }]
  if (!isArea(feature.geometry) || feature.properties?.['certainty'] === 'A') return []
  const widest = Math.max(0, ...difference(ringsOf(feature.geometry), rings).map(widthM))
  return widest <= roundingM ? [] : [{ file, feature: String(feature.id), expected: `no part wider than ${roundingM} m outside the district`, found: `one of ${widest.toFixed(1)} m` }]
}
