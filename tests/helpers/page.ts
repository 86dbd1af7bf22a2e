import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchPlain } from './chromium'

export interface Visit {
  page: Page
  /** Console errors, page errors and requests beyond the page's own origin, as they happened. */
  troubles: string[]
  close(): Promise<void>
}

export interface Manner extends BrowserContextOptions {
  /** Other origins the page may ask, and what they answer instead. */
  third?: { origins: RegExp; answer(route: Route): Promise<void> }
  /** Done in the page before anything else. */
  before?: () => void
}

/** Opens a page that writes down everything that must not happen. Nothing is kept offline unless asked: it would only take time. */
export async function visit(browser: Browser, url: string, { third, before, ...options }: Manner = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000) // software draws the full map within a minute, others' work beside it
  const troubles: string[] = []
  const origin = new URL(url).origin
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const target = request.url()
    const isAllowed = target.startsWith(origin) || /^(data|blob):/.test(target) || third?.origins.test(new URL(target).origin)
    if (!isAllowed) troubles.push(`request: ${target}`)
  })
  if (third !== undefined) await context.route((target) => third.origins.test(target.origin), third.answer)
  if (before !== undefined) await page.addInitScript(before)
  await page.goto(url)
  return { page, troubles, close: () => context.close() }
}

/** Nothing happened that must not. */
export const expectCalm = ({ troubles }: Visit): void => expect(troubles).toEqual([])

/** Ends a visit in which nothing happened that must not. */
export async function leave(there: Visit): Promise<void> {
  expectCalm(there)
  await there.close()
}

const WRITTEN_MS = 300 // the page writes its address a moment after its state

/** Another address in a page that is open, as a reader would paste it: an address tells the whole state. Empty first, so that no answer of before is read. */
export async function goTo(page: Page, hash: string): Promise<void> {
  for (const to of ['#v=1', hash]) {
    await page.waitForTimeout(WRITTEN_MS)
    await page.evaluate((next) => void (location.hash = next), to)
    if (to === '#v=1') await page.getByText('点一下地图，看那里适用哪些规定。').waitFor()
  }
}

/** One visit on the simple map for all tests of a file, each with an address of its own and calm at its end. The page is there once the tests run. */
export function oneVisit(): { readonly page: Page; readonly browser: Browser } {
  const held: { browser?: Browser; there?: Visit } = {}
  const of = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('expected the visit to be used within a test, found it used before')
    return thing
  }
  beforeAll(async () => {
    held.browser = await launchPlain()
    held.there = await visit(held.browser, inject('site'))
  })
  afterEach(() => expectCalm(of(held.there)))
  afterAll(async () => {
    await leave(of(held.there))
    await of(held.browser).close()
  })
  return {
    get page() {
      return of(held.there).page
    },
    get browser() {
      return of(held.browser)
    },
  }
}
