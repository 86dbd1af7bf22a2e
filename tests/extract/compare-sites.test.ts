import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import type { Answer, Subject, Verdict, VerdictWord } from '../../src/core/model'
import { rankOf, VERDICTS } from '../../src/core/verdict'
import { answerOf, compareSites, mildestOf, type SiteAnswer } from '../../src/extract/compare-sites'
import { comparisonJson } from '../../src/extract/compare-sites-file'
import { smallWorld } from '../core/fixture'
import { parcelAsked, question, site as parcel, surveyedWorld } from './world'

const world = surveyedWorld()
const at = (lon: number, lat: number): Subject => ({ kind: 'point', lonLat: [lon, lat] })
const [IN_RED, VALLEY, ABROAD] = [at(106.12, 29.12), at(106.26, 29.26), at(107, 30)]
const sitesOf = (...subjects: Subject[]) => subjects.map((subject, index) => ({ name: `site ${index}`, subject }))
const compared = (...subjects: Subject[]) => compareSites(sitesOf(...subjects), question, world)

describe('sites side by side', () => {
  it('have the very answers that each has alone', () => {
    const { sites } = compared(IN_RED, VALLEY, parcelAsked(parcel))
    expect(sites.map(answerOf)).toEqual([IN_RED, VALLEY, parcelAsked(parcel)].map((subject) => ask(subject, question, world)))
  })

  it('leave what was verified for one place out', () => {
    const known = { red: 'inside' } as const
    expect(compareSites(sitesOf(VALLEY, IN_RED), { ...question, known }, world).sites).toEqual(compared(VALLEY, IN_RED).sites)
  })

  it('put a site beyond the district aside: that no rule speaks there makes it not the mildest', () => {
    const { sites, mildest, zones } = compared(IN_RED, ABROAD)
    expect([sites[1]?.state, mildest.kind]).toEqual(['outside', 'none'])
    expect(zones.every(({ findings }) => findings[1] === undefined)).toBe(true)
  })

  it('tell a parcel that cannot be measured, and one that waits for what measures it', () => {
    const bad = parcelAsked({ name: '', geometry: { type: 'Polygon', coordinates: [[[106.1, 29.1], [106.1, 29.1], [106.1, 29.1], [106.1, 29.1]]] } })
    expect(compared(VALLEY, bad).sites[1]).toMatchObject({ state: 'refused', why: expect.stringContaining('xpected') })
    expect(compareSites(sitesOf(parcelAsked(parcel)), question, smallWorld()).sites[0]?.state).toBe('waiting')
  })

  it('have a row for every deciding rule of each, and how it counts at the others', () => {
    const { rules, sites } = compared(IN_RED, VALLEY)
    const deciding = sites.flatMap((one) => answerOf(one)?.verdict?.decidedBy ?? [])
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(deciding))
    const red = rules.find(({ id }) => id === 'red-new')
    expect(red?.hits.map((hit) => hit?.counts)).toEqual(['certain', undefined])
    const ranks = rules.map(({ hits }) => Math.max(...hits.map((hit) => rankOf(hit?.decides))))
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  })

  it('have a row for each zone that may hold somewhere; the others only by their nearest line', () => {
    const { zones, derived, nearest } = compared(IN_RED, VALLEY)
    expect(zones.find(({ zone }) => zone.id === 'red')?.findings.map((finding) => finding?.is)).toEqual(['inside', 'outside'])
    const ids = [zones, derived, nearest].map((rows) => rows.map(({ zone }) => zone.id))
    expect(ids.flat()).not.toContain('district')
    expect(new Set(ids.flat()).size).toBe(ids.flat().length)
    expect(nearest.length).toBeGreaterThan(0)
  })

  it('without a project list the rules of the zones and give no verdict', () => {
    const { mildest, rules } = compareSites(sitesOf(IN_RED, VALLEY), { on: question.on }, world)
    expect([mildest.kind, rules.some(({ id }) => id === 'red-new')]).toEqual(['none', true])
  })

  it('become the same bytes each time', () => {
    const text = comparisonJson(compared(IN_RED, parcelAsked(parcel), ABROAD))
    expect(text).toBe(comparisonJson(compared(IN_RED, parcelAsked(parcel), ABROAD)))
    const read = JSON.parse(text)
    expect([read.schema, read.sites.length, read.sites[2].state, read.question.on]).toEqual(['one-map-comparison/1', 3, 'outside', question.on])
  })
})

const verdict = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((ranks): Verdict => {
  const [certain, asDrawn, possible] = ranks.toSorted().map((rank): VerdictWord => VERDICTS[rank] ?? 'prohibited')
  return { certain: certain ?? 'prohibited', asDrawn: asDrawn ?? 'prohibited', possible: possible ?? 'prohibited', decidedBy: [] }
})
const ANSWER: Omit<Answer, 'verdict'> = { subject: VALLEY, on: '', release: world.release, findings: [], rules: [], toVerify: [], conflicts: [] }
const answered = (one: Verdict): SiteAnswer => ({ name: '', subject: VALLEY, state: 'answered', answer: { ...ANSWER, verdict: one } })

describe('the mildest site', () => {
  it('is never claimed beyond what the intervals bear, whatever the truth within them', () => {
    fc.assert(fc.property(fc.array(verdict, { minLength: 2, maxLength: 4 }), (verdicts) => {
      const found = mildestOf(verdicts.map(answered))
      const drawn = verdicts.map(({ asDrawn }) => rankOf(asDrawn))
      if (found.kind === 'none') throw new Error('expected a comparison of two or more')
      expect(found.sites).toEqual(drawn.flatMap((rank, site) => (rank === Math.min(...drawn) ? [site] : [])))
      if (found.kind === 'same' && found.isSure) expect(new Set(verdicts.flatMap(({ certain, possible }) => [certain, possible])).size).toBe(1)
      if (found.kind !== 'some' || found.surely === 'open') return
      const others = verdicts.filter((_, site) => !found.sites.includes(site))
      const worst = Math.max(...found.sites.map((site) => rankOf(verdicts[site]?.possible)))
      const best = Math.min(...others.map(({ certain }) => rankOf(certain)))
      expect(found.surely === 'milder' ? worst < best : worst === best).toBe(true)
    }))
  })

  it.each([
    [[[0, 0, 0], [3, 3, 3]], 'milder'],
    [[[0, 1, 1], [1, 2, 3]], 'notStricter'],
    [[[0, 1, 3], [1, 2, 3]], 'open'],
  ] as const)('%j is %s', (ranks, surely) => {
    const word = (rank: number): VerdictWord => VERDICTS[rank] ?? 'prohibited'
    const sites = ranks.map(([certain, asDrawn, possible]) => answered({ certain: word(certain), asDrawn: word(asDrawn), possible: word(possible), decidedBy: [] }))
    expect(mildestOf(sites)).toMatchObject({ kind: 'some', sites: [0], surely })
  })
})
