/** Verdicts of many points: the engine is asked once for all that stand alike, and each point is told by its own number. */
import { numberAlike } from './alike'
import { ask, QuestionError } from './ask'
import { settledBy } from './known'
import type { LonLat, Question, World } from './model'
import type { VerdictTriple } from './suitability-types'

/** What a batch tells of a point. */
export interface PointVerdict extends VerdictTriple {
  /** As in `Verdict`: rules behind each part, surest first. */
  readonly decidedBy: readonly string[]
  /** Number of open questions of the answer. */
  readonly toVerify: number
}

export interface BatchVerdicts {
  /** The different outcomes met so far, in the order they were met. */
  readonly distinct: readonly PointVerdict[]
  /** Position in `distinct` of what `ask` says at a position. Throws where `ask` does. */
  at(lonLat: LonLat): number
}

/** @throws QuestionError where nobody asks to build anything */
export function askedAt(lonLat: LonLat, question: Question, world: World): PointVerdict {
  const { verdict, toVerify } = ask({ kind: 'point', lonLat }, question, world)
  if (!verdict) throw new QuestionError('Expected a project to find a verdict for, found none. Choose one.')
  const { certain, asDrawn, possible, decidedBy } = verdict
  return { certain, asDrawn, possible, decidedBy, toVerify: toVerify.length }
}

const isOnEarth = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

export function batchVerdicts(question: Question, world: World): BatchVerdicts {
  const alike = numberAlike(world, question.known && settledBy(world.catalogue, question.known))
  const distinct: PointVerdict[] = []
  const [byNumber, byContent] = [new Map<number, number>(), new Map<string, number>()]
  const kept = (found: PointVerdict): number => {
    const content = JSON.stringify(found)
    const at = byContent.get(content) ?? distinct.push(found) - 1
    byContent.set(content, at)
    return at
  }
  const at = (lonLat: LonLat): number => {
    // `ask` says what is wrong with a position.
    if (!isOnEarth(lonLat)) return kept(askedAt(lonLat, question, world))
    const number = alike(lonLat)
    const before = byNumber.get(number)
    if (before !== undefined) return before
    const found = kept(askedAt(lonLat, question, world))
    byNumber.set(number, found)
    return found
  }
  return { distinct, at }
}
