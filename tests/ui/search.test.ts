import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadEia } from '../../seeds/load-eia'
import { loadSeeds } from '../../seeds/load'
import { searchWords } from '../../seeds/search-words'
import { compileCatalogue } from '../../src/core/catalogue'
import type { Loaded } from '../../src/core/model'
import { textsOf } from '../../src/core/rule-text'
import { buildZoneIndex } from '../../src/core/zone-index'
import { namedIn, search } from '../../src/ui/search-find'
import { data, layers } from '../map/fixtures'

const root = process.cwd()
const seeds = loadSeeds(root)
const site = JSON.parse(readFileSync(`${root}/geodata/site.json`, 'utf8')) as { seats: string; bbox: [number, number, number, number] }
const loaded: Loaded = { world: { catalogue: compileCatalogue(seeds), index: buildZoneIndex([]), release: { data: '', rules: '', engine: '' } }, layers, data, failed: {} }
const drawn = Object.values(data).flatMap(({ features }) => features.flatMap(({ properties }) => (typeof properties?.['name']?.zh === 'string' ? [properties['name'].zh as string] : [])))
const words = searchWords(seeds.activities, loadEia(root).items, [...drawn, ...seeds.zones.flatMap(({ name, aliases = [] }) => [name.zh, ...aliases])])
const named = namedIn(loaded, site.seats, words, textsOf(seeds))
const found = (text: string) => search(text, named, site.bbox).found.map((one) => one.id)

describe('one box finds', () => {
  it.each([
    ['八塘', 'place-town-batang'],
    ['batang', 'place-town-batang'],
    ['bt', 'place-town-batang'],
    ['Batang', 'place-town-batang'],
    ['缙云山', 'zone-jinyunshan'],
    ['jinyun', 'zone-jinyunshan'],
    ['生态保护红线', 'zone-ecological-redline'],
    ['sthx', 'zone-ecological-redline'],
    ['电镀', 'project-electroplating'],
    ['diandu', 'project-electroplating'],
    ['electroplating', 'project-electroplating'],
  ])('%s: %s', (text, id) => {
    expect(found(text)).toContain(id)
  })

  it('rules by the words of the plan, and by title in both languages', () => {
    const { rule } = [...loaded.world.catalogue.rules.values()].find(({ rule: one }) => one.id === 'eco-redline-prohibit') ?? { rule: null }
    expect(rule).not.toBeNull()
    expect(found(rule?.title.zh ?? '')).toContain('rule-eco-redline-prohibit')
    expect(found(rule?.title.en ?? '')).toContain('rule-eco-redline-prohibit')
    const quote = textsOf(seeds)['eco-redline-prohibit']?.quote?.text ?? ''
    expect(found(quote.slice(0, 14))).toContain('rule-eco-redline-prohibit')
  })

  it('zones by their own names, drawn or not', () => {
    const missing = seeds.zones.filter((_, index) => index % 3 === 0).filter(({ name }) => !search(name.zh, named, site.bbox).found.some((one) => one.id.startsWith('zone-') || one.id.startsWith('place-')))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('nothing for noise, and puts coordinates first', () => {
    expect(found('qqxxzz')).toEqual([])
    expect(found('106.3, 29.75')[0]).toMatch(/^point-/)
  })
})
