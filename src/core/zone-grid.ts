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
  /**
   * Per crossed polygon two numbers, side by side for the cache: twice its shape, plus 1 where the centre is
   * inside; and the start of its edges in `edges`. One more closes the last.
   */
  readonly crossed: Uint32Array
  readonly edges: Uint32Array
  readonly xy: Float64Array
  /** Determinants (degrees²) this near to 0 may have the wrong sign: 16 roundings of the largest product there can be. */
  readonly doubt: number
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

const isNear = (value: number, doubt: number): boolean => value <= doubt && value >= -doubt

/**
 * The same for almost every point, at a tenth of the price: the edges that the straight way from `p` to the
 * centre crosses, by plain determinants. Undefined where one of them is too near 0 to trust.
 */
function quickInside(grid: ZoneGrid, at: number, px: number, py: number, cx: number, cy: number): boolean | undefined {
  const { xy, edges, crossed, doubt } = grid
  let inside = ((crossed[2 * at] ?? 0) & 1) === 1
  const last = crossed[2 * at + 3] ?? 0
  const wayX = cx - px
  const wayY = cy - py
  for (let next = crossed[2 * at + 1] ?? 0; next < last; next++) {
    const edge = 4 * (edges[next] ?? 0)
    const ax = (xy[edge] ?? 0) - px
    const ay = (xy[edge + 1] ?? 0) - py
    const bx = (xy[edge + 2] ?? 0) - px
    const by = (xy[edge + 3] ?? 0) - py
    const ofPoint = ax * by - ay * bx
    const ofCentre = (ax - wayX) * (by - wayY) - (ay - wayY) * (bx - wayX)
    const ofStart = wayX * ay - wayY * ax
    const ofEnd = wayX * by - wayY * bx
    if (isNear(ofPoint, doubt) || isNear(ofCentre, doubt) || isNear(ofStart, doubt) || isNear(ofEnd, doubt)) return undefined
    if (ofPoint > 0 !== ofCentre > 0 && ofStart > 0 !== ofEnd > 0) inside = !inside
  }
  return inside
}

/** True where `p` is inside or on the line of crossed polygon `at`, given the centre (cx, cy) of its cell. */
function isInside(grid: ZoneGrid, at: number, px: number, py: number, cx: number, cy: number): boolean {
  const { xy, edges, crossed } = grid
  let inside = ((crossed[2 * at] ?? 0) & 1) === 1
  const last = crossed[2 * at + 3] ?? 0
  for (let next = crossed[2 * at + 1] ?? 0; next < last; next++) {
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

const none: readonly number[] = Object.freeze([])

/**
 * Numbers of the shapes that cover a position, each once; none for a position that is not finite.
 * Shapes are closed: a point on a line, a shared line or a corner is in every shape it touches.
 */
export function covering(grid: ZoneGrid, lon: number, lat: number): readonly number[] {
  if (!(lon >= grid.minX && lon <= grid.maxX && lat >= grid.minY && lat <= grid.maxY)) return none
  const column = Math.min(Math.floor((lon - grid.minX) / grid.cellX), grid.columns - 1)
  const row = Math.min(Math.floor((lat - grid.minY) / grid.cellY), grid.rows - 1)
  const { starts, cover, crossed } = grid
  const cell = 2 * (row * grid.columns + column)
  const coverFrom = starts[cell] ?? 0
  const coverTo = starts[cell + 2] ?? 0
  const crossedFrom = starts[cell + 1] ?? 0
  const crossedTo = starts[cell + 3] ?? 0
  if (coverFrom === coverTo && crossedFrom === crossedTo) return none
  const found: number[] = []
  for (let at = coverFrom; at < coverTo; at++) found.push(cover[at] ?? 0)
  if (crossedFrom === crossedTo) return found
  const cx = centreX(grid, column)
  const cy = centreY(grid, row)
  for (let at = crossedFrom; at < crossedTo; at++) {
    const shape = (crossed[2 * at] ?? 0) >>> 1
    const inside = quickInside(grid, at, lon, lat, cx, cy) ?? isInside(grid, at, lon, lat, cx, cy)
    if (inside && !found.includes(shape)) found.push(shape)
  }
  return found
}
