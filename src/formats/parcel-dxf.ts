/**
 * DXF → outlines: closed polylines are areas, open ones lines, arcs become chords.
 *
 * Read here instead of by dxf-parser: two entities of a line-by-line format need no package, and that one writes
 * to the console whatever it does not know.
 */
import { ParcelError, tidyName, type Pair, type RawSet, type RawShape } from './parcel-raw'
import { nest, withoutRepeats } from './parcel-rings'
import type { Said } from './say'

interface Vertex {
  x: number
  y: number
  /** Tangent of a quarter of the arc's angle, positive to the left; absent for straight edges. */
  bulge?: number
}

/** Greatest gap between an arc and its chords, drawing units (metres), and the most chords of one arc. */
const CHORD_GAP = 0.01
const MOST_CHORDS = 180

/** Vertices of the arc from `a` to `b`, without `b`. */
function arc(a: Vertex, b: Vertex): Pair[] {
  const { x, y, bulge = 0 } = a
  const angle = 4 * Math.atan(bulge)
  const chord = Math.hypot(b.x - x, b.y - y)
  if (!Number.isFinite(bulge) || Math.abs(bulge) < 1e-9 || chord === 0) return [[x, y]]
  const radius = chord / (2 * Math.abs(Math.sin(angle / 2)))
  const step = 2 * Math.acos(Math.max(0, 1 - CHORD_GAP / radius))
  const count = Math.min(MOST_CHORDS, Math.max(4, Math.ceil(Math.abs(angle) / step)))
  const offset = (1 - bulge * bulge) / (4 * bulge)
  const [cx, cy] = [(x + b.x) / 2 - offset * (b.y - y), (y + b.y) / 2 + offset * (b.x - x)]
  return Array.from({ length: count }, (_, i): Pair => {
    const [cos, sin] = [Math.cos((angle * i) / count), Math.sin((angle * i) / count)]
    return [cx + cos * (x - cx) - sin * (y - cy), cy + sin * (x - cx) + cos * (y - cy)]
  })
}

function outline(vertices: readonly Vertex[], closed: boolean): Pair[] {
  const [first] = vertices
  const last = vertices.at(-1)
  if (first === undefined || last === undefined) return []
  const edges = vertices.flatMap((vertex, i): Pair[] => {
    const next = vertices[i + 1] ?? (closed ? first : null)
    return next ? arc(vertex, next) : [[vertex.x, vertex.y]]
  })
  return edges
}

interface Entity {
  type: string
  layer: string
  closed: boolean
  vertices: Vertex[]
}

/** Bits of group 70: closed; a mesh, which is no outline; a control point of a curve, which is not on it. */
const CLOSED = 1
const MESH = 16 | 64
const CONTROL_POINT = 16

type Group = readonly [code: string, value: string]

/** The groups of each entity, its type first. */
function entitiesIn(text: string): Group[][] {
  const lines = text.split(/\r\n|\n|\r/)
  const found: Group[][] = []
  let within = false
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const group: Group = [(lines[i] ?? '').trim(), (lines[i + 1] ?? '').trim()]
    if (!/^-?\d{1,4}$/.test(group[0])) throw new ParcelError('dxf-broken')
    if (group[0] === '2' && group[1] === 'ENTITIES' && (lines[i - 1] ?? '').trim() === 'SECTION') within = true
    else if (group[0] === '0' && group[1] === 'ENDSEC') within = false
    else if (within && group[0] === '0') found.push([group])
    else if (within) found.at(-1)?.push(group)
  }
  return found
}

const flagsOf = (groups: readonly Group[]): number => Number(groups.find(([code]) => code === '70')?.[1] ?? 0)

function verticesOf(groups: readonly Group[]): Vertex[] {
  const vertices: Vertex[] = []
  for (const [code, value] of groups) {
    const last = vertices.at(-1)
    if (code === '10') vertices.push({ x: Number(value), y: NaN })
    else if (code === '20' && last) last.y = Number(value)
    else if (code === '42' && last) last.bulge = Number(value)
  }
  return vertices
}

