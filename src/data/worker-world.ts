/** The world of the page in a worker: what the page has read is handed over, the rules are read again from their file. */
import { compileCatalogue } from '../core/catalogue'
import { putEnglish } from '../core/english'
import type { World } from '../core/model'
import { buildOverlay } from '../core/overlay'
import { atOnce } from '../core/steps'
import { buildZoneIndex } from '../core/zone-index'
import { toWords } from './load-english'
import { failedZones, fetchJson, seedSteps, zoneShapes, type GetJson } from './load'
import { remembering } from './load-overlay'
import type { WorkerFiles } from './worker-files'

/** The same world as the page's, overlay included. @throws Error when the rules cannot be read */
export async function worldOf({ seedsUrl, englishUrl, release, layers, data, failed }: WorkerFiles, get: GetJson = fetchJson): Promise<World> {
  const [seeds, english] = await Promise.all([get(seedsUrl), get(englishUrl)])
  const shapes = zoneShapes(data)
  const index = buildZoneIndex(shapes, failedZones(layers, failed))
  const catalogue = compileCatalogue(atOnce(seedSteps(seeds)))
  putEnglish(catalogue, toWords(english))
  return { catalogue, index, release, overlay: remembering(buildOverlay(index, shapes)) }
}
