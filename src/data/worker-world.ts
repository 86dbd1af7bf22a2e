/** The world of the page in a worker: what the page has read is handed over, the rules are read again from their file. */
import { compileCatalogue } from '../core/catalogue'
import type { World } from '../core/model'
import { buildOverlay } from '../core/overlay'
import { buildZoneIndex } from '../core/zone-index'
import { failedZones, fetchJson, toSeeds, zoneShapes, type GetJson } from './load'
import { remembering } from './load-overlay'
import type { WorkerFiles } from './worker-files'

/** The same world as the page's, overlay included. @throws Error when the rules cannot be read */
export async function worldOf({ seedsUrl, release, layers, data, failed }: WorkerFiles, get: GetJson = fetchJson): Promise<World> {
  const shapes = zoneShapes(data)
  const index = buildZoneIndex(shapes, failedZones(layers, failed))
  return { catalogue: compileCatalogue(toSeeds(await get(seedsUrl))), index, release, overlay: remembering(buildOverlay(index, shapes)) }
}
