/** A browser that keeps nothing: blocked, or full. The page answers all the same, and says what holds for this visit only. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

/** In the page and in its workers: every store refuses, even to be looked at. */
function block(): void {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  if (typeof Storage !== 'undefined') for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key'] as const) Storage.prototype[name] = refuse
  IDBFactory.prototype.open = refuse
  CacheStorage.prototype.open = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
  if (typeof ServiceWorkerContainer !== 'undefined') ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
}

/** In the page and in its workers: what is there can be read, nothing can be added. */
function fill(): void {
  const refuse = (): never => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  if (typeof Storage !== 'undefined') Storage.prototype.setItem = refuse
  IDBObjectStore.prototype.put = refuse
  IDBObjectStore.prototype.add = refuse
  Cache.prototype.put = () => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'))
  if (typeof ServiceWorkerContainer !== 'undefined') ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'))
}

/** The page before it starts; workers before their own script, for init scripts do not reach them. */
async function spoil(context: BrowserContext, how: () => void): Promise<void> {
  await context.addInitScript(how)
  await context.route(/worker[^/]*\.js/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `(${how.toString()})();\n${await response.text()}` })
  })
}

/** Language, appearance and size of the text, for this visit; the last is the only one the link does not keep, and says so. */
async function switchAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await page.getByRole('heading', { name: 'Layers' }).waitFor()
  await page.getByRole('radio', { name: '中文' }).check({ force: true })
  await page.getByRole('radio', { name: '深色' }).check({ force: true })
  await page.locator('[data-theme=dark]').waitFor({ state: 'attached' })
  const told = page.getByText('浏览器不让保存，字号只在这次访问有效。')
  expect(await told.count()).toBe(0)
  await page.getByRole('radio', { name: '大', exact: true }).check({ force: true })
  await page.locator('[data-text=large]').waitFor({ state: 'attached' })
  expect(await told.count()).toBe(1)
}

async function bringParcel(page: Page): Promise<void> {
  await page.getByText('粘贴坐标', { exact: true }).click()
  await page.getByLabel('坐标，每行一个点').fill('106.325,29.780\n106.335,29.780\n106.335,29.790\n106.325,29.790')
  await page.getByRole('button', { name: '读取', exact: true }).click()
  await page.getByRole('region', { name: '所问的地块', exact: true }).getByText(/面积/).waitFor()
}

/** All rows are answered; that they cannot be taken up later is said. */
async function askMany(page: Page): Promise<void> {
  await page.getByRole('button', { name: '批量查询' }).click()
  const panel = page.getByRole('dialog', { name: '批量查询' })
  const buffer = Buffer.from('名称,经度,纬度\n甲,106.331,29.785\n乙,106.22476,29.59491\n')
  await panel.locator('input[type=file]').setInputFiles({ name: '两处.csv', mimeType: 'text/csv', buffer })
  await panel.getByText('2 行已全部作答。').waitFor()
  expect(await panel.getByText('浏览器不允许保存，重新打开网页后需要再选文件。').count()).toBe(1)
  await panel.getByRole('button', { name: '收起批量查询' }).click()
}

describe.each([
  ['keeps nothing because it is blocked', block],
  ['has no room left', fill],
])('a browser that %s', (_, how) => {
  it('answers, switches, takes parcels and tables, and says what it will not find again', async () => {
    const there = await visit(browser, 'about:blank', { serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } })
    const { page } = there
    await spoil(page.context(), how)
    await page.goto(inject('site'))
    await page.getByRole('button', { name: '缙云山脊' }).click()
    await page.getByRole('heading', { name: '适用的规定' }).waitFor()
    await switchAll(page)
    await page.getByRole('button', { name: '关闭结果' }).click()
    await bringParcel(page)
    await askMany(page)
    await page.getByRole('button', { name: '资料来源与可信度' }).click()
    await page.getByText('没有存下来：浏览器不让存，或空间不够。').waitFor()
    expect(there.troubles.filter((trouble) => !trouble.startsWith('request:'))).toEqual([])
    await there.close()
  })
})
