import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/map/diff'
import { changesBetween } from '../../src/map/diff'
import { palette } from '../../src/map/palette'
import type { MapParcels } from '../../src/map/parcels'
import { PortView, type MapState } from '../../src/map/port-view'
import { layersOf, ownerOf } from '../../src/map/style'
import { drawing, parcels, square, usual } from './fixtures'
import { recordingPort, type Recording } from './recording-port'

function open(start: MapState = usual) {
  const heard: unknown[][] = []
  const hear = (name: string) => (...args: unknown[]) => void heard.push([name, ...args])
  let recording: Recording | undefined
  const view = new PortView(
    drawing,
    start,
    { ask: hear('ask'), hover: hear('hover'), view: hear('view'), ready: hear('ready'), drawn: hear('drawn'), plain: hear('plain'), sketched: hear('sketched'), parcel: hear('parcel'), flat: hear('flat') },
    (events) => {
      recording = recordingPort(events)
      return recording.port
    },
  )
  if (recording === undefined) throw new Error('expected the view to open a port, it did not')
  return { view, heard, ...recording }
}

function styled(start: MapState = usual) {
  const opened = open(start)
  opened.events.styled()
  opened.since()
  return opened
}

const withParcels = (more: Partial<MapParcels> = {}): MapState => ({ ...usual, parcels: { shown: parcels, active: null, piece: null, ring: null, ...more } })
/** Which sources were sent. */
const sent = (calls: unknown[][]): unknown[] => calls.filter(([name]) => name === 'show').map(([, source]) => source)

const changes = (calls: unknown[][]): Change[] => calls.filter(([name]) => name === 'change').map(([, change]) => change as Change)