/** Entities with their vertices; the VERTEX entities of an old POLYLINE go to it. */
function entitiesOf(text: string): Entity[] {
  const entities: Entity[] = []
  let old: Entity | null = null
  for (const groups of entitiesIn(text)) {
    const type = groups[0]?.[1] ?? ''
    const flags = flagsOf(groups)
    if (type === 'SEQEND') old = null
    else if (type === 'VERTEX' && old) old.vertices.push(...((flags & CONTROL_POINT) === 0 ? verticesOf(groups) : []))
    else {
      const mesh = type === 'POLYLINE' && (flags & MESH) !== 0
      const entity: Entity = { type: mesh ? 'MESH' : type, layer: groups.find(([code]) => code === '8')?.[1] ?? '', closed: (flags & CLOSED) !== 0, vertices: [] }
      if (type === 'LWPOLYLINE') entity.vertices = verticesOf(groups)
      old = type === 'POLYLINE' ? entity : null
      entities.push(entity)
    }
  }
  return entities
}

const isPolyline = ({ type }: Entity): boolean => type === 'LWPOLYLINE' || type === 'POLYLINE'

const isClosed = ({ closed, vertices }: Entity): boolean => {
  const [first, last] = [vertices[0], vertices.at(-1)]
  return closed || (vertices.length > 3 && first?.x === last?.x && first?.y === last?.y)
}

function shapeOf(entity: Entity): RawShape {
  const closed = isClosed(entity)
  const vertices = entity.vertices.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  const curved = vertices.some(({ bulge }) => bulge !== undefined && bulge !== 0)
  const notes: Said[] = curved ? [{ code: 'arcs', params: { gap: CHORD_GAP } }] : []
  return { name: tidyName(entity.layer), kind: closed ? 'area' : 'line', rings: [outline(vertices, closed)], notes }
}

function ignored(entities: readonly Entity[]): Said[] {
  const others = entities.filter((entity) => !isPolyline(entity))
  const types = [...new Set(others.map(({ type }) => tidyName(type)))].slice(0, 8).join(', ')
  return others.length > 0 ? [{ code: 'dxf-ignored', params: { count: others.length, types } }] : []
}

/** More outlines than that on a layer are taken as they are. */
const MOST_NESTED = 1000

/** Outlines of one layer that lie in another are its holes; one in a hole is a parcel of its own. */
function withHoles(shapes: readonly RawShape[]): RawShape[] {
  if (shapes.length < 2 || shapes.length > MOST_NESTED) return [...shapes]
  const nested = nest(shapes.map(({ rings: [ring = []] }) => withoutRepeats(ring, true)))
  return shapes.flatMap((shape, i) => {
    if ((nested[i]?.depth ?? 0) % 2 === 1) return []
    const holes = shapes.filter((_, j) => nested[j]?.parent === i && (nested[j]?.depth ?? 0) % 2 === 1)
    if (holes.length === 0) return [shape]
    const notes: Said[] = [...(shape.notes ?? []), { code: 'dxf-holes', params: { count: holes.length } }]
    return [{ ...shape, rings: [...shape.rings, ...holes.flatMap(({ rings }) => rings)], notes }]
  })
}

function layersOf(shapes: readonly RawShape[]): RawShape[] {
  const areas = shapes.filter(({ kind }) => kind === 'area')
  const layers = [...new Set(areas.map(({ name }) => name))]
  return [...layers.flatMap((layer) => withHoles(areas.filter(({ name }) => name === layer))), ...shapes.filter(({ kind }) => kind === 'line')]
}

/** Throws a `ParcelError`. */
export function readDxf(text: string): RawSet {
  if (text.startsWith('AutoCAD Binary DXF')) throw new ParcelError('dxf-binary')
  if (!/^[ \t]*SECTION[ \t]*\r?$/m.test(text)) throw new ParcelError('dxf-broken')
  const entities = entitiesOf(text)
  const shapes = entities.filter(isPolyline).map(shapeOf)
  if (shapes.length === 0) throw new ParcelError('dxf-empty', { count: entities.length })
  return { shapes: layersOf(shapes), system: {}, notes: ignored(entities) }
}
