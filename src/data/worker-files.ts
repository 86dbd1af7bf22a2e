/** What the page hands over to a worker that answers like itself. */
import type { Layer, Loaded, Release } from '../core/model'
import { answers, type Files } from './load'

/** All of it can be sent to a worker. */
export interface WorkerFiles {
  /** Absolute. */
  seedsUrl: string
  englishUrl: string
  release: Release
  layers: readonly Layer[]
  data: Loaded['data']
  failed: Loaded['failed']
}

/** What a worker needs of what the page has read. */
export function workerFiles({ layers, data, failed, world }: Loaded, { seedsUrl, englishUrl }: Files, base: string): WorkerFiles {
  const needed = layers.filter(answers).map(({ id }) => id)
  return {
    seedsUrl: new URL(seedsUrl, base).href,
    englishUrl: new URL(englishUrl, base).href,
    release: world.release,
    layers,
    data: Object.fromEntries(Object.entries(data).filter(([id]) => needed.includes(id))),
    failed,
  }
}
