import { describe, expect, it } from 'vitest'
import type { Face } from '../../src/core/suitability-types'
import type { FacesPicture } from '../../src/map/deck-picture'
import { facesScene, partsOf, pointsScene } from '../../src/map/deck-scene'
import { palette } from '../../src/map/palette'
import { layersOf } from '../../src/map/style'
import { fitted, project, unproject, type Frame } from '../../src/map/svg-frame'
import { sceneOf } from '../../src/map/svg-scene'
import { drawing, usual } from './fixtures'

const frame: Frame = { view: { center: [106.2, 29.585], zoom: 9.6 }, width: 1000, height: 800 }
const scene = (more: Partial<typeof usual> = {}, at = frame) => sceneOf({ layers: layersOf(drawing, { ...usual, ...more }), sources: drawing.sources, frame: at, palette, focus: new Map() })

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
    const { shapes, hatches, background } = scene()
    expect(background).toBe(palette.light.stage.outside)
    expect(hatches.length).toBeGreaterThan(3)
    expect(shapes.filter(({ attributes }) => attributes['stroke'] !== undefined && attributes['fill'] === 'none').length).toBeGreaterThan(50)
    const names = shapes.flatMap(({ text }) => (text === undefined ? [] : [text]))
    expect(names).toContain('璧城街道')
    expect(new Set(scene({ lang: 'en' }).shapes.map(({ text }) => text))).toContain('Bicheng Subdistrict')
  })

  it('leaves out what is switched off', () => {
    const before = scene().shapes.length
    expect(scene({ off: new Set(['atmosphere']) }).shapes.length).toBeLessThan(before)
  })

  it('writes no number that is none and no value of a library', () => {
    const bad = scene().shapes.filter(({ attributes }) => Object.values(attributes).some((value) => /NaN|undefined|null|\[object/.test(value)))
    expect(bad).toEqual([])
  })

  it('lets no two names collide', () => {
    const boxes = scene().shapes.flatMap(({ text, attributes }) => {
      if (text === undefined) return []
      const [size, x, y] = [attributes['font-size'], attributes['x'], attributes['y']].map(Number)
      const half = ((size ?? 0) * 0.5 * [...text].length) / 2
      return [{ text, left: (x ?? 0) - half, right: (x ?? 0) + half, top: (y ?? 0) - (size ?? 0) / 2, bottom: (y ?? 0) + (size ?? 0) / 2 }]
    })
    const clashes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map((b) => [a.text, b.text]))
    expect(clashes).toEqual([])
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
    const { shapes, hatches } = sceneOf({ layers, sources: drawing.sources, frame, palette, focus: new Map(), deck })
    const without = scene().shapes.length
    const ids = hatches.map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('verdict-'))).toEqual(expect.arrayContaining(['verdict-prohibited-0', 'verdict-prohibited-1', 'verdict-conditional-0']))
    // Two washes, two hatches of the cross, one of the dots; two colours of points and the ring.
    expect(shapes.length - without).toBe(2 + 3 + 2 + 1)
    const firstZone = shapes.findIndex(({ attributes }) => attributes['fill']?.startsWith('url(#hatch-'))
    const lastFace = shapes.findLastIndex(({ attributes }) => attributes['fill']?.startsWith('url(#verdict-'))
    expect(lastFace).toBeLessThan(firstZone)
  })
})
