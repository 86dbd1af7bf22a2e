/** From a signed distance to a standing, and how standings compare and combine. */
import type { Counts, Is, ShapeKind } from './model'

/** How surely a standing says "inside". */
export const STRENGTH: Readonly<Record<Is, number>> = { outside: 0, unmapped: 1, failed: 2, possible: 3, likely: 4, inside: 5 }

/**
 * Where a place lies on the drawing, whatever the error of the line. `unknown`: the drawing does not say.
 * It is what `asDrawn` rests on, so it must never depend on sigma.
 */
export type Drawn = 'in' | 'out' | 'unknown'

/**
 * The standing towards one shape. `distanceM`: metres to its line, negative inside (for an axis: to the
 * axis); `sigmaM`: 1-sigma error of the line, metres. A place on the line (0) is inside: shapes are closed.
 */
export function membershipOf(kind: ShapeKind, distanceM: number, sigmaM: number, complete: boolean): Is {
  const band = 2 * sigmaM
  const beyond: Is = complete ? 'outside' : 'unmapped'
  switch (kind) {
    case 'outline':
      if (distanceM <= 0) return distanceM <= -band ? 'inside' : 'likely'
      return distanceM <= band ? 'possible' : beyond
    case 'envelope':
      return distanceM <= band ? 'possible' : beyond
    case 'axis':
      return Math.abs(distanceM) <= band ? 'possible' : beyond
    case 'mark':
      return beyond
  }
}

/** The same question put to the drawing alone. Inside an envelope it does not say; an axis has no inside. */
export function drawnOf(kind: ShapeKind, distanceM: number, complete: boolean): Drawn {
  if (distanceM > 0 || kind === 'axis') return complete ? 'out' : 'unknown'
  return kind === 'outline' ? 'in' : 'unknown'
}

/** In one of two: in if either says so, out only if both do. */
export function drawnInEither(a: Drawn, b: Drawn): Drawn {
  if (a === 'in' || b === 'in') return 'in'
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'out'
}

/** In both of two. */
export function drawnInBoth(a: Drawn, b: Drawn): Drawn {
  if (a === 'out' || b === 'out') return 'out'
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'in'
}

export function drawnOutside(of: Drawn): Drawn {
  if (of === 'unknown') return 'unknown'
  return of === 'in' ? 'out' : 'in'
}

/**
 * The standing towards everything that is not the zone. What is possible or unmapped, but drawn outside, is likely
 * outside; inside an envelope, and where nothing is drawn, the doubt stays as it is.
 */
export function complementOf(is: Is, drawn: Drawn): Is {
  switch (is) {
    case 'inside':
      return 'outside'
    case 'outside':
      return 'inside'
    case 'likely':
      return 'possible'
    case 'possible':
      return drawn === 'out' ? 'likely' : 'possible'
    case 'unmapped':
      return drawn === 'out' ? 'likely' : is
    case 'failed':
      return is
  }
}

/** How far a rule counts in a zone with this standing. Rules of zones one is outside of are not asked. */
export function countsOf(is: Is): Counts {
  if (is === 'inside') return 'certain'
  return is === 'likely' ? 'asDrawn' : 'possible'
}
