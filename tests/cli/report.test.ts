import { describe, expect, it } from 'vitest'
import { columns, hanging, wrap } from '../../src/cli/layout'
import { distanceText, sigmaText } from '../../src/cli/measures'
import { readQuestion } from '../../src/cli/question'
import { report } from '../../src/cli/report'
import { ask } from '../../src/core/ask'
import type { Lang } from '../../src/formats/say'
import { place } from '../helpers/place'


function told(raw: Record<string, unknown>, lang: Lang = 'zh', width = 96): string {
  const checked = readQuestion(raw, { catalogue: place.world.catalogue, eia: place.eia, near: place.near, today: '2024-06-01' })
  if (!checked.ok) throw new Error(checked.problem.code)
  const { subject, question, read } = checked.asked
  return report({ answer: ask(subject, question, place.world), question, place, lang, width, ...(read ? { read } : {}) })
}

const labelsOf = (text: string): string[] => text.split('\n').flatMap((line) => /^(\S[^ ]*(?: [a-z]+)?) {2,}/.exec(line)?.[1] ?? [])

describe('report', () => {
  it('goes from the place to the verdict, its clauses, the zones, the rules and what is open', () => {
    expect(labelsOf(told({ lonLat: '106.30,29.75', project: ['livestock-farm'] }))).toEqual(['地点', '日期', '项目', '结论', '依据', '矛盾', '所在', '规定', '待核', '说明'])
    expect(labelsOf(told({ lonLat: '106.30,29.75', project: ['livestock-farm'], facts: { isNew: true } }, 'en'))).toEqual(['Place', 'Date', 'Project', 'Known', 'Verdict', 'Decided by', 'Conflicts', 'Standing', 'Rules', 'To verify', 'Note'])
  })

  it('gives no verdict when nobody asked to build', () => {
    expect(labelsOf(told({ lonLat: [106.3, 29.75] }))).toEqual(['地点', '日期', '所在', '规定', '待核', '说明'])
  })

  it('quotes the deciding clause verbatim with chapter and section', () => {
    const text = told({ zones: ['ecological-redline'], project: ['electroplating'], facts: { isNew: true } })
    expect(text.replace(/\n +│ /g, '')).toContain('强化生态保护红线刚性约束，严格执行国家和重庆市生态保护红线相关管控规定，严禁不符合主体功能定位的各类开发建设活动')
    expect(text).toContain('第三章第一节 · 经由 生态保护红线')
    expect(text).toContain('璧山府发〔2021〕44号')
  })

  it('names in the basis the word each rule asks for, not what it does to others', () => {
    const text = told({ zones: ['ecological-redline'], project: ['ecological-products'], facts: { isNew: true } })
    expect(text).toContain('有条件 · 红线内严禁不符合主体功能定位的开发建设')
    expect(text).not.toContain('禁止 · 红线内严禁')
  })

  it('tells the contradictions of the plan, and only where a project meets them', () => {
    const farm = { zones: ['livestock-suitable-zone'], project: ['livestock-farm'], facts: { isNew: true } }
    expect(told(farm)).toMatch(/矛盾 +· 全区原则上不再新增养殖场，又划有适养区、限养区/)
    expect(told({ ...farm, project: ['cement'] })).not.toContain('适养区、限养区')
  })

  it('says which zones are verified', () => {
    expect(told({ lonLat: [106.3, 29.75], known: { 'ecological-redline': 'inside' } })).toMatch(/生态保护红线 +已核实/)
  })

  it('never lets an unpublished zone read as a no', () => {
    expect(told({ lonLat: [106.3, 29.75] })).toMatch(/范围未公开 \d+ 个，不等于不涉及/)
  })

  it('says that the outlines are reconstructed, and not where an authority gave the zones', () => {
    expect(told({ lonLat: [106.3, 29.75] })).toContain('示意，不是法定边界')
    expect(told({ zones: ['ecological-redline'] })).not.toContain('示意，不是法定边界')
  })

  it('says so when the place is outside the district', () => {
    expect(told({ lonLat: [107.5, 29.75] }, 'en')).toContain('This place lies outside the district')
  })

  it.each([60, 80, 96])('stays within %i columns, without control characters', (width) => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = told({ lonLat: [106.2416, 29.6], project: ['livestock-farm'] }, lang, width).split('\n')
      // A closing sign may stand in the margin.
      expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width + 4)
      expect(lines.some((line) => /\p{Cc}/u.test(line))).toBe(false)
    }
  })
})

describe('layout', () => {
  it('counts Chinese characters as two columns', () => {
    expect([columns('abc'), columns('璧山a'), columns('，')]).toEqual([3, 5, 2])
  })

  it('breaks between Chinese characters and between words, never before a closing sign', () => {
    expect(wrap('一二三四五，六', 10)).toEqual(['一二三四', '五，六'])
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(hanging('一二三四', 6, 2, '·')).toEqual(['· 一二', '  三四'])
  })
})

describe('measures', () => {
  it('is never finer than the error', () => {
    expect([distanceText(-1234, 1500), distanceText(1234, 450), distanceText(87, 30), distanceText(87, 450), distanceText(12.4, 1)]).toEqual(['1 km', '1.2 km', '90 m', '100 m', '12 m'])
    expect([distanceText(40, 450), sigmaText(450), sigmaText(1500), sigmaText(37)]).toEqual(['< 100 m', '450 m', '1.5 km', '37 m'])
  })
})
