import { describe, expect, it } from 'vitest'
import type { Face } from '../../src/core/suitability-types'
import { atOnce } from '../../src/core/steps'
import type { FacesPicture } from '../../src/map/deck-picture'
import { facesScene, partsOf, pointsScene } from '../../src/map/deck-scene'
import { palette } from '../../src/map/palette'
import { layersOf } from '../../src/map/style'
import { fitted, project, unproject, type Frame } from '../../src/map/svg-frame'
import { sceneKeeper, sceneOf, type SceneInput, type SvgScene } from '../../src/map/svg-scene'
import { drawing, usual } from './fixtures'

const frame: Frame = { view: { center: [106.2, 29.585], zoom: 9.6 }, width: 1000, height: 800 }
const scene = (more: Partial<typeof usual> = {}, at = frame) => sceneOf({ layers: layersOf(drawing, { ...usual, ...more }), sources: drawing.sources, frame: at, palette, focus: new Map() })
const shapesIn = ({ groups }: SvgScene) => groups.flatMap(({ shapes }) => shapes)
const hatchesIn = ({ groups }: SvgScene) => groups.flatMap(({ hatches }) => hatches)

describe('the frame of the simple map', () => {
  it('finds every place again', () => {
    for (const place of [[106.2, 29.585], [105.9, 29.2], [106.5, 29.95]] as const) {
      const [x, y] = project(frame)([...place])
      const [lon, lat] = unproject(frame, [x, y])
      expect(Math.hypot(lon - place[0], lat - place[1])).toBeLessThan(1e-9)
    }
  })

  it('shows a box whole in the room that no card covers', () => {
    const box = [105.95, 29.3, 106.4, 29.9] as const
    const inset = { top: 0, right: 400, bottom: 0, left: 100 }
    const at = project({ ...frame, view: fitted(box, frame, inset, 16) })
    const [[left, top], [right, bottom]] = [at([box[0], box[3]]), at([box[2], box[1]])]
    expect(left).toBeGreaterThanOrEqual(100)
    expect(right).toBeLessThanOrEqual(600)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(800)
  })
})

describe('the simple map', () => {
  it('draws the same layers: hatches of zones, the edge of the district, names', () => {
    const drawn = scene()
    expect(drawn.background).toBe(palette.light.stage.outside)
    expect(hatchesIn(drawn).length).toBeGreaterThan(3)
    expect(shapesIn(drawn).filter(({ attributes }) => attributes['stroke'] !== undefined && attributes['fill'] === 'none').length).toBeGreaterThan(50)
    const names = shapesIn(drawn).flatMap(({ text }) => (text === undefined ? [] : [text]))
    expect(names).toContain('璧城街道')
    expect(new Set(shapesIn(scene({ lang: 'en' })).map(({ text }) => text))).toContain('Bicheng')
  })

  it('leaves out what is switched off', () => {
    const before = shapesIn(scene()).length
    expect(shapesIn(scene({ off: new Set(['atmosphere']) })).length).toBeLessThan(before)
  })

  it('writes no number that is none and no value of a library', () => {
    const bad = shapesIn(scene()).filter(({ attributes }) => Object.values(attributes).some((value) => /NaN|undefined|null|\[object/.test(value)))
    expect(bad).toEqual([])
  })

  it('fills hatches from a pattern of the same group', () => {
    for (const { shapes, hatches } of scene().groups) {
      const ids = hatches.map(({ id }) => `url(#${id})`)
      expect(ids).toEqual(expect.arrayContaining(shapes.flatMap(({ attributes: { fill = '' } }) => (fill.startsWith('url(') ? [fill] : []))))
    }
    const ids = hatchesIn(scene()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a scene drawn after another', () => {
  const drawer = () => {
    const keeper = sceneKeeper()
    return (one: SceneInput) => atOnce(keeper(one))
  }
  const input = { layers: layersOf(drawing, usual), sources: drawing.sources, frame, palette, focus: new Map<string, { hovered: boolean }>() }
  const [zone = ''] = drawing.sources['edges']?.features.map(({ properties }) => String(properties?.['zone'])) ?? []
  const hovering = { ...input, focus: new Map([[zone, { hovered: true }]]) }

  it('is the same as one drawn anew, whatever was drawn before', () => {
    const draw = drawer()
    const moved = { ...input, frame: { ...frame, view: { ...frame.view, zoom: 11 } } }
    const off = { ...input, layers: layersOf(drawing, { ...usual, off: new Set(['atmosphere']) }) }
    for (const one of [input, hovering, input, moved, off, { ...off, ...moved }, hovering]) expect(draw(one)).toEqual(sceneOf(one))
  })

  it('makes only the shapes of the focus anew where the pointer moves', () => {
    const draw = drawer()
    const [before, after] = [draw(input), draw(hovering)]
    const changed = after.groups.filter((group, i) => group !== before.groups[i]).map(({ id }) => id)
    expect(changed).toEqual(['focus/glow', 'focus/line'])
  })

  it('makes all anew where the view moves', () => {
    const draw = drawer()
    const before = draw(input)
    const after = draw({ ...input, frame: { ...frame, width: 900 } })
    expect(after.groups.filter((group) => before.groups.includes(group))).toEqual([])
  })
})

describe('what is laid over the simple map', () => {
  const face = (word: 'prohibited' | 'conditional', west: number): Face => ({
    verdict: { certain: word, asDrawn: word, possible: 'prohibited' },
    areaM2: 1,
    decidedBy: [],
    polygons: { positions: new Float64Array([west, 29.5, west + 0.1, 29.5, west + 0.1, 29.6, west, 29.6, west, 29.5]), ringStart: new Uint32Array([0, 5]), polygonStart: new Uint32Array([0, 1]) },
  })
  const faces = [face('prohibited', 106.1), face('conditional', 106.2)]
  const picture: FacesPicture = { view: 'asDrawn', faces }
  const points = { positions: new Float64Array([106.15, 29.55, 106.25, 29.55]), verdicts: new Uint8Array([3, 255]), chosen: 1 }
  const deck = { faces: facesScene(picture, partsOf(faces), 'light'), points: pointsScene(points, 'light') }
  const layers = layersOf(drawing, usual)

  it('has each face in the wash and the hatch of its verdict, below the zones, and each colour of points once', () => {
    const drawn = sceneOf({ layers, sources: drawing.sources, frame, palette, focus: new Map(), deck })
    const [shapes, hatches] = [shapesIn(drawn), hatchesIn(drawn)]
    const without = shapesIn(scene()).length
    const ids = hatches.map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('verdict-'))).toEqual(expect.arrayContaining(['verdict-prohibited-0', 'verdict-prohibited-1', 'verdict-conditional-0']))
    // Two washes, two hatches of the cross, one of the dots; two colours of points and the ring.
    expect(shapes.length - without).toBe(2 + 3 + 2 + 1)
    const firstZone = shapes.findIndex(({ attributes }) => attributes['fill']?.startsWith('url(#') === true && !attributes['fill'].includes('verdict-'))
    const lastFace = shapes.findLastIndex(({ attributes }) => attributes['fill']?.startsWith('url(#verdict-'))
    expect(lastFace).toBeLessThan(firstZone)
  })
})
