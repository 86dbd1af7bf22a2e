import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import type { Answer, Finding, Parcel, World } from '../../src/core/model'
import { loadOverlay } from '../../src/data/load-overlay'
import { answerView, summaryOf } from '../../src/ui/answer-view'
import { nearestByGroup, nearLines, touchedBy } from '../../src/ui/parcel-near-view'
import { isExact, sideOf, takingOf } from '../../src/ui/parcel-overlap-view'
import { square } from '../state/parcels'
import { loadedWorld } from './fixture'

let world: World
beforeAll(async () => void (world = { ...loadedWorld().world, overlay: await loadOverlay(loadedWorld()) }))

const askOf = (parcel: Parcel): Answer => ask({ kind: 'parcel', parcel }, { on: '2026-11-24' }, world)
const findingOf = (answer: Answer, zone: string): Finding => answer.findings.find((finding) => finding.zone === zone)!
const line = (from: [number, number], to: [number, number]): Parcel => ({ name: '', geometry: { type: 'LineString', coordinates: [from, to] } })

describe('how much of a parcel a zone takes', () => {
  it('is all, part or none; within the error or beyond it', () => {
    const inside = findingOf(askOf(square([106.49, 29.49], 0.02)), 'redline')
    expect([takingOf(inside), isExact(inside), sideOf(inside)]).toEqual(['all', true, 'in'])
    const across = findingOf(askOf(square([106.59, 29.49], 0.02)), 'redline')
    expect([takingOf(across), isExact(across), sideOf(across)]).toEqual(['part', false, 'meets'])
    const beside = findingOf(askOf(square([106.61, 29.49], 0.005)), 'redline')
    expect([takingOf(beside), sideOf(beside), beside.is]).toEqual(['none', 'out', 'possible'])
    const away = findingOf(askOf(square([106.8, 29.2])), 'redline')
    expect([takingOf(away), isExact(away), sideOf(away)]).toEqual([null, false, 'out'])
  })

  it('is only somewhere in an envelope', () => {
    const ring = findingOf(askOf(square([106.14, 29.14])), 'ring')
    expect([takingOf(ring), sideOf(ring)]).toEqual(['somewhere', null])
  })

  it('may be a sliver', () => {
    const sliver: Finding = { zone: 'x', is: 'possible', distanceM: 0, sigmaM: 10, overlap: { areaM2: { min: 0, drawn: 0.5, max: 9 }, share: { min: 0, drawn: 0.01, max: 0.2 }, sliver: true } }
    expect([takingOf(sliver), sideOf(sliver)]).toEqual(['sliver', 'meets'])
  })

  it('is a length for a line', () => {
    const along = findingOf(askOf(line([106.55, 29.55], [106.65, 29.55])), 'redline')
    expect([takingOf(along), along.overlap?.lengthM !== undefined, along.overlap?.areaM2]).toEqual(['part', true, undefined])
  })

  it('knows how near an axis is', () => {
    expect([sideOf({ zone: 'x', is: 'possible', kind: 'axis', distanceM: 0, sigmaM: 9 }), sideOf({ zone: 'x', is: 'possible', kind: 'axis', distanceM: 5, sigmaM: 9 })]).toEqual(['axisMeets', 'axisOut'])
  })
})

describe('an answer for a parcel', () => {
  it('is sorted like that for a place', () => {
    const answer = askOf(square([106.49, 29.52]))
    expect(summaryOf(answerView(answer, world.catalogue))).toEqual({ inside: 3, check: 0, rules: 3 })
  })
})

describe('what lies around a parcel', () => {
  const linesOf = (parcel: Parcel) => nearLines(world.overlay!.near(parcel, 1e5), askOf(parcel).findings, world.catalogue)

  it('is told nearest first, without the district', () => {
    const lines = linesOf(square([106.7, 29.45], 0.01))
    expect(lines.map(({ zone, isEnvelope }) => [zone.id, isEnvelope])).toEqual([['north', false], ['redline', false], ['ring', true]])
    expect(lines[0]?.distanceM).toBeGreaterThan(4000)
  })

  it('is the nearest of each kind', () => {
    const lines = linesOf(square([106.7, 29.45], 0.01))
    expect(nearestByGroup(lines, ['ecological-redline', 'other']).map(({ group, line: { zone } }) => [group, zone.id])).toEqual([['other', 'north']])
  })

  it('is touched by a ring, or may be', () => {
    const lines = linesOf(square([106.7, 29.45], 0.01))
    const ids = (ringM: number) => [touchedBy(lines, ringM).touched, touchedBy(lines, ringM).maybe].map((some) => some.map(({ zone }) => zone.id))
    expect(ids(50)).toEqual([[], []])
    expect(ids(5000)).toEqual([['north'], []])
    expect(ids(8000)).toEqual([['north'], ['redline']])
    expect(ids(90_000)).toEqual([['north', 'redline'], ['ring']])
  })
})
