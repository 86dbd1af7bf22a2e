/** Pointers, wheel and keys over the simple map. Places are CSS px from its north-west corner. */

type Px = readonly [x: number, y: number]

export interface Hands {
  /** What was at `from` is at `to` now, and all about it `factor` times as large. */
  shift(from: Px, to: Px, factor: number): void
  /** The movement ended. */
  drop(): void
  /** A click or tap. */
  press(at: Px): void
  /** One step in (1) or out (-1) about a place; the middle where absent. */
  zoom(step: number, at?: Px): void
  /** Asks at the middle. */
  enter(): void
  /** Where the pointer is; null when it left. */
  hover(at: Px | null): void
  /** Within another page the wheel alone, or one finger, is for that page. */
  refuse(by: 'wheel' | 'finger'): void
}

/** A pointer that moved less was a click, px. */
const STILL_PX = 4
/** An arrow key moves by this, px. */
const STEP_PX = 100
/** Wheel px to a zoom: a notch is half a step; a pinch on a trackpad tells less. */
const [WHEEL_PX, PINCH_PX] = [200, 60]
/** A wheel tells lines or pages where it does not tell px. */
const DELTA_PX = [1, 20, 400]
/** The wheel rests after this, ms. */
const WHEEL_MS = 140

const arrows: Readonly<Record<string, Px>> = { ArrowUp: [0, STEP_PX], ArrowDown: [0, -STEP_PX], ArrowLeft: [STEP_PX, 0], ArrowRight: [-STEP_PX, 0] }

function watchKeys(target: SVGElement, hands: Hands): void {
  target.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key]
    if (arrow !== undefined) {
      hands.shift([0, 0], arrow, 1)
      hands.drop()
    } else if (event.key === '+' || event.key === '=') hands.zoom(1)
    else if (event.key === '-') hands.zoom(-1)
    else if (event.key === 'Enter' && !event.repeat) hands.enter()
    else return
    event.preventDefault()
  })
}

function placeIn(target: SVGElement): (event: MouseEvent) => Px {
  return ({ clientX, clientY }) => {
    const { left, top } = (target.parentElement ?? target).getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
}

function watchWheel(target: SVGElement, hands: Hands, isGuest: boolean): void {
  const at = placeIn(target)
  let rest: ReturnType<typeof setTimeout> | undefined
  target.addEventListener('wheel', (event) => {
    const isMeant = event.ctrlKey || event.metaKey
    if (isGuest && !isMeant) return hands.refuse('wheel')
    event.preventDefault()
    const steps = (event.deltaY * (DELTA_PX[event.deltaMode] ?? 1)) / (event.ctrlKey ? PINCH_PX : WHEEL_PX)
    hands.shift(at(event), at(event), 2 ** -Math.max(-1, Math.min(1, steps)))
    clearTimeout(rest)
    rest = setTimeout(() => hands.drop(), WHEEL_MS)
  }, { passive: false })
}

/** Middle of the pointers and their spread, px; one pointer has no spread. */
function grip(pointers: readonly Px[]): { middle: Px; spread: number } {
  const [[ax, ay], [bx, by]] = [pointers[0] ?? [0, 0], pointers[1] ?? pointers[0] ?? [0, 0]]
  return { middle: [(ax + bx) / 2, (ay + by) / 2], spread: Math.hypot(bx - ax, by - ay) }
}

function watchPointers(target: SVGElement, hands: Hands, isGuest: boolean): void {
  const at = placeIn(target)
  const down = new Map<number, Px>()
  let from: Px | null = null
  let moved = false
  const lift = (event: PointerEvent, isPress: boolean): void => {
    if (!down.delete(event.pointerId) || down.size > 0) return
    if (moved) {
      target.style.cursor = ''
      hands.drop()
    } else if (isPress) hands.press(at(event))
    from = null
  }
  target.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    target.setPointerCapture(event.pointerId)
    moved = down.size > 0 // two fingers ask nothing
    from ??= at(event)
    down.set(event.pointerId, at(event))
  })
  target.addEventListener('pointermove', (event) => {
    const place = at(event)
    if (from === null || !down.has(event.pointerId)) return void (event.pointerType === 'mouse' && hands.hover(place))
    const before = grip([...down.values()])
    if (!moved && Math.hypot(place[0] - from[0], place[1] - from[1]) < STILL_PX) return
    if (isGuest && event.pointerType === 'touch' && down.size === 1) return hands.refuse('finger')
    if (!moved) target.style.cursor = 'grabbing'
    moved = true
    down.set(event.pointerId, place)
    const after = grip([...down.values()])
    hands.shift(before.middle, after.middle, before.spread === 0 ? 1 : after.spread / before.spread)
  })
  target.addEventListener('pointerup', (event) => lift(event, true))
  target.addEventListener('pointercancel', (event) => lift(event, false))
  target.addEventListener('pointerleave', () => hands.hover(null))
  target.addEventListener('dblclick', (event) => hands.zoom(1, at(event)))
}

/** Lets hands move the map that `target` shows. @param isGuest on a page of others */
export function watchHands(target: SVGElement, hands: Hands, isGuest: boolean): void {
  watchPointers(target, hands, isGuest)
  watchWheel(target, hands, isGuest)
  watchKeys(target, hands)
}
