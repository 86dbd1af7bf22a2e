/** From how much of a parcel lies where to its standings. */
import { drawnOf, STRENGTH, type Drawn } from './membership'
import type { Extent, Is, Overlap } from './model'
import { pathsM } from './overlay-measure'
import { cutFigure, type Figure } from './overlay-frame'
import { gapBetween, type Gap } from './overlay-gap'
import type { Ready } from './overlay-parcel'
import { areApart, sightOf } from './overlay-rings'
import type { OverlayShape } from './overlay-shapes'
import { SLIVER } from './sliver'
import { OUTSIDE, type Standing } from './standing'
import { mergeStandings } from './zone-index'

/** Shares this near to 1 are the whole: rounding on the grid of the overlay. */
const whole = 1 - 1e-6

export interface ShapeSight {
  readonly of: OverlayShape
  readonly gap: Gap
  /** Square metres or metres in the shape as drawn (envelopes too), surely inside and possibly inside. */
  readonly plain: Figure
  readonly least: number
  readonly most: number
}

/** How a parcel meets one shape. Offsets are asked for only where its line comes within 2 sigma. */
export function sightShape(ready: Ready, of: OverlayShape): ShapeSight {
  const { frame, figure, edges } = ready
  const gap = gapBetween(edges, of.edges)
  const none: Figure = { ...figure, paths: [], size: 0 }
  const plain = areApart(frame.box, of.box) ? none : cutFigure(frame, figure, of.plain)
  const isNear = gap.distanceM <= 2 * of.shape.sigmaM * 1.001
  const isWhole = plain.size >= figure.size * whole
  const isOutline = of.shape.kind === 'outline'
  if (!isNear && (isWhole || plain.size === 0)) return { of, gap, plain, least: isOutline && isWhole ? figure.size : 0, most: isWhole ? figure.size : 0 }
  const least = isOutline ? Math.min(cutFigure(frame, figure, of.eroded()).size, plain.size) : 0
  return { of, gap, plain, least, most: Math.max(cutFigure(frame, figure, of.dilated()).size, plain.size) }
}

/** The parcel in the union of some rings: once where one shape alone is concerned. */
function together(ready: Ready, sights: readonly ShapeSight[], sizeOf: (sight: ShapeSight) => number, ringsOf: (of: OverlayShape) => OverlayShape['plain']): number {
  const some = sights.filter((sight) => sizeOf(sight) > 0)
  const most = Math.max(0, ...some.map(sizeOf))
  if (some.length <= 1 || most >= ready.figure.size * whole) return most
  return Math.max(most, cutFigure(ready.frame, ready.figure, some.flatMap(({ of }) => ringsOf(of))).size)
}

const isOutline = ({ of }: ShapeSight): boolean => of.shape.kind === 'outline'

export interface ZoneExtent extends Extent {
  /** In the envelopes and outlines as drawn. */
  around: number
  sliver: boolean
}

function isSliver(ready: Ready, sights: readonly ShapeSight[], drawn: number): boolean {
  const { frame, figure } = ready
  if (drawn === 0 || drawn >= figure.size / 2) return false
  if (figure.isOpen) return drawn < SLIVER.lengthM
  if (drawn < SLIVER.areaM2) return true
  const outlineM = sights.filter(isOutline).reduce((sum, { plain }) => sum + pathsM(frame, plain.paths, true), 0)
  return (2 * drawn) / outlineM < SLIVER.widthM
}

export function extentOf(ready: Ready, sights: readonly ShapeSight[]): ZoneExtent {
  const outlines = sights.filter(isOutline)
  const drawn = together(ready, outlines, ({ plain }) => plain.size, (of) => of.plain)
  const min = Math.min(drawn, together(ready, outlines, ({ least }) => least, (of) => of.eroded()))
  const around = Math.max(drawn, together(ready, sights, ({ plain }) => plain.size, (of) => of.plain))
  const max = Math.max(around, together(ready, sights, ({ most }) => most, (of) => of.dilated()))
  return { min, drawn, max, around, sliver: isSliver(ready, sights, drawn) }
}

