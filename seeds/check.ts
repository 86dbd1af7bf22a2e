/** `npm run check:seeds`: proves the words before anything is built on them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Seeds } from '../src/core/catalogue'
import { conditionProblems } from './check/conditions'
import { cycleProblems } from './check/cycles'
import { eiaProblems } from './check/eia'
import { ruleFileName, type Tables, type Texts } from './check/entries'
import { glossaryProblems } from './check/glossary'
import { groundProblems } from './check/grounds'
import { idProblems } from './check/ids'
import { languageProblems } from './check/languages'
import { sentence, type Problem } from './check/problem'
import { quoteProblems } from './check/quotes'
import { referenceProblems } from './check/references'
import { shapeProblems } from './check/shapes'
import { tableProblems } from './check/tables'
import { loadGlossary } from './glossary'
import { loadSeeds, ruleFiles } from './load'
import { loadEia } from './load-eia'
import { readTables } from './plan-tables'

/**
 * Everything wrong in the seeds.
 *
 * Records of a wrong shape are reported alone: the other checks read the fields they lack.
 *
 * @param seeds as `loadSeeds` reads them.
 * @param texts plain text of each source, by source id.
 * @param tables indicator and project tables, by source id.
 * @returns one problem for each failure; none when all is well.
 */
export function checkSeeds(seeds: Seeds, texts: Texts, tables: Tables = {}): Problem[] {
  const shapes = shapeProblems(seeds, tables)
  if (shapes.length > 0) return shapes
  return [
    ...idProblems(seeds, tables),
    ...referenceProblems(seeds, tables),
    ...cycleProblems(seeds),
    ...conditionProblems(seeds),
    ...quoteProblems(seeds, texts, tables),
    ...tableProblems(texts, tables),
    ...groundProblems(seeds),
    ...languageProblems(seeds, tables),
  ]
}

/** Checks a whole project folder: its records, and that each rule file bears the name of its section. */
export function checkFolder(root: string): Problem[] {
  const seeds = loadSeeds(root)
  return [
    ...seeds.sources.flatMap((source) => misnamed(root, source)),
    ...checkSeeds(seeds, readTexts(root, seeds), readTables(root, seeds)),
    ...eiaProblems(loadEia(root), seeds),
    ...glossaryProblems(loadGlossary(root)),
  ]
}

/** The plain text of each source that has one and whose file is there. */
export function readTexts(root: string, seeds: Seeds): Texts {
  const files = seeds.sources.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, file: join(root, 'seeds', id, text) }]))
  return Object.fromEntries(files.filter(({ file }) => existsSync(file)).map(({ id, file }) => [id, readFileSync(file, 'utf8')]))
}

function misnamed(root: string, { id, rules }: Seeds['sources'][number]): Problem[] {
  const names = ruleFiles(join(root, 'seeds', id))
  return rules.flatMap((file, at) => (names[at] === ruleFileName(file) ? [] : [{
    file: `seeds/${id}/rules/${names[at]}`, record: 'the file', expected: `the name ${ruleFileName(file)}, by its chapter and section`,
    found: String(names[at]), todo: 'rename the file or correct chapter and section',
  }]))
}

function report(root: string): number {
  const problems = checkFolder(root)
  for (const problem of problems) console.error(sentence(problem))
  const { zones, activities, sources } = loadSeeds(root)
  const rules = sources.flatMap((source) => source.rules).flatMap((file) => file.rules)
  console.log(`seeds: ${zones.length} zones, ${rules.length} rules, ${activities.length} activities, ${loadEia(root).items.length} EIA items, ${problems.length} problems`)
  return problems.length > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = report(join(import.meta.dirname, '..'))
