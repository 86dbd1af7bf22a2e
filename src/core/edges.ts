/** GeoJSON shapes as flat arrays of edges. */
import type { Geometry, Position } from 'geojson'

/** All edges of all shapes. Edge `e` runs from (xy[4e], xy[4e+1]) to (xy[4e+2], xy[4e+3]), degrees. */
export interface Edges {
  readonly xy: Float64Array
  /** Edges of part `p`: from `partStart[p]` up to `partStart[p + 1]`. A part is one polygon or one line. */
  readonly partStart: Uint32Array
  /** Number of the shape each part belongs to; parts of a shape are neighbours. */
  readonly partShape: Uint32Array
  /** 1 where the part is a polygon, 0 where it is a line. */
  readonly partIsArea: Uint8Array
  /** Edges of shape `s`: from `shapeStart[s]` up to `shapeStart[s + 1]`. */
  readonly shapeStart: Uint32Array
}

interface Part {
  isArea: boolean
  paths: Position[][]
}

function partsOf(geometry: Geometry, where: string): Part[] {
  const area = (paths: Position[][]): Part => ({ isArea: true, paths })
  const line = (path: Position[]): Part => ({ isArea: false, paths: [path] })
  switch (geometry.type) {
    case 'Polygon':
      return [area(geometry.coordinates)]
    case 'MultiPolygon':
      return geometry.coordinates.map(area)
    case 'LineString':
      return [line(geometry.coordinates)]
    case 'MultiLineString':
      return geometry.coordinates.map(line)
    default:
      throw new Error(`${where}: expected a polygon or a line, found a ${geometry.type}. Draw its outline, or make it a mark.`)
  }
}

function checkPosition([lon, lat]: Position, where: string): void {
  const fine = Math.abs(lon ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90
  if (!fine) throw new Error(`${where}: expected longitude within 180° and latitude within 90°, found ${lon}, ${lat}. Correct the position.`)
}

/** Appends the edges of one path; edges of no length are left out. */
function addPath(xy: number[], path: readonly Position[], isArea: boolean, where: string): void {
  for (const position of path) checkPosition(position, where)
  const add = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) => {
    if (ax !== bx || ay !== by) xy.push(ax, ay, bx, by)
  }
  path.forEach((position, index) => {
    const next = path[index + 1] ?? (isArea ? path[0] : undefined)
    if (next) add(position, next)
  })
}

function closed(starts: number[], end: number): Uint32Array {
  starts.push(end)
  return new Uint32Array(starts)
}

/** Reads all geometries; `names` say in an error which shape is meant. Throws on points and impossible positions. */
export function readEdges(geometries: readonly Geometry[], names: readonly string[]): Edges {
  const xy: number[] = []
  const partStart: number[] = []
  const partShape: number[] = []
  const partIsArea: number[] = []
  const shapeStart: number[] = []
  geometries.forEach((geometry, shape) => {
    const where = `Shape of "${names[shape] ?? shape}"`
    const first = xy.length
    shapeStart.push(first / 4)
    for (const part of partsOf(geometry, where)) {
      partStart.push(xy.length / 4)
      partShape.push(shape)
      partIsArea.push(part.isArea ? 1 : 0)
      for (const path of part.paths) addPath(xy, path, part.isArea, where)
    }
    if (xy.length === first) throw new Error(`${where}: expected at least one line, found none. Draw it or remove the shape.`)
  })
  return {
    xy: new Float64Array(xy),
    partStart: closed(partStart, xy.length / 4),
    partShape: Uint32Array.from(partShape),
    partIsArea: Uint8Array.from(partIsArea),
    shapeStart: closed(shapeStart, xy.length / 4),
  }
}
