import { describe, expect, it } from 'vitest'
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
