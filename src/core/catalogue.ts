/** The seeds, checked and compiled once: every map, closure and order that a question needs. */
import { closure, orderByLinks, reversed, type Links } from './hierarchy'
import { canDecide, EFFECTS, rankOf, wordOf } from './verdict'
import type { Activity, Comparison, Fact, Office, Rule, RuleFile, Source, SubjectCode, Zone } from './seed-types'

/** Everything under `seeds/`, as read. */
export interface Seeds {
  zones: Zone[]
  activities: Activity[]
  facts: Fact[]
  offices: Office[]
  subjects: SubjectCode[]
  sources: (Source & { rules: RuleFile[] })[]
}

/** The zone that stands for the whole district; complements and district-wide rules refer to it. */
export const DISTRICT = 'district'

/** The fact that tells what is yet to be built from what exists. */
export const IS_NEW = 'isNew'

const isNew: Comparison = { param: IS_NEW, op: '=', value: true }

/** One rule with its place in its source. */
export interface CatalogueRule {
  readonly rule: Rule
  readonly source: Source
  readonly chapter: number
  readonly section: number | null
  /** Position in the catalogue: sources, files and rules in the order given. */
  readonly order: number
  /** Fields of `rule`, at hand: records read from JSON differ in shape and are slow to look into. */
  readonly id: string
  readonly effect: Rule['effect']
  readonly basis: Rule['basis']
  readonly term: Rule['term']
  /** Positions of its zones in `zones`, the district last. */
  readonly zones: readonly number[]
  readonly scope: 'zone' | 'district'
  /** Rank (`VERDICTS`) of the verdict it asks for in full force; 0 when it never decides. */
  readonly rank: number
  /** Conditions on facts that must all hold, being new among them. */
  readonly musts: readonly Comparison[]
  /** Conditions of which one must hold, where there are any. */
  readonly anyOne: readonly Comparison[]
  /** Its class decides, and it is neither a record nor an outlook. */
  readonly counts: boolean
  /** Position of its source. */
  readonly sourceNumber: number
}

/** A rule that reaches an activity, by its position in `ranked`, and the rank (`VERDICTS`) of what it asks of it; 0 when it does not decide. */
export interface Reach {
  readonly rule: number
  readonly rank: number
}

export interface Catalogue {
  readonly zones: ReadonlyMap<string, Zone>
  readonly activities: ReadonlyMap<string, Activity>
  readonly facts: ReadonlyMap<string, Fact>
  readonly offices: ReadonlyMap<string, Office>
  readonly subjects: ReadonlyMap<string, SubjectCode>
  readonly sources: ReadonlyMap<string, Source>
  /** All rules by id, in catalogue order. */
  readonly rules: ReadonlyMap<string, CatalogueRule>
  /** Rules that name the zone itself, in catalogue order. */
  readonly rulesByZone: ReadonlyMap<string, readonly CatalogueRule[]>
  /** Broader activities, without the activity itself. */
  readonly activityAncestors: ReadonlyMap<string, readonly string[]>
  /** Wider zones whose rules hold here too (`inherits`, `partOf`). */
  readonly zoneAncestors: ReadonlyMap<string, readonly string[]>
  /** Narrower zones: the same links read the other way. */
  readonly zoneDescendants: ReadonlyMap<string, readonly string[]>
  readonly tables: Tables
}

/** The same by number, for the hot path. A zone's number is its position in `zones`. */
export interface Tables {
  readonly zoneIds: readonly string[]
  /** 1 for zones outside the district that the documents only name. */
  readonly isAbroad: Uint8Array
  readonly zoneNumber: ReadonlyMap<string, number>
  /** Zone numbers, each after its narrower zones and after what it complements. */
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
  readonly reach: ReadonlyMap<string, readonly Reach[]>
}

type Lists = Readonly<Record<string, ReadonlyMap<string, unknown>>>

function byId<T extends { id: string }>(records: readonly T[], file: string): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const record of records) {
    if (map.has(record.id)) throw new Error(`${file}: expected each id once, found "${record.id}" twice. Rename one of them.`)
    map.set(record.id, record)
  }
  return map
}

/** Throws where one of `ids` is not among the records of `file`. */
function expectKnown(known: Lists, file: string, ids: readonly (string | undefined)[], where: string): void {
  for (const id of ids) {
    if (id !== undefined && !known[file]?.has(id)) {
      throw new Error(`${where}: expected an id of ${file}, found "${id}". Correct the id or add the record.`)
    }
  }
}

const widerOf = (zone: Zone): string[] => [...new Set([...(zone.inherits ?? []), ...(zone.partOf === undefined ? [] : [zone.partOf])])]

function checkZone(zone: Zone, known: Lists): void {
  const where = `Zone "${zone.id}"`
  expectKnown(known, 'zones.json', [...widerOf(zone), ...(zone.related ?? []), zone.liesIn, zone.complement?.of, zone.complement?.within], where)
  expectKnown(known, 'offices.json', [zone.office], where)
}

function checkRule(rule: Rule, known: Lists): void {
  const where = `Rule "${rule.id}"`
  expectKnown(known, 'zones.json', rule.zones, where)
  const activities = [rule.activities, rule.except, rule.conditionalFor, rule.absoluteFor].flatMap((ids) => ids ?? [])
  expectKnown(known, 'activities.json', activities, where)
  expectKnown(known, 'subjects.json', [rule.subject], where)
  const asked = [...(rule.appliesIf?.all ?? []), ...(rule.appliesIf?.any ?? [])].map((comparison) => comparison.param)
  expectKnown(known, 'facts.json', rule.stage === 'new' ? [...asked, IS_NEW] : asked, where)
}

