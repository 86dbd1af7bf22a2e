import { describe, expect, it } from 'vitest'
import { loadGlossary } from '../../seeds/glossary'
import type { GlossaryTerm } from '../../src/core/seed-types'
import { finderOf, piecesOf, withMarks } from '../../src/ui/terms-find'
import { chinese as zh } from './words'

const term = (id: string, zh: string[], en: string[]): GlossaryTerm => ({ id, words: { zh, en }, means: { zh: '意思', en: 'meaning' } })
const TERMS = [term('screens', ['两屏'], ['two screens']), term('pattern', ['两屏三带'], ['two screens, three belts']), term('mu', ['亩'], ['mu'])]
const found = (text: string, lang: 'zh' | 'en') => piecesOf(text, finderOf(TERMS, lang)).map((piece) => (typeof piece === 'string' ? piece : `[${piece.word}=${piece.term.id}]`))

describe('terms in a text', () => {
  it.each([
    ['守住两屏三带。', ['守住', '[两屏三带=pattern]', '。']],
    ['两屏和两屏', ['[两屏=screens]', '和两屏']],
    ['没有', ['没有']],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(found(text, 'zh')).toEqual(pieces)
  })

  it('are whole words in English, in any case', () => {
    expect(found('Two screens; museum, 3 mu', 'en')).toEqual(['[Two screens=screens]', '; museum, 3 ', '[mu=mu]'])
  })

  it('are none where there is no glossary', () => {
    expect(piecesOf('两屏', finderOf([], 'zh'))).toEqual(['两屏'])
  })
})

describe('marks behind a term', () => {
  const kept = (text: string) => withMarks(piecesOf(text, finderOf(TERMS, 'zh'))).map(({ piece, mark }) => (typeof piece === 'string' ? piece : `[${piece.word}]${mark}`))

  it.each([
    ['守住“两屏三带”；3 亩，', ['守住“', '[两屏三带]”；', '3 ', '[亩]，']],
    ['两屏。', ['[两屏]。']],
    ['两屏和“亩', ['[两屏]', '和“', '[亩]']],
    ['；没有。', ['；没有。']],
  ])('stay with it: %s', (text, pieces) => {
    expect(kept(text)).toEqual(pieces)
    expect(kept(text).join('').replaceAll(/[[\]]/g, '')).toBe(text)
  })
})

describe('the glossary of the project', () => {
  const finder = finderOf(loadGlossary(process.cwd()), 'zh')

  it.each(['生态保护红线', '管控分区', '优先保护单元', '重点管控单元', '一般管控单元', '1 倍标准差', '示意', '待核', '三线一单', '两屏三带'])('explains %s', (word) => {
    expect(piecesOf(word, finder)).toEqual([expect.objectContaining({ word })])
  })

  it('explains the words in which the page says how sure it is', () => {
    for (const text of [zh['is.likely'], zh['is.unmapped'], zh['is.failed'], zh['is.envelope'], zh['layers.sketch'], zh['layers.sigma'], zh['verdict.confidence.line'], zh['verdict.headline']])
      expect([text, piecesOf(text, finder).some((piece) => typeof piece !== 'string')]).toEqual([text, true])
  })
})
