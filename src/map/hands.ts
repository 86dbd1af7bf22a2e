/** When a hand comes to the map, and when it rests. */

/** A hand that did nothing for so long rests, ms. */
const REST_MS = 250

export interface HandsOn {
  /** Resolves when no finger or button is down and nothing was done for a moment. */
  rest(): Promise<void>
  forget(): void
}

/** @param came the first pointer, wheel or key on `host`, told once */
export function watchHand(host: HTMLElement, came: () => void): HandsOn {
  const off = new AbortController()
  const down = new Set<number>()
  let waiting: (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isMet = false
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (down.size > 0) return
      const rested = waiting
      waiting = []
      for (const tell of rested) tell()
    }, REST_MS)
  }
  const stirred = () => void (waiting.length > 0 && settle())
  const note = (event: Event) => {
    if (event instanceof PointerEvent && event.type === 'pointerdown') down.add(event.pointerId)
    if (!isMet) came()
    isMet = true
    stirred()
  }
  // A finger may be lifted anywhere.
  const lift = ({ pointerId }: PointerEvent) => (down.delete(pointerId), stirred())
  const manner = { capture: true, passive: true, signal: off.signal }
  for (const type of ['pointerdown', 'pointermove', 'wheel', 'keydown']) host.addEventListener(type, note, manner)
  for (const type of ['pointerup', 'pointercancel'] as const) addEventListener(type, lift, manner)
  return {
    rest: () => new Promise((resolve) => (waiting.push(resolve), settle())),
    forget: () => (off.abort(), clearTimeout(timer)),
  }
}
