/** What lies around the district: drawn for orientation, never used to answer. */
import type { Feature, Geometry } from 'geojson'
import type { Text } from '../../src/core/seed-types'
import type { Control } from '../control'
import { roundLine, tidy, xy, type XY } from '../geometry'
import { stitched } from './relief'

/** Names of the surroundings, `surroundings` in `shapes.json`: by code of the district or level of the river. */
export interface Surroundings {
  neighbours: Readonly<Record<string, Text>>
  /** By GSHHG level: 1 the 长江, 2 the 嘉陵江; smaller rivers are left out. */
  greatRivers: Readonly<Record<string, Text>>
}

type Named = Feature<Geometry, { name: Text }>

/** Neighbouring districts, in the order of their codes. */
export function neighbours(control: Control, names: Surroundings): Named[] {
  return control.all('neighbours').map(({ properties, geometry }) => {
    const code = String(properties?.['adcode'])
    const name = names.neighbours[code]
    if (name === undefined) throw new Error(`Expected a name for district ${code} in shapes.json, found none. Add it under surroundings.neighbours.`)
    return { type: 'Feature', id: `neighbour-${code}`, properties: { name }, geometry: tidy(geometry) }
  })
}

function coursesOf(control: Control, level: string): XY[][] {
  const pieces = control.all('great-rivers').flatMap(({ properties, geometry }) =>
    String(properties?.['level']) === level && geometry.type === 'LineString' ? [roundLine(geometry.coordinates.map(xy))] : [],
  )
  // GSHHG was cut at whole degrees: a piece of three points is a corner of that cut, no river.
  return stitched(pieces).filter((course) => course.length > 3)
}

/** The great rivers, pieces joined. */
export function greatRivers(control: Control, names: Surroundings): Named[] {
  return Object.entries(names.greatRivers).map(([level, name]) => ({
    type: 'Feature',
    id: `great-river-${level}`,
    properties: { name },
    geometry: { type: 'MultiLineString', coordinates: coursesOf(control, level) },
  }))
}
