/** Cells of one kind joined into polygons: walks along their common edge, taken apart where one touches itself. */
import type { Cells } from './cells'
import { OUTER } from './cells-areas'
import { Groups } from './cells-merge'
import type { FacePolygons } from './suitability-types'

/** Beyond the district; no cell has it. */
const beyond = -1

/** A closed way through positions, the first not repeated. */
type Loop = number[]

/** By way, the kind of the cell on its left. */
function kindsOf({ cellOf }: Cells, kindOfCell: Int32Array): Int32Array {
  return cellOf.map((cell) => (cell === OUTER ? beyond : (kindOfCell[cell] ?? beyond)))
}

/** Cells of one kind that share an edge. */
function partsOf({ cellOf, areaM2 }: Cells, kinds: Int32Array): Groups {
  const parts = new Groups(areaM2.length)
  for (let way = 0; way < cellOf.length; way += 2) {
    if (kinds[way] !== beyond && kinds[way] === kinds[way + 1]) parts.join(cellOf[way] ?? 0, cellOf[way + 1] ?? 0)
  }
  return parts
}

/** The way that goes on along the left of `way` where the kind changes. */
function nextAlong({ ways: { clockwise } }: Cells, kinds: Int32Array, way: number): number {
  let next = clockwise[way ^ 1] ?? 0
  // Across an edge within the kind to the next edge of the same position.
  while (kinds[next] === kinds[next ^ 1]) next = clockwise[next] ?? 0
  return next
}

/** The positions of a walk, a loop for each time it comes back to where it was. */
function loopsOf(walk: readonly number[], start: Uint32Array): Loop[] {
  const loops: Loop[] = []
  const open: number[] = []
  const depth = new Map<number, number>()
  for (const way of walk) {
    const position = start[way] ?? 0
    const before = depth.get(position)
    if (before !== undefined) {
      const loop = open.splice(before)
      for (const left of loop) depth.delete(left)
      loops.push(loop)
    }
    depth.set(position, open.length)
    open.push(position)
  }
  loops.push(open)
  return loops
}

function turning({ planar: { x, y } }: Cells, loop: Loop): number {
  const [x0, y0] = [x[loop[0] ?? 0] ?? 0, y[loop[0] ?? 0] ?? 0]
  let sum = 0
  let before = loop.at(-1) ?? 0
  for (const position of loop) {
    sum += ((x[before] ?? 0) - x0) * ((y[position] ?? 0) - y0) - ((x[position] ?? 0) - x0) * ((y[before] ?? 0) - y0)
    before = position
  }
  return sum
}

/** The loops of each polygon, its outer one first. */
function polygonsOf(cells: Cells, kinds: Int32Array): Map<number, Loop[]> {
  const { ways: { start }, cellOf } = cells
  const parts = partsOf(cells, kinds)
  const polygons = new Map<number, Loop[]>()
  const isDone = new Uint8Array(start.length)
  for (let first = 0; first < start.length; first++) {
    if (isDone[first] === 1 || kinds[first] === beyond || kinds[first] === kinds[first ^ 1]) continue
    const walk: number[] = []
    for (let way = first; isDone[way] !== 1; way = nextAlong(cells, kinds, way)) {
      isDone[way] = 1
      walk.push(way)
    }
    const part = parts.rootOf(cellOf[first] ?? 0)
    const loops = polygons.get(part) ?? []
    polygons.set(part, loops)
    for (const loop of loopsOf(walk, start)) {
      if (turning(cells, loop) > 0) loops.unshift(loop)
      else loops.push(loop)
    }
  }
  return polygons
}

function flat({ frame: { lon0, lat0, scale }, planar: { x, y } }: Cells, polygons: readonly Loop[][]): FacePolygons {
  const loops = polygons.flat()
  const ringStart = new Uint32Array(loops.length + 1)
  const polygonStart = new Uint32Array(polygons.length + 1)
  loops.forEach((loop, at) => void (ringStart[at + 1] = (ringStart[at] ?? 0) + loop.length + 1))
  polygons.forEach((own, at) => void (polygonStart[at + 1] = (polygonStart[at] ?? 0) + own.length))
  const positions = new Float64Array(2 * (ringStart.at(-1) ?? 0))
  let at = 0
  for (const loop of loops) {
    for (const position of [...loop, loop[0] ?? 0]) {
      positions[at++] = lon0 + (x[position] ?? 0) / scale
      positions[at++] = lat0 + (y[position] ?? 0) / scale
    }
  }
  return { positions, ringStart, polygonStart }
}

/**
 * The polygons of each kind from 0 up to `count`. Along a common edge two kinds have the very same positions, so that
 * nothing shows between them.
 */
export function polygonsByKind(cells: Cells, kindOfCell: Int32Array, count: number): FacePolygons[] {
  const kinds = kindsOf(cells, kindOfCell)
  const byKind: Loop[][][] = Array.from({ length: count }, () => [])
  for (const [part, loops] of polygonsOf(cells, kinds)) byKind[kindOfCell[part] ?? 0]?.push(loops)
  return byKind.map((polygons) => flat(cells, polygons))
}
