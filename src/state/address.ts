/** Keeps the address of the window equal to the state; takes over an address pasted into it. */
import { effect } from '@preact/signals'
import type { App } from './app'
import { decode, encode, type Link } from './url'
import { applyLink } from './verbs'

const WRITE_AFTER_MS = 250 // browsers refuse more than about 100 history writes in 30 s

/**
 * @param defaults what an address need not say
 * @returns stops it
 */
export function keepAddress(app: App, page: Window, defaults: Link): () => void {
  let timer: number | undefined
  let written = page.location.hash
  const write = () => {
    written = encode(app.link.value, defaults)
    page.history.replaceState(page.history.state, '', written)
  }
  const stop = effect(() => {
    void app.link.value
    page.clearTimeout(timer)
    timer = page.setTimeout(write, WRITE_AFTER_MS)
  })
  const read = () => {
    if (page.location.hash !== written) applyLink(app, decode(page.location.hash, defaults))
  }
  page.addEventListener('hashchange', read)
  return () => {
    stop()
    page.clearTimeout(timer)
    page.removeEventListener('hashchange', read)
  }
}
