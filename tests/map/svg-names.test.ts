import { describe, expect, it } from 'vitest'
import type { Position } from 'geojson'
import { atOnce } from '../../src/core/steps'
import { palette } from '../../src/map/palette'
import { layersOf } from '../../src/map/style'
import { lettersAlong, placesAlong } from '../../src/map/svg-courses'
import type { Frame } from '../../src/map/svg-frame'
import { placedNames, type Placed } from '../../src/map/svg-names'
import { writingOf } from '../../src/map/svg-writing'
import { drawing, usual } from './fixtures'

const whole: Frame = { view: { center: [106.2, 29.585], zoom: 9.7 }, width: 1440, height: 900 }
const at = (zoom: number): Frame => ({ ...whole, view: { center: [106.2276, 29.58], zoom } })

function named(frame: Frame, lang: 'zh' | 'en' = 'zh'): Placed[] {
  const layers = layersOf(drawing, { ...usual, lang }).filter(({ type, minzoom = 0 }) => type === 'symbol' && minzoom <= frame.view.zoom)
  return atOnce(placedNames(layers, { layers, sources: drawing.sources, frame, palette, focus: new Map() }))
}

const linesOf = ({ shapes }: Placed): string[] => shapes.map(({ text = '' }) => text)
const widthOf = () => 1
const setting = { maxWidth: 7, lineHeight: 1.25, spacing: 0, widthOf }

describe('a name in lines', () => {
  const textOf = (name: string, more = {}) => writingOf([{ text: name, scale: 1 }], { ...setting, ...more }).lines.map(({ text }) => text)

  it('breaks where it is wider than the style allows, into lines as even as can be', () => {
    expect(textOf('生态保护红线')).toEqual(['生态保护红线'])
    expect(textOf('秀湖国家湿地公园')).toEqual(['秀湖国家', '湿地公园'])
    expect(textOf('Ecological protection line', { maxWidth: 14 })).toEqual(['Ecological', 'protection line'])
  })

  it('leaves no bracket open at the end of a line', () => {
    expect(textOf('甲乙丙丁（戊己庚）').some((line) => line.endsWith('（'))).toBe(false)
  })

  it('sets its note below in its own size, the whole about the middle', () => {
    const { lines, height } = writingOf([{ text: '生态保护红线', scale: 1 }, { text: '\n（示意）', scale: 0.82 }], setting)
    expect(lines.map(({ text, scale }) => [text, scale])).toEqual([['生态保护红线', 1], ['（示意）', 0.82]])
    expect(height).toBeCloseTo(1.25 * 1.82, 9)
    expect(lines[0]?.baseline).toBeLessThan(0.2)
    expect(lines[1]?.baseline).toBeGreaterThan(0.5)
  })
})

describe('a name along a line', () => {
  const signs = (name: string) => [...name].map((sign) => ({ sign, advance: 1.2 }))
  const along = { spacing: 0.2, size: 10, above: 0 }
  const course = { length: 100, largest: 10, spacing: 400, maxAngle: 60, magnified: 1, isContinued: false }

  it('stands as often as the style says, where it has room and the line does not turn too far', () => {
    expect(placesAlong([0, 0, 1000, 0], course)).toEqual([70, 470, 870])
    expect(placesAlong([0, 0, 90, 0], course)).toEqual([])
    expect(placesAlong([0, 0, 70, 0, 70, 500], course)).toEqual([470])
  })

  it('puts each letter on the line with its lean', () => {
    const letters = lettersAlong([0, 0, 100, 0, 200, 50], 100, { signs: signs('abcd'), ...along }) ?? []
    expect(letters.map(({ at: [x] }) => Math.round(x))).toEqual([82, 94, 105, 116])
    expect(letters.map(({ lean }) => Math.round(lean))).toEqual([0, 0, 27, 27])
  })

  it.each([
    ['to the east', [0, 0, 300, 20]],
    ['to the west', [300, 20, 0, 0]],
    ['steeply down', [0, 0, 40, 300]],
    ['steeply up', [40, 300, 0, 0]],
  ])('is read upright on a line that runs %s', (_way, line) => {
    const latin = lettersAlong(line, 150, { signs: signs('River'), ...along }) ?? []
    const chinese = lettersAlong(line, 150, { signs: signs('梅江河'), ...along }) ?? []
    const upright = (lean: number) => Math.abs(((lean + 540) % 360) - 180)
    expect(Math.max(...latin.map(({ lean }) => upright(lean)))).toBeLessThanOrEqual(90)
    expect(Math.max(...chinese.map(({ lean }) => upright(lean)))).toBeLessThanOrEqual(45)
    expect((latin.at(-1)?.at[0] ?? 0) > (latin[0]?.at[0] ?? 0)).toBe(true)
    const [first, last] = [chinese[0]?.at ?? [0, 0], chinese.at(-1)?.at ?? [0, 0]]
    expect(Math.max(last[0] - first[0], last[1] - first[1])).toBeGreaterThan(0)
    expect(Math.abs(last[1] - first[1]) > Math.abs(last[0] - first[0]) ? last[1] > first[1] : last[0] > first[0]).toBe(true)
  })

  it('is not written beyond the end of its line', () => {
    expect(lettersAlong([0, 0, 30, 0], 15, { signs: signs('abcd'), ...along })).toBeNull()
  })
})

describe('names of the simple map', () => {
  it.each([9.7, 11, 13, 15])('lie on no other name or sign at zoom %s', (zoom) => {
    for (const lang of ['zh', 'en'] as const) {
      const boxes = named(zoom < 10 ? whole : at(zoom), lang).filter(({ name }) => name !== '').flatMap((one) => one.room.map((box) => ({ one, box })))
      const clashes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.one !== b.one && a.box[0] < b.box[2] && b.box[0] < a.box[2] && a.box[1] < b.box[3] && b.box[1] < a.box[3]).map((b) => [a.one.name, b.one.name]))
      expect(clashes).toEqual([])
    }
  })

  it('hold the note of a zone in a line of its own', () => {
    const red = named(whole).find(({ name }) => name.startsWith('生态保护红线'))
    expect(red === undefined ? [] : linesOf(red)).toEqual(['生态保护红线', '（示意）'])
    const [size, noteSize] = red?.shapes.map(({ attributes }) => Number(attributes['font-size'])) ?? []
    expect((noteSize ?? 0) / (size ?? 1)).toBeCloseTo(0.82, 1)
  })

  it('run along the crest letter by letter, on the line itself', () => {
    const crest = named(whole, 'en').filter(({ layer }) => layer.endsWith('/name-crest'))
    expect(crest.map(linesOf).map((letters) => letters.join(''))).toContain('Yunwu Mountain')
    const upright = named(whole).filter(({ layer }) => layer.endsWith('/name-crest'))
    expect(new Set(upright.map(linesOf).map((letters) => letters.join('')))).toEqual(new Set(['缙云山', '云雾山']))
    for (const { shapes } of upright) {
      const ys = shapes.map(({ attributes }) => Number(attributes['y']))
      expect(ys).toEqual([...ys].sort((a, b) => a - b))
    }
  })

  it('give the seat of the district its name wherever one looks', () => {
    const seat = drawing.sources['zones']?.features.find(({ geometry, properties }) => geometry.type === 'Point' && properties?.['size'] === 0 && properties['form'] === 'mark')
    const [lon = 0, lat = 0]: Position = seat?.geometry.type === 'Point' ? seat.geometry.coordinates : []
    for (const zoom of [9, 10.5, 12, 14, 16]) expect(named({ ...whole, view: { center: [lon, lat], zoom } }).map(({ name }) => name)).toContain('璧城街道')
  })
})
