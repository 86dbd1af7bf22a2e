import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon'
import { useApp, useWords } from './page'
import { nearestStop, STOPS, stopHeights, type Stop } from './sheet-stops'

const DRAG_PX = 6 // less than this is a tap

/** The answer: a card at the right on a wide screen, on a phone a sheet with three stops. */
export function Sheet({ children }: { children: ComponentChildren }) {
  const app = useApp()
  const { t } = useWords()
  const [stop, setStop] = useState<Stop>('half')
  const sheet = useRef<HTMLElement>(null)
  const asked = app.subject.value
  const isSketching = app.sketch.value !== null
  const wasAsked = useRef(asked)
  useEffect(() => {
    // Not at the start: it would lay the page out before its time.
    if (wasAsked.current !== asked) sheet.current?.querySelector('.sheet-body')?.scrollTo({ top: 0 })
    wasAsked.current = asked
    if (asked !== null && stop === 'peek') setStop('half')
  }, [asked])
  useEffect(() => {
    if (isSketching) setStop('peek') // the map is needed
  }, [isSketching])
  useHeightToken(sheet)
  const step = (by: number) => setStop(STOPS[STOPS.indexOf(stop) + by] ?? stop)
  return (
    <main ref={sheet} id="answer" class="card sheet" data-stop={stop} aria-label={t('answer.title')} tabIndex={-1}>
      <div class="sheet-handle" {...useDrag(sheet, setStop)}>
        <button type="button" class="icon-button" aria-label={t('sheet.less')} disabled={stop === 'peek'} onClick={() => step(-1)}>
          <Icon name="down" />
        </button>
        <span class="grip" aria-hidden="true" />
        <button type="button" class="icon-button" aria-label={t('sheet.more')} disabled={stop === 'full'} onClick={() => step(1)}>
          <Icon name="up" />
        </button>
        <span class="unseen" role="status">{t(`sheet.${stop}`)}</span>
      </div>
      <div class="sheet-body">{children}</div>
    </main>
  )
}

/** Tells the style sheets how high the sheet stands, so that scale and zoom stay above it on a phone. */
function useHeightToken(sheet: { current: HTMLElement | null }) {
  useEffect(() => {
    if (sheet.current === null) return undefined
    const watch = new ResizeObserver(([entry]) => {
      if (!matchMedia('(width < 900px)').matches) return // beside the map; and a token of the root has every style reckoned anew
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      document.documentElement.style.setProperty('--sheet-height', `${Math.round(height)}px`)
    })
    watch.observe(sheet.current)
    return () => watch.disconnect()
  }, [])
}

/** Pointer handlers that let the sheet follow the finger and settle at a stop. */
function useDrag(sheet: { current: HTMLElement | null }, settle: (stop: Stop) => void) {
  const from = useRef<{ y: number; height: number } | null>(null)
  const [dragging, setDragging] = useState(false)
  return {
    'data-dragging': dragging,
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      if (event.target instanceof Element && event.target.closest('button') !== null) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { y: event.clientY, height: sheet.current?.offsetHeight ?? 0 }
    },
    onPointerMove: (event: PointerEvent) => {
      const start = from.current
      if (start === null || (!dragging && Math.abs(start.y - event.clientY) < DRAG_PX)) return
      setDragging(true)
      sheet.current?.style.setProperty('--dragged', `${start.height + start.y - event.clientY}px`)
    },
    onPointerUp: () => release(),
    onPointerCancel: () => release(),
  }
  function release(): void {
    if (dragging) settle(nearestStop(sheet.current?.offsetHeight ?? 0, stopHeights(innerHeight)))
    sheet.current?.style.removeProperty('--dragged')
    from.current = null
    setDragging(false)
  }
}
