import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seeds } from '../src/core/catalogue'
import type { Activity, Contradiction, Fact, Office, RuleFile, Source, SubjectCode, Zone } from '../src/core/seed-types'

/**
 * Reads every seed file of a project.
 *
 * The records are taken as they are: `npm run check:seeds` proves that they have the shape of the types.
 *
 * @param root folder of the project, the one that holds `seeds/`.
 * @returns the words of all documents; rule files in the order of chapter and section.
 * @throws when a file is missing or is not JSON; the message names the file and the place.
 */
export function loadSeeds(root: string): Seeds {
  const seeds = join(root, 'seeds')
  return {
    zones: readRecords<Zone>(join(seeds, 'zones.json')),
    activities: readRecords<Activity>(join(seeds, 'activities.json')),
    facts: readRecords<Fact>(join(seeds, 'facts.json')),
    offices: readRecords<Office>(join(seeds, 'offices.json')),
    subjects: readRecords<SubjectCode>(join(seeds, 'subjects.json')),
    sources: sourceFolders(root).map((folder) => loadSource(join(seeds, folder))),
  }
}

/** Folders under `seeds/` that hold a document with rules, in the order of their names. */
export function sourceFolders(root: string): string[] {
  const seeds = join(root, 'seeds')
  return readdirSync(seeds).filter((name) => existsSync(join(seeds, name, 'rules'))).sort()
}

/** Rule files of one document folder, `<chapter>.<section>.json`, in the order of the document. */
export function ruleFiles(folder: string): string[] {
  const names = readdirSync(join(folder, 'rules')).filter((name) => name.endsWith('.json'))
  return names.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
}

/**
 * Reads one JSON file.
 *
 * @throws when it is missing or is not JSON.
 */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} · expected JSON · found ${reason(error)} · mend the file at that place`, { cause: error })
  }
}

function loadSource(folder: string): Seeds['sources'][number] {
  const rules = ruleFiles(folder).map((name) => readAs<RuleFile>(join(folder, 'rules', name)))
  return { ...readAs<Source>(join(folder, 'source.json')), rules, ...conflictsOf(join(folder, 'conflicts.json')) }
}

/** Where the document contradicts itself; most have no such file. */
function conflictsOf(file: string): { conflicts?: Contradiction[] } {
  return existsSync(file) ? { conflicts: readRecords<Contradiction>(file) } : {}
}

/** No document has a hundred sections in a chapter. */
function placeOf(name: string): number {
  const [chapter = 0, section = 0] = name.split('.').map(Number)
  return chapter * 100 + (section || 0)
}

function readRecords<T>(file: string): T[] {
  const records = readJson(file)
  if (!Array.isArray(records)) throw new Error(`${file} · expected a list of records · found ${typeof records} · put the records in [ ]`)
  return records
}

function readAs<T>(file: string): T {
  // The parser's one promise; the schemas hold it.
  return readJson(file) as T
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
