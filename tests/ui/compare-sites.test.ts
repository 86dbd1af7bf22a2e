import { describe, expect, it } from 'vitest'
import type { Question, Subject } from '../../src/core/model'
import { compareSites } from '../../src/extract/compare-sites'
import { comparisonCsv } from '../../src/ui/compare-sites-csv'
import { compareView, onlyDifferent, type Row } from '../../src/ui/compare-sites-view'
import { pick, translator } from '../../src/ui/text'
import type { Words } from '../../src/ui/page'
import { parcelAsked, question, site as parcel, surveyedWorld } from '../extract/world'
import { chinese, english } from './words'

const world = surveyedWorld()
const words = (lang: 'zh' | 'en'): Words => ({ lang, t: translator(lang === 'zh' ? chinese : english), pick: (text) => pick(text, lang) })
const at = (lon: number, lat: number): Subject => ({ kind: 'point', lonLat: [lon, lat] })
const [IN_RED, NEAR_RED, VALLEY, ABROAD] = [at(106.12, 29.12), at(106.1398, 29.12), at(106.26, 29.26), at(107, 30)]

function viewed(subjects: readonly Subject[], asked: Question = question, lang: 'zh' | 'en' = 'zh') {
  const comparison = compareSites(subjects.map((subject, index) => ({ name: `=site ${index}`, subject })), asked, world)
  return { comparison, view: compareView(comparison, world.catalogue, words(lang), subjects.map((_, index) => `place ${index}`)) }
}

const rowsOf = ({ view }: ReturnType<typeof viewed>): Row[] => view.sections.flatMap(({ rows }) => [...rows])

describe('the comparison in words', () => {
  it('begins with the mildest site, and says at once how far that is certain', () => {
    expect(viewed([NEAR_RED, VALLEY]).view.sentences.slice(0, 2)).toEqual(['按图示，② 最宽：限制；其余：禁止。', '这还不能算确定：核实界线和情况后，次序可能改变。'])
    expect(viewed([IN_RED, VALLEY]).view.sentences.slice(0, 2)).toEqual(['按图示，② 最宽：限制；其余：禁止。', '可以确定的是：即使按最严可能，也不严于其余各处的确定结论。'])
  })

  it('tells ties as ties', () => {
    expect(viewed([IN_RED, VALLEY, at(106.27, 29.26)]).view.sentences[0]).toBe('按图示，②、③ 并列最宽：限制；其余：禁止。')
    expect(viewed([VALLEY, at(106.27, 29.26)], question, 'en').view.sentences[0]).toBe('As drawn, all sites have the same verdict: restricted.')
  })

  it('says who is left out, and that without a project there is no verdict', () => {
    expect(viewed([IN_RED, VALLEY, ABROAD]).view.sentences.at(-1)).toBe('③ 不在本区内，本区的规定不适用，不参加比较。')
    const { view } = viewed([IN_RED, VALLEY], { on: question.on })
    expect([view.sentences, view.sections.map(({ id }) => id)]).toEqual([['没有选择项目类型，只比较所在分区和规定，不判定宽严。'], expect.not.arrayContaining(['verdict', 'rules'])])
  })

  it('marks a row where the sites differ, and no other', () => {
    const rows = rowsOf(viewed([IN_RED, VALLEY]))
    const row = (key: string) => rows.find((one) => one.key === key)
    expect(row('asDrawn')).toMatchObject({ differs: true, cells: [{ word: 'prohibited' }, { word: 'restricted' }] })
    expect(row('red')).toMatchObject({ differs: true, cells: [{ main: '涉及' }, { main: '不涉及' }] })
    expect(rowsOf(viewed([VALLEY, VALLEY])).filter(({ differs }) => differs)).toEqual([])
    for (const { cells, differs, key } of rows) if (key !== 'why' && key !== 'place') expect(new Set(cells.map(({ main, word }) => `${word} ${main}`)).size > 1).toBe(differs)
  })

  it('does not call a row different because a site has no answer', () => {
    expect(rowsOf(viewed([VALLEY, ABROAD])).filter(({ differs }) => differs)).toEqual([])
  })

  it('leaves the rows that differ, in their sections', () => {
    const { view } = viewed([IN_RED, VALLEY])
    const short = onlyDifferent(view.sections)
    expect(short.flatMap(({ rows }) => rows).length).toBe(view.differing)
    expect(short.every(({ rows }) => rows.length > 0)).toBe(true)
  })

  it('tells how much of a parcel a zone takes', () => {
    const rows = rowsOf(viewed([parcelAsked(parcel), VALLEY]))
    expect(rows.find(({ key }) => key === 'red')?.cells[0]?.main).toMatch(/图示占/)
    expect(rows.find(({ key }) => key === 'size')?.cells.map(({ main }) => main)).toEqual([expect.stringMatching(/公顷|平方米/), '—'])
  })

  it.each(['zh', 'en'] as const)('leaves no placeholder open: %s', (lang) => {
    expect(JSON.stringify(viewed([IN_RED, parcelAsked(parcel), ABROAD], question, lang).view)).not.toMatch(/\{\w+\}|undefined|NaN/)
  })
})

describe('the comparison as a table', () => {
  it('has a column for each site, one line for each row, and no formulas', () => {
    const made = viewed([IN_RED, VALLEY])
    const lines = comparisonCsv(made.comparison, made.view, ['问题'], words('zh')).split('\r\n')
    expect(lines[0]).toBe('\uFEFF选址比较表')
    const head = lines.findIndex((line) => line.includes('① =site 0'))
    expect(lines.slice(head + 1, -1)).toHaveLength(made.view.rows)
    expect(lines.filter((line) => /(^|,)[=+@-]/.test(line))).toEqual([])
    expect(lines.find((line) => line.includes('按图示,,不同'))).toBe('能不能做,按图示,,不同,禁止,限制')
  })
})
