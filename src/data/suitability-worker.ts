/** The worker that cuts the district by verdict: wiring only. */
import { zoneShapes } from './load'
import type { FromSuitability, ToSuitability } from './suitability-messages'
import { SuitabilitySession, type Ground } from './suitability-session'
import { worldOf } from './worker-world'

let begin: (ground: Promise<Ground>) => void = () => undefined
const ground = new Promise<Ground>((resolve) => void (begin = resolve))

const session = new SuitabilitySession(ground, (message: FromSuitability) => postMessage(message, { transfer: [] }))

addEventListener('message', ({ data }: MessageEvent<ToSuitability>) => {
  if (data.do === 'start') begin(worldOf(data.files).then((world) => ({ world, shapes: zoneShapes(data.files.data) })))
  void session.hear(data)
})
