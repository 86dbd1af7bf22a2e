/**
 * Where the name of a range stands: one place far from all towns, more where the map is large enough.
 * Chinese is set in a leaning column there; letter by letter along a line it would lie on its side.
 */
import type { Position } from 'geojson'

export interface CrestPlace {
  at: Position
  /** Lean of the column, degrees clockwise from upright. */
  tilt: number
  /** Zoom from which the name stands here. */
  from: number
}

/** Zoom from which a range carries its name more than once. */
const REPEATED_FROM = 11
const samples = 40

const apart = ([x = 0, y = 0]: Position, [otherX = 0, otherY = 0]: Position): number => Math.hypot((x - otherX) * Math.cos((y * Math.PI) / 180), y - otherY)

/** The position at a share of the length of a line. */
function along(line: readonly Position[], share: number): Position {
  const lengths = line.slice(1).map((end, i) => apart(line[i] ?? end, end))
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [i, length] of lengths.entries()) {
    const [[x = 0, y = 0] = [], [nextX = 0, nextY = 0] = []] = [line[i], line[i + 1]]
    if (left <= length && length > 0) return [x + ((nextX - x) * left) / length, y + ((nextY - y) * left) / length]
    left -= length
  }
  return line.at(-1) ?? [0, 0]
}

function tiltAt(line: readonly Position[], share: number): number {
  const [[x = 0, y = 0], [nextX = 0, nextY = 0]] = [along(line, Math.max(0, share - 0.06)), along(line, Math.min(1, share + 0.06))]
  const [dx, dy] = [(nextX - x) * Math.cos((y * Math.PI) / 180), nextY - y]
  return (Math.atan(dx / (dy === 0 ? Number.EPSILON : dy)) * 180) / Math.PI
}

/** Places for the name of a crest line; the first is the farthest from `towns`. */
export function crestPlaces(line: readonly Position[], towns: readonly Position[]): CrestPlace[] {
  const shares = Array.from({ length: samples + 1 }, (_, i) => 0.15 + (0.7 * i) / samples)
  const room = (place: Position) => Math.min(...towns.map((town) => apart(place, town)))
  const { share: best } = [0.5, ...shares].map((share) => ({ share, room: room(along(line, share)) })).reduce((one, other) => (other.room > one.room ? other : one))
  const more = [0.14, 0.38, 0.62, 0.86].filter((share) => Math.abs(share - best) > 0.12)
  const place = (share: number, from: number): CrestPlace => ({ at: along(line, share), tilt: tiltAt(line, share), from })
  return [place(best, 0), ...more.map((share) => place(share, REPEATED_FROM))]
}
