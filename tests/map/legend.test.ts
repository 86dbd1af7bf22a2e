import { describe, expect, it } from 'vitest'
import { legendOf } from '../../src/map/legend'
import { lookOf, palette, toneOf } from '../../src/map/palette'
import { shapes } from './fixtures'

const seen = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => (Math.max(seen(a), seen(b)) + 0.05) / (Math.min(seen(a), seen(b)) + 0.05)

describe('legend', () => {
  it.each(shapes)('has an entry for $shape.zone in $layer', ({ layer, shape }) => {
    for (const theme of ['light', 'dark'] as const) expect(legendOf(shape.zone, layer, shape, theme).line.color).toMatch(/^#[0-9A-F]{6}$/i)
  })

  it('says how sure a line is in one language', () => {
    const entry = (kind: 'outline' | 'envelope' | 'axis', certainty: 'A' | 'B' | 'C') => legendOf('ecological-redline', 'ecological-redline', { kind, certainty }, 'light')
    expect(entry('outline', 'A')).toMatchObject({ hatch: null, soft: null, fill: { opacity: 0.22 }, line: { dash: null } })
    expect(entry('outline', 'B')).toMatchObject({ fill: null, soft: null, hatch: { gap: 4.5 } })
    expect(entry('outline', 'C')).toMatchObject({ fill: null, soft: { sigmas: 2 }, hatch: { gap: 8 } })
    expect(entry('envelope', 'C')).toMatchObject({ fill: null, soft: null, hatch: null, line: { dash: [0, 2.4] } })
    expect(entry('axis', 'C')).toMatchObject({ fill: null, hatch: null, line: { dash: [5, 2] } })
  })

  it('keeps zones of one layer apart without colour: by hatch or by tone', () => {
    const atmosphere = shapes.filter(({ layer }) => layer === 'atmosphere').map(({ shape }) => shape.zone)
    const hatches = new Map([...new Set(atmosphere)].map((zone) => [zone, lookOf(zone, 'atmosphere').hatch + lookOf(zone, 'atmosphere').tone]))
    expect(new Set(hatches.values()).size).toBe(hatches.size)
  })

  it('draws lettering that can be read', () => {
    for (const theme of ['light', 'dark'] as const)
      for (const name of Object.keys(palette[theme].tones))
        expect([name, contrast(toneOf(name, theme).text, palette[theme].stage.paper) >= 4.5]).toEqual([name, true])
  })

  it('says what is missing', () => {
    expect(() => toneOf('gold', 'light')).toThrow(/Expected tone "gold" under light\.tones.*found redline/)
    expect(() => lookOf('x', 'y', { ...palette, layerLooks: {} })).toThrow(/Expected a look for zone x/)
    const broken = { ...palette, looks: { z: { tone: 'plain', hatch: 'wave', label: 'none', rank: 1 } } }
    expect(() => legendOf('z', 'y', { kind: 'outline', certainty: 'C' }, 'light', broken)).toThrow(/Expected hatch "wave"/)
  })
})
