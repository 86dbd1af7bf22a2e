import { join } from 'node:path'
import { readJson } from './load.ts'
import type { EiaSeeds } from '../src/core/eia-catalogue'
import type { EiaArea, EiaItem, EiaSource, Fact } from '../src/core/seed-types'

/**
 * Reads the catalogue of environmental impact assessment.
 *
 * The records are taken as they are: the schema test proves that they have the shape of the types.
 *
 * @param root folder of the project, the one that holds `seeds/`.
 * @throws when a file is missing or is not JSON; the message names the file.
 */
export function loadEia(root: string): EiaSeeds {
  const read = (name: string) => readJson(join(root, 'seeds', 'eia-2021', name))
  return {
    source: read('source.json') as EiaSource,
    items: read('items.json') as EiaItem[],
    areas: read('sensitive-areas.json') as EiaArea[],
    facts: read('facts.json') as Fact[],
  }
}
