import { join } from 'node:path'
import { checkSeeds, readTexts } from '../../seeds/check'
import type { Tables, Texts } from '../../seeds/check/entries'
import { sentence } from '../../seeds/check/problem'
import { loadSeeds } from '../../seeds/load'
import { readTables } from '../../seeds/plan-tables'
import type { Seeds } from '../../src/core/catalogue'
import type { Quote, Rule } from '../../src/core/seed-types'

export const root = join(import.meta.dirname, '..', '..')
const seeds = loadSeeds(root)
const texts = readTexts(root, seeds)
const tables = readTables(root, seeds)

/** A copy of the seeds, to be broken. */
export interface Copy {
  seeds: Seeds
  texts: Record<string, string>
  tables: Tables
}

/** The sentences that the check says about a copy of the seeds once `spoil` has been at it. */
export function complaints(spoil: (copy: Copy) => void): string[] {
  const copy = { seeds: structuredClone(seeds), texts: { ...(texts as Texts) }, tables: structuredClone(tables) }
  spoil(copy)
  return checkSeeds(copy.seeds, copy.texts, copy.tables).map(sentence)
}

/** The record with this id. */
export function pick<T extends { id: string }>(records: readonly T[], id: string): T {
  const record = records.find((one) => one.id === id)
  if (record === undefined) throw new Error(`expected a record ${id}, got none`)
  return record
}

export function ruleOf(copy: Copy, id: string): Rule {
  return pick(copy.seeds.sources.flatMap((source) => source.rules).flatMap((file) => file.rules), id)
}

/** The quote of a rule that has one. */
export function quoteOf(copy: Copy, id: string): Quote {
  const { quote } = ruleOf(copy, id)
  if (quote === undefined) throw new Error(`expected a quote of ${id}, found none`)
  return quote
}

/** The first of a list that may not be empty. */
export function first<T>(list: readonly T[] | undefined): T {
  const [one] = list ?? []
  if (one === undefined) throw new Error('expected a list with a first, got none')
  return one
}
