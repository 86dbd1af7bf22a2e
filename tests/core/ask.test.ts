import { describe, expect, it } from 'vitest'
import { ask, isIsoDate, QuestionError } from '../../src/core/ask'
import { compileCatalogue } from '../../src/core/catalogue'
import type { Question, Subject } from '../../src/core/model'
import { smallSeeds, smallWorld, zone } from './fixture'

const world = smallWorld()
const here: Subject = { kind: 'point', lonLat: [106.2, 29.2] }
const today: Question = { on: '2024-06-01' }

describe('ask', () => {
  it('gives back subject, date and release', () => {
    expect(ask(here, today, world)).toMatchObject({ subject: here, on: '2024-06-01', release: world.release, verdict: null })
  })

  it('takes an empty project for none', () => {
    expect(ask(here, { ...today, project: [] }, world)).toEqual(ask(here, today, world))
  })

  it.each<[string, Subject, Question, RegExp]>([
    ['no day', here, { on: 'tomorrow' }, /Expected a day as YYYY-MM-DD, found "tomorrow"/],
    ['a day that is not', here, { on: '2023-02-29' }, /found "2023-02-29"/],
    ['an unknown activity', here, { ...today, project: ['castle'] }, /Expected the id of an activity, found "castle"/],
    ['an inherited name', here, { ...today, project: ['constructor'] }, /found "constructor"/],
    ['an unknown fact', here, { ...today, facts: { colour: 1 } }, /Expected the id of a fact the rules ask for, found "colour"/],
    ['a number as text', here, { ...today, facts: { tpd: '500' } }, /Expected a number for the fact "tpd", found "500"/],
    ['no number', here, { ...today, facts: { tpd: NaN } }, /Expected a number for the fact "tpd"/],
    ['an unknown choice', here, { ...today, facts: { class: 'X' } }, /Expected one of I, II, III for the fact "class", found "X"/],
    ['an unknown source', here, { ...today, sources: ['gossip'] }, /Expected the id of a source, found "gossip"/],
    ['no source', here, { ...today, sources: [] }, /Expected at least one source, found none/],
    ['an unknown known zone', here, { ...today, known: { nowhere: 'inside' } }, /Expected the id of a zone, found "nowhere"/],
    ['an unknown zone', { kind: 'zones', zones: ['nowhere'] }, today, /Expected the id of a zone, found "nowhere"/],
    ['swapped coordinates', { kind: 'point', lonLat: [29.2, 106.2] }, today, /Expected longitude within 180° and latitude within 90°, found 29.2, 106.2/],
    ['no position', { kind: 'point', lonLat: [NaN, 29] }, today, /found NaN, 29/],
  ])('refuses %s', (_, subject, question, message) => {
    expect(() => ask(subject, question, world)).toThrow(message)
    expect(() => ask(subject, question, world)).toThrow(QuestionError)
  })

  it('works where no district is named', () => {
    const seeds = { ...smallSeeds(), zones: [zone('red'), zone('mark')], sources: [] }
    const bare = { ...world, catalogue: compileCatalogue(seeds) }
    expect(ask({ kind: 'zones', zones: ['red'] }, today, bare).findings.map(({ is }) => is)).toEqual(['inside', 'outside'])
    expect(() => ask(here, today, bare)).toThrow(/Expected the drawn zones in zones\.json, found "broken" drawn only/)
  })
})

describe('isIsoDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '2023-04-30'])('takes %s', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['2023-02-29', '1900-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-01-00', '2023-1-1', '20230101', '2023-01-01T00:00', ''])('refuses %j', (text) =>
    expect(isIsoDate(text)).toBe(false),
  )
})
