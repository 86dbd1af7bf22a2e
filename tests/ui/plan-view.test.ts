import { describe, expect, it } from 'vitest'
import { loadPlanTables } from '../../seeds/plan-tables'
import { loadSeeds } from '../../seeds/load'
import { byCategory, figureOf, resultRows, sharesOf, targetRows, timelineOf, totalOf, type Course } from '../../src/ui/plan-view'
import { translator } from '../../src/ui/text'
import { chinese } from './words'

const root = process.cwd()
const [table] = loadPlanTables(root)
const source = loadSeeds(root).sources.find(({ id }) => id === table?.source)
if (table === undefined || source === undefined) throw new Error('expected a plan with tables, found none')
const { indicators, projects } = table
const targets = targetRows(indicators)
const text = (zh: string) => ({ zh, en: zh })

describe('the plan at a glance', () => {
  it('reads figures as printed', () => {
    expect(['≥310', '<[4000]', '[36.8]', 'Ⅳ类', 'III', '-', '达到市级总量控制要求', '13.92'].map((zh) => figureOf(text(zh)))).toEqual([310, 4000, 36.8, 4, 3, null, null, 13.92])
  })

  it('has the 21 indicators, 17 binding and 4 anticipatory, in five groups', () => {
    const binding = targets.filter(({ indicator }) => indicator.kind === 'binding')
    expect([targets.length, binding.length, byCategory(targets).length]).toEqual([21, 17, 5])
  })

  it('tells which way each target points', () => {
    const of = (course: Course) => targets.filter((row) => row.course === course).map(({ indicator }) => indicator.no)
    expect([of('better'), of('keep'), of('below'), of('set'), of('elsewhere')]).toEqual([[2, 4, 9], [1, 10, 11, 12, 13, 20, 21], [8, 14], [6, 19], [3, 5, 7, 15, 16, 17, 18]])
    expect(targets.filter(({ way }) => way === 'down').map(({ indicator }) => indicator.no)).toEqual([8, 9, 14])
  })

  it('puts the value in or out of the stretch where the target is met, as its course says', () => {
    for (const { scale, course } of targets.flatMap((row) => [row, ...row.parts])) {
      if (scale === null || scale.value === null) continue
      expect(scale.value >= scale.from && scale.value <= scale.to).toBe(course !== 'better')
    }
  })

  it('tells what came of the targets of the period before', () => {
    const results = resultRows(indicators)
    expect(results.length).toBe(23)
    expect(results.filter(({ result }) => result === 'missed').map(({ indicator }) => indicator.id)).toEqual(['box1-1'])
    expect(results.filter(({ result }) => result === 'unknown').map(({ indicator }) => indicator.id)).toEqual(['box1-3a', 'box1-3b'])
    expect(results.filter(({ result }) => result === 'stated').length).toBe(7)
  })

  it('has nine fields and four sources of funds that make up the whole', () => {
    const [fields, funds] = [sharesOf(projects, 'field'), sharesOf(projects, 'funding')]
    expect([fields.length, funds.length, totalOf(projects, 'count'), totalOf(projects, 'amount100MYuan')]).toEqual([9, 4, 81, 70.5])
    for (const shares of [fields, funds]) expect(shares.reduce((sum, { ofAll }) => sum + ofAll, 0)).toBeCloseTo(1, 12)
    expect(Math.max(...fields.map(({ ofLargest }) => ofLargest))).toBe(1)
  })

  it('knows that the period is over on the day after, and where the day asked stands', () => {
    expect(['2025-12-31', '2026-01-01'].map((on) => timelineOf(source, on)?.isOver)).toEqual([false, true])
    const [early, late] = ['2019-06-01', '2050-06-01'].map((on) => timelineOf(source, on)?.today ?? -1)
    expect(early).toBe(0)
    expect(late).toBeLessThan(1)
    expect(timelineOf({ ...source, term: { from: '2026-08-15' } }, '2026-11-28')).toBeNull()
  })

  it('has words for every unit', () => {
    expect([...new Set(indicators.map(({ unit }) => unit))].filter((unit) => !translator(chinese).knows(`plan.unit.${unit}`))).toEqual([])
  })
})
