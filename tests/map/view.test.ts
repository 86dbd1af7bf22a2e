import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/map/diff'
import { changesBetween } from '../../src/map/diff'
import { PortView, type MapState } from '../../src/map/port-view'
import { layersOf, ownerOf } from '../../src/map/style'
import { drawing, usual } from './fixtures'
import { recordingPort, type Recording } from './recording-port'

function open(start: MapState = usual) {
  const heard: unknown[][] = []
  const hear = (name: string) => (...args: unknown[]) => void heard.push([name, ...args])
  let recording: Recording | undefined
  const view = new PortView(
    drawing,
    start,
    { ask: hear('ask'), hover: hear('hover'), view: hear('view'), ready: hear('ready'), drawn: hear('drawn'), failed: hear('failed') },
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

  it('passes on what the map tells, a failure in the language of the page', () => {
    const { events, heard, view } = styled()
    events.click([106.1, 29.5])
    events.move({ center: [106.2, 29.6], zoom: 10 })
    events.ready()
    events.drawn(['belts'])
    view.update({ ...usual, lang: 'en' })
    events.failed('noWebgl')
    expect(heard.map(([name]) => name)).toEqual(['ask', 'view', 'ready', 'drawn', 'failed'])
    expect(heard.at(-1)?.[1]).toMatch(/no WebGL 2/)
  })

  it('refuses to compare two drawings', () => {
    const all = layersOf(drawing, usual)
    expect(() => changesBetween(all, all.slice(1))).toThrow(/Expected \d+ style layers as before, found \d+/)
    expect(() => changesBetween(all, all.toReversed())).toThrow(/Build both lists from the same drawing/)
  })
})
