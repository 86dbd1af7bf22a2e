/** Answers of many rows: what a table tells of an answer, kept once for all rows that it is the same for. */
import { numberAlike } from './alike'
import { ask } from './ask'
import type { RowAnswer } from './batch-types'
import { DISTRICT } from './catalogue'
import { settledBy } from './known'
import type { Answer, Is, LonLat, Parcel, Question, World } from './model'

const DRAWN: readonly Is[] = ['inside', 'likely']
const HERE: readonly Is[] = [...DRAWN, 'possible']

/** What a table tells of an answer. */
export function rowAnswerOf({ verdict, findings, rules, toVerify }: Answer): RowAnswer {
  const zonesThat = (test: (is: Is) => boolean) => findings.filter(({ zone, is }) => zone !== DISTRICT && test(is)).map(({ zone }) => zone)
  return {
    verdict: verdict && { certain: verdict.certain, asDrawn: verdict.asDrawn, possible: verdict.possible },
    decidedBy: verdict?.decidedBy ?? [],
    zones: zonesThat((is) => DRAWN.includes(is)),
    possibleZones: zonesThat((is) => is === 'possible'),
    rules: rules.filter(({ scope, is }) => scope === 'zone' && HERE.includes(is)).length,
    toVerify: toVerify.length,
    district: findings.find(({ zone }) => zone === DISTRICT)?.is ?? 'unmapped',
  }
}

export interface RowAnswers {
  /** The different answers met so far, in the order they were met. */
  readonly distinct: readonly RowAnswer[]
  /** Position in `distinct`. Throws a `RangeError` on a position that is not on earth, a `QuestionError` on what cannot be measured. */
  point(lonLat: LonLat): number
  parcel(parcel: Parcel): number
}

/** `start`: what an earlier run had met, in its order. */
export function rowAnswers(world: World, question: Question, start: readonly RowAnswer[] = []): RowAnswers {
  const distinct = [...start]
  const positions = new Map(distinct.map((answer, at) => [JSON.stringify(answer), at]))
  const kept = (answer: RowAnswer): number => {
    const key = JSON.stringify(answer)
    const at = positions.get(key) ?? distinct.push(answer) - 1
    positions.set(key, at)
    return at
  }
  const alike = numberAlike(world, question.known && settledBy(world.catalogue, question.known))
  const byNumber = new Map<number, number>()
  const point = (lonLat: LonLat): number => {
    const number = alike(lonLat)
    const at = byNumber.get(number) ?? kept(rowAnswerOf(ask({ kind: 'point', lonLat }, question, world)))
    byNumber.set(number, at)
    return at
  }
  return {
    distinct,
    point,
    parcel: (parcel) => kept(rowAnswerOf(ask({ kind: 'parcel', parcel }, question, world))),
  }
}
