/** The catalogue of environmental impact assessment, checked and compiled once. */
import type { Catalogue } from './catalogue'
import type { EiaArea, EiaClause, EiaItem, EiaSource, EiaWhen, Fact, Text } from './seed-types'

/** Everything under `seeds/eia-2021`, as read. */
export interface EiaSeeds {
  source: EiaSource
  items: EiaItem[]
  areas: EiaArea[]
  facts: Fact[]
}

export interface EiaCatalogue {
  readonly source: EiaSource
  /** By number, in the order of the catalogue. */
  readonly items: ReadonlyMap<number, EiaItem>
  readonly areas: ReadonlyMap<string, EiaArea>
  /** Facts that items ask for: those of the catalogue and those shared with the rules. */
  readonly facts: ReadonlyMap<string, Fact>
  /** Every fact an item may ask for: those, whether a clause covers the project, whether it touches a sensitive area. */
  readonly asked: ReadonlyMap<string, Fact>
  /** Items an activity belongs to. */
  readonly itemsByActivity: ReadonlyMap<string, readonly EiaItem[]>
}

/** What a condition refers to, gathered from its leaves. */
export interface References {
  readonly facts: Set<string>
  readonly zones: Set<string>
  readonly areas: Set<string>
}

/**
 * Compiles the catalogue against the zones, activities and facts of the rules.
 *
 * @throws when an item or area refers to something that does not exist; the sentence names both ends.
 */
export function compileEia(seeds: EiaSeeds, rules: Pick<Catalogue, 'zones' | 'activities' | 'facts'>): EiaCatalogue {
  const areas = new Map(seeds.areas.map((area) => [area.id, area]))
  const facts = new Map([...rules.facts, ...seeds.facts.map((fact) => [fact.id, fact] as const)])
  for (const area of seeds.areas) expectKnown(rules.zones, area.zones.map(({ zone }) => zone), `area ${area.id}`, 'zone')
  for (const item of seeds.items) {
    const where = `EIA item ${item.no}`
    const refers = referencesOf(item)
    expectKnown(areas, [...(item.sensitive ?? []), ...refers.areas], where, 'sensitive area')
    expectKnown(rules.zones, refers.zones, where, 'zone')
    expectKnown(facts, refers.facts, where, 'fact')
    expectKnown(rules.activities, item.activities ?? [], where, 'activity')
  }
  const items = new Map(seeds.items.map((item) => [item.no, item]))
  return { source: seeds.source, items, areas, facts, asked: new Map([...facts, ...wordFacts(seeds)]), itemsByActivity: byActivity(seeds.items) }
}

/** Questions that only words decide: whether a clause covers the project, whether it touches a sensitive area. */
function wordFacts({ areas, items }: EiaSeeds): [string, Fact][] {
  const yesOrNo = (id: string, text: Text): [string, Fact] => [id, { id, name: text, question: text, type: 'boolean' }]
  const clauses = items.flatMap(clausesOf).flatMap((clause) => ('ask' in clause ? [yesOrNo(clause.ask, clause.text)] : []))
  return [...areas.map(({ ask, name }) => yesOrNo(ask, name)), ...clauses]
}

function byActivity(items: readonly EiaItem[]): Map<string, EiaItem[]> {
  const found = new Map<string, EiaItem[]>()
  for (const item of items) {
    for (const activity of item.activities ?? []) found.set(activity, [...(found.get(activity) ?? []), item])
  }
  return found
}

function expectKnown(known: ReadonlyMap<string, unknown>, ids: Iterable<string>, where: string, what: string): void {
  for (const id of ids) {
    if (!known.has(id)) throw new Error(`Expected a ${what} that exists in ${where}, found "${id}". Correct the id or add the ${what}.`)
  }
}

/** Facts, zones and areas named in the conditions of an item; its own list of sensitive areas is not among them. */
export function referencesOf(item: EiaItem): References {
  const found: References = { facts: new Set(), zones: new Set(), areas: new Set() }
  if (item.scope !== undefined) gather(item.scope, found)
  for (const clause of clausesOf(item)) if ('when' in clause) gather(clause.when, found)
  return found
}

/** Every clause of an item, strictest column first. */
export function clausesOf(item: EiaItem): EiaClause[] {
  return [item.report, item.table, item.registration].flatMap((column) =>
    column === null ? [] : [...column.clauses, ...(column.unless === undefined ? [] : [column.unless])],
  )
}

function gather(when: EiaWhen, found: References): void {
  if (when === true) return
  if ('all' in when) when.all.forEach((part) => gather(part, found))
  else if ('any' in when) when.any.forEach((part) => gather(part, found))
  else if ('not' in when) gather(when.not, found)
  else if ('sensitive' in when) {
    if (when.sensitive !== true) when.sensitive.forEach((area) => found.areas.add(area))
  } else if ('zone' in when) {
    found.zones.add(when.zone)
    found.facts.add(when.ask)
  } else found.facts.add(when.param)
}
