/** The committed EIA catalogue and plain projects to ask it about. */
import { compileEia, clausesOf, type EiaCatalogue } from '../../src/core/eia-catalogue'
import { loadEia } from '../../seeds/load-eia'
import { readJson } from '../../seeds/load'
import type { Facts, FactValue, Finding, Is } from '../../src/core/model'
import type { Activity, EiaItem, Fact, Zone } from '../../src/core/seed-types'

export const root = process.cwd()
export const seeds = loadEia(root)

const byId = <T extends { id: string }>(name: string) => new Map((readJson(`${root}/seeds/${name}`) as T[]).map((one) => [one.id, one]))
export const rules = { zones: byId<Zone>('zones.json'), activities: byId<Activity>('activities.json'), facts: byId<Fact>('facts.json') }
export const catalogue: EiaCatalogue = compileEia(seeds, rules)

export const itemOf = (no: number): EiaItem => {
  const item = catalogue.items.get(no)
  if (item === undefined) throw new Error(`Expected EIA item ${no}, found none.`)
  return item
}

/** Every yes-or-no or number an item may ask, sensitive areas included. */
export const paramsOf = (item: EiaItem): { numbers: string[]; booleans: string[] } => {
  const asked = clausesOf(item).flatMap((clause) => ('ask' in clause ? [clause.ask] : []))
  const used = JSON.stringify(item)
  const facts = [...catalogue.facts.values()].filter(({ id }) => used.includes(`"${id}"`))
  const named = (type: Fact['type']) => facts.filter((fact) => fact.type === type).map(({ id }) => id)
  return { numbers: named('number'), booleans: [...named('boolean'), ...asked] }
}

/** A project with everything known: nothing special, nothing used, no sensitive area, inside an industrial building. */
export const plain = (item: EiaItem, more: Facts = {}): Facts => {
  const { numbers, booleans } = paramsOf(item)
  const facts: Record<string, FactValue> = { eiaSensitiveArea: false }
  for (const param of numbers) facts[param] = 0
  for (const param of booleans) facts[param] = param === 'inIndustrialBuilding'
  return { ...facts, ...more }
}

/** Findings of the same standing for every zone of the catalogue, less those named. */
export const findings = (is: Is, less: Record<string, Is> = {}): Finding[] =>
  [...rules.zones.keys()].map((zone) => ({ zone, is: less[zone] ?? is }))
