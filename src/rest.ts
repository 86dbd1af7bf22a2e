/** How a page rests on the way through a long reckoning (`core/steps`). */

/** So long a page may stand still without anyone noticing, ms. */
const SLICE_MS = 8

/** Lets a page paint, and hands be heard. Not by a timer where the browser has better: nested timers wait 4 ms each. */
export const breathe = (): Promise<void> => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => void setTimeout(resolve))

/** To the end, with a `pause` whenever so long went by without one; it is told how far the steps have come. */
export async function inSlices<T, Y>(steps: Generator<Y, T>, pause: (sofar: Y) => Promise<void> = breathe): Promise<T> {
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next()
    if (done === true) return value
    if (performance.now() - since < SLICE_MS) continue
    await pause(value)
    since = performance.now()
  }
}
