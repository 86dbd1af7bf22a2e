import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictWord } from '../../src/core/model'
import type { Face } from '../../src/core/suitability-types'
import { VERDICTS } from '../../src/core/verdict'
import type { DeckPicture, PointsPicture } from '../../src/map/deck-picture'
import { edgesBetween, facesScene, partsOf, patternsOf, pointNear, pointsScene, rgba, type DeckScene } from '../../src/map/deck-scene'
import { palette } from '../../src/map/palette'
import { PortView, type MapState } from '../../src/map/port-view'
import { layersOf } from '../../src/map/style'
import { drawing, usual } from './fixtures'
import { recordingPort, type Call } from './recording-port'

type Ring = readonly (readonly [number, number])[]

function face(asDrawn: VerdictWord, polygons: readonly (readonly Ring[])[], certain: VerdictWord = 'no-specific-rule'): Face {
  const rings = polygons.flat()
  const starts = (sizes: readonly number[]) => Uint32Array.from([0, ...sizes].map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0)))
  return {
    verdict: { certain, asDrawn, possible: asDrawn },
    areaM2: 1,
    decidedBy: [],
    polygons: { positions: Float64Array.from(rings.flat(2)), ringStart: starts(rings.map((ring) => ring.length)), polygonStart: starts(polygons.map((polygon) => polygon.length)) },
  }
}

const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]]
const hole: Ring = box(0.2, 0.2, 0.4, 0.4).toReversed()
const left = face('prohibited', [[box(0, 0, 1, 1), hole]])
const right = face('conditional', [[box(1, 0, 2, 1)], [box(3, 0, 4, 1)]])
const faces = [left, right]
const points: PointsPicture = { positions: Float64Array.of(106, 29.5, 106.1, 29.5), verdicts: Uint8Array.of(3, 255), chosen: 1 }

describe('the district by verdict', () => {
  it('is taken apart into polygons with their holes', () => {
    const parts = partsOf(faces)
    expect(parts.map(({ face: of }) => of)).toEqual([left, right, right])
    expect(parts.map(({ polygon }) => polygon.holeIndices)).toEqual([[10], [], []])
    expect([...(parts[2]?.polygon.positions ?? [])]).toEqual(box(3, 0, 4, 1).flat())
  })

  it('has a line where the verdict changes, once, and none where it does not', () => {
    const lengthOf = (all: readonly Face[], view: 'asDrawn' | 'certain') => {
      const lines = edgesBetween(partsOf(all), view).features.flatMap(({ geometry }) => (geometry.type === 'MultiLineString' ? geometry.coordinates : []))
      const length = lines.flatMap((line) => line.slice(1).map(([x = 0, y = 0], at) => Math.hypot(x - (line[at]?.[0] ?? 0), y - (line[at]?.[1] ?? 0))))
      return length.reduce((sum, one) => sum + one, 0)
    }
    // The outer edges and the hole, and between the two boxes one line as drawn, none as certain.
    expect(lengthOf(faces, 'asDrawn')).toBeCloseTo(4 + 0.8 + 3 + 4)
    expect(lengthOf(faces, 'certain')).toBeCloseTo(3 + 0.8 + 3 + 4)
  })

  it.each(['light', 'dark'] as const)('is told apart without colour: denser the stricter, %s', (theme) => {
    const { verdictHatches } = palette
    const { verdicts } = palette[theme]
    const inked = VERDICTS.map((word) => {
      const hatch = verdictHatches[word]
      if (hatch === null) return 0
      const line = hatch.width / (hatch.width + hatch.gap)
      return hatch.kind === 'dots' ? (Math.PI / 4) * line ** 2 : hatch.kind === 'cross' ? 1 - (1 - line) ** 2 : line
    })
    expect(inked).toEqual(inked.toSorted((a, b) => a - b))
    expect(new Set(VERDICTS.map((word) => verdictHatches[word]?.kind)).size).toBe(VERDICTS.length)
    expect(verdicts['no-specific-rule'].inkOpacity).toBe(0)
  })

  it('is coloured in the view asked for, its shapes kept', () => {
    const parts = partsOf(faces)
    const scene = facesScene({ view: 'certain', faces }, parts, 'dark')
    expect(scene.parts).toBe(parts)
    expect(scene.looks.prohibited.ink.slice(0, 3)).toEqual(rgba(palette.dark.verdicts.prohibited.ink).slice(0, 3))
    expect(Object.keys(patternsOf(palette)).toSorted()).toEqual(['conditional', 'prohibited', 'restricted'])
  })
})

describe('points of a batch', () => {
  it('have the colour of their verdict, and a ring around the chosen one', () => {
    const { colours, chosen, count } = pointsScene(points, 'light')
    expect([count, chosen]).toEqual([2, [106.1, 29.5]])
    expect(Array.from(colours.subarray(0, 3))).toEqual(rgba(palette.light.verdicts.prohibited.ink).slice(0, 3))
    expect(Array.from(colours.subarray(4, 7))).toEqual(rgba(palette.light.stage.inkSoft).slice(0, 3))
  })

  it('are found as by asking each', () => {
    const lonLat = fc.tuple(fc.double({ min: 106, max: 106.01, noNaN: true }), fc.double({ min: 29.5, max: 29.51, noNaN: true }))
    fc.assert(fc.property(fc.array(lonLat, { minLength: 1, maxLength: 30 }), lonLat, (all, at) => {
      const far = all.map(([lon, lat]) => Math.hypot((lon - at[0]) * Math.cos((at[1] * Math.PI) / 180), lat - at[1]))
      const found = pointNear({ positions: Float64Array.from(all.flat()), verdicts: new Uint8Array(all.length), chosen: null }, at, 0.002)
      const least = Math.min(...far)
      if (found === null) expect(least).toBeGreaterThan(0.002 - 1e-12)
      else expect(far[found]).toBeCloseTo(least, 12)
    }))
  })
})

