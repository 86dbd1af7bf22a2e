import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenCase, GoldenFile } from '../src/core/golden'
import { readJson } from './load.ts'

/** The committed golden questions (`tests/cases/golden/<theme>.json`), by theme; none where the folder is not there. */
export function loadGolden(root: string): GoldenFile[] {
  const folder = join(root, 'tests', 'cases', 'golden')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : []
  return names.map((name) => ({ theme: name.replace(/\.json$/, ''), cases: readCases(join(folder, name)) }))
}

function readCases(file: string): GoldenCase[] {
  const cases = readJson(file)
  if (!Array.isArray(cases)) throw new Error(`${file} · expected a list of cases · found ${typeof cases} · put the cases in [ ]`)
  return cases // as written: the tests prove that each of them holds
}
