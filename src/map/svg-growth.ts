/** The first picture of the simple map, made while hands are heard: it grows as it is made, names last, so that no frame is long. */
import { breathe, inSlices } from '../rest'
import type { SceneSteps, SvgScene } from './svg-scene'

/** So long is drawn unseen, ms: each frame lays out and paints anew. */
const UNSEEN_MS = 60

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)

/** Shows the picture as far as it is made, in the end whole; null where it `isOver` before, as another is wanted. */
export async function grown(steps: SceneSteps, show: (sofar: SvgScene) => void, isOver: () => boolean): Promise<SvgScene | null> {
  let since = performance.now()
  const scene = await inSlices(steps, async (sofar) => {
    await breathe()
    if (isOver()) return void steps.return(sofar)
    if (performance.now() - since < UNSEEN_MS) return
    await nextFrame()
    if (!isOver()) show(sofar)
    await breathe()
    since = performance.now()
  })
  await nextFrame()
  return isOver() ? null : scene
}
