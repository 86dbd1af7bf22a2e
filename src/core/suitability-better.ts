/** The nearest place where a project meets a milder verdict than at a site. */
import type { BatchVerdicts } from './batch-verdicts'
import type { LonLat, VerdictWord } from './model'
import { metricAt } from './nearest'
import type { BetterPlace, Suitability, SuitabilityView, VerdictTriple } from './suitability-types'
import { rankOf } from './verdict'

const views: readonly SuitabilityView[] = ['asDrawn', 'certain', 'possible']

/** How far within the edge of a face a place is sought, metres: near first. Nearer than the first, cells are not sure (`unsureM`). */
const depthsM = [1, 3, 10]

/** Edges tried before a place is given up: only hair-thin strips ever fail. */
const mostTries = 2000

/** A way from the site: metres east and north of it, in the metric of the middle latitude. */
interface Way {
  readonly at: LonLat
  readonly distanceM: number
}

/** Middle-latitude formula of Gauss: good to 1e-5 of 60 km. */
function wayTo([lon, lat]: LonLat, at: LonLat): Way {
  const { east, north } = metricAt((lat + at[1]) / 2)
  return { at, distanceM: Math.sqrt(((at[0] - lon) * east) ** 2 + ((at[1] - lat) * north) ** 2) }
}

/** Clockwise from north at the site, degrees: the bearing halfway, less half of what the meridians turn on the way. */
function bearingDeg([lon, lat]: LonLat, [toLon, toLat]: LonLat): number {
  const middle = (lat + toLat) / 2
  const { east, north } = metricAt(middle)
  const halfway = (Math.atan2((toLon - lon) * east, (toLat - lat) * north) * 180) / Math.PI
  return (halfway - ((toLon - lon) * Math.sin((middle * Math.PI) / 180)) / 2 + 360) % 360
}

/** The nearest position of an edge, and the way into the face there: it lies on the left of its edges. */
interface Foot extends Way {
  /** Degrees east and north for a metre across the edge. */
  readonly inward: readonly [dLon: number, dLat: number]
}

function footOn(site: LonLat, ax: number, ay: number, bx: number, by: number): Foot {
  const { east, north } = metricAt((site[1] + (ay + by) / 2) / 2)
  const [stepX, stepY] = [(bx - ax) * east, (by - ay) * north]
  const [x, y] = [(site[0] - ax) * east, (site[1] - ay) * north]
  const along = Math.max(0, Math.min(1, (x * stepX + y * stepY) / (stepX * stepX + stepY * stepY)))
  const length = Math.sqrt(stepX * stepX + stepY * stepY)
  return { ...wayTo(site, [ax + along * (bx - ax), ay + along * (by - ay)]), inward: [-stepY / length / east, stepX / length / north] }
}

/** The nearest positions of all edges of the faces that are wanted, nearest first. */
function feetOf({ faces }: Suitability, site: LonLat, isWanted: (verdict: VerdictTriple) => boolean): Foot[] {
  const feet: Foot[] = []
  for (const { verdict, polygons: { positions, ringStart } } of faces) {
    if (!isWanted(verdict)) continue
    for (let ring = 0; ring + 1 < ringStart.length; ring++) {
      for (let at = 2 * (ringStart[ring] ?? 0); at + 3 < 2 * (ringStart[ring + 1] ?? 0); at += 2) {
        feet.push(footOn(site, positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0, positions[at + 3] ?? 0))
      }
    }
  }
  return feet.sort((a, b) => a.distanceM - b.distanceM)
}

/** Places a little within the face: straight on from the site, and straight across the edge. */
function placesAt(site: LonLat, { at, distanceM, inward }: Foot): LonLat[] {
  return depthsM.flatMap((depthM): LonLat[] => {
    const on = distanceM > 0 ? depthM / distanceM : 0
    const straight: LonLat = [at[0] + (at[0] - site[0]) * on, at[1] + (at[1] - site[1]) * on]
    return [straight, [at[0] + inward[0] * depthM, at[1] + inward[1] * depthM]]
  })
}

function nearestIn(suitability: Suitability, site: LonLat, view: SuitabilityView, wordAt: (lonLat: LonLat) => VerdictWord): BetterPlace | undefined {
  const rank = rankOf(wordAt(site))
  if (rank === 0) return undefined
  const feet = feetOf(suitability, site, (verdict) => rankOf(verdict[view]) < rank)
  for (const foot of feet.slice(0, mostTries)) {
    const at = placesAt(site, foot).find((place) => rankOf(wordAt(place)) < rank)
    if (at) return { view, at, verdict: wordAt(at), distanceM: wayTo(site, at).distanceM, bearingDeg: bearingDeg(site, at) }
  }
  return undefined
}

/**
 * For each view the nearest place where the verdict is milder than at the site, where there is one: as drawn, for
 * certain, and at worst. Of each place the engine itself says so. `verdicts`: of the question of the suitability.
 */
export function betterPlaces(suitability: Suitability, site: LonLat, verdicts: BatchVerdicts): BetterPlace[] {
  return views.flatMap((view) => {
    const wordAt = (lonLat: LonLat) => verdicts.distinct[verdicts.at(lonLat)]?.[view] ?? 'no-specific-rule'
    return nearestIn(suitability, site, view, wordAt) ?? []
  })
}