describe('map view', () => {
  it('shows the start state: words and marker at once, selection when the style is there', () => {
    const { since, events } = open({ ...usual, point: [106.2, 29.6], selected: 'ecological-redline' })
    expect(since().map(([name]) => name)).toEqual(['speak', 'mark', 'reveal'])
    events.styled()
    expect(since()).toEqual([['focus', 'ecological-redline', { selected: true }]])
  })

  it('touches nothing for the same state, given again or given anew', () => {
    const { view, since } = styled()
    view.update(usual)
    view.update({ ...usual, off: new Set(), opacity: {} })
    expect(since()).toEqual([])
  })

  it('touches only colours for a theme, only words for a language', () => {
    const { view, since } = styled()
    view.update({ ...usual, theme: 'dark' })
    const dark = changes(since())
    expect(new Set(dark.map(({ kind }) => kind))).toEqual(new Set(['paint']))
    expect(dark.filter(({ name }) => !name.endsWith('color'))).toEqual([])
    view.update({ ...usual, theme: 'dark', lang: 'en' })
    const english = since()
    expect(english[0]).toEqual(['speak', 'en'])
    const elsewhere = changes(english).filter(({ layer }) => !layer.endsWith('/name-crest'))
    expect(elsewhere.every(({ kind, name }) => kind === 'layout' && /^text-(field|letter-spacing)$/.test(name))).toBe(true)
  })

  it('switches a layer with one change per style layer of it', () => {
    const { view, since } = styled()
    view.update({ ...usual, off: new Set(['screens']) })
    const off = changes(since())
    const own = layersOf(drawing, usual).filter(({ id }) => ownerOf(id) === 'screens').map(({ id }) => id)
    expect(off.filter(({ name }) => name === 'visibility').map(({ layer }) => layer)).toEqual(own)
    expect(off.filter(({ name }) => name !== 'visibility').map(({ layer }) => layer)).toEqual(['hit/area', 'hit/line'])
    view.update(usual)
    expect(changes(since()).filter(({ name, value }) => name === 'visibility' && value === undefined)).toHaveLength(own.length)
  })

  it('thins one layer without touching another', () => {
    const { view, since } = styled()
    view.update({ ...usual, opacity: { 'ecological-redline': 0.5 } })
    const thin = changes(since())
    expect(new Set(thin.map(({ layer }) => ownerOf(layer)))).toEqual(new Set(['ecological-redline']))
    expect(thin.every(({ name }) => name.endsWith('opacity'))).toBe(true)
  })

  it('moves selection, marker and pointer with the fewest calls', () => {
    const { view, since, events, heard } = styled()
    view.update({ ...usual, selected: 'a' })
    view.update({ ...usual, selected: 'b', point: [106, 29] })
    expect(since()).toEqual([['focus', 'a', { selected: true }], ['mark', [106, 29]], ['reveal', [106, 29]], ['focus', 'a', { selected: false }], ['focus', 'b', { selected: true }]])
    events.point(['small', 'large'])
    events.point(['small', 'other'])
    events.point([])
    expect(since()).toEqual([['focus', 'small', { hovered: true }], ['focus', 'small', { hovered: false }]])
    expect(heard).toEqual([['hover', ['small', 'large']], ['hover', ['small', 'other']], ['hover', []]])
  })

  it('lays a basemap once for each turn, kind and theme, with its credit in the language of the page, and takes it away', () => {
    const { view, since } = styled()
    const grounds = () => since().filter(([name]) => name === 'ground').map(([, ground]) => ground)
    const ground = { kind: 'vector', turn: 1 } as const
    view.update({ ...usual, ground })
    view.update({ ...usual, ground: { ...ground }, grounded: true })
    expect(grounds()).toEqual([{ ...ground, credit: expect.stringContaining('审图号'), look: palette.light.grounds.vector }])
    view.update({ ...usual, ground, theme: 'dark', lang: 'en' })
    expect(grounds()).toEqual([{ ...ground, credit: expect.stringContaining('Tianditu'), look: palette.dark.grounds.vector }])
    view.update({ ...usual, ground: { kind: 'imagery', turn: 2 } })
    view.update(usual)
    expect(grounds()).toEqual([expect.objectContaining({ kind: 'imagery', turn: 2 }), null])
  })

  it('waits for the style, then shows the last state only', () => {
    const { view, since, events } = open()
    since()
    view.update({ ...usual, theme: 'dark' })
    view.update({ ...usual, off: new Set(['belts']) })
    expect(since()).toEqual([])
    events.styled()
    expect(changes(since()).some(({ name }) => name === 'visibility')).toBe(true)
    expect(changes(since())).toEqual([])
  })

  it('keeps quiet while the graphics context is lost and brings the selection back', () => {
    const { view, since, events } = styled({ ...usual, selected: 'a' })
    events.lost()
    view.update({ ...usual, selected: 'a', theme: 'dark' })
    expect(since()).toEqual([])
    events.styled()
    const calls = since()
    expect(changes(calls).length).toBeGreaterThan(20)
    expect(calls.at(-1)).toEqual(['focus', 'a', { selected: true }])
  })

  it('passes on what the map tells', () => {
    const { events, heard } = styled()
    events.click([106.1, 29.5])
    events.move({ center: [106.2, 29.6], zoom: 10 })
    events.ready()
    events.drawn(['belts'])
    expect(heard.map(([name]) => name)).toEqual(['ask', 'view', 'ready', 'drawn'])
  })

  it('refuses to compare two drawings', () => {
    const all = layersOf(drawing, usual)
    expect(() => changesBetween(all, all.slice(1))).toThrow(/Expected \d+ style layers as before, found \d+/)
    expect(() => changesBetween(all, all.toReversed())).toThrow(/Build both lists from the same drawing/)
  })
})

