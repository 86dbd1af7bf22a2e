import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments'
import { withEia } from '../../src/cli/eia'
import { readQuestion, type Raw } from '../../src/cli/question'
import { report } from '../../src/cli/report'
import { sentence } from '../../src/cli/sentence'
import { ask } from '../../src/core/ask'
import type { Lang } from '../../src/formats/say'
import { place } from '../helpers/place'

const read = (raw: Raw) => readQuestion(raw, { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2024-06-01' })

function answered(raw: Raw) {
  const checked = read(raw)
  if (!checked.ok) throw new Error(sentence(checked.problem, 'en'))
  const { subject, question, eia } = checked.asked
  return { question, answer: withEia(ask(subject, question, place.world), eia, place.eia) }
}

const told = (raw: Raw, lang: Lang = 'zh') => report({ ...answered(raw), place, lang, width: 96 })
const refused = (raw: Raw) => {
  const checked = read(raw)
  return checked.ok ? null : sentence(checked.problem, 'en')
}

describe('--eia', () => {
  it('is read from the words of the command', () => {
    expect(readArguments(['106.3,29.75', '--eia', '3'])).toMatchObject({ do: 'ask', raw: { eia: '3' } })
  })

  it('adds the class to the answer, by zones known from an authority', () => {
    const at = (zones: string[]) => answered({ zones, eia: 1 }).answer.eia
    expect(at(['ecological-redline'])).toMatchObject({ item: 1, certain: 'table', asDrawn: ['table'], possible: 'table', missing: [] })
    expect(at([])).toMatchObject({ certain: 'registration', asDrawn: ['registration'], possible: 'table' })
    expect(answered({ zones: [] }).answer.eia).toBeUndefined()
  })

  it('takes the facts of the item, and asks the rules with theirs alone', () => {
    const { question, answer } = answered({ zones: [], eia: '3', facts: { isNew: true, pigsSoldPerYear: 5000 } })
    expect(question.facts).toEqual({ isNew: true })
    expect(answer.eia).toMatchObject({ item: 3, among: ['report'] })
  })

  it.each([
    [{ zones: [], eia: 174 }, 'Expected the number of an item of the EIA catalogue, 1 to 173, found 174. Write it as 3.'],
    [{ zones: [], eia: [3] }, 'Expected the number of an item of the EIA catalogue, 1 to 173, found [3]. Write it as 3.'],
    [{ zones: [], eia: '' }, 'Expected the number of an item of the EIA catalogue, 1 to 173, found "". Write it as 3.'],
  ])('%j: %s', (raw, said) => {
    expect(refused(raw)).toBe(said)
  })

  it('checks its facts, and knows them only beside an item', () => {
    expect(refused({ zones: [], eia: 3, facts: { pigsSoldPerYear: 'many' } })).toContain('Expected a number for pigsSoldPerYear')
    expect(refused({ zones: [], facts: { pigsSoldPerYear: 3 } })).toContain('pigsSoldPerYear')
  })

  it('prints item, class, clause, what is missing and the edition', () => {
    const text = told({ lonLat: [106.3, 29.75], eia: 1 }).replaceAll(/\n +/g, '')
    for (const part of ['名录第 1 项', '按图示 环境影响报告表', '至少 环境影响登记表 · 最严可能 环境影响报告表', '│ 涉及环境敏感区的', 'eiaAreaRedline', '修订草案已公开征求意见', '请核对']) expect(text).toContain(part)
    expect(told({ zones: [], eia: 3, facts: { pigsSoldPerYear: 5000 } }, 'en')).toMatch(/EIA +item 3 .*\n +EIA report\n/)
  })
})
