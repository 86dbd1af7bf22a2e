import { describe, expect, it } from 'vitest'
import { diffExtracts } from '../../src/extract/diff'
import { changesOf, countText, headOf, ruleSide } from '../../src/ui/compare-extracts-view'
import { extractIn, parcelAsked, site, surveyedWorld } from '../extract/world'
import { translator } from '../../src/ui/text'
import { chinese, english } from './words'

const inChinese = { lang: 'zh', t: translator(chinese) } as const
const inEnglish = { lang: 'en', t: translator(english) } as const

const world = surveyedWorld()
const before = extractIn(world)
const after = extractIn(surveyedWorld(3))

describe('two extracts side by side', () => {
  it('tells of both the day, the release, the verdict and how many rules', () => {
    const rows = headOf(before, extractIn(world, parcelAsked(site), { on: '2025-06-01' }), inChinese)
    expect(rows.map(({ from, to }) => from === to)).toEqual([false, true, false, expect.any(Boolean)])
    expect(rows[2]?.to).toBe('无')
  })

  it('has a row for each zone that differs, with what it has of the parcel', () => {
    const diff = diffExtracts(before, after)
    const rows = changesOf(diff, before.names, inEnglish)
    expect(diff.zones.length).toBeGreaterThan(0)
    expect(rows.length).toBe(diff.verdict.length + diff.measures.length + diff.zones.length)
    expect(JSON.stringify(rows)).not.toMatch(/\{\w+\}|undefined/)
  })

  it('has none where nothing differs', () => {
    expect(changesOf(diffExtracts(before, before), before.names, inChinese)).toEqual([])
  })

  it('tells words it does not know as they stand: a file may say anything', () => {
    const [rule] = before.rules
    const odd = JSON.parse(JSON.stringify({ ...rule, counts: 'maybe', decides: 'forbidden' }))
    expect(countText(odd, inEnglish)).toContain('forbidden')
    const strange = JSON.parse(JSON.stringify({ ...before, question: { ...before.question, on: 'someday' } }))
    expect(headOf(strange, before, inChinese)[0]?.from).toBe('someday')
    expect(ruleSide(odd, 'zh')).toMatchObject({ id: rule?.id, words: rule?.quote })
  })
})
