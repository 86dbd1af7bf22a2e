import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import type { Seeds } from '../../src/core/catalogue'
import { readJson } from '../load'
import * as list from './entries'
import { show, type Problem } from './problem'

const folder = join(import.meta.dirname, '..', 'schemas')

/** Every record against its JSON Schema. */
export function shapeProblems(seeds: Seeds, tables: list.Tables): Problem[] {
  const check = (schema: string) => (entry: list.Entry<unknown>) => problemsOf(`${schema}.schema.json`, entry)
  return [
    ...list.zones(seeds).flatMap(check('zone')),
    ...list.activities(seeds).flatMap(check('activity')),
    ...list.facts(seeds).flatMap(check('fact')),
    ...list.offices(seeds).flatMap(check('office')),
    ...list.subjects(seeds).flatMap(check('subject')),
    ...list.sources(seeds).flatMap(check('source')),
    ...list.ruleFiles(seeds).flatMap(check('rule-file')),
    ...list.conflicts(seeds).flatMap(check('conflict')),
    ...list.indicators(tables).flatMap(check('indicator')),
    ...list.projects(tables).flatMap(check('project-group')),
  ]
}

/** Records of one kind against `schema`, a file under `schemas` or a definition in one. */
export function recordProblems(schema: string, entries: readonly list.Entry<unknown>[]): Problem[] {
  return entries.flatMap((entry) => problemsOf(schema, entry))
}

let kept: Ajv | undefined

/** Made with the first record: to compile the schemas takes longer than to check the records. */
const validator = (): Ajv => (kept ??= readSchemas())

function readSchemas(): Ajv {
  // `verbose` hands over the value found; union types are what a figure is: a number, words or null.
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true })
  for (const name of readdirSync(folder)) ajv.addSchema(Object(readJson(join(folder, name))))
  return ajv
}

function problemsOf(schema: string, { file, record }: list.Entry<unknown>): Problem[] {
  const ajv = validator()
  if (ajv.validate(schema, record)) return []
  return (ajv.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').map((error) => ({
    file,
    record: nameOf(record, error.instancePath),
    expected: expectation(error),
    found: found(error),
    todo: `see ${schema}`,
  }))
}

/** Errors in a rule file belong to the rule they stand in. */
function nameOf(record: unknown, path: string): string {
  const position = /^\/rules\/(\d+)/.exec(path)?.[1]
  const rules: unknown = Object(record).rules
  const inRule = position !== undefined && Array.isArray(rules) && !Array.isArray(rules[Number(position)])
  const named: unknown = inRule ? rules[Number(position)] : record
  return String(Object(named).id ?? Object(named).no ?? (position === undefined ? 'the file' : `rule ${position}`))
}

function expectation({ keyword, params, instancePath, message }: ErrorObject): string {
  const field = instancePath.replace(/^\/rules\/\d+/, '').slice(1) || 'the record'
  if (keyword === 'required') return `${field} to have ${params.missingProperty}`
  if (keyword === 'additionalProperties') return `${field} to have only the fields of the schema`
  if (keyword === 'enum') return `${field} to be one of ${params.allowedValues.join(', ')}`
  return `${field}: ${message}`
}

function found({ keyword, params, data }: ErrorObject): string {
  if (keyword === 'required') return 'none'
  return show(keyword === 'additionalProperties' ? params.additionalProperty : data)
}
