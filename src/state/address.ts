/** Keeps the address of the window equal to the state; takes over an address pasted into it. */
import { effect } from '@preact/signals'
import type { App } from './app'
import { decode, encode, type Link } from './url'
import { applyLink } from './verbs'

/** What is asked about: a change of it is a step that the back button takes back. How it is looked at is not. */
const questionOf = ({ point, project, item, on, sites, compared, suit }: Link): string => JSON.stringify([point, project, item, on, sites, compared.length, suit])

const WRITE_AFTER_MS = 250 // browsers refuse more than about 100 history writes in 30 s

/**
 * @param defaults what an address need not say
 * @param takesSteps false in a frame: the back button belongs to the page around it
 * @returns stops it
 */
export function keepAddress(app: App, page: Window, defaults: Link, takesSteps = true): () => void {
  let timer: number | undefined
  let written = page.location.hash
  let asked = questionOf(app.link.peek())
  const write = () => {
    const link = app.link.value
    const question = questionOf(link)
    const isStep = question !== asked
    asked = question
    written = encode(link, defaults)
    if (isStep && takesSteps) page.history.pushState(null, '', written)
    else page.history.replaceState(page.history.state, '', written)
  }
  const stop = effect(() => {
    void app.link.value
    page.clearTimeout(timer)
    timer = page.setTimeout(write, WRITE_AFTER_MS)
  })
  const read = () => {
    if (page.location.hash === written) return
    written = page.location.hash
    applyLink(app, decode(page.location.hash, defaults))
    // Going back is no step forward.
    asked = questionOf(app.link.peek())
  }
  page.addEventListener('hashchange', read)
  return () => {
    stop()
    page.clearTimeout(timer)
    page.removeEventListener('hashchange', read)
  }
}
