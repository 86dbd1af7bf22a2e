/**
 * Which shapes cover a point: a uniform grid. Each cell knows the shapes that cover all of it, and for each
 * polygon whose line crosses it the edges there and whether the cell's centre is inside.
 *
 * From the point one walks to the centre in two legs, level then upright, and counts the edges crossed.
 * Every side is decided exactly (`sideOf`) and ties by one infinitesimal shift, so that rounding never decides;
 * a point on a line is found before that and is inside.
 */
import { sideOf } from './orientation'

/** Built by `grid-build.ts`; nothing changes afterwards. */
export interface ZoneGrid {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly columns: number
  readonly rows: number
  /** Degrees per cell. */
  readonly cellX: number
  readonly cellY: number
  /** Per cell two starts: into `cover` and into the crossed polygons. One more cell closes the last. */
  readonly starts: Uint32Array
  /** Shapes that cover the whole cell. */
  readonly cover: Uint32Array
  /** Per crossed polygon: twice its shape, plus 1 where the centre is inside. */
  readonly crossed: Uint32Array
  /** Per crossed polygon the start of its edges in `edges`. */
  readonly edgeStart: Uint32Array
  readonly edges: Uint32Array
  readonly xy: Float64Array
}

export const centreX = (grid: Pick<ZoneGrid, 'minX' | 'cellX'>, column: number): number => grid.minX + (column + 0.5) * grid.cellX
export const centreY = (grid: Pick<ZoneGrid, 'minY' | 'cellY'>, row: number): number => grid.minY + (row + 0.5) * grid.cellY

/**
 * True where `p` lies left of the edge. A point on the line counts as shifted, mostly to the east and far less
 * to the north.
 */
export function isLeft(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const side = sideOf(ax, ay, bx, by, px, py)
  if (side !== 0) return side > 0
  return ay === by ? bx > ax : by < ay
}

const onEnd = (ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean =>
  (px === ax && py === ay) || (px === bx && py === by) || (py === ay && py === by && px > ax !== px > bx)

/** True where `p` is inside or on the line of crossed polygon `at`, given the centre (cx, cy) of its cell. */
function isInside(grid: ZoneGrid, at: number, px: number, py: number, cx: number, cy: number): boolean {
  const { xy, edges, edgeStart } = grid
  let inside = ((grid.crossed[at] ?? 0) & 1) === 1
  const last = edgeStart[at + 1] ?? 0
  for (let next = edgeStart[at] ?? 0; next < last; next++) {
    const edge = 4 * (edges[next] ?? 0)
    const ax = xy[edge] ?? 0
    const ay = xy[edge + 1] ?? 0
    const bx = xy[edge + 2] ?? 0
    const by = xy[edge + 3] ?? 0
    if (ay > py !== by > py) {
      const side = sideOf(ax, ay, bx, by, px, py)
      if (side === 0) return true
      if (side > 0 !== isLeft(ax, ay, bx, by, cx, py)) inside = !inside
    } else if (onEnd(ax, ay, bx, by, px, py)) return true
    if (ax > cx !== bx > cx && isLeft(ax, ay, bx, by, cx, py) !== isLeft(ax, ay, bx, by, cx, cy)) inside = !inside
  }
  return inside
}

/**
 * Numbers of the shapes that cover a position, each once; none for a position that is not finite.
 * Shapes are closed: a point on a line, a shared line or a corner is in every shape it touches.
 */
export function covering(grid: ZoneGrid, lon: number, lat: number): number[] {
  const found: number[] = []
  if (!(lon >= grid.minX && lon <= grid.maxX && lat >= grid.minY && lat <= grid.maxY)) return found
  const column = Math.min(Math.floor((lon - grid.minX) / grid.cellX), grid.columns - 1)
  const row = Math.min(Math.floor((lat - grid.minY) / grid.cellY), grid.rows - 1)
  const { starts, cover, crossed } = grid
  const cell = 2 * (row * grid.columns + column)
  const coverEnd = starts[cell + 2] ?? 0
  const crossedEnd = starts[cell + 3] ?? 0
  for (let at = starts[cell] ?? 0; at < coverEnd; at++) found.push(cover[at] ?? 0)
  for (let at = starts[cell + 1] ?? 0; at < crossedEnd; at++) {
    const shape = (crossed[at] ?? 0) >>> 1
    if (isInside(grid, at, lon, lat, centreX(grid, column), centreY(grid, row)) && !found.includes(shape)) found.push(shape)
  }
  return found
}
