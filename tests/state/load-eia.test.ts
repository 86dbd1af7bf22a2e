import { describe, expect, it } from 'vitest'
import { loadWorld } from '../../src/cli/world'
import { loadEia } from '../../src/data/load-eia'
import { root, seeds } from '../helpers/eia'

const { catalogue } = loadWorld(root)
const load = (json: unknown) => loadEia('eia.json', catalogue, () => Promise.resolve(structuredClone(json)))

describe('the EIA catalogue', () => {
  it('is compiled against the rules', async () => {
    const eia = await load(seeds)
    expect([eia.items.size, eia.itemsByActivity.get('livestock-farm')?.map(({ no }) => no)]).toEqual([173, [3]])
  })

  it.each([
    [null, 'expected lists of items, areas, facts in the EIA catalogue, found no items, areas, facts'],
    [{ ...seeds, areas: {} }, 'expected lists of items, areas, facts in the EIA catalogue, found no areas'],
    [{ ...seeds, areas: [] }, 'Expected a sensitive area that exists in EIA item 1, found "national-park". Correct the id or add the sensitive area.'],
  ])('is refused when it is not whole: %#', async (json, said) => {
    await expect(load(json)).rejects.toThrow(said)
  })
})
