/** The worker of a batch: wiring only. */
import { browserKeep } from './batch-keep'
import type { FromBatch, ToBatch } from './batch-messages'
import { BatchSession, type SessionWorld } from './batch-session'
import { worldOf } from './worker-world'

const STORE = 'one-map-batch'

let begin: (world: Promise<SessionWorld>) => void = () => undefined
const ready = new Promise<SessionWorld>((resolve) => void (begin = resolve))

const session = new BatchSession(ready, {
  post: (message: FromBatch) => postMessage(message, { transfer: [] }),
  keep: browserKeep(STORE),
  now: () => performance.now(),
  rest: () => new Promise((resolve) => void setTimeout(resolve)),
})

addEventListener('message', ({ data }: MessageEvent<ToBatch>) => {
  if (data.do === 'start') begin(worldOf(data.files).then((world) => ({ world, near: data.near })))
  void session.hear(data)
})
