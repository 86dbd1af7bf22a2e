/** The first place where outlines cross each other or themselves. Rings are open (the last vertex is not the first). */
import type { LonLat } from '../core/model'

interface Segment {
  a: LonLat
  b: LonLat
  /** The vertex before `a`: tells whether a line that meets `a` is crossed there. */
  before: LonLat
  west: number
  east: number
  south: number
  north: number
}

/** More comparisons than that are not a parcel; about half a second. */
const MOST_COMPARISONS = 3e7

const side = (a: LonLat, b: LonLat, p: LonLat): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

function segmentsOf(rings: readonly LonLat[][]): Segment[] {
  return rings.flatMap((ring) =>
    ring.map((a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a
      const before = ring[(i + ring.length - 1) % ring.length] ?? a
      return { a, b, before, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]), south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) }
    }),
  )
}

/** `vertex` lies on the inside of the line `a`–`b`. */
const onLine = ({ a, b }: Segment, vertex: LonLat): boolean => side(a, b, vertex) === 0 && (vertex[0] - a[0]) * (vertex[0] - b[0]) + (vertex[1] - a[1]) * (vertex[1] - b[1]) < 0

const crossesAt = (line: Segment, { a, b, before }: Segment): boolean => onLine(line, a) && side(line.a, line.b, before) * side(line.a, line.b, b) < 0

function meet(p: Segment, q: Segment): LonLat | null {
  const [pa, pb] = [side(p.a, p.b, q.a), side(p.a, p.b, q.b)]
  const [qa, qb] = [side(q.a, q.b, p.a), side(q.a, q.b, p.b)]
  if (pa * pb < 0 && qa * qb < 0) {
    const t = pa / (pa - pb)
    return [q.a[0] + t * (q.b[0] - q.a[0]), q.a[1] + t * (q.b[1] - q.a[1])]
  }
  if (crossesAt(p, q)) return q.a
  return crossesAt(q, p) ? p.a : null
}

/** Where two lines cross, in degrees; null when none do; `too-many` when the outline is too entangled to tell. */
export function firstCrossing(rings: readonly LonLat[][]): LonLat | null | 'too-many' {
  const segments = segmentsOf(rings).sort((a, b) => a.west - b.west)
  let active: Segment[] = []
  let comparisons = 0
  for (const segment of segments) {
    comparisons += active.length
    if (comparisons > MOST_COMPARISONS) return 'too-many'
    const kept: Segment[] = []
    for (const other of active) {
      if (other.east < segment.west) continue
      kept.push(other)
      if (other.south > segment.north || other.north < segment.south) continue
      const at = meet(segment, other)
      if (at) return at
    }
    kept.push(segment)
    active = kept
  }
  return null
}
