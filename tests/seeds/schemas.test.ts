import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../seeds/load'
import { seedTypes, typesFile } from '../../seeds/types'
import { root } from './broken'

const folder = join(root, 'seeds', 'schemas')

/** Paths of properties without a description, and of objects that take any field. */
function gaps(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const open = 'properties' in schema && (!('additionalProperties' in schema) || schema.additionalProperties !== false) ? [`${path} takes any field`] : []
  const bare = 'properties' in schema ? Object.entries(Object(schema.properties)).filter(([, property]) => !Object(property).description) : []
  return [...open, ...bare.map(([name]) => `${path}.${name} has no description`), ...Object.entries(schema).flatMap(([key, inner]) => gaps(inner, `${path}.${key}`))]
}

describe('schemas', () => {
  it('describe every property and admit no other', () => {
    expect(readdirSync(folder).flatMap((name) => gaps(readJson(join(folder, name)), name))).toEqual([])
  })

  it('see a property without a description', () => {
    expect(gaps({ properties: { a: {} } }, 'x')).toEqual(['x takes any field', 'x.a has no description'])
  })

  it('are what the committed types were written from', async () => {
    expect(readFileSync(typesFile(root), 'utf8')).toBe(await seedTypes(root))
  })
})
