/**
 * The release: which places and which words an answer rests on. The page and the command line both call this, so that the
 * same data carries the same name everywhere.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Release } from '../core/model'
import type { Text } from '../core/seed-types'

const HEX_DIGITS = 12

/** Thrown where a file is missing that a checkout, or `npm run geodata`, provides. */
export class MissingData extends Error {
  constructor(
    readonly path: string,
    readonly remedy: Text,
  ) {
    super(`expected ${path}, found no such file; ${remedy.en}`)
  }
}

const RESTORE: Text = { zh: '从仓库恢复该文件', en: 'restore it from the repository' }

/** Text of a file, path from `root`. Throws `MissingData` with what to do. */
export function readData(root: string, path: string, remedy = RESTORE): string {
  const file = join(root, path)
  if (!existsSync(file)) throw new MissingData(path, remedy)
  return readFileSync(file, 'utf8')
}

/** Every file below a folder, as paths from `root` with forward slashes, sorted by code unit. */
function filesBelow(root: string, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()
}

/** Hash of names and contents. Line ends count as LF, whatever a checkout made of them. */
function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const content = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex').slice(0, HEX_DIGITS)
}

const isPlace = (path: string): boolean => path.endsWith('.geojson')
const isWord = (path: string): boolean => /\.(?:json|txt)$/.test(path) && !path.startsWith('seeds/schemas/')

/**
 * Release of the checkout at `root`. `data`: geodata/layers.json and geodata/layers/*.geojson. `rules`: every JSON and TXT
 * file of seeds/ but the schemas, which change no answer. `engine`: the version in package.json.
 */
export function releaseOf(root: string): Release {
  const packageJson: unknown = JSON.parse(readData(root, 'package.json'))
  const manifest = existsSync(join(root, 'geodata/layers.json')) ? ['geodata/layers.json'] : []
  return {
    data: hashOf(root, [...manifest, ...filesBelow(root, 'geodata/layers').filter(isPlace)]),
    rules: hashOf(root, filesBelow(root, 'seeds').filter(isWord)),
    engine: versionOf(packageJson),
  }
}

function versionOf(packageJson: unknown): string {
  if (typeof packageJson === 'object' && packageJson !== null && 'version' in packageJson && typeof packageJson.version === 'string') return packageJson.version
  throw new Error('expected a text "version" in package.json, got none')
}
