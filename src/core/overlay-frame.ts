/** The grid of one question: whole steps around a parcel, fine enough for its area and coarse enough to be exact in the clipper. */
import { Clipper64, ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts'
import type { MultiLineString, MultiPolygon, Position } from 'geojson'
import { areaM2, pathsM, type Ruler } from './overlay-measure'
import { cutToBox, grown, sightOf, type Box, type Ring } from './overlay-rings'

/** Steps per degree at most: 0.01 mm. */
const finest = 1e10

/** Half a box in steps at most: products of two coordinates then stay below 2^53, where the clipper is exact without big numbers. */
const mostSteps = 2 ** 25

/** The box is this much wider than the parcel on each side, as a share of its size; cuts along it never touch the parcel. */
const margin = 0.01

export interface Frame extends Ruler {
  /** Around the parcel. */
  readonly box: Box
}

export function frameOf(box: Box): Frame {
  const size = Math.max(box[2] - box[0], box[3] - box[1], 1e-7)
  const around = grown(box, size * margin, size * margin)
  const [lon0, lat0] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return { lon0, lat0, scale: Math.min(finest, mostSteps / (size * (0.5 + margin))), box: around }
}

export function pathIn({ lon0, lat0, scale }: Frame, ring: ArrayLike<number>): Path64 {
  const path: Path64 = []
  for (let at = 0; at < ring.length; at += 2) path.push({ x: Math.round(((ring[at] ?? 0) - lon0) * scale), y: Math.round(((ring[at + 1] ?? 0) - lat0) * scale) })
  return path
}

/** A parcel, or the part of one that is left. `open`: paths of a line, without a width. */
export interface Figure {
  readonly paths: Paths64
  readonly isOpen: boolean
  /** Square metres, or metres of a line. */
  readonly size: number
}

export const figureOf = (frame: Frame, paths: Paths64, isOpen: boolean): Figure => ({ paths, isOpen, size: isOpen ? pathsM(frame, paths, false) : areaM2(frame, paths) })

/** The part of a figure in rings that overlap or lie in one another as they will: filled where they wind around. */
export function cutFigure(frame: Frame, figure: Figure, rings: readonly Ring[]): Figure {
  const { near, winding } = sightOf(rings, frame.box)
  if (near.length === 0) return winding === 0 ? { ...figure, paths: [], size: 0 } : figure
  const clip = near.map((ring) => pathIn(frame, cutToBox(ring, frame.box))).filter((path) => path.length > 2)
  const whole = pathIn(frame, [frame.box[0], frame.box[1], frame.box[2], frame.box[1], frame.box[2], frame.box[3], frame.box[0], frame.box[3]])
  // What winds around the whole box is one more ring of the clip, as often as it winds.
  for (let turn = 0; turn < Math.abs(winding); turn++) clip.push(winding > 0 ? whole : whole.toReversed())
  const clipper = new Clipper64()
  if (figure.isOpen) for (const path of figure.paths) clipper.addOpenSubject([path])
  else clipper.addSubject(figure.paths)
  clipper.addClip(clip)
  const [closed, open]: [Paths64, Paths64] = [[], []]
  clipper.execute(ClipType.Intersection, FillRule.NonZero, closed, open)
  return figureOf(frame, figure.isOpen ? open : closed, figure.isOpen)
}

/** One figure of parts that overlap. */
export function merged(frame: Frame, paths: Paths64): Figure {
  const clipper = new Clipper64()
  clipper.addSubject(paths)
  const closed: Paths64 = []
  clipper.execute(ClipType.Union, FillRule.NonZero, closed)
  return figureOf(frame, closed, false)
}

/** Coordinates of pieces keep 9 decimals: 0.1 mm. */
const decimals = 1e9

function positionsOf({ lon0, lat0, scale }: Frame, path: Path64): Position[] {
  const degrees = (origin: number, steps: number) => Math.round((origin + steps / scale) * decimals) / decimals
  return path.map(({ x, y }) => [degrees(lon0, x), degrees(lat0, y)])
}

export const linesOf = (frame: Frame, paths: Paths64): MultiLineString => ({ type: 'MultiLineString', coordinates: paths.map((path) => positionsOf(frame, path)) })

function turning(path: Path64): number {
  let sum = 0
  let before = path.at(-1)
  for (const step of path) {
    if (before) sum += before.x * step.y - step.x * before.y
    before = step
  }
  return sum
}

function isIn(path: Path64, { x, y }: { x: number; y: number }): boolean {
  let isInside = false
  let before = path.at(-1)
  for (const step of path) {
    if (before && step.y > y !== before.y > y && x < ((before.x - step.x) * (y - step.y)) / (before.y - step.y) + step.x) isInside = !isInside
    before = step
  }
  return isInside
}

/** The middle of the first edge: a hole may touch its outer ring at a corner, never along an edge. */
function probeOf([a, b]: Path64): { x: number; y: number } {
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 }
}

/** Outer rings with the holes that lie in them; of several the smallest. */
export function polygonsOf(frame: Frame, paths: Paths64): MultiPolygon {
  const closed = (path: Path64): Position[] => {
    const positions = positionsOf(frame, path)
    return positions[0] ? [...positions, positions[0]] : []
  }
  const outers = paths.filter((path) => turning(path) > 0).toSorted((a, b) => turning(a) - turning(b))
  const coordinates = outers.map((path) => [closed(path)])
  for (const hole of paths.filter((path) => turning(path) < 0)) {
    const owner = outers.findIndex((outer) => isIn(outer, probeOf(hole)))
    coordinates[owner]?.push(closed(hole))
  }
  return { type: 'MultiPolygon', coordinates }
}
