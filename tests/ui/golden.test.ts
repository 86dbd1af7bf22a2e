import { describe, expect, it } from 'vitest'
import { missesOf, runGolden, type GoldenCase } from '../../src/core/golden'
import { loadedWorld } from './fixture'

const { world } = loadedWorld()
const held: GoldenCase = {
  name: 'holds',
  question: { lonLat: [106.5, 29.55], on: '2026-11-24', project: ['building'] },
  must: ['no-building'],
  mustNot: ['abroad'],
  verdict: { certain: 'prohibited', asDrawn: 'prohibited', possible: 'prohibited' },
}

describe('a golden question', () => {
  it('holds or says what is wrong', () => {
    expect(missesOf(held, world)).toEqual([])
    expect(missesOf({ ...held, must: ['absent'], mustNot: ['no-building'], verdict: null }, world)).toEqual([
      { kind: 'missing', rules: ['absent'] },
      { kind: 'unwanted', rules: ['no-building'] },
      { kind: 'verdict', expected: '–', found: 'prohibited · prohibited · prohibited' },
    ])
  })

  it('can be asked of zones known, and is told when it cannot be asked', () => {
    expect(missesOf({ ...held, question: { zones: ['redline'], on: '2026-11-24', project: ['building'] } }, world)).toEqual([])
    expect(missesOf({ ...held, question: { zones: ['nowhere'], on: '2026-11-24' } }, world)).toMatchObject([{ kind: 'refused' }])
  })

  it('is counted', () => {
    expect(runGolden([{ theme: 'one', cases: [held, { ...held, name: 'fails', must: ['absent'] }] }], world)).toEqual({
      asked: 2,
      misses: [{ theme: 'one', name: 'fails', misses: [{ kind: 'missing', rules: ['absent'] }] }],
    })
  })
})
