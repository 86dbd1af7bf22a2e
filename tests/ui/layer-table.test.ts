import { describe, expect, it } from 'vitest'
import { ask } from '../../src/core/ask'
import { provenanceOf } from '../../src/core/provenance'
import { digitsOf, tableRows } from '../../src/ui/layer-table-view'
import { loadedWorld } from './fixture'

describe('the table of a layer', () => {
  const loaded = loadedWorld()
  const provenance = Object.fromEntries(Object.entries(loaded.data).map(([layer, collection]) => [layer, provenanceOf(collection)]))

  it('says of each shape that is drawn what the map shows', () => {
    const [row, ...more] = tableRows('redline', loaded, provenance)
    expect(more).toEqual([])
    expect(row).toMatchObject({ kind: 'outline', certainty: 'C', sigmaM: 1500, method: { zh: '手绘' }, sources: [], elevM: null })
    expect(row?.name?.zh).toBe('图形redline')
    expect(row?.zone?.zh).toBe(loaded.world.catalogue.zones.get('redline')?.name.zh)
  })

  it('leaves out what answers without being seen', () => {
    expect(tableRows('zones', loaded, provenance).map(({ zone, kind }) => [zone?.zh, kind])).toEqual([
      [loaded.world.catalogue.zones.get('north')?.name.zh, 'outline'],
      [loaded.world.catalogue.zones.get('ring')?.name.zh, 'envelope'],
    ])
  })

  it('asks at a place that its zone holds', () => {
    const place = tableRows('redline', loaded, provenance)[0]?.ask ?? [0, 0]
    const answer = ask({ kind: 'point', lonLat: place }, { on: '2024-06-01' }, loaded.world)
    expect(answer.findings.find(({ zone }) => zone === 'redline')?.is).toMatch(/inside|likely/)
  })

  it('is empty where the layer was not read', () => {
    expect(tableRows('nothing', loaded, provenance)).toEqual([])
  })

  it.each([[914.2, 0], [9.4, 1], [0.31, 2]])('tells %f km² to %i digits', (value, digits) => {
    expect(digitsOf(value)).toBe(digits)
  })
})
