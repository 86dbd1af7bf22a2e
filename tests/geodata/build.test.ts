import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildLayers, preferOfficial, readInputs } from '../../geodata/build'
import { controlOf } from '../../geodata/control'
import { areaM2, areaGeometry, circle, distanceM, ringsOf, round, turn, type Ring } from '../../geodata/geometry'
import { points } from '../../geodata/recipes/points'
import { landAbove, stitched } from '../../geodata/recipes/relief'
import type { ShapeFeature } from '../../geodata/shape'

const folder = join(import.meta.dirname, '../../geodata')
const inputs = readInputs(folder)
const built = buildLayers(inputs)

describe('the build', () => {
  it('reproduces every committed byte', () => {
    const differing = [...built].filter(([file, text]) => readFileSync(join(folder, 'layers', file), 'utf8') !== text)
    expect(differing.map(([file]) => file)).toEqual([])
  })

  it('is the same twice', () => {
    expect([...buildLayers(readInputs(folder))]).toEqual([...built])
  })

  it('does not change what it reads', () => {
    const before = JSON.stringify(inputs.control.all('basins'))
    buildLayers(inputs)
    expect(JSON.stringify(inputs.control.all('basins'))).toBe(before)
  })

  it('says which record lacks a recipe', () => {
    const layer = { ...inputs.layers[0]!, id: 'moonlight' }
    expect(() => buildLayers({ ...inputs, layers: [layer] })).toThrow(/recipe.*"moonlight"/)
  })
})

describe('control geometry', () => {
  it('names a missing feature', () => {
    expect(() => controlOf({ nodes: { type: 'FeatureCollection', features: [] } }).one('nodes/x')).toThrow(/feature "x" in sources\/nodes/)
  })
})

describe('rings', () => {
  const square: Ring = [[106, 29], [106.01, 29], [106.01, 29.01], [106, 29.01], [106, 29]]

  it('rounds halves up, as the control geometry was rounded', () => {
    expect([round(106.238435), round(29.451815), round(-0.000001)]).toEqual([106.23844, 29.45182, 0])
  })

  it('winds outer rings counterclockwise and holes clockwise', () => {
    const hole: Ring = [[106.002, 29.002], [106.004, 29.002], [106.004, 29.004], [106.002, 29.004], [106.002, 29.002]]
    const [polygon] = ringsOf(areaGeometry([[square.toReversed(), hole]]))
    expect(polygon?.map((ring) => Math.sign(turn(ring)))).toEqual([1, -1])
  })

  it('measures on the ellipsoid, holes taken off', () => {
    // 0.01° of a meridian and of the parallels at 29.0° and 29.01°, from the series for WGS 84.
    expect(areaM2([[square]]) / 1e6).toBeCloseTo(0.97413 * 1.10858, 2)
    expect(areaM2([[square, square.toReversed()]])).toBe(0)
  })

  it('draws a circle whose corners keep their distance', () => {
    const centre: [number, number] = [106.2, 29.6]
    for (const corner of circle(centre, 7000)) expect(distanceM(centre, corner)).toBeCloseTo(7000, 5)
  })
})

describe('search discs', () => {
  const features = points(inputs.control, inputs.shapes.layers['drinking-water']!)
  const radiusOf = (id: string, from: string) => {
    const shape = features.find((feature) => feature.id === id)!
    const point = inputs.control.one(from).geometry
    const centre = point.type === 'Point' ? point.coordinates : []
    return Math.max(...ringsOf(shape.geometry).flat(2).map((corner) => distanceM([centre[0]!, centre[1]!], corner)))
  }

  it('are 2 sigma wide, and for 金堂 half the published length wider', () => {
    expect(radiusOf('reservoir-yanjinghe', 'drinking-water/reservoir-yanjinghe')).toBeCloseTo(7000, -1)
    expect(radiusOf('reservoir-jintang', 'drinking-water/reservoir-jintang')).toBeCloseTo(6400, -1)
  })

  it('hold the error in their size: envelopes without an error of their own', () => {
    for (const { properties } of features) expect([properties.kind, properties.sigmaM]).toEqual(['envelope', 0])
  })
})

describe('land above a contour', () => {
  const lines: Ring[] = [
    // From the southern edge of the elevation data to the northern one: high ground to the west.
    [[106.2, 29.22042], [106.2, 29.5]],
    [[106.2, 29.5], [106.2, 29.95792]],
    // A basin in it, clockwise.
    [[106, 29.5], [106, 29.6], [106.1, 29.6], [106.1, 29.5], [106, 29.5]],
    // A peak in the low ground.
    [[106.3, 29.5], [106.4, 29.5], [106.4, 29.6], [106.3, 29.6], [106.3, 29.5]],
  ]

  it('joins pieces', () => {
    expect(stitched(lines).map((line) => line.length)).toEqual([3, 5, 5])
  })

  it('closes lines along the edge, keeps basins as holes and peaks as parts', () => {
    const land = landAbove(lines)
    expect(land.map((polygon) => polygon.length).sort()).toEqual([1, 2])
    const xs = land.flat(2).map(([x]) => x)
    expect(Math.min(...xs)).toBe(105.95208)
    expect(xs).not.toContain(106.45625)
  })

  it('does not depend on the order of the lines', () => {
    expect(areaM2(landAbove(lines.toReversed()))).toBeCloseTo(areaM2(landAbove(lines)), 3)
  })

  it('leaves out a line whose other half is lost', () => {
    expect(landAbove([[[106.2, 29.22042], [106.2, 29.5]]])).toEqual([])
  })

  it('nests: higher land lies in lower land', () => {
    const relief = JSON.parse(built.get('relief.geojson') ?? '')
    const areas: number[] = relief.features.map(({ geometry }: ShapeFeature) => areaM2(ringsOf(geometry)))
    expect(areas).toEqual(areas.toSorted((a, b) => b - a))
  })
})

describe('official shapes', () => {
  const shape = (id: string, zone: string, kind: 'outline' | 'mark' = 'outline'): ShapeFeature => ({
    type: 'Feature',
    id,
    properties: { zone, name: { zh: id, en: id }, kind, certainty: 'C', sigmaM: 1, complete: true, method: { zh: '-', en: '-' }, sources: ['-'] },
    geometry: { type: 'Point', coordinates: [0, 0] },
  })
  const ids = (features: readonly ShapeFeature[]) => features.map(({ id }) => id)

  it('replace all reconstructed shapes of their zone where the first one stood, and leave marks', () => {
    const features = [shape('a', 'x'), shape('b', 'y'), shape('c', 'y'), shape('d', 'y', 'mark')]
    expect(ids(preferOfficial(features, { y: [shape('official', 'y')] }, ['x', 'y']))).toEqual(['a', 'official', 'd'])
  })

  it('come last for a zone that had no shape', () => {
    expect(ids(preferOfficial([shape('a', 'x')], { z: [shape('official', 'z')] }, ['x', 'z']))).toEqual(['a', 'official'])
  })

  it('stay out of layers that do not name their zone', () => {
    expect(ids(preferOfficial([shape('a', 'x')], { z: [shape('official', 'z')] }, ['x']))).toEqual(['a'])
  })
})
