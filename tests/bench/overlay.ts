/** A parcel of 500 vertices against set S: areas by what one would otherwise use, and our whole survey. */
import * as polyclip from 'polyclip-ts'
import type { Parcel } from '../../src/core/model'
import { buildOverlay } from '../../src/core/overlay'
import { buildZoneIndex } from '../../src/core/zone-index'
import { seeded, star } from '../core/random'
import { eachNs, onceMs } from './measure'
import type { Area } from './peers'
import { queryPoints } from './sets'

const coordinatesOf = ({ geometry }: Area) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as [number, number][][][]

/** About 500 m across. */
function parcels(count: number): Parcel[] {
  const random = seeded(5)
  return queryPoints(count).map(([x, y]) => ({ name: '', geometry: { type: 'Polygon', coordinates: [star(random, x, y, 0.0023, 0.0025, 500)] } }))
}

/** polyclip-ts is what `@turf/intersect` calls; it looks at boxes first itself. */
export function benchOverlay(areas: Area[], row: (...cells: (string | number)[]) => void, round: (value: number) => string): void {
  const asked = parcels(200)
  const overlay = buildOverlay(buildZoneIndex(areas), areas)
  const [, firstMs] = onceMs(() => asked.map((parcel) => overlay.survey(parcel)))
  const ours = eachNs(asked, (parcel) => overlay.survey(parcel).overlaps.length)
  const zones = areas.map(coordinatesOf)
  const peer = eachNs(asked.slice(0, 8), ({ geometry }) => {
    const own = geometry.coordinates as [number, number][][]
    return zones.reduce((sum, zone) => sum + polyclip.intersection(own, zone).length, 0)
  })
  console.log('\nA parcel of 500 vertices against set S: areas least, drawn and most, standings, distances (ours); drawn intersections only (polyclip-ts)\n')
  row('method', 'median ms', 'p95 ms', 'ours is faster by')
  row('---', '---', '---', '---')
  row('polyclip-ts, as @turf/intersect', round(peer.medianNs / 1e6), round(peer.p95Ns / 1e6), `${round(peer.medianNs / ours.medianNs)} ×`)
  row(`ours (first time, with offsets: ${round(firstMs / asked.length)} ms)`, round(ours.medianNs / 1e6), round(ours.p95Ns / 1e6), '1 ×')
}
