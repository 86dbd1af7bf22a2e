import { readFileSync } from 'node:fs'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { exaggerationAt, heightAt, heightsOf, TILE_PX, terrariumTile } from '../../src/map/terrain-heights'

const relief = JSON.parse(readFileSync('geodata/layers/relief.geojson', 'utf8')) as FeatureCollection<Polygon | MultiPolygon, { elevM: number }>
const heights = heightsOf(relief)
const levels = relief.features.map(({ properties }) => properties.elevM).sort((a, b) => a - b)

/** Highest contour around a place, by the plain loop over the areas. */
const bandOf = (lon: number, lat: number): number => {
  const above = relief.features.filter((area) => booleanPointInPolygon([lon, lat], area)).map(({ properties }) => properties.elevM)
  return above.length === 0 ? -1 : levels.indexOf(Math.max(...above))
}

const square = (elevM: number, half: number) => ({
  type: 'Feature' as const,
  properties: { elevM },
  geometry: { type: 'Polygon' as const, coordinates: [[[106 - half, 29 - half], [106 + half, 29 - half], [106 + half, 29 + half], [106 - half, 29 + half], [106 - half, 29 - half]]] },
})

describe('heights from the bands of relief', () => {
  it('keep each cell between the contours around it', () => {
    const [west, south] = heights.box
    const wrong: string[] = []
    for (let cell = 17; cell < heights.metres.length; cell += 97) {
      const lon = west + ((cell % heights.columns) + 0.5) * ((heights.box[2] - west) / heights.columns)
      const lat = south + (Math.floor(cell / heights.columns) + 0.5) * ((heights.box[3] - south) / heights.rows)
      const metres = heightAt(heights, lon, lat)
      const band = bandOf(lon, lat)
      const [floor, roof] = [levels[band] ?? (levels[0] ?? 0) - 60, levels[band + 1] ?? (levels.at(-1) ?? 0) + 60]
      // A cell on a contour belongs to one side of it; the one beside it may be asked about.
      const step = (levels[1] ?? 0) - (levels[0] ?? 0)
      if (metres < floor - step || metres > roof + step) wrong.push(`${lon}, ${lat}: ${metres} not in ${floor}..${roof}`)
    }
    expect(wrong).toEqual([])
  })

  it('rise towards the middle of a hill, and not beyond the margin', () => {
    const hill = heightsOf({ type: 'FeatureCollection', features: [square(400, 0.05), square(300, 0.1)] })
    const along = [0.09, 0.06, 0.04, 0.01].map((east) => heightAt(hill, 106 + east, 29))
    expect(along).toEqual([...along].sort((a, b) => a - b))
    expect(heightAt(hill, 106, 29)).toBeGreaterThanOrEqual(400)
    expect(Math.max(...hill.metres)).toBeLessThanOrEqual(460)
    expect(Math.min(...hill.metres)).toBeGreaterThanOrEqual(240)
  })

  it('are the heights of the edge beyond the edge', () => {
    const [west, south] = heights.box
    expect(heightAt(heights, west - 5, south - 5)).toBe(heights.metres[0])
  })

  it('say what is missing where there are none', () => {
    expect(() => heightsOf({ type: 'FeatureCollection', features: [] })).toThrow('expected bands of height, found none')
  })
})

describe('a tile of heights', () => {
  it('holds the height of every pixel to 4 mm', () => {
    const [z, x, y] = [10, 813, 423]
    const pixels = terrariumTile(heights, z, x, y)
    const worst = [0, 1, 63, 127].flatMap((row) =>
      [0, 5, 64, 127].map((column) => {
        const at = 4 * (row * TILE_PX + column)
        const read = (pixels[at] ?? 0) * 256 + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) / 256 - 32_768
        const lon = ((x + (column + 0.5) / TILE_PX) / 2 ** z) * 360 - 180
        const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + (row + 0.5) / TILE_PX)) / 2 ** z))) * 180) / Math.PI
        return Math.abs(read - heightAt(heights, lon, lat))
      }),
    )
    expect(Math.max(...worst)).toBeLessThanOrEqual(1 / 256)
  })
})

describe('heights drawn larger', () => {
  it('are the less so the closer one looks, and never below twice', () => {
    const stretches = [7, 9, 10, 11, 12, 14, 18].map(exaggerationAt)
    expect(stretches).toEqual([...stretches].sort((a, b) => b - a))
    expect([stretches[0], stretches.at(-1)]).toEqual([14, 2])
  })
})
