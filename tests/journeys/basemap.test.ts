/** The basemap of a provider, and measuring: what a third party is asked, only when, and what happens when it refuses. */
import type { Browser, Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launch()))
afterAll(() => browser.close())

const KEY = '0123456789abcdef0123456789abcdef'
const origins = /^https:\/\/t[0-7]\.tianditu\.gov\.cn$/
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const headers = { 'access-control-allow-origin': '*' }

/** A provider that gives pictures, until it is told to refuse. */
function provider() {
  const asked: string[] = []
  const self = {
    asked,
    refuses: false,
    origins,
    answer(route: Route): Promise<void> {
      asked.push(route.request().url())
      return self.refuses ? route.fulfill({ status: 403, headers, contentType: 'application/json', body: '{"code":301001}' }) : route.fulfill({ headers, contentType: 'image/png', body: pixel })
    },
  }
  return self
}

const drawn = (page: Page) => page.locator('#map[data-drawn~="district"]').waitFor({ state: 'attached', timeout: 90_000 })
const full = (page: Page) => page.locator('#map[data-full="true"]').waitFor({ state: 'attached', timeout: 120_000 })
const policy = (page: Page) => page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
const layers = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The opacity of the first layer, which is told when one asks for more of it. */
async function opacity(page: Page): Promise<Locator> {
  await page.locator('.layer-more summary').first().click()
  return page.locator('.layer .slider input').first()
}

/** A line from the middle of the map to where its middle is after a step to the right. */
async function measureByKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: '量测' }).click()
  await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS')
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(600)
  await page.keyboard.press(' ')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '量测', exact: true }).getByRole('status').getByText(/^距离/).waitFor()
}

describe('a basemap with one’s own key', () => {
  it('comes only when switched on, says who drew it, fails without taking anything along, and goes again', async () => {
    const third = provider()
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&view=106.20000,29.60000,13.00`, { viewport: { width: 390, height: 600 }, third })
    await layers(page, '图层与图例')
    await page.getByText('天地图底图').click()
    await page.getByLabel('浏览器端 key').fill('不是 key')
    await page.getByRole('button', { name: '打开底图' }).click()
    await page.getByRole('alert').getByText(/通常 32 位/).waitFor()
    expect([third.asked, (await policy(page))?.includes('tianditu')]).toEqual([[], false])
    await page.getByLabel('浏览器端 key').fill(` ${KEY}\u200B`)
    await page.getByRole('button', { name: '打开底图' }).click()
    await page.waitForURL(/tianditu\.html#v=1&view=106\.2/)
    await page.getByText('天地图 · 国家地理信息公共服务平台 · 审图号见天地图').waitFor({ timeout: 120_000 })
    await full(page)
    expect(new Set(third.asked.map((url) => new URL(url).pathname))).toEqual(new Set(['/vec_w/wmts', '/cva_w/wmts']))
    expect(third.asked.every((url) => new URL(url).searchParams.get('tk') === KEY)).toBe(true)
    expect(page.url()).not.toContain(KEY)
    // The provider refuses from now on: one sentence, and the answer as ever.
    third.refuses = true
    await layers(page, '图层与图例')
    await page.getByRole('radio', { name: '影像' }).check({ force: true })
    await layers(page, '关闭图层')
    await page.getByRole('alert').getByText(/对方拒绝了（403）.*分区和查询照常/).waitFor()
    await page.getByRole('button', { name: '关闭提示' }).click()
    await page.mouse.click(195, 150)
    await page.getByRole('heading', { name: '适用的规定' }).waitFor()
    await drawn(page)
    // What the link has no room for goes along to the other page.
    await measureByKeys(page)
    await layers(page, '图层与图例')
    await page.getByRole('checkbox', { name: '立体地形' }).check()
    await (await opacity(page)).fill('0.4')
    await page.getByRole('button', { name: '关闭底图' }).click()
    await page.waitForURL(/index\.html#/)
    await page.getByRole('region', { name: '量测', exact: true }).getByRole('status').getByText(/^距离 \d+\sm$/).waitFor()
    await layers(page, '图层与图例')
    expect([await page.getByRole('checkbox', { name: '立体地形' }).isChecked(), await (await opacity(page)).inputValue()]).toEqual([true, '0.4'])
    const asked = third.asked.length
    await drawn(page)
    expect([third.asked.length, await page.getByText('审图号见天地图').count(), (await policy(page))?.includes('tianditu')]).toEqual([asked, 0, false])
    expect(troubles.filter((trouble) => !trouble.includes('403'))).toEqual([])
    await close()
  })
})

describe('measuring', () => {
  it('tells a length while it is drawn and after, by keys, and makes a parcel of it', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&view=106.20000,29.60000,14.00`, { viewport: { width: 1000, height: 640 } })
    await drawn(page)
    await page.getByRole('button', { name: '量测' }).click()
    await full(page)
    await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS')
    const card = page.getByRole('region', { name: '量测', exact: true })
    await page.keyboard.press(' ')
    // 80 px to the right at zoom 14, 4.154 m to the px at 29.6° north: 332 m.
    await page.mouse.move(580, 320)
    await card.getByText(/^距离 33[123]\sm$/).waitFor()
    await page.mouse.click(580, 320)
    await page.keyboard.press('Enter')
    await card.getByRole('status').getByText(/^距离 33[123]\sm$/).waitFor()
    await card.getByRole('button', { name: '作为地块查询' }).click()
    await page.getByRole('region', { name: '所问的地块', exact: true }).getByText(/^长 33[123]\sm/).waitFor()
    expect(await card.count()).toBe(0)
    expect(troubles).toEqual([])
    await close()
  })
})
