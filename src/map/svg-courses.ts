/** Names along lines: where on a line they stand, and each letter on its bend. As the map library does it, in px. Pure. */
import { cornerOf, growthOf, type Frame } from './svg-frame'
import { clipped, type Line } from './svg-path'
import { isChinese } from './svg-writing'

type Point = readonly [x: number, y: number]

/** A letter: its middle and its lean, degrees clockwise. */
export interface Letter {
  sign: string
  at: Point
  lean: number
  /** Stands upright beside a steep line. */
  isUpright: boolean
}

/** What a name wants of its line. Lengths in px. */
export interface Course {
  /** Length of the name at its largest, which decides where it stands. */
  length: number
  /** Size of the letters at their largest. */
  largest: number
  spacing: number
  /** Degrees that the line may turn under a few letters. */
  maxAngle: number
  /** How often the tile of the source is magnified. */
  magnified: number
  /** The line goes on before its beginning. */
  isContinued: boolean
}

const pointAt = (line: Line, i: number): Point => [line[2 * i] ?? 0, line[2 * i + 1] ?? 0]
const apart = ([x, y]: Point, [otherX, otherY]: Point): number => Math.hypot(otherX - x, otherY - y)
const angleBetween = ([x, y]: Point, [nextX, nextY]: Point): number => Math.atan2(nextY - y, nextX - x)
/** The way back; 0 between vertices on one another, which the map library takes for a turn. */
const wayBack = ([x, y]: Point, [nextX, nextY]: Point): number => Math.atan2(y - nextY, x - nextX)

/** Lengths from the beginning of a line to each of its vertices. */
function milesOf(line: Line): number[] {
  const miles = [0]
  for (let i = 1; i < line.length / 2; i++) miles.push((miles.at(-1) ?? 0) + apart(pointAt(line, i - 1), pointAt(line, i)))
  return miles
}

