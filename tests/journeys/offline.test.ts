/** Without a network: after one visit the page opens, draws and answers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launch()))
afterAll(() => browser.close())

describe('without a network', () => {
  it('opens after one visit, says so, and answers with the words of the plan', async () => {
    const { page, troubles, close } = await visit(browser, inject('site'), { serviceWorkers: 'allow', viewport: { width: 390, height: 600 } })
    await page.getByRole('button', { name: '图层与图例' }).click()
    await page.getByRole('button', { name: '资料来源与可信度' }).click()
    await page.getByText(/已存到这台设备/).waitFor({ timeout: 120_000 })
    await page.context().setOffline(true)
    await page.goto(`${inject('site')}?from=a-friend#v=1&p=106.30211,29.74059`)
    await page.getByRole('heading', { name: '适用的规定' }).waitFor()
    await page.getByRole('article').first().locator('blockquote').first().waitFor()
    await page.locator('#map[data-drawn~="district"]').waitFor({ state: 'attached', timeout: 60_000 })
    await page.getByRole('button', { name: '图层与图例' }).click()
    await page.getByText(/没有网络：按存下的规定版本/).waitFor()
    expect(troubles).toEqual([])
    await close()
  })
})
