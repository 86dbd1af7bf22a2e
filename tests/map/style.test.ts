import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { drawingOf } from '../../src/map/drawing'
import { hatchTiles } from '../../src/map/hatch'
import { iconTiles } from '../../src/map/icons'
import { palette } from '../../src/map/palette'
import { noParcels, parcelSources } from '../../src/map/parcels'
import { layersOf, ownerOf, styleOf } from '../../src/map/style'
import { data, drawing, layer, layers, parcels, shape, shapes, square, usual } from './fixtures'

const states = (['light', 'dark'] as const).flatMap((theme) => (['zh', 'en'] as const).map((lang) => ({ ...usual, theme, lang })))
const visible = (off: string[]) =>
  layersOf(drawing, { ...usual, off: new Set(off) }).filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id)

describe('style', () => {
  it.each(states)('is valid: $theme, $lang', (state) => {
    expect(validateStyleMin(styleOf(drawing, state))).toEqual([])
  })

  it('is valid with zones and layers off, thinned, and with an official outline', () => {
    const official = drawingOf([layer('official', ['a'])], { official: shape('a', square, { certainty: 'A', sigmaM: 5 }) })
    const off = { ...usual, off: new Set(['belts', 'no-burn-zone']), opacity: { screens: 0.4 } }
    expect(validateStyleMin(styleOf(drawing, off))).toEqual([])
    expect(validateStyleMin(styleOf(official, usual))).toEqual([])
    expect(layersOf(official, usual).map(({ id }) => id)).toContain('official/fill')
  })

  it.each(states)('is valid with parcels, a piece and a ring: $theme, $lang', (state) => {
    const style = styleOf(drawing, state)
    for (const [id, data] of Object.entries(parcelSources({ shown: parcels, active: 1, piece: square, ring: square }))) style.sources[id] = { type: 'geojson', data }
    expect(validateStyleMin(style)).toEqual([])
  })

  it('opens with the sources of the parcels, empty, and their layers in every state', () => {
    const { sources, layers } = styleOf(drawing, { ...usual, off: new Set(layersOf(drawing, usual).map(({ id }) => ownerOf(id)).filter((id) => !['parcel', 'piece', 'ring', 'compared', 'measured'].includes(id))) })
    const ids = Object.keys(parcelSources(noParcels))
    expect(ids.map((id) => sources[id])).toEqual(ids.map(() => expect.objectContaining({ data: { type: 'FeatureCollection', features: [] } })))
    const own = layers.filter(({ id }) => ['parcel', 'piece', 'ring', 'compared', 'measured'].includes(ownerOf(id)))
    expect(new Set(own.map((layer) => ('source' in layer ? layer.source : '')))).toEqual(new Set(ids))
    expect(own.every(({ layout }) => layout?.visibility !== 'none')).toBe(true)
  })

  it('draws parcels over the zones and their numbers over all names', () => {
    const ids = layersOf(drawing, usual).map(({ id }) => id)
    expect(ids.slice(-3)).toEqual(['parcel/number', 'compared/disc', 'compared/number'])
    expect(ids.indexOf('parcel/line')).toBeGreaterThan(ids.indexOf('focus/line'))
    expect(ids.indexOf('parcel/line')).toBeLessThan(ids.findIndex((id) => id.includes('/name')))
  })

  it.each(['light', 'dark'] as const)('tells a piece from the parcel and a line from its halo without colour: %s', (theme) => {
    const grey = (hex: string) => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => sum + part * (parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255), 0)
    const { parcel, stage } = palette[theme]
    const laid = (colour: string, opacity: number) => opacity * grey(colour) + (1 - opacity) * grey(stage.paper)
    expect(Math.abs(laid(parcel.piece, 0.46) - laid(parcel.wash, 0.09))).toBeGreaterThan(0.15)
    expect(Math.abs(grey(parcel.line) - grey(parcel.halo))).toBeGreaterThan(0.6)
    expect(Math.abs(grey(parcel.sketch) - grey(parcel.sketchHalo))).toBeGreaterThan(0.4)
  })

  it('fetches nothing: no font server, no sprite, no tiles', () => {
    const style = styleOf(drawing, usual)
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    expect(Object.values(style.sources).every((source) => source.type === 'geojson' && typeof source.data === 'object')).toBe(true)
  })

  it('draws every layer of layers.json', () => {
    const owners = new Set(layersOf(drawing, usual).map(({ id }) => ownerOf(id)))
    expect(layers.map(({ id }) => id).filter((id) => !owners.has(id))).toEqual([])
  })

  it('draws every zone that has a shape, itself or by another shape of its place', () => {
    const drawn = new Set(drawing.layers.map(({ id }) => id))
    const zones = layers.flatMap(({ id, zones }) => zones.map((zone) => ({ id, zone })))
    const missing = zones.filter(({ id, zone }) => {
      const own = shapes.filter(({ layer, shape }) => layer === id && shape.zone === zone)
      return own.length === 0 || (own.some(({ shape }) => shape.drawn !== false) && id !== 'district' && !drawn.has(id))
    })
    expect(missing).toEqual([])
  })

  it('names only images that exist', () => {
    const images = new Set([...hatchTiles(palette, 1).keys(), ...iconTiles(1).keys(), ''])
    const asked = drawing.sources['zones']?.features.flatMap(({ properties }) => [String(properties?.['hatch']), String(properties?.['icon'])]) ?? []
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((id) => !images.has(id))).toEqual([])
  })

  it.each(layers.map(({ id }) => id))('switches off exactly %s', (id) => {
    const all = visible([])
    expect(all.filter((styleLayer) => !visible([id]).includes(styleLayer))).toEqual(all.filter((styleLayer) => ownerOf(styleLayer) === id))
    expect(all.filter((styleLayer) => ownerOf(styleLayer) === id).length).toBeGreaterThan(0)
  })

  it('switches off one zone by filter, and leaves it out of what is pointed at', () => {
    const filters = layersOf(drawing, { ...usual, off: new Set(['no-burn-zone']) }).map((styleLayer) => [styleLayer.id, JSON.stringify('filter' in styleLayer ? styleLayer.filter : '')] as const)
    const touched = filters.filter(([, filter]) => filter.includes('"no-burn-zone"')).map(([id]) => id)
    expect(touched).toEqual(expect.arrayContaining(['atmosphere/hatch', 'atmosphere/line', 'hit/area']))
    expect(touched.filter((id) => ownerOf(id) === 'focus' || ownerOf(id) === 'relief')).toEqual([])
    const hit = filters.find(([id]) => id === 'hit/area')
    expect(hit?.[1]).toContain('"no-burn-zone"')
  })

  it('makes way for a basemap with its paper and land alone: every zone, line and name stays', () => {
    const shown = (grounded: boolean) => layersOf(drawing, { ...usual, grounded }).filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id)
    const gone = shown(false).filter((id) => !shown(true).includes(id))
    expect(gone).toEqual(expect.arrayContaining(['stage/paper', 'stage/vignette']))
    expect(new Set(gone.map(ownerOf))).toEqual(new Set(['stage', 'relief']))
    expect(shown(true)).toContain('district/line')
  })

  it('draws what could be read when a layer is missing', () => {
    const { atmosphere: _, district: __, ...rest } = data
    const partial = drawingOf(layers, rest)
    expect(validateStyleMin(styleOf(partial, usual))).toEqual([])
    expect(partial.layers.map(({ id }) => id)).not.toContain('atmosphere')
  })
})