function placedRules(seeds: Seeds, sources: ReadonlyMap<string, Source>) {
  return seeds.sources.flatMap(({ rules: files, ...rest }) => {
    const source = sources.get(rest.id) ?? rest
    return files.flatMap(({ chapter, section, rules }) => rules.map((rule) => ({ rule, source, chapter, section })))
  })
}

function compileRules(seeds: Seeds, lists: ListsById, zoneNumber: ReadonlyMap<string, number>): CatalogueRule[] {
  const districtLast = (a: string, b: string) => Number(a === DISTRICT) - Number(b === DISTRICT)
  const sourceIds = [...lists.sources.keys()]
  return placedRules(seeds, lists.sources).map(({ rule, source, chapter, section }, order) => {
    const bindsProject = lists.subjects.get(rule.subject)?.bindsProject ?? false
    return Object.freeze({
      rule,
      source,
      chapter,
      section,
      order,
      id: rule.id,
      effect: rule.effect,
      basis: rule.basis,
      term: rule.term,
      zones: rule.zones.toSorted(districtLast).map((id) => zoneNumber.get(id) ?? -1),
      scope: rule.zones.includes(DISTRICT) ? 'district' : 'zone',
      rank: rankOf(wordOf(rule, bindsProject)),
      musts: [...(rule.stage === 'new' ? [isNew] : []), ...(rule.appliesIf?.all ?? [])],
      anyOne: rule.appliesIf?.any ?? [],
      counts: canDecide(rule) && rule.term !== 'record' && rule.term !== 'outlook',
      sourceNumber: sourceIds.indexOf(source.id),
    } satisfies CatalogueRule)
  })
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

function compileReach(ranked: readonly CatalogueRule[], ancestors: ReadonlyMap<string, readonly string[]>) {
  return new Map(
    [...ancestors].map(([id, broader]) => {
      const lineage = new Set([id, ...broader])
      return [id, ranked.flatMap((rule, position) => reachOf(rule, position, lineage))] as const
    }),
  )
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

function compileTables(zones: readonly Zone[], wider: Links, ranked: readonly CatalogueRule[], ancestors: ReadonlyMap<string, readonly string[]>): Tables {
  const zoneNumber = new Map(zones.map((zone, index) => [zone.id, index]))
  const number = (id: string) => zoneNumber.get(id) ?? -1
  const narrower = reversed(wider)
  return {
    zoneIds: zones.map(({ id }) => id),
    isAbroad: Uint8Array.from(zones, ({ inDistrict }) => Number(inDistrict === false)),
    zoneNumber,
    evaluation: orderByLinks(dependencies(zones, narrower), 'zones').map(number),
    narrower: zones.map(({ id }) => (narrower.get(id) ?? []).toSorted().map(number)),
    containers: containersOf(zones).map((ids) => ids.map(number)),
    complements: zones.map(({ complement }) => complement && { of: number(complement.of), within: number(complement.within) }),
    district: zoneNumber.get(DISTRICT),
    ranked,
    reach: compileReach(ranked, ancestors),
  }
}

function groupByZone(zones: readonly Zone[], rules: readonly CatalogueRule[]): ReadonlyMap<string, readonly CatalogueRule[]> {
  const groups = new Map<string, CatalogueRule[]>(zones.map(({ id }) => [id, []]))
  for (const rule of rules) for (const id of new Set(rule.rule.zones)) groups.get(id)?.push(rule)
  return groups
}

/** The record of a source alone; its rules are compiled apart. */
const recordOf = (seed: Source & { rules?: RuleFile[] }): Source => {
  const record = { ...seed }
  delete record.rules
  return record
}

function readLists(seeds: Seeds) {
  return {
    zones: byId(seeds.zones, 'zones.json'),
    activities: byId(seeds.activities, 'activities.json'),
    facts: byId(seeds.facts, 'facts.json'),
    offices: byId(seeds.offices, 'offices.json'),
    subjects: byId(seeds.subjects, 'subjects.json'),
    sources: byId(seeds.sources.map(recordOf), 'source.json'),
  }
}

type ListsById = ReturnType<typeof readLists>

function checkAll(seeds: Seeds, lists: ListsById): void {
  const known: Lists = {
    'zones.json': lists.zones,
    'activities.json': lists.activities,
    'facts.json': lists.facts,
    'offices.json': lists.offices,
    'subjects.json': lists.subjects,
  }
  for (const zone of seeds.zones) checkZone(zone, known)
  for (const { id, broader } of seeds.activities) expectKnown(known, 'activities.json', broader ?? [], `Activity "${id}"`)
  for (const { rule } of placedRules(seeds, lists.sources)) checkRule(rule, known)
}

/**
 * Checks every reference and compiles the seeds. The result is never changed afterwards.
 * Throws "expected … found …" on an unknown reference, an id used twice or a circle of links.
 */
export function compileCatalogue(seeds: Seeds): Catalogue {
  const lists = readLists(seeds)
  checkAll(seeds, lists)
  const wider: Links = new Map(seeds.zones.map((zone) => [zone.id, widerOf(zone)]))
  const zoneAncestors = closure(wider, 'zones')
  const activityAncestors = closure(new Map(seeds.activities.map(({ id, broader }) => [id, broader ?? []])), 'activities')
  const zoneNumber = new Map(seeds.zones.map((zone, index) => [zone.id, index]))
  const rules = compileRules(seeds, lists, zoneNumber)
  byId(rules.map(({ rule }) => rule), 'rules')
  return Object.freeze({
    ...lists,
    rules: new Map(rules.map((rule) => [rule.rule.id, rule])),
    rulesByZone: groupByZone(seeds.zones, rules),
    activityAncestors,
    zoneAncestors,
    zoneDescendants: closure(reversed(wider), 'zones'),
    tables: compileTables(seeds.zones, wider, rules.toSorted(strictestFirst), activityAncestors),
  })
}
