import { describe, expect, it } from 'vitest'
import { ROW_GROUPS, type BatchRow, type BatchState, type RowAnswer, type RowGroup } from '../../src/core/batch-types'
import { ariaSort, columnsOf, fromWithin, groupsOf, pageWith, sortedBy, START_QUERY, wordOf } from '../../src/ui/batch-view'

const counts = (some: Partial<Record<RowGroup, number>>): BatchState['counts'] => ({ ...START_COUNTS, ...some })
const START_COUNTS = { prohibited: 0, restricted: 0, conditional: 0, 'no-specific-rule': 0, answered: 0, beyond: 0, problem: 0, open: 0 }
const state = (more: Partial<BatchState> = {}): BatchState => ({ name: 'a', phase: 'done', why: null, reading: null, others: [], notes: [], rows: 3, done: 3, counts: START_COUNTS, question: { on: '2024-01-01', project: ['x'] }, columns: [], keeping: 'kept', turn: 1, ...more })
const answer: RowAnswer = { verdict: { certain: 'conditional', asDrawn: 'restricted', possible: 'prohibited' }, decidedBy: [], zones: [], possibleZones: [], rules: 0, toVerify: 0, district: 'inside' }
const row = (more: Partial<RowAnswer>): BatchRow => ({ at: 0, no: 2, name: '', lonLat: null, answer: { ...answer, ...more }, problem: null, cells: [] })

describe('the table of a batch', () => {
  it('sorts names and places upwards first, verdicts and numbers downwards, and turns round on the second click', () => {
    const byName = sortedBy({ ...START_QUERY, from: 200 }, 'name')
    expect([byName.down, byName.from]).toEqual([false, 0])
    expect(sortedBy(byName, 'name').down).toBe(true)
    const byVerdict = sortedBy(byName, 'asDrawn')
    expect(ariaSort(byVerdict, 'asDrawn')).toBe('descending')
    expect([ariaSort(byVerdict, 'name'), ariaSort(byVerdict, 'decidedBy')]).toEqual(['none', 'none'])
  })

  it('turns to the page of a row, and back to the last there is', () => {
    expect(pageWith(START_QUERY, 250).from).toBe(200)
    expect(fromWithin({ ...START_QUERY, from: 900 }, 250)).toBe(200)
    expect(fromWithin({ ...START_QUERY, from: 900 }, 0)).toBe(0)
  })

  it('has columns of verdicts only where a project was asked about', () => {
    expect(columnsOf(state())).toContain('asDrawn')
    expect(columnsOf(state({ question: { on: '2024-01-01' } }))).not.toContain('asDrawn')
  })

  it('offers the groups that have rows, in one order, and keeps the one chosen', () => {
    expect(groupsOf(state({ counts: counts({ problem: 1, prohibited: 2 }) }), 'conditional')).toEqual(['prohibited', 'conditional', 'problem'])
    expect(ROW_GROUPS.length).toBe(8)
  })

  it('gives no verdict of the district to what lies outside it', () => {
    expect(wordOf(row({}), 'possible')).toBe('prohibited')
    expect(wordOf(row({ district: 'outside' }), 'asDrawn')).toBeNull()
  })
})