/** `undefined` where nothing of the parcel can lie in the zone. */
export function overlapOf({ figure }: Ready, { min, drawn, max, sliver }: ZoneExtent): Overlap | undefined {
  if (max === 0) return undefined
  const extent = { min, drawn, max }
  const of = (size: number) => Math.min(size / figure.size, 1)
  const share = { min: of(min), drawn: of(drawn), max: of(max) }
  return { ...(figure.isOpen ? { lengthM: extent } : { areaM2: extent }), share, ...(sliver ? { sliver: true as const } : {}) }
}

/** Signed metres to the line: below 0 where the whole parcel lies within it, 0 where it crosses the parcel or lies in it. */
function signedM(ready: Ready, { of, gap, plain }: ShapeSight): number {
  if (of.shape.kind !== 'axis' && plain.size > 0) return plain.size >= ready.figure.size * whole ? -gap.distanceM : 0
  // The line lies within the parcel without meeting its outline.
  const [lon, lat] = gap.lonLat
  const isWithin = ready.rings.closed.length > 0 && sightOf(ready.rings.closed, [lon, lat, lon, lat]).winding > 0
  return isWithin ? 0 : gap.distanceM
}

function mostIs({ of: { shape }, gap, plain, least, most }: ShapeSight, sliver: boolean): Is {
  if (shape.kind === 'outline' && plain.size > 0 && !sliver) return least > 0 ? 'inside' : 'likely'
  if (plain.size > 0 || most > 0 || gap.distanceM <= 2 * shape.sigmaM) return 'possible'
  return shape.complete ? 'outside' : 'unmapped'
}

function standingIn(ready: Ready, sight: ShapeSight, sliver: boolean): Standing {
  const { kind, sigmaM, complete, certainty } = sight.of.shape
  const is = mostIs(sight, sliver)
  const isDrawnIn = sight.plain.size > 0 && !(sliver && kind === 'outline')
  const drawn = drawnOf(kind, isDrawnIn ? -1 : 1, complete)
  return { is, strength: STRENGTH[is], drawn, complete, distanceM: signedM(ready, sight), sigmaM, certainty, kind, why: undefined, via: undefined, known: false }
}

/** Of the parcel's positions the strongest; `start`: what stands without shapes. */
export function mostOf(ready: Ready, sights: readonly ShapeSight[], { sliver }: ZoneExtent, start: Standing | undefined): Standing {
  const all = sights.map((sight) => standingIn(ready, sight, sliver))
  return [...(start ? [start] : []), ...all].reduce((a, b) => mergeStandings(a, b), all[0] ?? start ?? OUTSIDE)
}

/** What of a parcel sticks out of the drawn zone is no sliver. */
function isOut({ figure }: Ready, inM: number): boolean {
  const [out, limit] = [figure.size - inM, figure.isOpen ? SLIVER.lengthM : SLIVER.areaM2]
  return inM < figure.size * whole && (out >= limit || out >= figure.size / 2)
}

/** Of the parcel's positions the weakest. */
export function leastOf(ready: Ready, { min, drawn, max, around }: ZoneExtent, most: Standing): Standing {
  if (most.is === 'failed') return most
  const covers = (size: number) => size >= ready.figure.size * whole
  const beyond: Is = most.complete ? 'outside' : 'unmapped'
  const out: Drawn = isOut(ready, around) && most.complete ? 'out' : 'unknown'
  const isIn = !isOut(ready, drawn)
  const weakest: Is = covers(min) ? 'inside' : isIn ? 'likely' : covers(max) ? 'possible' : beyond
  const is = STRENGTH[weakest] > most.strength ? most.is : weakest
  return { ...most, is, strength: STRENGTH[is], drawn: isIn && most.drawn === 'in' ? 'in' : out }
}
