import { describe, expect, it } from 'vitest'
import { loadPlanTables } from '../../src/data/load-later'

const get = (json: unknown) => () => Promise.resolve(json)

describe('the tables of the plans', () => {
  it('are taken as they are', async () => {
    const tables = [{ source: 'plan', indicators: [], projects: [] }]
    expect(await loadPlanTables('plan.json', get(tables))).toEqual(tables)
  })

  it.each([null, {}, 'x', [1], [{ indicators: [] }]])('are refused where they are something else: %j', async (json) => {
    await expect(loadPlanTables('plan.json', get(json))).rejects.toThrow('expected the tables of the plans, found something else')
  })
})
