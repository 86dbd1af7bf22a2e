/** The catalogue by number, for the hot path: what a question would otherwise look up again and again. */
import type { CatalogueRule } from './catalogue'
import { plainFindings, type PlainFindings } from './findings'
import { closure, orderByLinks, reversed, type Links } from './hierarchy'
import { columnSteps, type RuleColumns } from './rule-columns'
import type { Zone } from './seed-types'
import { OUTSIDE, UNMAPPED, type Standing } from './standing'
import type { Steps } from './steps'
import { EFFECTS, rankOf } from './verdict'

/** A rule that reaches an activity, by its position in `ranked`, and the rank (`VERDICTS`) of what it asks of it; 0 when it does not decide. */
export interface Reach {
  readonly rule: number
  readonly rank: number
}

/** A zone's number is its position in `zones`. */
export interface Tables {
  readonly zoneIds: readonly string[]
  /** 1 for zones outside the district that the documents only name. */
  readonly isAbroad: Uint8Array
  readonly zoneNumber: ReadonlyMap<string, number>
  /** Zone numbers, each after its narrower zones and after what it complements; only those where others have a say. */
  readonly evaluation: readonly number[]
  /** Directly narrower zones, by id so that the order of the file does not matter. */
  readonly narrower: readonly (readonly number[])[]
  /** Zones each lies in by the word of the documents (`partOf`, `liesIn`), near and far. */
  readonly containers: readonly (readonly number[])[]
  readonly complements: readonly ({ of: number; within: number } | undefined)[]
  readonly district: number | undefined
  /** All rules, strictest first: effect, strictness, catalogue order. */
  readonly ranked: readonly CatalogueRule[]
  /** Rules that reach an activity, itself or through its broader ones. */
  readonly reach: Reaches
  /** All rules, each with its own rank: what is told where nobody asked to build. */
  readonly everything: readonly Reach[]
  readonly columns: RuleColumns
  readonly plain: PlainFindings
  /** By zone number: what stands where nothing is drawn, in the district and away from it. */
  readonly undrawn: readonly Standing[]
  readonly away: readonly Standing[]
  /** `STRENGTH` of `undrawn`. */
  readonly undrawnForce: readonly number[]
  /** By zone number: undefined, to be copied. */
  readonly nothing: readonly (Standing | undefined)[]
}

function strictestFirst(a: CatalogueRule, b: CatalogueRule): number {
  const effect = EFFECTS.indexOf(b.rule.effect) - EFFECTS.indexOf(a.rule.effect)
  return effect || b.rule.strictness - a.rule.strictness || a.order - b.order
}

/**
 * How one rule reaches one activity, given the activity and all its broader ones. A ban that names the
 * activity as a condition, or is absolute for others only, asks for a condition.
 */
function reachOf({ rule, rank }: CatalogueRule, position: number, lineage: ReadonlySet<string>): Reach[] {
  const meets = (ids: readonly string[] | undefined) => ids?.some((id) => lineage.has(id)) ?? false
  const conditional = meets(rule.conditionalFor)
  const absolute = meets(rule.absoluteFor)
  if (meets(rule.except) || !(meets(rule.activities) || conditional || absolute)) return []
  const softened = conditional || ((rule.absoluteFor?.length ?? 0) > 0 && !absolute)
  return [{ rule: position, rank: softened ? Math.min(rank, rankOf('conditional')) : rank }]
}

/** By activity, found when first asked for: few are ever asked about, and all of them take half of what compiling takes. */
class Reaches {
  private readonly known = new Map<string, readonly Reach[]>()
  private readonly ranked: readonly CatalogueRule[]
  private readonly ancestors: ReadonlyMap<string, readonly string[]>

  constructor(ranked: readonly CatalogueRule[], ancestors: ReadonlyMap<string, readonly string[]>) {
    this.ranked = ranked
    this.ancestors = ancestors
  }

  /** Undefined for an activity that the catalogue does not know. */
  get(id: string): readonly Reach[] | undefined {
    const [known, broader] = [this.known.get(id), this.ancestors.get(id)]
    if (known !== undefined || broader === undefined) return known
    const lineage = new Set([id, ...broader])
    const found = this.ranked.flatMap((rule, position) => reachOf(rule, position, lineage))
    this.known.set(id, found)
    return found
  }
}

/** What each zone's finding is made from: its narrower zones and what it complements. */
function dependencies(zones: readonly Zone[], narrower: Links): Links {
  const neededBy = ({ id, complement }: Zone) => [...(narrower.get(id) ?? []), ...(complement ? [complement.of, complement.within] : [])]
  return new Map(zones.map((zone) => [zone.id, neededBy(zone)]))
}

const containerOf = ({ partOf, liesIn }: Zone): string[] => [partOf, liesIn].filter((id) => id !== undefined)

function containersOf(zones: readonly Zone[]): (readonly string[])[] {
  const all = closure(new Map(zones.map((zone) => [zone.id, containerOf(zone)])), 'zones.json')
  return zones.map(({ id }) => (all.get(id) ?? []).toSorted())
}

/** What the tables are made from. */
interface Parts {
  zones: readonly Zone[]
  /** Each zone's wider ones. */
  wider: Links
  rules: readonly CatalogueRule[]
  /** Each activity's broader ones. */
  ancestors: ReadonlyMap<string, readonly string[]>
  /** Id of the zone that stands for the whole district. */
  district: string
}

/** What a question looks up, in steps. */
export function* tableSteps({ zones, wider, rules, ancestors, district }: Parts): Steps<Tables> {
  const zoneNumber = new Map(zones.map((zone, index) => [zone.id, index]))
  const number = (id: string) => zoneNumber.get(id) ?? -1
  const narrower = reversed(wider)
  const ranked = rules.toSorted(strictestFirst)
  const zoneIds = zones.map(({ id }) => id)
  const containers = containersOf(zones)
  const isAlone = (zone: Zone, position: number) => !zone.complement && narrower.get(zone.id)?.length === 0 && containers[position]?.length === 0
  const undrawn = zones.map(({ inDistrict }) => (inDistrict === false ? OUTSIDE : UNMAPPED))
  yield
  const columns = yield* columnSteps(ranked, zoneIds)
  const alone = new Set(zones.filter(isAlone).map(({ id }) => id))
  return {
    zoneIds,
    isAbroad: Uint8Array.from(zones, ({ inDistrict }) => Number(inDistrict === false)),
    zoneNumber,
    evaluation: orderByLinks(dependencies(zones, narrower), 'zones').filter((id) => !alone.has(id)).map(number),
    narrower: zones.map(({ id }) => (narrower.get(id) ?? []).toSorted().map(number)),
    containers: containers.map((ids) => ids.map(number)),
    complements: zones.map(({ complement }) => complement && { of: number(complement.of), within: number(complement.within) }),
    district: zoneNumber.get(district),
    ranked,
    reach: new Reaches(ranked, ancestors),
    everything: ranked.map(({ rank }, rule) => ({ rule, rank })),
    columns,
    plain: plainFindings(zoneIds),
    undrawn,
    undrawnForce: undrawn.map(({ strength }) => strength),
    away: zones.map(() => OUTSIDE),
    nothing: zones.map(() => undefined),
  }
}