function open(start: MapState = usual) {
  const heard: unknown[][] = []
  const hear = (name: string) => (...args: unknown[]) => void heard.push([name, ...args])
  let recording: ReturnType<typeof recordingPort> | undefined
  const events = { ask: hear('ask'), hover: hear('hover'), view: hear('view'), ready: hear('ready'), drawn: hear('drawn'), failed: hear('failed'), plain: hear('plain'), pointer: hear('pointer'), batchPoint: hear('batchPoint'), undecked: hear('undecked') }
  const view = new PortView(drawing, start, events, (told) => (recording = recordingPort(told)).port)
  if (recording === undefined) throw new Error('expected the view to open a port, it did not')
  recording.events.styled()
  recording.since()
  return { view, heard, ...recording }
}

const withDeck = (deck: DeckPicture, more: Partial<MapState> = {}): MapState => ({ ...usual, deck, ...more })
const scenes = (calls: Call[]): (DeckScene | null)[] => calls.filter(([name]) => name === 'deck').map(([, scene]) => scene as DeckScene | null)
const edges = (calls: Call[]): unknown[] => calls.filter(([name, source]) => name === 'show' && source === 'faces')

describe('what is laid over the map', () => {
  it('is asked of deck.gl only once there is something, and taken away again', () => {
    const { view, since } = open()
    view.update(withDeck({}))
    expect(since()).toEqual([])
    view.update(withDeck({ faces: { view: 'asDrawn', faces } }))
    const shown = since()
    expect(scenes(shown).map((scene) => scene?.faces?.parts.length)).toEqual([3])
    expect(edges(shown)).toHaveLength(1)
    view.update(withDeck({}))
    const gone = since()
    expect(scenes(gone)).toEqual([null])
    expect(edges(gone)).toEqual([['show', 'faces', { type: 'FeatureCollection', features: [] }]])
  })

  it('is not touched by the same picture given anew, and keeps its shapes in another view or theme', () => {
    const { view, since } = open(withDeck({ faces: { view: 'asDrawn', faces }, points }))
    view.update(withDeck({ faces: { view: 'asDrawn', faces }, points }))
    expect(since()).toEqual([])
    view.update(withDeck({ faces: { view: 'possible', faces }, points }))
    view.update(withDeck({ faces: { view: 'possible', faces }, points }, { theme: 'dark' }))
    const [other, dark] = scenes(since())
    expect(other?.faces?.parts).toBe(dark?.faces?.parts)
    expect([other?.faces?.view, dark?.faces?.theme]).toEqual(['possible', 'dark'])
  })

  it('comes back after a lost context, and stays away when it was switched off meanwhile', () => {
    const { view, events, since } = open(withDeck({ faces: { view: 'asDrawn', faces } }))
    events.lost()
    events.styled()
    expect(scenes(since())).toHaveLength(1)
    events.lost()
    view.update(usual)
    events.styled()
    const calls = since()
    expect([scenes(calls), edges(calls).length]).toEqual([[], 1])
  })

  it('lays the land flat while it is there', () => {
    const { view, since } = open({ ...usual, tilted: true })
    const tilts = () => since().filter(([name]) => name === 'tilt').map(([, land]) => land !== null)
    view.update({ ...withDeck({ points }), tilted: true })
    expect(tilts()).toEqual([false])
    view.update({ ...usual, tilted: true })
    expect(tilts()).toEqual([true])
  })

  it('tells which point was clicked, within reach; elsewhere the map asks', () => {
    const { heard, events } = open(withDeck({ points }))
    events.click([106.1001, 29.5], [], 1e-4)
    events.click([106.05, 29.5], [], 1e-4)
    expect(heard).toEqual([['batchPoint', 1], ['ask', [106.05, 29.5]]])
  })

  it('tells where the pointer is, but not while someone draws', () => {
    const { view, heard, events } = open()
    events.pointer([106, 29.5])
    view.sketch('polygon')
    events.pointer([106.1, 29.5])
    expect(heard.filter(([name]) => name === 'pointer')).toEqual([['pointer', [106, 29.5]], ['pointer', null]])
  })
})

describe('zones under the colours', () => {
  const visible = (state: MapState) => layersOf(drawing, state).filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id)

  it('keep their lines and names and lose their fills', () => {
    const [plain, receded] = [visible(usual), visible({ ...usual, receded: true })]
    const lost = plain.filter((id) => !receded.includes(id))
    expect(lost.length).toBeGreaterThan(5)
    expect(lost.every((id) => /\/(fill|hatch|soft|band)$/.test(id) && id !== 'piece/fill')).toBe(true)
  })

  it('have the colours below them, and the points below the parcels', () => {
    const ids = layersOf(drawing, usual).map(({ id }) => id)
    const firstZone = ids.findIndex((id) => drawing.layers.some((layer) => id.startsWith(`${layer.id}/`)))
    expect(ids.indexOf('faces/line')).toBeLessThan(firstZone)
    expect(ids.indexOf('faces/line')).toBeGreaterThan(ids.indexOf('stage/vignette'))
    expect(ids).toContain('parcel/corridor')
  })
})
