import { describe, expect, it } from 'vitest'
import { numberAlike } from '../../src/core/alike'
import { ask, QuestionError } from '../../src/core/ask'
import { batchVerdicts } from '../../src/core/batch-verdicts'
import type { Answer, LonLat, Question, World } from '../../src/core/model'
import { smallShapes, smallWorld } from './fixture'
import { seeded } from './random'
import { randomShapes, shippedGround, smallGround } from './suitability-kit'

const at = (lonLat: LonLat) => ({ kind: 'point' as const, lonLat })

function anywhere(random: () => number, count: number, [west, south, size]: [number, number, number]): LonLat[] {
  return Array.from({ length: count }, () => [west + random() * size, south + random() * size])
}

/** An answer without its measures. */
function withoutMeasures({ findings, rules, verdict, toVerify, conflicts }: Answer) {
  return { findings: findings.map(({ zone, is, via, why, known }) => ({ zone, is, via, why, known })), rules, verdict, toVerify, conflicts }
}

/** The batch tells of every position what `ask` does. */
function expectSame(world: World, question: Question, positions: readonly LonLat[]): void {
  const batch = batchVerdicts(question, world)
  for (const lonLat of positions) {
    const { verdict, toVerify } = ask(at(lonLat), question, world)
    expect(batch.distinct[batch.at(lonLat)], lonLat.join()).toEqual({ ...verdict, toVerify: toVerify.length })
  }
}

describe('verdicts of many points', () => {
  const shipped = shippedGround().world

  it.each([
    { on: '2026-11-28', project: ['electroplating'] },
    { on: '2024-06-01', project: ['catering', 'residential'], facts: { isNew: true } },
    { on: '2024-06-01', project: ['construction'], known: { 'ecological-redline': 'outside', 'built-up-area': 'inside' } },
  ] satisfies Question[])('are those of ask (%o)', (question) => {
    expectSame(shipped, question, anywhere(seeded(11), 500, [105.9, 29.2, 0.75]))
  })

  it.each(Array.from({ length: 10 }, (_, seed) => seed))('are those of ask in a made-up world (%d)', (seed) => {
    const random = seeded(300 + seed)
    const { world } = smallGround(randomShapes(random))
    for (const project of ['mill', 'farm', 'lab', 'boat']) expectSame(world, { on: '2024-06-01', project: [project] }, anywhere(random, 150, [106, 29, 0.4]))
  })

  it('keeps each outcome once, whatever it is asked twice', () => {
    const batch = batchVerdicts({ on: '2024-06-01', project: ['factory'] }, smallWorld())
    const positions = anywhere(seeded(5), 400, [106, 29, 0.4])
    const first = positions.map((position) => batch.at(position))
    expect(positions.map((position) => batch.at(position))).toEqual(first)
    expect(new Set(batch.distinct.map((found) => JSON.stringify(found))).size).toBe(batch.distinct.length)
  })

  it('refuses what ask refuses', () => {
    const batch = (question: Question) => () => batchVerdicts(question, smallWorld()).at([106.1, 29.1])
    expect(batch({ on: '2024-06-01' })).toThrow(QuestionError)
    expect(batch({ on: 'yesterday', project: ['factory'] })).toThrow(QuestionError)
    expect(() => batchVerdicts({ on: '2024-06-01', project: ['factory'] }, smallWorld()).at([200, 29])).toThrow(QuestionError)
  })
})

describe('positions that stand alike', () => {
  it.each([
    ['the shipped world', shippedGround().world, [105.9, 29.2, 0.75] as [number, number, number]],
    ['the small world', smallGround(smallShapes()).world, [106, 29, 0.4] as [number, number, number]],
    ['a made-up world', smallGround(randomShapes(seeded(77))).world, [106, 29, 0.4] as [number, number, number]],
  ])('have the same answer in %s, but for the measures', (_, world, box) => {
    const question: Question = { on: '2024-06-01' }
    const alike = numberAlike(world)
    const first = new Map<number, LonLat>()
    let compared = 0
    for (const lonLat of anywhere(seeded(21), 1200, box)) {
      const number = alike(lonLat)
      const other = first.get(number)
      first.set(number, other ?? lonLat)
      if (other === undefined || ++compared > 250) continue
      expect(withoutMeasures(ask(at(lonLat), question, world)), lonLat.join()).toEqual(withoutMeasures(ask(at(other), question, world)))
    }
    expect(compared).toBeGreaterThan(100)
  })

  it('brief standings are the standings, but for measures of what is far', () => {
    for (const { index } of [shippedGround().world, smallWorld(), smallGround(randomShapes(seeded(78))).world]) {
      for (const lonLat of anywhere(seeded(31), 400, [105.95, 29, 0.5])) {
        const full = index.standing(lonLat)
        index.brief(lonLat).forEach((brief, position) => {
          const { is, drawn, complete, strength, why } = full[position]!
          expect(brief).toMatchObject({ is, drawn, complete, strength, why })
          if (is !== 'outside') expect(brief).toEqual(full[position])
        })
      }
    }
  })
})
