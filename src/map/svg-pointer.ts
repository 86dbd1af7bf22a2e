/** Pointer, wheel and keys over the simple map. */

export interface Hands {
  /** Px the map is dragged by, while it is. */
  drag(dx: number, dy: number): void
  /** The dragging ended. */
  drop(): void
  /** A click or tap, px from the corner of the map. */
  press(x: number, y: number): void
  /** One step in (1) or out (-1) about a place, px; the middle where absent. */
  zoom(step: number, at?: readonly [number, number]): void
  /** Asks at the middle. */
  enter(): void
  /** Where the pointer is, px; null when it left. */
  hover(at: readonly [number, number] | null): void
}

/** A pointer that moved less was a click, px. */
const STILL_PX = 4
/** An arrow key moves by this, px. */
const STEP_PX = 100

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, STEP_PX], ArrowDown: [0, -STEP_PX], ArrowLeft: [STEP_PX, 0], ArrowRight: [-STEP_PX, 0] }

function watchKeys(target: SVGElement, hands: Hands): void {
  target.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key]
    if (arrow !== undefined) {
      hands.drag(...arrow)
      hands.drop()
    } else if (event.key === '+' || event.key === '=') hands.zoom(1)
    else if (event.key === '-') hands.zoom(-1)
    else if (event.key === 'Enter' && !event.repeat) hands.enter()
    else return
    event.preventDefault()
  })
}

/** Lets hands move the map that `target` shows. */
export function watchHands(target: SVGElement, hands: Hands): void {
  let from: { x: number; y: number; moved: boolean } | null = null
  const at = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = target.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  target.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    target.setPointerCapture(event.pointerId)
    from = { x: event.clientX, y: event.clientY, moved: false }
  })
  target.addEventListener('pointermove', (event) => {
    if (from === null) return hands.hover(at(event))
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    from.moved ||= Math.hypot(dx, dy) >= STILL_PX
    if (from.moved) hands.drag(dx, dy)
  })
  target.addEventListener('pointerup', (event) => {
    if (from === null) return
    if (from.moved) hands.drop()
    else hands.press(...at(event))
    from = null
  })
  target.addEventListener('pointercancel', () => void (from?.moved === true && hands.drop(), (from = null)))
  target.addEventListener('pointerleave', () => hands.hover(null))
  target.addEventListener('wheel', (event) => (event.preventDefault(), hands.zoom(event.deltaY < 0 ? 1 : -1, at(event))), { passive: false })
  watchKeys(target, hands)
}
