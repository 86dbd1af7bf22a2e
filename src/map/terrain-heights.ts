/** Heights from hypsometric bands: between two contours the land is taken as a membrane stretched within them. Pure. */
import type { FeatureCollection, Position } from 'geojson'
import { boxOf, ringsOf, type Box } from './geometry'

/** Heights on a grid, metres; row 0 in the south, values at the middles of the cells. */
export interface Heights {
  readonly box: Box
  readonly columns: number
  readonly rows: number
  readonly metres: Float32Array
}

/** Cell size: about 200 m, a fifth of the narrowest band that shows. */
const cellDegrees = 0.002
/** Land below the lowest contour lies at most this far below it, land above the highest this far above, metres. */
const marginM = 60
const rounds = 160

/** Longitudes at which a ring crosses a parallel. */
function crossings(ring: readonly Position[], latitude: number): number[] {
  const found: number[] = []
  for (let at = 1; at < ring.length; at++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[at - 1] ?? [], ring[at] ?? []]
    if (ay > latitude !== by > latitude) found.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax))
  }
  return found
}

/** Marks the cells of one row whose middle lies in the rings, by even and odd. */
function fillRow(level: Uint8Array, row: number, value: number, rings: readonly Position[][], { box, columns }: Pick<Heights, 'box' | 'columns'>): void {
  const [west, south] = box
  const meets = rings.flatMap((ring) => crossings(ring, south + (row + 0.5) * cellDegrees)).sort((a, b) => a - b)
  for (let pair = 0; pair + 1 < meets.length; pair += 2) {
    const from = Math.max(0, Math.ceil(((meets[pair] ?? 0) - west) / cellDegrees - 0.5))
    const to = Math.min(columns - 1, Math.floor(((meets[pair + 1] ?? 0) - west) / cellDegrees - 0.5))
    for (let column = from; column <= to; column++) level[row * columns + column] = value
  }
}

/** By cell, how many contours lie at or below it. */
function levelsOf(bands: readonly { rings: readonly Position[][] }[], grid: Pick<Heights, 'box' | 'columns' | 'rows'>): Uint8Array {
  const level = new Uint8Array(grid.columns * grid.rows)
  bands.forEach(({ rings }, band) => {
    for (let row = 0; row < grid.rows; row++) fillRow(level, row, band + 1, rings, grid)
  })
  return level
}

/** One round of the membrane: each cell takes the mean of its four neighbours, held within its band. */
function relax(metres: Float32Array, floors: Float32Array, roofs: Float32Array, columns: number): void {
  for (let cell = 0; cell < metres.length; cell++) {
    const own = metres[cell] ?? 0
    const [left, right] = [cell % columns === 0 ? own : (metres[cell - 1] ?? own), cell % columns === columns - 1 ? own : (metres[cell + 1] ?? own)]
    const mean = (left + right + (metres[cell - columns] ?? own) + (metres[cell + columns] ?? own)) / 4
    metres[cell] = Math.min(roofs[cell] ?? mean, Math.max(floors[cell] ?? mean, mean))
  }
}

/** `relief`: areas at or above `elevM` each, lying on one another. Throws where there is no band. */
export function heightsOf(relief: FeatureCollection): Heights {
  const bands = relief.features.map(({ geometry, properties }) => ({ elevM: Number(properties?.['elevM']), rings: ringsOf(geometry) })).sort((a, b) => a.elevM - b.elevM)
  const [lowest, highest] = [bands[0]?.elevM, bands.at(-1)?.elevM]
  if (lowest === undefined || highest === undefined) throw new Error('expected bands of height, found none; build geodata/layers/relief.geojson')
  const box = boxOf(relief.features.map(({ geometry }) => geometry))
  const [columns, rows] = [Math.ceil((box[2] - box[0]) / cellDegrees), Math.ceil((box[3] - box[1]) / cellDegrees)]
  const level = levelsOf(bands, { box, columns, rows })
  const steps = [lowest - marginM, ...bands.map(({ elevM }) => elevM), highest + marginM]
  const floors = Float32Array.from(level, (one) => steps[one] ?? lowest)
  const roofs = Float32Array.from(level, (one) => steps[one + 1] ?? highest)
  const metres = Float32Array.from(level, (_, cell) => ((floors[cell] ?? 0) + (roofs[cell] ?? 0)) / 2)
  for (let round = 0; round < rounds; round++) relax(metres, floors, roofs, columns)
  return { box, columns, rows, metres }
}

/** Height at a place, metres, between the four cells around it; beyond the grid that of its edge. */
export function heightAt({ box, columns, rows, metres }: Heights, lon: number, lat: number): number {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
  const [x, y] = [clamp((lon - box[0]) / cellDegrees - 0.5, columns - 1), clamp((lat - box[1]) / cellDegrees - 0.5, rows - 1)]
  const [column, row] = [Math.min(Math.floor(x), columns - 2), Math.min(Math.floor(y), rows - 2)]
  const at = (dx: number, dy: number) => metres[(row + dy) * columns + column + dx] ?? 0
  const [u, v] = [x - column, y - row]
  return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v
}

/** Pixels across a tile. */
export const TILE_PX = 128

const lonOf = (x: number, z: number): number => (x / 2 ** z) * 360 - 180
const latOf = (y: number, z: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI

/** Tile z/x/y (Web Mercator) as RGBA, heights in the Terrarium encoding: height + 32768 = 256 R + G + B / 256. */
export function terrariumTile(heights: Heights, z: number, x: number, y: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * TILE_PX * TILE_PX)
  for (let row = 0; row < TILE_PX; row++) {
    const lat = latOf(y + (row + 0.5) / TILE_PX, z)
    for (let column = 0; column < TILE_PX; column++) {
      const value = heightAt(heights, lonOf(x + (column + 0.5) / TILE_PX, z), lat) + 32_768
      const whole = Math.floor(value)
      pixels.set([whole >> 8, whole & 255, Math.floor((value - whole) * 256), 255], 4 * (row * TILE_PX + column))
    }
  }
  return pixels
}

const [leastStretch, mostStretch, wholeZoom] = [2, 14, 9.6]

/** How much larger heights are drawn: on a small scale ridges of 300 m over a valley 15 km wide would not be seen. */
export function exaggerationAt(zoom: number): number {
  return Math.round(Math.max(leastStretch, Math.min(mostStretch, mostStretch * 2 ** ((wholeZoom - zoom) * 0.8))))
}
