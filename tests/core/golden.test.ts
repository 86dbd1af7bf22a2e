/** Golden questions: what an expert would ask, answered as the documents say. `open/` keeps those that are right but not met yet. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadGolden } from '../../seeds/golden'
import { missesOf, type GoldenCase } from '../../src/core/golden'
import { place } from '../helpers/place'

const ROOT = join(import.meta.dirname, '../..')

const files = loadGolden(ROOT)
const cases = files.flatMap(({ theme, cases: all }) => all.map((one) => [`${theme} · ${one.name}`, one] as const))
const { world } = place

describe('golden questions', () => {
  it('are at least 400', () => expect(cases.length).toBeGreaterThanOrEqual(400))

  it('have names of their own', () => expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length))

  it('come from folders too, but never from open/', () => {
    const themes = files.map(({ theme }) => theme)
    expect(themes).toContain('drinking-water/reservoirs')
    expect(themes).toContain('statutes-air')
    expect(themes.filter((theme) => theme.startsWith('open'))).toEqual([])
    expect(loadGolden(mkdtempSync(join(tmpdir(), 'golden-')))).toEqual([])
  })

  it.each(cases)('%s', (_, one) => expect(missesOf(one, world)).toEqual([]))

  it('miss where a fact that had to be asked is not', () => {
    const sure: GoldenCase = { name: 'sure', question: { zones: ['district'], on: '2024-06-01', project: ['straw-burning'] }, needs: ['isNew', 'workKind'] }
    expect(missesOf(sure, world)).toMatchObject([{ kind: 'verdict', expected: 'isNew? workKind?' }])
  })
})
