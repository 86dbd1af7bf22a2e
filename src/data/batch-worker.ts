/** The worker of a batch: wiring only. */
import { once } from '../core/once'
import type { Bounds } from '../formats/survey-zones'
import { browserKeep } from './batch-keep'
import type { FromBatch, ToBatch } from './batch-messages'
import { BatchSession, type SessionWorld } from './batch-session'
import type { WorkerFiles } from './worker-files'
import { worldOf } from './worker-world'

const STORE = 'one-map-batch'

let files: WorkerFiles | null = null
let near: Bounds = [0, 0, 0, 0]

/** The rules are read when the worker starts, and where that failed once more with the next file. */
const ready = once(async (): Promise<SessionWorld> => {
  if (files === null) throw new Error('expected files to read the rules from, found none yet')
  return { world: await worldOf(files), near }
})

const session = new BatchSession(ready, {
  post: (message: FromBatch) => postMessage(message, { transfer: [] }),
  keep: browserKeep(STORE),
  now: () => performance.now(),
  rest: () => new Promise((resolve) => void setTimeout(resolve)),
})

addEventListener('message', ({ data }: MessageEvent<ToBatch>) => {
  if (data.do === 'start') {
    ;({ files, near } = data)
    void ready().catch(() => undefined) // told with the file that needs it
  }
  void session.hear(data)
})
