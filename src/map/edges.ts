/**
 * The lines a zone draws. Where an outline runs along the district's own edge it draws nothing: the zone was cut
 * there, so that stretch is neither its line nor does it carry its error.
 */
import type { Position } from 'geojson'

/** Two lines closer than this are one, degrees (about 40 m). */
const SAME = 4e-4

const xOf = (position: Position): number => position[0] ?? 0
const yOf = (position: Position): number => position[1] ?? 0
const middle = (a: Position, b: Position): Position => [(xOf(a) + xOf(b)) / 2, (yOf(a) + yOf(b)) / 2]

function distanceToSegment(point: Position, a: Position, b: Position): number {
  const [dx, dy] = [xOf(b) - xOf(a), yOf(b) - yOf(a)]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((xOf(point) - xOf(a)) * dx + (yOf(point) - yOf(a)) * dy) / length2))
  return Math.hypot(xOf(point) - xOf(a) - t * dx, yOf(point) - yOf(a) - t * dy)
}

const between = (value: number, one: number, other: number): boolean => value > Math.min(one, other) - SAME && value < Math.max(one, other) + SAME

function liesOn(point: Position, lines: readonly Position[][]): boolean {
  const isNear = (start: Position, end: Position) => between(xOf(point), xOf(start), xOf(end)) && between(yOf(point), yOf(start), yOf(end))
  return lines.some((line) =>
    line.some((end, i) => {
      const start = line[i - 1]
      return start !== undefined && isNear(start, end) && distanceToSegment(point, start, end) < SAME
    }),
  )
}

/** Stretches of a closed ring that do not run along `lines`; the ring itself, whole, where none does. */
export function apartFrom(ring: readonly Position[], lines: readonly Position[][]): Position[][] {
  const shared = ring.slice(1).map((end, i) => liesOn(middle(ring[i] ?? end, end), lines))
  const first = shared.indexOf(true)
  if (first === -1) return [[...ring]]
  const count = shared.length
  const stretches: Position[][] = []
  let open: Position[] = []
  for (let step = 1; step <= count; step++) {
    const i = (first + step) % count
    const [from = [], to = []] = [ring[i], ring[i + 1]]
    if (!shared[i]) open = open.length === 0 ? [from, to] : [...open, to]
    else if (open.length > 0) {
      stretches.push(open)
      open = []
    }
  }
  return stretches
}

const isClosed = (line: readonly Position[]): boolean => {
  const [first, last] = [line[0], line.at(-1)]
  return first !== undefined && last !== undefined && xOf(first) === xOf(last) && yOf(first) === yOf(last)
}

/** Douglas and Peucker: the same line with fewer points, never farther off than `tolerance` degrees. */
export function simplified(line: readonly Position[], tolerance: number): Position[] {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined || line.length < 3) return [...line]
  let [farthest, at] = [tolerance, -1]
  line.forEach((point, i) => {
    const off = i === 0 || i === line.length - 1 ? 0 : distanceToSegment(point, first, last)
    if (off > farthest) [farthest, at] = [off, i]
  })
  if (at === -1) return [first, last]
  return [...simplified(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(line.slice(at), tolerance)]
}

/** Chaikin: every corner cut twice, ends kept. */
export function rounded(line: readonly Position[], times: number): Position[] {
  if (times === 0 || line.length < 3) return [...line]
  const cut = line.slice(1).flatMap((end, i): Position[] => {
    const start = line[i] ?? end
    return [middle(start, middle(start, end)), middle(middle(start, end), end)]
  })
  const closed = isClosed(line)
  const [first, last] = closed ? [cut[0], cut[0]] : [line[0], line.at(-1)]
  const ends = (position: Position | undefined): Position[] => (position === undefined ? [] : [position])
  return rounded([...(closed ? [] : ends(first)), ...cut, ...ends(last)], times - 1)
}

/** A line calm enough to carry a wide soft edge: one that turns within its own width would show every joint. */
export function calm(line: readonly Position[], tolerance: number): Position[] {
  const half = Math.floor(line.length / 2)
  const few = isClosed(line)
    ? [...simplified(line.slice(0, half + 1), tolerance).slice(0, -1), ...simplified(line.slice(half), tolerance)]
    : simplified(line, tolerance)
  return rounded(few, 3)
}
