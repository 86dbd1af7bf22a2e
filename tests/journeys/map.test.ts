/** The map: what is drawn, what can be switched, where a click lands. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import layers from '../../geodata/layers.json'
import { launch, launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

/** Draws WebGL in software; the other, without WebGL, has the simple map at once. */
let browser: Browser
let plain: Browser
beforeAll(async () => {
  browser = await launch()
  plain = await launchPlain()
})
afterAll(async () => {
  await browser.close()
  await plain.close()
})

/** Layer ids that the map says it has drawn in the present view. */
const drawn = async (page: Page) => ((await page.locator('#map').getAttribute('data-drawn')) ?? '').split(' ').filter(Boolean)

const untilDrawn = (page: Page, layer: string, shown: boolean) =>
  page.waitForFunction(
    ([id, is]) => document.querySelector('#map')?.getAttribute('data-drawn')?.split(' ').includes(id as string) === is,
    [layer, shown] as const,
    { timeout: 60_000 },
  )

const untilMap = (page: Page) => page.locator('#map[data-drawn~="district"]').waitFor({ state: 'attached', timeout: 60_000 })

/** Software draws here; a browser that cannot ask about that is taken to have a graphics card. */
const withCard = () => void Reflect.deleteProperty(window, 'OffscreenCanvas')

const atStart = layers.filter(({ on }) => on).map(({ id }) => id)

describe('the map', () => {
  it('draws every layer that is on at start, of all groups', async () => {
    const { page, troubles, close } = await visit(plain, inject('site'))
    await untilMap(page)
    const there = await drawn(page)
    expect(atStart.filter((id) => !there.includes(id))).toEqual([])
    expect(new Set(layers.filter(({ id }) => there.includes(id)).map(({ group }) => group))).toEqual(
      new Set(['base', 'ecological-redline', 'two-screens-three-belts', 'water-control', 'drinking-water', 'atmosphere', 'other']),
    )
    expect(troubles).toEqual([])
    await close()
  })

  it('switches each layer by its own switch', async () => {
    // Which layers the style shows; what each looks like is drawn above, and in the tests of the style.
    const { page, troubles, close } = await visit(plain, inject('site'), { viewport: { width: 1024, height: 640 } })
    await untilMap(page)
    const panel = page.getByRole('navigation', { name: '图层' })
    const shown = new Map(layers.map(({ id, on }) => [id, on]))
    // In round k those whose number has bit k: no two layers go through the same changes, so each is known by its own.
    for (let bit = 1; bit <= layers.length; bit *= 2) {
      for (const [index, { id, name }] of layers.entries()) {
        if (((index + 1) & bit) === 0) continue
        await panel.getByRole('checkbox', { name: name.zh, exact: true }).click()
        shown.set(id, shown.get(id) === false)
      }
      for (const [id, is] of shown) await untilDrawn(page, id, is)
    }
    expect(troubles).toEqual([])
    await close()
  })

  it('raises the land as terrain, still answers, and lays it flat', async () => {
    const { page, troubles, close } = await visit(browser, inject('site'), { viewport: { width: 390, height: 600 } })
    await untilMap(page)
    await page.getByRole('button', { name: '图层' }).click()
    const box = page.getByRole('checkbox', { name: '立体地形' })
    await box.check()
    await page.getByText('按等高线推出').waitFor()
    await page.getByRole('button', { name: '关闭图层' }).click()
    await page.getByRole('button', { name: '转回正北，放平' }).waitFor()
    await page.mouse.click(195, 200)
    await page.getByRole('region', { name: '您点的地方' }).waitFor()
    await page.getByRole('button', { name: '图层' }).click()
    await box.uncheck()
    await page.getByRole('button', { name: '转回正北，放平' }).waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
    await close()
  })

  it('becomes the full map when a hand comes to it, colours and all, answers where the click is, and lives through a loss of the graphics', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&view=106.20000,29.60000,11.00&project=electroplating&facts={"isNew":true}&suit=possible`, { viewport: { width: 600, height: 500 }, before: withCard })
    const full = (is: boolean) => page.locator(`#map[data-full="${is}"]`).waitFor({ state: 'attached', timeout: 120_000 })
    const ask = async () => {
      const [, centreLon = 0, centreLat = 0] = (/view=([\d.]+),([\d.]+)/.exec(page.url()) ?? []).map(Number)
      await page.mouse.click(300, 200) // 50 px north of the middle, where the centre of the view is
      const place = page.getByRole('region', { name: '您点的地方' })
      await place.getByRole('heading').waitFor()
      const said = (await place.textContent()) ?? ''
      const [lon = 0, lat = 0] = [/东经 ([\d.]+)/.exec(said)?.[1], /北纬 ([\d.]+)/.exec(said)?.[1]].map(Number)
      const degreesPerPx = 360 / (512 * 2 ** 11)
      expect(Math.abs(lon - centreLon)).toBeLessThan(0.0005)
      expect(Math.abs(lat - centreLat - 50 * degreesPerPx * Math.cos((29.6 * Math.PI) / 180))).toBeLessThan(0.0005)
      await page.getByRole('button', { name: '关闭结果' }).click()
    }
    await untilMap(page)
    const colours = page.waitForResponse(/deck-overlay/)
    expect(await page.locator('#map canvas').count()).toBe(0) // nothing of the map library before a hand came
    await page.mouse.move(200, 200)
    expect((await colours).ok()).toBe(true)
    await full(true)
    await page.locator('#map svg.map-plain').waitFor({ state: 'detached' })
    for (const layer of atStart) await untilDrawn(page, layer, true)
    await ask()
    const graphics = await page.evaluateHandle(() => document.querySelector<HTMLCanvasElement>('#map canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context'))
    await graphics.evaluate((extension) => extension?.loseContext())
    await full(false)
    await page.locator('#map svg.map-plain').getByText('璧城街道').waitFor()
    await ask()
    await graphics.evaluate((extension) => extension?.restoreContext())
    await full(true)
    await ask()
    expect(troubles).toEqual([])
    await close()
  })

  it('is worked by keys alone: move the cross, ask with Enter, read, close', async () => {
    const { page, troubles, close } = await visit(plain, inject('site'))
    await untilMap(page)
    await page.getByRole('region', { name: /^地图/ }).focus()
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction(() => location.hash.includes('view=')) // the map has come to rest
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '您点的地方' }).getByRole('heading').waitFor()
    await page.getByRole('button', { name: '关闭结果' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('点一下地图，看那里适用哪些规定。').waitFor()
    expect(troubles).toEqual([])
    await close()
  })

  it('draws a simple map where there is no WebGL, says so, and answers a click', async () => {
    const { page, troubles, close } = await visit(plain, `${inject('site')}#v=1&view=106.20000,29.60000,13.00`)
    await page.getByText('改用简图').waitFor({ timeout: 60_000 })
    await untilMap(page)
    expect(await page.locator('svg').getByText('璧城街道').count()).toBe(1)
    await page.mouse.click(720, 450)
    const shown = (await page.getByRole('region', { name: '您点的地方' }).textContent()) ?? ''
    expect(shown).toMatch(/东经 106\.20000.*北纬 29\.60000/)
    await page.getByRole('heading', { name: '适用的规定' }).waitFor()
    expect(await page.getByRole('article').count()).toBeGreaterThan(0)
    expect(troubles).toEqual([])
    await close()
  })
})
