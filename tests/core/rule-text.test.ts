import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSeeds } from '../../seeds/load'
import { ask } from '../../src/core/ask'
import { compileCatalogue, type Seeds } from '../../src/core/catalogue'
import { textsOf, withoutTexts } from '../../src/core/rule-text'
import { buildZoneIndex } from '../../src/core/zone-index'

const seeds = loadSeeds(join(import.meta.dirname, '..', '..'))
const release = { data: '', rules: '', engine: '' }

const answer = (from: Seeds, zones: string[]) =>
  ask({ kind: 'zones', zones }, { on: '2024-06-01', project: ['electroplating'] }, { catalogue: compileCatalogue(from), index: buildZoneIndex([]), release })

describe('seeds without the words of the rules', () => {
  it('give the same answers', () => {
    for (const zones of [[], ['ecological-redline'], ['outside-hightech-zone', 'no-burn-zone']]) expect(answer(withoutTexts(seeds), zones)).toEqual(answer(seeds, zones))
  })

  it('leave every word in the texts', () => {
    const rules = seeds.sources.flatMap((source) => source.rules).flatMap((file) => file.rules)
    const texts = textsOf(seeds)
    expect(Object.keys(texts)).toHaveLength(rules.length)
    for (const { id, quote, also, note, wording } of rules) expect(texts[id]).toMatchObject(JSON.parse(JSON.stringify({ quote, also, note, wording })))
  })
})
