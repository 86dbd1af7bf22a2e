/** `npm run types:seeds`: writes `src/core/seed-types.ts` from the schemas. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { readJson } from './load'

const BANNER = '// Written by `npm run types:seeds` from seeds/schemas. Do not edit.'

/** Where the types of a project lie. */
export const typesFile = (root: string): string => join(root, 'src', 'core', 'seed-types.ts')

/**
 * The TypeScript of all seed schemas.
 *
 * @param root folder of the project.
 * @returns the text of `src/core/seed-types.ts`, the same for the same schemas.
 */
export async function seedTypes(root: string): Promise<string> {
  return compile({ $id: 'seed-types', definitions: definitionsOf(join(root, 'seeds', 'schemas')) }, 'SeedTypes', {
    bannerComment: BANNER,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' },
  }).then(tidy)
}

/** One flat set of definitions: the compiler names a type only by its place in such a set. */
function definitionsOf(folder: string): Record<string, JSONSchema> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json')).sort()
  return Object.assign({}, ...files.map((name) => namedTypes(flatRefs(readJson(join(folder, name))))))
}

/** A schema with a title is one type; the common file has many. */
function namedTypes(schema: JSONSchema): Record<string, JSONSchema> {
  const { title, definitions = {}, ...body } = schema
  delete body.$id
  return title === undefined ? definitions : { [title]: body }
}

function flatRefs(schema: unknown): JSONSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('common.schema.json#', '#'))
}

/** Leaves out the set itself and what only repeats the schema, and sets each docstring on one line. */
function tidy(types: string): string {
  return types
    .replace(/export (?:interface SeedTypes \{[^}]*\}|type SeedTypes = .*)\n+/, '')
    .replace(/\n *\*(?: @m(?:in|ax)Items .*| Items: .*| This interface was referenced .*| via the `definition` .*)?(?=\n)/g, '')
    .replace(/\/\*\*\n *\* (.*)\n *\*\//g, '/** $1 */')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '..')
  writeFileSync(typesFile(root), await seedTypes(root))
}