describe('parcels on the map', () => {
  it('sends only the sources that differ', () => {
    const { view, since } = styled()
    view.update(withParcels())
    expect(sent(since())).toEqual(['parcels', 'corridors'])
    view.update(withParcels({ shown: structuredClone(parcels) }))
    view.update(withParcels())
    expect(since()).toEqual([])
    view.update(withParcels({ piece: square }))
    expect(sent(since())).toEqual(['piece'])
    view.update(withParcels({ ring: square }))
    expect(sent(since())).toEqual(['piece', 'ring'])
    view.update(usual)
    expect(sent(since())).toEqual(['parcels', 'corridors', 'ring'])
  })

  it('shows the parcel asked about, once, and again when it changed', () => {
    const { view, since } = styled()
    view.update(withParcels({ active: 0 }))
    expect(since().filter(([name]) => name === 'revealBox')).toEqual([['revealBox', [106, 29, 106.1, 29.1]]])
    view.update(withParcels({ active: 0, piece: square }))
    view.update(withParcels({ active: 0, shown: structuredClone(parcels) }))
    expect(since().filter(([name]) => name === 'revealBox')).toEqual([])
    view.update(withParcels({ active: 0, shown: [{ name: 'site', geometry: { type: 'LineString', coordinates: [[106, 29], [106.2, 29.2]] } }] }))
    expect(since().filter(([name]) => name === 'revealBox')).toEqual([['revealBox', [106, 29, 106.2, 29.2]]])
    view.update(withParcels({ active: null }))
    expect(since().filter(([name]) => name === 'revealBox')).toEqual([])
  })

  it('waits for the style and fills the sources again after a lost context', () => {
    const { since, events, view } = open(withParcels({ active: 1 }))
    expect(since().map(([name]) => name)).toEqual(['speak', 'revealBox'])
    events.styled()
    expect(sent(since())).toEqual(['parcels', 'corridors'])
    events.lost()
    view.update(withParcels({ active: 0 }))
    expect(sent(since())).toEqual([])
    events.styled()
    expect(sent(since())).toEqual(['parcels', 'corridors', 'piece', 'ring', 'compared', 'measured'])
  })

  it('tells a click on another outline, and asks everywhere else', () => {
    const { events, heard } = styled(withParcels({ active: 1 }))
    events.click([106, 29], [0])
    events.click([106, 29], [1, 0])
    events.click([106, 29], [1])
    events.click([106, 29])
    expect(heard).toEqual([['parcel', 0], ['parcel', 0], ['ask', [106, 29]], ['ask', [106, 29]]])
  })

  it('asks and points at nothing while someone draws', () => {
    const { events, heard, view, since } = styled(withParcels({ active: 0 }))
    events.point(['a'])
    since()
    view.sketch('polygon')
    expect(since()).toEqual([['focus', 'a', { hovered: false }], ['sketch', { mode: 'polygon', geometry: null, colours: palette.light.parcel }]])
    events.click([106, 29], [1])
    events.point(['b'])
    view.finish()
    expect(since()).toEqual([['finish']])
    events.sketched(parcels[0]!.geometry)
    events.click([106, 29])
    expect(heard).toEqual([['hover', ['a']], ['hover', []], ['sketched', parcels[0]!.geometry], ['ask', [106, 29]]])
    view.sketch(null)
    view.finish()
    expect(since()).toEqual([])
  })

  it('lets what is edited recede, and brings it back', () => {
    const { events, view, since } = styled(withParcels({ active: 0, piece: square }))
    view.sketch('edit', parcels[0]!.geometry)
    const calls = since()
    expect(sent(calls)).toEqual(['parcels', 'piece'])
    expect(calls.at(-1)).toEqual(['sketch', { mode: 'edit', geometry: parcels[0]!.geometry, colours: palette.light.parcel }])
    events.sketched(null)
    expect(sent(since())).toEqual(['parcels', 'piece'])
    view.sketch('edit', parcels[0]!.geometry)
    view.sketch(null)
    expect(since().filter(([name]) => name === 'sketch').at(-1)).toEqual(['sketch', null])
  })

  it('says in the language of the page why nobody can draw', () => {
    const { events, view, heard } = styled({ ...usual, lang: 'en' })
    view.sketch('circle')
    events.sketched(null, 'noTools')
    expect(heard.at(-1)).toEqual(['sketched', null, expect.stringMatching(/drawing tools/)])
  })

  it('hands on flights and pictures', async () => {
    const { view, since } = styled()
    view.fly({ bbox: [106, 29, 107, 30] })
    expect(await view.picture()).toMatch(/^data:image\/png/)
    expect(since()).toEqual([['fly', { bbox: [106, 29, 107, 30] }], ['picture']])
  })

  it('raises the land, gives its shadow the colour of the theme, and lays it flat', () => {
    const { view, since, events, heard } = styled()
    view.update({ ...usual, tilted: true })
    expect(since()).toEqual([['tilt', { relief: drawing.sources['relief'], shade: palette.light.stage.reliefShade }]])
    view.update({ ...usual, tilted: true, theme: 'dark' })
    expect(since().filter(([name]) => name === 'tilt')).toEqual([['tilt', { relief: drawing.sources['relief'], shade: palette.dark.stage.reliefShade }]])
    view.update({ ...usual, theme: 'dark' })
    expect(since().filter(([name]) => name === 'tilt')).toEqual([['tilt', null]])
    events.flat()
    expect(heard.at(-1)).toEqual(['flat'])
  })

  it('raises the land again after the map was lost', () => {
    const { view, since, events } = styled()
    view.update({ ...usual, tilted: true })
    since()
    events.styled()
    expect(since().map(([name]) => name)).toContain('tilt')
  })
})
