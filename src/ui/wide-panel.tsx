import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { App, Panel } from '../state/app'
import { Icon } from './icon'
import { useApp } from './page'
import './wide-panel.css'

const PHONE_PX = 900 // as in phone.css

/** Tells the map how much of it is covered, so that it flies to where one sees it. */
function useCover(app: App, panel: Panel, box: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const tell = () => {
      const { left, top } = element.getBoundingClientRect()
      const isPhone = innerWidth < PHONE_PX
      app.covered.value = { right: panel === 'plan' && !isPhone ? innerWidth - left : 0, bottom: panel !== 'plan' && !isPhone ? innerHeight - top : 0 }
    }
    const watch = new ResizeObserver(tell)
    watch.observe(element)
    tell()
    return () => {
      watch.disconnect()
      app.covered.value = { right: 0, bottom: 0 }
    }
  }, [panel])
}

/** The reader goes on where the panel was opened. */
function useFocus(heading: { current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}

interface Props {
  panel: Panel
  title: string
  closeLabel: string
  /** Beside the title. */
  tools?: ComponentChildren
  children: ComponentChildren
}

/** A panel over a part of the map, which stays in use beside it; on a phone it takes the whole page. */
export function WidePanel({ panel, title, closeLabel, tools, children }: Props) {
  const app = useApp()
  const box = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useCover(app, panel, box)
  useFocus(heading)
  const close = () => (app.panel.value = null)
  return (
    <dialog open ref={box} class="card wide" data-panel={panel} aria-label={title} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <div class="wide-head">
        <h2 ref={heading} tabIndex={-1}>{title}</h2>
        {tools}
        <button type="button" class="icon-button" aria-label={closeLabel} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
