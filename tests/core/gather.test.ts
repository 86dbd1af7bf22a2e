import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { DISTRICT } from '../../src/core/catalogue'
import { countsOf, STRENGTH } from '../../src/core/membership'
import type { Answer, Is, Question, Subject, World } from '../../src/core/model'
import { weaker } from '../../src/core/verdict'
import { smallWorld } from './fixture'
import { seeded } from './random'
import { place } from '../helpers/place'

/** The plain loop: every rule of the catalogue, one by one, from the public findings alone. */
function plainly({ findings }: Answer, { on, project = [] }: Question, { catalogue }: World) {
  const is = new Map(findings.map((finding) => [finding.zone, finding.is]))
  const district = is.get(DISTRICT) ?? 'unmapped'
  const isIn = (id: string): Is => {
    const own = is.get(id) ?? 'outside'
    const isFree = catalogue.zones.get(id)?.inDistrict === false || district === 'unmapped' || district === 'failed'
    return isFree || STRENGTH[own] < STRENGTH[district] ? own : district
  }
  const lineage = project.map((id) => [id, ...(catalogue.activityAncestors.get(id) ?? [])])
  const reaches = (ids: readonly string[] | undefined, line: readonly string[]) => ids?.some((id) => line.includes(id)) ?? false
  return [...catalogue.rules.values()].flatMap(({ rule, source }) => {
    const lines = lineage.filter((line) => !reaches(rule.except, line) && [rule.activities, rule.conditionalFor, rule.absoluteFor].some((ids) => reaches(ids, line)))
    const zones = [...rule.zones.filter((id) => id !== DISTRICT), ...rule.zones.filter((id) => id === DISTRICT)]
    const via = zones.toSorted((a, b) => STRENGTH[isIn(b)] - STRENGTH[isIn(a)])[0] ?? ''
    if ((project.length > 0 && lines.length === 0) || isIn(via) === 'outside') return []
    const isIssued = on >= (source.kind === 'statute' ? source.term.from : source.issued)
    const isEnded = rule.term === 'named' && isIssued && source.term.until !== undefined && on > source.term.until
    const needs = project.length > 0 && (rule.stage === 'new' || rule.appliesIf !== undefined)
    const most = isEnded || needs ? 'possible' : rule.basis === 'literal' ? 'certain' : 'asDrawn'
    return [{ id: rule.id, via, is: isIn(via), counts: weaker(countsOf(isIn(via)), most), isEnded }]
  })
}

const { world: real } = place
const random = seeded(5)
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
const days = ['2021-11-25', '2024-06-01', '2025-12-31', '2026-11-24']

const grounds: [string, World, () => Subject][] = [
  ['the small world', smallWorld(), () => ({ kind: 'point', lonLat: [105.98 + random() * 0.44, 28.98 + random() * 0.44] })],
  ['the shipped world', real, () => ({ kind: 'point', lonLat: [105.95 + random() * 0.5, 29.2 + random() * 0.75] })],
  ['zones of the shipped world', real, () => ({ kind: 'zones', zones: [oneOf([...real.catalogue.zones.keys()]), oneOf([...real.catalogue.zones.keys()])] })],
]

describe.each(grounds)('the rules of a place, in %s', (_, world, place) => {
  it('are those a plain loop over all rules finds, hit by hit', () => {
    for (let round = 0; round < 150; round++) {
      const project = round % 4 === 0 ? [] : Array.from({ length: round % 3 }, () => oneOf([...world.catalogue.activities.keys()]))
      const question: Question = { on: oneOf(days), project }
      const answer = ask(place(), question, world)
      const expected = new Map(plainly(answer, question, world).map((one) => [one.id, one]))
      expect(answer.rules.map(({ id }) => id).toSorted()).toEqual([...expected.keys()].toSorted())
      for (const hit of answer.rules) {
        const { via, is, counts, isEnded } = expected.get(hit.id)!
        expect(hit).toMatchObject({ via, is, ...(hit.counts === 'info' ? {} : { counts }) })
        expect(hit.term === 'ended').toBe(isEnded)
      }
    }
  })
})

it('hits that are shared between answers cannot be changed', () => {
  const { rules, findings } = ask({ kind: 'zones', zones: ['red'] }, { on: '2024-06-01' }, smallWorld())
  expect(rules.every((hit) => Object.isFrozen(hit.doubts))).toBe(true)
  expect(rules.filter(({ is, term }) => is === 'inside' && term === 'in-force').every((hit) => Object.isFrozen(hit))).toBe(true)
  expect(findings.filter(({ is }) => is === 'outside').every((finding) => Object.isFrozen(finding))).toBe(true)
})
