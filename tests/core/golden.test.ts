/** Golden questions: what an expert would ask, answered as the documents say. `open/` keeps those that are right but not met yet. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadWorld } from '../../src/cli/world'
import { ask } from '../../src/core/ask'
import { missesOf, type GoldenCase } from '../../src/core/golden'

/** A golden case; `needs`: facts, as parameter names, that the answer must ask to verify. */
interface Case extends GoldenCase {
  needs?: readonly string[]
}

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'tests/cases/golden')

const isRun = (file: string) => file.endsWith('.json') && !/^open[/\\]/.test(file)
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(isRun).sort()
const casesIn = (file: string): Case[] => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
const cases = files.flatMap((file) => casesIn(file).map((one) => [`${file.replace(/\.json$/, '')} · ${one.name}`, one] as const))
const world = loadWorld(ROOT)

function factsAsked({ question: { lonLat, zones, ...question } }: Case): string[] {
  const { toVerify } = ask(lonLat === undefined ? { kind: 'zones', zones: zones ?? [] } : { kind: 'point', lonLat }, question, world)
  return toVerify.flatMap((one) => (one.kind === 'fact' ? [one.param] : []))
}

describe('golden questions', () => {
  it('are at least 120', () => expect(cases.length).toBeGreaterThanOrEqual(120))

  it('have names of their own', () => expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length))

  it.each(cases)('%s', (_, one) => {
    expect(missesOf(one, world)).toEqual([])
    if (one.needs) expect(factsAsked(one)).toEqual(expect.arrayContaining([...one.needs]))
  })
})
