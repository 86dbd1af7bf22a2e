/** The seeds, checked and compiled once: every map, closure and order that a question needs. */
import { TERMS } from './applicability'
import { closure, reversed, type Links } from './hierarchy'
import { BASES } from './rule-hit'
import { atOnce, type Steps } from './steps'
import { tableSteps, type Tables } from './tables'
import { canDecide, rankOf, wordOf } from './verdict'
import type { Activity, Comparison, Contradiction, Fact, Office, Rule, RuleFile, Source, SubjectCode, Zone } from './seed-types'

/** Everything under `seeds/`, as read. */
export interface Seeds {
  zones: Zone[]
  activities: Activity[]
  facts: Fact[]
  offices: Office[]
  subjects: SubjectCode[]
  sources: (Source & { rules: RuleFile[]; conflicts?: Contradiction[] })[]
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
  /** Position of its basis in `BASES`. */
  readonly basisNumber: number
  /** Position of its term in `TERMS`. */
  readonly termNumber: number
  /** Positions of its zones in `zones`, the district last. */
  readonly zones: readonly number[]
  readonly scope: 'zone' | 'district'
  /** `scope` is the district. */
  readonly isDistrict: boolean
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
  /** A conflict names it. */
  readonly isContested: boolean
}

export interface Catalogue {
  readonly zones: ReadonlyMap<string, Zone>
  readonly activities: ReadonlyMap<string, Activity>
  readonly facts: ReadonlyMap<string, Fact>
  readonly offices: ReadonlyMap<string, Office>
  readonly subjects: ReadonlyMap<string, SubjectCode>
  readonly sources: ReadonlyMap<string, Source>
  /** Where a document contradicts itself, by id, in the order of the sources. */
  readonly conflicts: ReadonlyMap<string, Contradiction>
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
  return seeds.sources.flatMap((whole) => {
    const source = sources.get(whole.id) ?? recordOf(whole)
    return whole.rules.flatMap(({ chapter, section, rules }) => rules.map((rule) => ({ rule, source, chapter, section })))
  })
}

function* compileRules(seeds: Seeds, lists: ListsById, zoneNumber: ReadonlyMap<string, number>): Steps<CatalogueRule[]> {
  const districtLast = (a: string, b: string) => Number(a === DISTRICT) - Number(b === DISTRICT)
  const sourceIds = [...lists.sources.keys()]
  const contested = new Set([...lists.conflicts.values()].flatMap(({ rules }) => rules.flat()))
  const compiled: CatalogueRule[] = []
  for (const [order, { rule, source, chapter, section }] of placedRules(seeds, lists.sources).entries()) {
    const bindsProject = lists.subjects.get(rule.subject)?.bindsProject ?? false
    compiled.push(Object.freeze({
      rule,
      source,
      chapter,
      section,
      order,
      id: rule.id,
      effect: rule.effect,
      basis: rule.basis,
      basisNumber: BASES.indexOf(rule.basis),
      termNumber: TERMS.indexOf(rule.term),
      zones: rule.zones.toSorted(districtLast).map((id) => zoneNumber.get(id) ?? -1),
      scope: rule.zones.includes(DISTRICT) ? 'district' : 'zone',
      isDistrict: rule.zones.includes(DISTRICT),
      counts: canDecide(rule) && rule.term !== 'record' && rule.term !== 'outlook',
      rank: rankOf(wordOf(rule, bindsProject)),
      musts: [...(rule.stage === 'new' ? [isNew] : []), ...(rule.appliesIf?.all ?? [])],
      anyOne: rule.appliesIf?.any ?? [],
      sourceNumber: sourceIds.indexOf(source.id),
      isContested: contested.has(rule.id),
    } satisfies CatalogueRule))
    yield
  }
  return compiled
}

function groupByZone(zones: readonly Zone[], rules: readonly CatalogueRule[]): ReadonlyMap<string, readonly CatalogueRule[]> {
  const groups = new Map<string, CatalogueRule[]>(zones.map(({ id }) => [id, []]))
  for (const rule of rules) for (const id of new Set(rule.rule.zones)) groups.get(id)?.push(rule)
  return groups
}

/** The record of a source alone; its rules and conflicts are compiled apart. */
function recordOf({ rules: _rules, conflicts: _conflicts, ...record }: Seeds['sources'][number]): Source {
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
    conflicts: byId(seeds.sources.flatMap(({ conflicts }) => conflicts ?? []), 'conflicts.json'),
  }
}

type ListsById = ReturnType<typeof readLists>

function* checkAll(seeds: Seeds, lists: ListsById): Steps<void> {
  const known: Lists = {
    'zones.json': lists.zones,
    'activities.json': lists.activities,
    'facts.json': lists.facts,
    'offices.json': lists.offices,
    'subjects.json': lists.subjects,
  }
  for (const zone of seeds.zones) checkZone(zone, known)
  for (const { id, broader } of seeds.activities) expectKnown(known, 'activities.json', broader ?? [], `Activity "${id}"`)
  yield
  for (const { rule } of placedRules(seeds, lists.sources)) {
    checkRule(rule, known)
    yield
  }
}

/**
 * Checks every reference and compiles the seeds. The result is never changed afterwards.
 * Throws "expected … found …" on an unknown reference, an id used twice or a circle of links.
 */
export const compileCatalogue = (seeds: Seeds): Catalogue => atOnce(catalogueSteps(seeds))

/** The same in steps. */
export function* catalogueSteps(seeds: Seeds): Steps<Catalogue> {
  const lists = readLists(seeds)
  yield* checkAll(seeds, lists)
  const wider: Links = new Map(seeds.zones.map((zone) => [zone.id, widerOf(zone)]))
  const zoneAncestors = closure(wider, 'zones')
  const activityAncestors = closure(new Map(seeds.activities.map(({ id, broader }) => [id, broader ?? []])), 'activities')
  const zoneNumber = new Map(seeds.zones.map((zone, index) => [zone.id, index]))
  const rules = yield* compileRules(seeds, lists, zoneNumber)
  const known: Lists = { rules: byId(rules.map(({ rule }) => rule), 'rules') }
  for (const { id, rules: sides } of lists.conflicts.values()) expectKnown(known, 'rules', sides.flat(), `Conflict "${id}"`)
  yield
  return Object.freeze({
    ...lists,
    rules: new Map(rules.map((rule) => [rule.rule.id, rule])),
    rulesByZone: groupByZone(seeds.zones, rules),
    activityAncestors,
    zoneAncestors,
    zoneDescendants: closure(reversed(wider), 'zones'),
    tables: yield* tableSteps({ zones: seeds.zones, wider, rules, ancestors: activityAncestors, district: DISTRICT }),
  })
}