/** True where no stretch of the name turns too far. */
function isStraight(line: Line, miles: readonly number[], from: number, to: number, { largest, maxAngle }: Course): boolean {
  const corners: { at: number; turn: number }[] = []
  for (let i = 1; i < miles.length - 1; i++) {
    const at = miles[i] ?? 0
    if (at <= from || at >= to) continue
    const turn = Math.abs(((wayBack(pointAt(line, i - 1), pointAt(line, i)) - wayBack(pointAt(line, i), pointAt(line, i + 1)) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI)
    corners.push({ at, turn })
    const recent = corners.filter((corner) => at - corner.at <= 0.6 * largest)
    if (recent.reduce((sum, corner) => sum + corner.turn, 0) > (maxAngle * Math.PI) / 180) return false
  }
  return true
}

/** Places along a line, px from its beginning, where a name has room. */
export function placesAlong(line: Line, course: Course): number[] {
  const miles = milesOf(line)
  const whole = miles.at(-1) ?? 0
  const { length, largest, magnified, isContinued } = course
  const spacing = course.spacing - length < course.spacing / 4 ? length + course.spacing / 4 : course.spacing
  const fits = (at: number): boolean => at >= length / 2 && at + length / 2 <= whole && isStraight(line, miles, at - length / 2, at + length / 2, course)
  const first = isContinued ? ((spacing / 2) * magnified) % spacing : ((length / 2 + 2 * largest) * magnified) % spacing
  const places: number[] = []
  for (let at = first; at < whole; at += spacing) if (fits(at)) places.push(at)
  return places.length === 0 && !isContinued && fits(whole / 2) ? [whole / 2] : places
}

/** The place and direction of a line, px from its beginning. */
function onLine(line: Line, miles: readonly number[], at: number): { place: Point; angle: number } {
  const next = Math.max(1, Math.min(miles.length - 1, miles.findIndex((mile) => mile > at)))
  const [from, to] = [pointAt(line, next - 1), pointAt(line, next)]
  const length = apart(from, to) || 1
  const share = (at - (miles[next - 1] ?? 0)) / length
  return { place: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share], angle: angleBetween(from, to) }
}

/** A name to be set along a line: the width of each sign with the space after it, em. */
export interface Along {
  signs: readonly { sign: string; advance: number }[]
  /** Between two signs, em. */
  spacing: number
  /** Size of the letters, px. */
  size: number
  /** Above the line, below where negative; em. */
  above: number
}

function offsetsOf(advances: readonly number[], spacing: number, size: number): number[] {
  let at = (-advances.reduce((sum, advance) => sum + advance, -spacing) / 2) * size
  return advances.map((advance) => {
    const middle = at + ((advance - spacing) / 2) * size
    at += advance * size
    return middle
  })
}

/** Letters of a name along a line about a place on it (px from its beginning), so that it is read upright; null where it has no room. */
export function lettersAlong(line: Line, middle: number, { signs, spacing, size, above }: Along): Letter[] | null {
  const miles = milesOf(line)
  const whole = miles.at(-1) ?? 0
  const level = offsetsOf(signs.map(({ advance }) => advance), spacing, size)
  const reach = Math.max(...level.map(Math.abs))
  if (middle - reach < 0 || middle + reach > whole) return null
  const [first, last] = [onLine(line, miles, middle + (level[0] ?? 0)), onLine(line, miles, middle + (level.at(-1) ?? 0))]
  const [run, rise] = [last.place[0] - first.place[0], last.place[1] - first.place[1]]
  const isUpright = isChinese(signs.map(({ sign }) => sign).join('')) && Math.abs(rise) > Math.abs(run)
  const isTurned = isUpright ? rise < 0 : run < 0
  const offsets = isUpright ? offsetsOf(signs.map(() => 1 + spacing), spacing, size) : level
  return signs.map(({ sign }, i) => {
    const { place, angle } = onLine(line, miles, middle + (isTurned ? -1 : 1) * (offsets[i] ?? 0))
    const aside = above * size
    const at: Point = [place[0] + Math.sin(angle) * aside, place[1] - Math.cos(angle) * aside]
    return { sign, at, lean: (angle * 180) / Math.PI + (isTurned ? 180 : 0) - (isUpright ? 90 : 0), isUpright }
  })
}

const TILE_PX = 512
/** Parts of the side of a tile on which its vertices lie. */
const TILE_PARTS = 8192

/** A line as a tile of a zoom holds it: each vertex on the grid of the tile, which at nearer zooms is coarse. */
export function onGrid(line: Line, frame: Frame, tileZoom: number): Line {
  const { left, top } = cornerOf(frame)
  const step = (TILE_PX * 2 ** (frame.view.zoom - tileZoom)) / TILE_PARTS
  return line.map((value, i) => {
    const corner = i % 2 === 0 ? left : top
    return Math.round((value + corner) / step) * step - corner
  })
}

/** The column and row of the tile of a whole zoom in which a place of the map lies. */
export function tileOf([x, y]: Point, frame: Frame, tileZoom: number): [column: number, row: number] {
  const { left, top } = cornerOf(frame)
  const side = TILE_PX * 2 ** (frame.view.zoom - tileZoom)
  return [Math.floor((left + x) / side), Math.floor((top + y) / side)]
}

/** A line in the pieces that the tiles of the map library hold of it, and whether each goes on before its beginning. */
export function inTiles(line: Line, frame: Frame): { line: Line; isContinued: boolean }[] {
  const side = TILE_PX * growthOf(frame)
  const { left, top } = cornerOf(frame)
  const columns = Array.from({ length: Math.ceil(frame.width / side) + 1 }, (_, i) => (Math.floor(left / side) + i) * side - left)
  const rows = Array.from({ length: Math.ceil(frame.height / side) + 1 }, (_, i) => (Math.floor(top / side) + i) * side - top)
  const [startX, startY] = pointAt(line, 0)
  return columns.flatMap((x) => rows.flatMap((y) => clipped(line, [x, y, x + side, y + side]).map((piece) => ({ line: piece, isContinued: piece[0] !== startX || piece[1] !== startY }))))
}
