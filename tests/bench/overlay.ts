/** A parcel of 500 vertices against set S: areas by what one would otherwise use, and our whole survey. */
import * as polyclip from 'polyclip-ts'
import type { Parcel } from '../../src/core/model'
import { buildOverlay } from '../../src/core/overlay'
import { cutFigure } from '../../src/core/overlay-frame'
import { readyParcel } from '../../src/core/overlay-parcel'
import { areApart } from '../../src/core/overlay-rings'
import { overlayShape } from '../../src/core/overlay-shapes'
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

/** Like for like is drawn areas alone; the survey also cuts with both bands of error and measures every distance. */
export function benchOverlay(areas: Area[], row: (...cells: (string | number)[]) => void, round: (value: number) => string): void {
  const asked = parcels(200)
  const overlay = buildOverlay(buildZoneIndex(areas), areas)
  const [, firstMs] = onceMs(() => asked.map((parcel) => overlay.survey(parcel)))
  const ours = eachNs(asked, (parcel) => overlay.survey(parcel).overlaps.length)
  const shapes = areas.map(overlayShape)
  const drawn = eachNs(asked, (parcel) => {
    const ready = readyParcel(parcel)
    return shapes.reduce((sum, { box, plain }) => sum + (areApart(ready.frame.box, box) ? 0 : cutFigure(ready.frame, ready.figure, plain).size), 0)
  })
  const zones = areas.map(coordinatesOf)
  const peer = eachNs(asked.slice(0, 8), ({ geometry }) => {
    const own = geometry.coordinates as [number, number][][]
    return zones.reduce((sum, zone) => sum + polyclip.intersection(own, zone).length, 0)
  })
  console.log('\nA parcel of 500 vertices against set S: areas least, drawn and most, standings, distances (ours); drawn intersections only (polyclip-ts)\n')
  row('method', 'median ms', 'p95 ms', 'faster than polyclip-ts by')
  row('---', '---', '---', '---')
  const told = (name: string, { medianNs, p95Ns }: typeof ours) => row(name, round(medianNs / 1e6), round(p95Ns / 1e6), `${round(peer.medianNs / medianNs)} ×`)
  told('polyclip-ts (inside @turf/intersect), drawn areas', peer)
  told('ours, drawn areas, parcel checked', drawn)
  told(`ours, the whole survey (first time, with offsets: ${round(firstMs / asked.length)} ms)`, ours)
}
