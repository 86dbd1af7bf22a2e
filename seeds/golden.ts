import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenCase, GoldenFile } from '../src/core/golden'
import { readJson } from './load.ts'

/** Questions that are right but not met yet; neither run nor published. */
const OPEN = /^open[/\\]/

/**
 * The committed golden questions (`tests/cases/golden/<theme>.json`, folders included), by theme in the order of the
 * names: `drinking-water/reservoirs`. None where the folder is not there; those in `open/` are left out.
 */
export function loadGolden(root: string): GoldenFile[] {
  const folder = join(root, 'tests', 'cases', 'golden')
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const run = names.filter((name) => name.endsWith('.json') && !OPEN.test(name)).sort()
  return run.map((name) => ({ theme: name.replace(/\.json$/, '').replaceAll('\\', '/'), cases: readCases(join(folder, name)) }))
}

function readCases(file: string): GoldenCase[] {
  const cases = readJson(file)
  if (!Array.isArray(cases)) throw new Error(`${file} · expected a list of cases · found ${typeof cases} · put the cases in [ ]`)
  return cases // as written: the tests prove that each of them holds
}
