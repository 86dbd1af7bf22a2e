/**
 * The district cut along every outline on which a standing can change: within a cell every position stands alike.
 *
 * Cut once for a release of the data. All cells share their edges, on one grid, so that what is made of them fits
 * together without a gap.
 */
import { verdictLetters } from './alike'
import { DISTRICT } from './catalogue'
import { areasOf, OUTER, type Areas } from './cells-areas'
import { withinArea, type Within } from './cells-inside'
import { joinAlike, joinThin, type Groups } from './cells-merge'
import { addOutlines, districtFrame, type Shape, type StepEdges } from './cells-outlines'
import { planarOf, type Planar } from './cells-planar'
import { waysOf, type Ways } from './cells-ways'
import type { LonLat } from './model'
import type { Frame } from './overlay-frame'
import { underEdgeM2 } from './overlay-measure'
import type { ZoneIndex } from './zone-index'

/**
 * A position this near to an edge, metres, may stand as the cell across it: the bands of error are off by 0.3 m at most
 * (`cells-outlines.ts`), and hair-thin cells join a neighbour (`cells-merge.ts`). 0.34 is the most that was measured.
 */
export const unsureM = 0.5

export interface Cells {
  readonly frame: Frame
  /** The edges between cells that stand differently, and around the district. */
  readonly planar: Planar
  readonly ways: Ways
  /** By way, the cell on its left; `OUTER` beyond the district. */
  readonly cellOf: Int32Array
  /** By cell, ellipsoidal square metres. */
  readonly areaM2: Float64Array
  /** By cell, its position in `samples`. Cells of one sample stand alike. */
  readonly sampleOf: Uint32Array
  /** For each of the different standings, a position that stands so, well within its cell. */
  readonly samples: readonly LonLat[]
  /** Of the whole district, ellipsoidal square metres. */
  readonly districtM2: number
}

/** How far the cutting has come, in steps of roughly the same length. */
export type OnStep = (done: number, total: number) => void

interface Raw {
  readonly frame: Frame
  readonly planar: Planar
  readonly ways: Ways
  readonly areas: Areas
}

const lonLatOf = ({ lon0, lat0, scale }: Frame, { x, y }: Within): LonLat => [lon0 + x / scale, lat0 + y / scale]

function isInDistrict(index: ZoneIndex, lonLat: LonLat): boolean {
  return index.covering(lonLat).some((shape) => index.shapes[shape]?.zone === DISTRICT && index.shapes[shape].kind === 'outline')
}

/** How the areas of the district stand. */
interface Standings {
  /** By area, the one that stands for it: itself, or the one that took it in because it is thin. */
  readonly lead: Int32Array
  /** By area, the position of its lead's standing in `samples`; `OUTER` beyond the district. */
  readonly sampleOf: Int32Array
  readonly samples: readonly LonLat[]
}

function standingsOf(index: ZoneIndex, { frame, areas }: Raw, within: readonly Within[], groups: Groups, isIn: readonly boolean[]): Standings {
  const lead = Int32Array.from({ length: areas.count }, (_, area) => groups.rootOf(area))
  const own = new Int32Array(areas.count).fill(OUTER)
  const known = new Map<string, number>()
  const best: Within[] = []
  within.forEach((position, area) => {
    if (!isIn[area] || lead[area] !== area) return
    const letters = verdictLetters(index.brief(lonLatOf(frame, position)))
    const sample = known.get(letters) ?? best.push(position) - 1
    known.set(letters, sample)
    if (position.reach > (best[sample]?.reach ?? 0)) best[sample] = position
    own[area] = sample
  })
  return { lead, sampleOf: lead.map((of) => own[of] ?? OUTER), samples: best.map((position) => lonLatOf(frame, position)) }
}

/** By area its cell, and by cell its sample. */
interface Numbered {
  readonly cellOfArea: Int32Array
  readonly sampleOf: number[]
}

