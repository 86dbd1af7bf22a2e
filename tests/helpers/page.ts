import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export interface Visit {
  page: Page
  /** Console errors, page errors and requests beyond the page's own origin, as they happened. */
  troubles: string[]
  close(): Promise<void>
}

/** Opens a page that writes down everything that must not happen. Nothing is kept offline unless asked: it would only take time. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  const origin = new URL(url).origin
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const target = request.url()
    if (!target.startsWith(origin) && !/^(data|blob):/.test(target)) troubles.push(`request: ${target}`)
  })
  await page.goto(url)
  return { page, troubles, close: () => context.close() }
}
