import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { changesFor, type Change } from '../../src/core/counterfactual'
import type { LonLat, Question, Subject } from '../../src/core/model'
import { rankOf, suretyOf } from '../../src/core/verdict'
import { smallWorld } from './fixture'
import { seeded } from './random'
import { place } from '../helpers/place'

const world = smallWorld()
const at = (lon: number, lat: number): Subject => ({ kind: 'point', lonLat: [lon, lat] })

function changes(subject: Subject, question: Partial<Question>): Change[] {
  const whole: Question = { on: '2024-06-01', ...question }
  return changesFor(ask(subject, whole, world), whole, world)
}

const kinds = (found: Change[], rule: string) => found.filter((one) => one.rule === rule).map(({ kind }) => kind)

describe('changesFor', () => {
  it('tells how far across the drawn line a ban ends', () => {
    const [move] = changes(at(106.11, 29.12), { project: ['factory'], facts: { isNew: true }, sources: ['plan'] })
    // 0.01° of longitude at 29.12° north is 973 m; one more is beyond the line.
    expect(move).toMatchObject({ rule: 'red-new', kind: 'move', zone: 'red', direction: 'w', asDrawn: 'conditional' })
    expect(move).toHaveProperty('distanceM', 975)
  })

  it.each([['n', 106.12, 29.135], ['e', 106.137, 29.12], ['s', 106.12, 29.105], ['w', 106.103, 29.12]])('names the wind: %s', (direction, lon, lat) => {
    const found = changes(at(lon, lat), { project: ['factory'], facts: { isNew: true } })
    expect(found.find(({ kind }) => kind === 'move')).toMatchObject({ direction })
  })

  it('goes the other way across the line of what a zone is the complement of', () => {
    const found = changes(at(106.199, 29.21), { project: ['farm'] })
    expect(found).toContainEqual(expect.objectContaining({ rule: 'town-out-ban', kind: 'move', zone: 'town', direction: 'e' }))
  })

  it('names the threshold that switches a rule off, on either side', () => {
    const found = changes(at(106.05, 29.05), { project: ['works'], facts: { tpd: 6000 } })
    expect(found).toEqual([{ rule: 'tpd-5000', kind: 'fact', param: 'tpd', op: '<', value: 5000, asDrawn: 'conditional' }])
    const boiler = changes(at(106.05, 29.05), { project: ['boiler'], facts: { tph: 10 } })
    expect(boiler).toEqual([{ rule: 'boiler', kind: 'fact', param: 'tph', op: '>', value: 10, asDrawn: 'no-specific-rule' }])
  })

  it('names a fact not yet given, and the other choice', () => {
    const found = changes(at(106.05, 29.05), { project: ['rays'], facts: { class: 'I' } })
    expect(found).toEqual([{ rule: 'source-class', kind: 'fact', param: 'class', op: '!=', value: ['I', 'II'], asDrawn: 'restricted' }])
    expect(kinds(changes(at(106.05, 29.05), { project: ['kitchen'] }), 'soup')).toEqual(['fact', 'fact', 'fact'])
  })

  it('names the day after the term', () => {
    expect(changes(at(106.05, 29.05), { project: ['camp'] })).toEqual([{ rule: 'named', kind: 'date', on: '2026-01-01', asDrawn: 'no-specific-rule' }])
  })

  it('names the zone the office could settle', () => {
    const found = changes(at(106.17, 29.17), { project: ['factory'], facts: { isNew: true }, sources: ['plan'] })
    expect(found).toContainEqual({ rule: 'hidden-ban', kind: 'known', zone: 'hidden', is: 'outside', asDrawn: 'conditional' })
    const complement = changes(at(106.17, 29.17), { project: ['boat'] })
    expect(complement).toContainEqual(expect.objectContaining({ rule: 'lake-out-ban', kind: 'known', zone: 'hidden', is: 'inside' }))
  })

  it('has nothing to say without a verdict', () => {
    expect(changes(at(106.12, 29.12), {})).toEqual([])
    expect(changes({ kind: 'zones', zones: ['red'] }, { project: ['factory'], facts: { isNew: true } }).every(({ kind }) => kind === 'fact')).toBe(true)
  })

  it('bears out on the shipped plan, place by place', () => {
    const { world: real } = place
    const random = seeded(9)
    let moves = 0
    for (let round = 0; round < 60; round++) {
      const lonLat: LonLat = [106.05 + random() * 0.3, 29.3 + random() * 0.55]
      const question: Question = { on: '2024-06-01', project: [['electroplating', 'tourism-facility', 'livestock-farm'][round % 3]!], facts: { isNew: true } }
      for (const change of changesFor(ask(at(...lonLat), question, real), question, real)) {
        if (change.kind !== 'move') continue
        moves += 1
        const there = ask(at(...change.lonLat), question, real)
        expect(suretyOf(there.rules.find(({ id }) => id === change.rule)?.counts ?? 'info')).toBeLessThan(suretyOf('asDrawn'))
      }
    }
    expect(moves).toBeGreaterThan(10)
  })

  it('claims nothing that asking again does not bear out', () => {
    for (const project of [['factory'], ['mill', 'farm'], ['lab'], ['works'], ['rays', 'kitchen']]) {
      for (const [lon, lat] of [[106.11, 29.12], [106.2, 29.2], [106.23, 29.11], [106.139, 29.12], [106.001, 29.001]] as const) {
        const question: Question = { on: '2024-06-01', project }
        const before = ask(at(lon, lat), question, world)
        for (const change of changesFor(before, question, world)) {
          if (change.kind !== 'move') continue
          const after = ask(at(...change.lonLat), question, world)
          const counts = after.rules.find(({ id }) => id === change.rule)?.counts ?? 'info'
          expect(suretyOf(counts)).toBeLessThan(suretyOf('asDrawn'))
          expect(rankOf(after.verdict?.asDrawn)).toBe(rankOf(change.asDrawn))
        }
      }
    }
  })
})
