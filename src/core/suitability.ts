/** Where a project may be built: the cells of the district by what `ask` says in each. */
import { reachOf } from './applicability'
import { askedAt, type PointVerdict } from './batch-verdicts'
import type { Cells } from './cells'
import { settledBy, type Known } from './known'
import type { Question, World } from './model'
import { placeAt } from './place'
import { polygonsByKind } from './suitability-faces'
import type { Face, Suitability, VerdictTriple } from './suitability-types'

/** By sample of the cells, how surely rules hold there in each zone. */
type Forces = readonly (readonly number[])[]

function forcesOf({ samples }: Cells, { catalogue, index }: World, known: Known | undefined): Forces {
  const brief = { ...index, standing: index.brief }
  return samples.map((sample) => placeAt(catalogue, brief, sample, known).force)
}

/** Zones, by number, of all rules that reach the project: its verdict hangs on nothing else of a place. */
function zonesThatMatter({ catalogue }: World, project: readonly string[]): number[] {
  const { zones, zoneStart } = catalogue.tables.columns
  const found = new Set<number>()
  for (const { rule } of reachOf(catalogue, project)) for (let at = zoneStart[rule] ?? 0; at < (zoneStart[rule + 1] ?? 0); at++) found.add(zones[at] ?? 0)
  return [...found]
}

/** By sample, the verdict; `ask` is asked once for all where the same rules hold as surely. */
function verdictsOf({ samples }: Cells, forces: Forces, question: Question, world: World): PointVerdict[] {
  const zones = zonesThatMatter(world, question.project ?? [])
  const known = new Map<string, PointVerdict>()
  return samples.map((sample, at) => {
    const force = forces[at] ?? []
    let key = ''
    for (const zone of zones) key += force[zone]
    const verdict = known.get(key) ?? askedAt(sample, question, world)
    known.set(key, verdict)
    return verdict
  })
}

/** All cells of one verdict. */
interface Kind {
  readonly verdict: VerdictTriple
  areaM2: number
  /** Square metres in which each rule decides. */
  readonly rules: Map<string, number>
}

function kindsOf({ areaM2, sampleOf }: Cells, verdicts: readonly PointVerdict[]): { kinds: Kind[]; kindOfCell: Int32Array } {
  const byWords = new Map<string, number>()
  const kinds: Kind[] = []
  const kindOfCell = Int32Array.from(areaM2, (area, cell) => {
    const found = verdicts[sampleOf[cell] ?? 0]
    if (!found) throw new Error(`Expected a verdict for cell ${cell}, found none.`)
    const { certain, asDrawn, possible, decidedBy } = found
    const words = `${certain} ${asDrawn} ${possible}`
    const number = byWords.get(words) ?? kinds.push({ verdict: { certain, asDrawn, possible }, areaM2: 0, rules: new Map() }) - 1
    byWords.set(words, number)
    const kind = kinds[number]
    if (kind) kind.areaM2 += area
    for (const rule of decidedBy) kind?.rules.set(rule, (kind.rules.get(rule) ?? 0) + area)
    return number
  })
  return { kinds, kindOfCell }
}

function facesOf(cells: Cells, verdicts: readonly PointVerdict[]): Face[] {
  const { kinds, kindOfCell } = kindsOf(cells, verdicts)
  const polygons = polygonsByKind(cells, kindOfCell, kinds.length)
  const faces = kinds.flatMap(({ verdict, areaM2, rules }, kind): Face[] => {
    const own = polygons[kind]
    const decidedBy = [...rules].sort((a, b) => b[1] - a[1]).map(([id]) => id)
    return own ? [{ verdict, areaM2, decidedBy, polygons: own }] : []
  })
  return faces.sort((a, b) => b.areaM2 - a.areaM2)
}

/**
 * What of the district a question may be asked about, for many questions on the same cells.
 * Throws a `QuestionError` where `ask` does, and where the question has no project.
 */
export function suitabilityIn(cells: Cells, world: World): (question: Question) => Suitability {
  let plain: Forces | undefined
  return (question) => {
    const known = question.known && settledBy(world.catalogue, question.known)
    const forces = known ? forcesOf(cells, world, known) : (plain ??= forcesOf(cells, world, undefined))
    return { question, release: world.release, areaM2: cells.districtM2, faces: facesOf(cells, verdictsOf(cells, forces, question, world)) }
  }
}
