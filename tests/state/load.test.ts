import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { loadGolden, loadSearch } from '../../src/data/load-later'
import { failedZones, loadBase, loadTexts, loadWorld, type Files, type GetJson } from '../../src/data/load'
import { writtenSeeds } from '../../src/core/written-seeds'
import { data, layers, release, seeds } from '../ui/fixture'

const files: Files = { seedsUrl: '/seeds', textsUrl: '/texts', englishUrl: '/english', release, layers, urlOf: (file) => (file === 'missing.geojson' ? undefined : `/${file}`) }

/** Answers from the fixture; `broken` maps a URL to what comes instead. */
function host(broken: Record<string, unknown> = {}): { get: GetJson; asked: string[] } {
  const asked: string[] = []
  const get: GetJson = (url) => {
    asked.push(url)
    const instead = broken[url]
    if (instead instanceof Error) return Promise.reject(instead)
    if (instead !== undefined) return Promise.resolve(instead)
    return Promise.resolve(url === '/seeds' ? writtenSeeds(seeds) : data[url.slice(1).replace('.geojson', '')])
  }
  return { get, asked }
}

describe('reading words and places', () => {
  it('reads what answers first, the rest after', async () => {
    const { get, asked } = host()
    const loaded = await loadWorld(files, get)
    expect(asked).toEqual(['/seeds', '/district.geojson', '/redline.geojson', '/zones.geojson', '/seats.geojson'])
    const all = await loadBase(loaded, files, get)
    expect(Object.keys(all.data).sort()).toEqual(['district', 'redline', 'relief', 'seats', 'zones'])
    expect(all.world).toBe(loaded.world)
  })

  it.each([
    ['a host that fails', new Error('HTTP 500'), 'redline.geojson: HTTP 500'],
    ['a page instead of a layer', '<html>', 'redline.geojson: expected a FeatureCollection, found string'],
    ['another kind of JSON', { type: 'Feature' }, 'redline.geojson: expected a FeatureCollection, found Feature'],
  ])('takes %s for a failed check, never for "not here"', async (_, instead, why) => {
    const loaded = await loadWorld(files, host({ '/redline.geojson': instead }).get)
    const answer = ask({ kind: 'point', lonLat: [106.5, 29.55] }, { on: '2026-11-24' }, loaded.world)
    expect(loaded.failed).toEqual({ redline: why })
    expect(answer.findings.find(({ zone }) => zone === 'redline')).toMatchObject({ is: 'failed', why })
    expect(answer.findings.find(({ zone }) => zone === 'north')).toMatchObject({ is: 'inside' })
  })

  it('knows a file that the build does not hold', async () => {
    const lost = layers.map((layer) => (layer.id === 'zones' ? { ...layer, file: 'missing.geojson' } : layer))
    const { failed } = await loadWorld({ ...files, layers: lost }, host().get)
    expect(failed).toEqual({ zones: 'missing.geojson: expected in this build, not found' })
  })

  it('keeps answering when only the ground of the map is lost', async () => {
    const { get } = host({ '/relief.geojson': new Error('HTTP 404') })
    const all = await loadBase(await loadWorld(files, get), files, get)
    expect(all.failed).toEqual({ relief: 'relief.geojson: HTTP 404' })
    expect(failedZones(layers, all.failed)).toEqual({})
  })

  it.each([
    ['no answer', new Error('HTTP 500'), /HTTP 500/],
    ['something else', [], /expected lists of zones, activities/],
    ['half of it', { ...seeds, offices: undefined }, /found no offices/],
  ])('says so when the rules are not to be had: %s', async (_, instead, message) => {
    await expect(loadWorld(files, host({ '/seeds': instead }).get)).rejects.toThrow(message)
  })
})

describe('the words of the rules', () => {
  it('come as a record by rule id', async () => {
    expect(await loadTexts(files, async () => ({ one: { paragraph: 'x' } }))).toEqual({ one: { paragraph: 'x' } })
  })

  it('are refused when they are something else', async () => {
    await expect(loadTexts(files, async () => 'no')).rejects.toThrow('expected the words of the rules by id, found string')
  })
})

describe('what is read later', () => {
  it('is taken as it is when it has the right shape', async () => {
    expect(await loadSearch('/search', async () => ({ activities: {}, items: [], names: {} }))).toEqual({ activities: {}, items: [], names: {} })
    expect(await loadGolden('/golden', async () => [])).toEqual([])
  })

  it('is refused when it is something else', async () => {
    await expect(loadSearch('/search', async () => ({ activities: {} }))).rejects.toThrow('expected activities, items and names')
    await expect(loadGolden('/golden', async () => '<html>')).rejects.toThrow('expected lists of golden questions, found string')
  })
})
