/** Form: valid GeoJSON, RFC 7946 winding, coordinates on the globe, properties complete. */
import { valid } from 'geojson-validation'
import type { Feature, FeatureCollection, Position } from 'geojson'
import { DECIMALS, ringsOf, turn } from '../geometry'
import type { Problem } from './problem'

const idOf = ({ id }: Feature): string => String(id ?? '(no id)')

/** geojson-validation comes first: the other checks count on the structure it proves. */
export function notGeojson(file: string, data: unknown): Problem[] {
  return valid(data, true).map((found) => ({ file, feature: '(file)', expected: 'valid GeoJSON', found }))
}

/** Every position of a geometry. */
export function positions(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return []
  const flat: unknown[] = coordinates
  if (flat.length > 0 && flat.every((value) => typeof value === 'number')) return [flat]
  return flat.flatMap(positions)
}

const onGlobe = ([lon = Number.NaN, lat = Number.NaN]: Position) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

const isRounded = (value: number) => Number(value.toFixed(DECIMALS)) === value

/** JSON has no NaN: a `null` where a number should be counts as not finite. */
export function badCoordinates(file: string, feature: Feature): Problem[] {
  const { geometry } = feature
  const all = 'coordinates' in geometry ? positions(geometry.coordinates) : []
  if (all.length === 0) return [{ file, feature: idOf(feature), expected: 'finite coordinates', found: JSON.stringify(geometry).slice(0, 120) }]
  const wrong = all.find((position) => !onGlobe(position))
  if (wrong) return [{ file, feature: idOf(feature), expected: 'longitude within ±180 and latitude within ±90', found: JSON.stringify(wrong) }]
  const long = feature.properties?.['certainty'] === 'A' ? undefined : all.find((position) => !position.every(isRounded))
  return long ? [{ file, feature: idOf(feature), expected: `at most ${DECIMALS} decimals`, found: JSON.stringify(long) }] : []
}

export function badWinding(file: string, feature: Feature): Problem[] {
  const { geometry } = feature
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
  return ringsOf(geometry).flatMap((polygon, part) =>
    polygon.flatMap((ring, i) => {
      const counterclockwise = turn(ring) > 0
      if (counterclockwise === (i === 0)) return []
      const words = (ccw: boolean) => (ccw ? 'counterclockwise' : 'clockwise')
      return [{ file, feature: idOf(feature), expected: `${i === 0 ? 'outer ring' : `hole ${i}`} of part ${part + 1} ${words(i === 0)} (RFC 7946)`, found: words(counterclockwise) }]
    }),
  )
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const inBothLanguages = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && isText(value.zh) && isText(value.en)

const oneOf = (...words: string[]) => (value: unknown) => typeof value === 'string' && words.includes(value)

/** What each property of a zone shape must be, in words and as a test. */
const wanted: Record<string, [words: string, holds: (value: unknown) => boolean]> = {
  zone: ['a zone id', isText],
  name: ['a name in both languages', inBothLanguages],
  kind: ['outline, envelope, axis or mark', oneOf('outline', 'envelope', 'axis', 'mark')],
  certainty: ['A, B or C', oneOf('A', 'B', 'C')],
  sigmaM: ['a number of metres, 0 or more', (value) => typeof value === 'number' && value >= 0],
  complete: ['true or false', (value) => typeof value === 'boolean'],
  method: ['the method in both languages', inBothLanguages],
  sources: ['at least one source', (value) => Array.isArray(value) && value.length > 0 && value.every(isText)],
  drawn: ['false, or absent', (value) => value === undefined || value === false],
}

/** A line needs an error, unless it is an envelope whose size already holds it. */
function badSigma(file: string, feature: Feature): Problem[] {
  const { kind, sigmaM } = feature.properties ?? {}
  if (sigmaM !== 0 || kind === 'envelope' || kind === 'mark') return []
  return [{ file, feature: idOf(feature), expected: `an error above 0 m for an ${String(kind)}`, found: '0' }]
}

export function badProperties(file: string, feature: Feature): Problem[] {
  const properties = feature.properties ?? {}
  const wrong = Object.entries(wanted)
    .filter(([key, [, holds]]) => !holds(properties[key]))
    .map(([key, [words]]) => ({ file, feature: idOf(feature), expected: `${key}: ${words}`, found: String(JSON.stringify(properties[key])) }))
  return [...wrong, ...badSigma(file, feature)]
}

/** Ids are how a message names a feature: each file has each once. */
export function badIds(file: string, { features }: FeatureCollection): Problem[] {
  const ids = features.map(idOf)
  return ids
    .filter((id, i) => id === '(no id)' || ids.indexOf(id) !== i)
    .map((id) => ({ file, feature: id, expected: 'an id of its own', found: id === '(no id)' ? 'none' : 'the id of another feature' }))
}
