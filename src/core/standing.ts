/** How one place stands towards one zone: the record that everything else reads. All have one shape, which keeps reading them fast. */
import { STRENGTH, type Drawn } from './membership'
import type { Certainty, Is, ShapeKind } from './model'

export interface Standing {
  readonly is: Is
  /** `STRENGTH` of `is`. */
  readonly strength: number
  /** Where the drawing puts the position, whatever sigma. */
  readonly drawn: Drawn
  /** The drawn shapes are the whole zone: where they say outside, it is. */
  readonly complete: boolean
  /** Signed distance to the line of the strongest shape, metres, negative inside, not rounded. */
  readonly distanceM: number | undefined
  readonly sigmaM: number | undefined
  readonly certainty: Certainty | undefined
  readonly kind: ShapeKind | undefined
  /** Why the check failed. */
  readonly why: string | undefined
  /** The zone it was taken over from. */
  readonly via: string | undefined
  /** The asker knows it. */
  readonly known: boolean
}

/** A standing without any shape. */
export const unmeasured = (is: Is, drawn: Drawn, complete: boolean, why?: string): Standing =>
  Object.freeze({
    is,
    strength: STRENGTH[is],
    drawn,
    complete,
    distanceM: undefined,
    sigmaM: undefined,
    certainty: undefined,
    kind: undefined,
    why,
    via: undefined,
    known: false,
  })

export const UNMAPPED = unmeasured('unmapped', 'unknown', false)
export const OUTSIDE = unmeasured('outside', 'out', true)
export const INSIDE = unmeasured('inside', 'in', true)

/** A standing with the measures of `of`. */
export function measuredBy(of: Standing, is = of.is, drawn = of.drawn, complete = of.complete, via = of.via, distanceM = of.distanceM): Standing {
  const { sigmaM, certainty, kind, why, known } = of
  return { is, strength: STRENGTH[is], drawn, complete, distanceM, sigmaM, certainty, kind, why, via, known }
}

/** What the asker knows, itself or through `via`. */
export const knownTo = (is: 'inside' | 'outside', via: string | undefined): Standing => Object.freeze({ ...(is === 'inside' ? INSIDE : OUTSIDE), via, known: true })