function numbered(count: number, groups: Groups, standings: Standings): Numbered {
  const cellOfArea = new Int32Array(count).fill(OUTER)
  const cellOfRoot = new Map<number, number>()
  const sampleOf: number[] = []
  for (let area = 0; area < count; area++) {
    const sample = standings.sampleOf[area] ?? OUTER
    if (sample === OUTER) continue
    const root = groups.rootOf(area)
    const cell = cellOfRoot.get(root) ?? sampleOf.push(sample) - 1
    cellOfRoot.set(root, cell)
    cellOfArea[area] = cell
  }
  return { cellOfArea, sampleOf }
}

/** Only the edges that part cells, and only the positions at their ends. */
function parting({ planar, areas }: Raw, cellOfArea: Int32Array): { planar: Planar; cellOf: Int32Array } {
  const cellOfWay = (way: number) => cellOfArea[areas.of[way] ?? OUTER] ?? OUTER
  const edges = [...planar.from.keys()].filter((edge) => cellOfWay(2 * edge) !== cellOfWay(2 * edge + 1))
  const numbers = new Map<number, number>()
  const numberOf = (position = 0) => {
    const number = numbers.get(position) ?? numbers.size
    numbers.set(position, number)
    return number
  }
  const from = Uint32Array.from(edges, (edge) => numberOf(planar.from[edge]))
  const to = Uint32Array.from(edges, (edge) => numberOf(planar.to[edge]))
  const of = (steps: Int32Array) => Int32Array.from(numbers.keys(), (position) => steps[position] ?? 0)
  const cellOf = Int32Array.from({ length: 2 * edges.length }, (_, way) => cellOfWay(2 * (edges[way >> 1] ?? 0) + (way & 1)))
  return { planar: { x: of(planar.x), y: of(planar.y), from, to }, cellOf }
}

function cellAreas(frame: Frame, { x, y, from, to }: Planar, cellOf: Int32Array, count: number): Float64Array {
  const areas = new Float64Array(count)
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b] = [from[edge] ?? 0, to[edge] ?? 0]
    const under = underEdgeM2(frame, x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0)
    const [left, right] = [cellOf[2 * edge] ?? OUTER, cellOf[2 * edge + 1] ?? OUTER]
    if (left !== OUTER) areas[left] = (areas[left] ?? 0) + under
    if (right !== OUTER) areas[right] = (areas[right] ?? 0) - under
  }
  return areas
}

/** The cells of raw areas. */
function cellsOf(index: ZoneIndex, raw: Raw): Cells {
  const { frame, ways, areas } = raw
  const within = areas.ways.map((edge) => withinArea(raw.planar, ways, edge))
  const isIn = within.map((position) => isInDistrict(index, lonLatOf(frame, position)))
  const groups = joinThin(raw.planar, ways, frame, areas, isIn)
  const standings = standingsOf(index, raw, within, groups, isIn)
  joinAlike(ways, areas, groups, standings.sampleOf)
  const { cellOfArea, sampleOf } = numbered(areas.count, groups, standings)
  const { planar, cellOf } = parting(raw, cellOfArea)
  const areaM2 = cellAreas(frame, planar, cellOf, sampleOf.length)
  return { frame, planar, ways: waysOf(planar), cellOf, areaM2, sampleOf: Uint32Array.from(sampleOf), samples: standings.samples, districtM2: areaM2.reduce((sum, area) => sum + area, 0) }
}

/** Rounds of `planarOf` there usually are. */
const usualRounds = 3

/**
 * Cuts the district as drawn. `shapes`: those the index was built from.
 * Throws where the district has no outline.
 */
export function cutCells(index: ZoneIndex, shapes: readonly Shape[], onStep: OnStep = () => undefined): Cells {
  const drawn = shapes.filter(({ properties }) => properties.kind !== 'mark')
  // A step each for the outlines of a shape; the rest takes about as long again.
  const [roundSteps, total] = [Math.ceil(drawn.length / usualRounds / 2), 2 * drawn.length]
  const frame = districtFrame(drawn)
  const edges: StepEdges = []
  let done = 0
  for (const shape of drawn) {
    addOutlines(edges, frame, shape)
    onStep(++done, total)
  }
  const planar = planarOf(edges, () => onStep(Math.min((done += roundSteps), total - 1), total))
  const ways = waysOf(planar)
  const cells = cellsOf(index, { frame, planar, ways, areas: areasOf(planar, ways) })
  onStep(total, total)
  return cells
}
