import { describe, expect, it } from 'vitest'
import { glossaryProblems } from '../../seeds/check/glossary'
import { sentence } from '../../seeds/check/problem'
import { loadGlossary } from '../../seeds/glossary'
import type { GlossaryTerm } from '../../src/core/seed-types'
import { loadGlossary as loadFrom } from '../../src/data/load-later'
import { first, pick, root } from './broken'

const glossary = loadGlossary(root)

function complaints(spoil: (copy: GlossaryTerm[]) => void): string[] {
  const copy = structuredClone(glossary)
  spoil(copy)
  return glossaryProblems(copy).map(sentence)
}

describe('check:seeds, the glossary', () => {
  it('has nothing to say about it as it is', () => {
    expect(complaints(() => undefined)).toEqual([])
  })

  it.each<[string, (copy: GlossaryTerm[]) => void, string]>([
    ['a meaning is missing', (copy) => void Reflect.deleteProperty(pick(copy, 'sigma'), 'means'), 'seeds/glossary.json · sigma · expected the record to have means · found none · see glossary.schema.json'],
    ['a language is missing', (copy) => void (pick(copy, 'sigma').means.zh = 'Error of a line'), 'seeds/glossary.json · sigma · expected means.zh in Chinese · found "Error of a line" · write it in plain Chinese'],
    ['a word has two meanings', (copy) => void pick(copy, 'to-verify').words.zh.push('示意'), 'seeds/glossary.json · to-verify · expected words of its own · found "示意", also of outline-sketch · give the word to one entry'],
    ['an entry stands twice', (copy) => void copy.push({ ...first(copy), words: { zh: ['另一个'], en: ['another'] } }), 'seeds/glossary.json · outline-sketch · expected words of its own · found "outline-sketch", also of outline-sketch · give the word to one entry'],
  ])('%s', (_, spoil, said) => {
    expect(complaints(spoil)).toEqual([said])
  })
})

describe('the file of the glossary', () => {
  const get = (json: unknown) => () => Promise.resolve(json)

  it('is taken as it is', async () => {
    expect(await loadFrom('glossary.json', get(glossary))).toEqual(glossary)
  })

  it.each([null, {}, 'x', [1], [{ id: 'a' }]])('is refused where it is something else: %j', async (json) => {
    await expect(loadFrom('glossary.json', get(json))).rejects.toThrow('expected terms and what they mean, found something else')
  })
})
