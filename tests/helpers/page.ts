import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'

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
