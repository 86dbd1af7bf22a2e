import { describe, expect, it } from 'vitest'
import { layerGroups, layerView } from '../../src/ui/layer-view'
import { middleOf, nearestSeat, placesOf, seatsOf } from '../../src/ui/places'
import { namedIn, search } from '../../src/ui/search-find'
import { nearestStop, stopHeights } from '../../src/ui/sheet-stops'
import { layers, loadedWorld } from './fixture'

const loaded = loadedWorld()
const viewOf = (id: string, world = loaded) => layerView(layers.find((layer) => layer.id === id)!, world)

describe('the layer panel', () => {
  it('follows the order of groups; the topmost layer of a group first', () => {
    const groups = layerGroups(loaded, ['ecological-redline', 'other', 'atmosphere', 'base'])
    expect(groups.map(({ group, layers: views }) => [group, views.map(({ layer }) => layer.id)])).toEqual([
      ['ecological-redline', ['redline']],
      ['other', ['seats', 'zones', 'district']],
      ['base', ['relief']],
    ])
  })

  it('tells each zone once, and only what is drawn', () => {
    expect(viewOf('zones').rows?.map(({ zone, kind }) => [zone, kind])).toEqual([['north', 'outline'], ['ring', 'envelope']])
  })

  it('tells the error of its lines; an envelope has none of its own', () => {
    expect([viewOf('redline').sigmaM, viewOf('zones').sigmaM, viewOf('seats').sigmaM]).toEqual([{ from: 1500, to: 1500 }, { from: 10, to: 10 }, null])
  })

  it('marks what is ours', () => {
    expect(['district', 'redline', 'zones', 'seats', 'relief'].map((id) => viewOf(id).sketch)).toEqual([false, true, true, false, false])
  })

  it('tells a layer that failed from one that is still being read', () => {
    expect([viewOf('redline', loadedWorld({ redline: 'HTTP 500' })), viewOf('relief', { ...loaded, data: {} })].map(({ rows, failed }) => [rows, failed])).toEqual([
      [null, 'HTTP 500'],
      [null, undefined],
    ])
  })
})

const named = namedIn(loaded, 'seats', undefined, undefined)
const near = [106, 29, 107, 30] as const

describe('named places', () => {
  it('are seats and zones', () => {
    expect(placesOf(loaded, 'seats').map(({ kind, name }) => `${kind} ${name.en}`).sort()).toEqual([
      'place Middleton',
      'place Norton',
      'zone shape district',
      'zone shape north',
      'zone shape redline',
      'zone shape ring',
    ])
  })

  it('finds the nearest seat, how far and in which direction the point lies from it', () => {
    const nearest = nearestSeat([106.5, 29.6], seatsOf(loaded, 'seats'))
    expect([nearest?.seat.name.en, nearest?.sector, Math.round((nearest?.distanceM ?? 0) / 100)]).toEqual(['Middleton', 0, 111])
    expect(nearestSeat([106.5, 29.6], [])).toBeNull()
  })

  it.each([
    ['中', ['place 中镇']],
    ['middle', ['place 中镇']],
    [' NOR ', ['place 北镇', 'zone 图形north']],
    ['上片', ['zone 图形north']],
    ['', []],
    ['没有', []],
  ])('%s finds %s', (text, found) => {
    const { found: all } = search(text, named, near)
    expect(all.flatMap((one) => (one.kind === 'place' || one.kind === 'zone' ? [`${one.kind} ${one.place.name.zh}`] : []))).toEqual(found)
  })

  it('has a middle for every geometry that can be drawn', () => {
    const of = (geometry: GeoJSON.Geometry) => middleOf({ type: 'Feature', properties: {}, geometry })
    expect(of({ type: 'Point', coordinates: [1, 2] })).toEqual([1, 2])
    expect(of({ type: 'LineString', coordinates: [[0, 0], [1, 1], [2, 2]] })).toEqual([1, 1])
    expect(of({ type: 'MultiLineString', coordinates: [[[0, 0]], [[5, 5], [6, 6]]] })).toEqual([5, 5])
    expect(of({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 4], [0, 0]]] })).toEqual([1, 2])
    expect(of({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [0, 0]]], [[[8, 8], [9, 8], [9, 9], [8, 8]]]] })).toEqual([8.5, 8.5])
    expect(of({ type: 'MultiPoint', coordinates: [[3, 4]] })).toEqual([3, 4])
    expect(of({ type: 'Polygon', coordinates: [] })).toBeUndefined()
    expect(of({ type: 'GeometryCollection', geometries: [] })).toBeUndefined()
  })
})

describe('search', () => {
  it('reads coordinates first', () => {
    expect(search('106.5, 29.5', named, near).found[0]).toMatchObject({ kind: 'point', lonLat: [106.5, 29.5] })
    expect(search('29.5 106.5', named, near).found[0]).toMatchObject({ kind: 'point', lonLat: [106.5, 29.5] })
  })

  it('says why numbers are no coordinates', () => {
    expect(search('500, 29.5', named, near)).toMatchObject({ found: [], problem: { code: expect.any(String) } })
  })

  it('does not take a name for coordinates', () => {
    expect(search('中镇', named, near)).toMatchObject({ found: [{ kind: 'place' }], problem: undefined })
    expect(search('  ', named, near)).toEqual({ found: [], problem: undefined })
  })
})

describe('the sheet on a phone', () => {
  const heights = stopHeights(800)

  it.each([
    [0, 'peek'],
    [200, 'peek'],
    [300, 'half'],
    [560, 'half'],
    [600, 'full'],
    [5000, 'full'],
  ] as const)('let go at %d px of 800 settles at %s', (heightPx, stop) => {
    expect(nearestStop(heightPx, heights)).toBe(stop)
  })
})
