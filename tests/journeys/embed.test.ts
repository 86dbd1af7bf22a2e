/** On another page: the frame answers the page that its address names, and nobody else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { faults, tooSmall } from '../helpers/axe'
import { launch } from '../helpers/chromium'
import { visit } from '../helpers/page'
import { serve } from '../helpers/site'

let browser: Browser
beforeAll(async () => void (browser = await launch()))
afterAll(() => browser.close())

/** In the page: two frames, one of which names it. What they say is written down in its title. */
function showFrames(site: string): void {
  document.title = ''
  const frames = [location.origin, 'https://example.org'].map((origin) => {
    const frame = document.createElement('iframe')
    frame.src = `${site}index.html?embed&origin=${origin}`
    frame.width = frame.height = '320'
    document.body.append(frame)
    return frame
  })
  addEventListener('message', ({ source, data }) => {
    document.title += `${frames.findIndex(({ contentWindow }) => contentWindow === source)} ${data.do},`
  })
}

/** In the page: asks both, and gives what was said once there is an answer. */
async function askFrames(): Promise<string[]> {
  const ask = { oneMap: 1, do: 'ask', subject: { kind: 'point', lonLat: [106.331, 29.785] } }
  for (const { contentWindow } of document.querySelectorAll('iframe')) contentWindow?.postMessage(ask, '*')
  while (!document.title.includes('answer')) await new Promise((resolve) => setTimeout(resolve, 50))
  return document.title.split(',').slice(0, -1)
}

/** What is in the way of a reader who is in the frame. */
const trouble = async (frame: Frame): Promise<string[]> => [...(await faults(frame, 'html')), ...(await tooSmall(frame))]

/** Where in the frame the keys go. */
const focused = (frame: Frame) => frame.evaluate(() => [document.activeElement?.textContent?.trim() ?? '', document.activeElement?.closest('#layers') !== null] as const)

const viewport = { width: 640, height: 640 }

describe('a frame on another page', () => {
  it('answers the demo page with what it shows, points out a zone, and tells what is wrong', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}embed-demo.html`, { viewport })
    const frame = page.frameLocator('#map')
    await page.locator('li[data-do=ready]').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: /一块地/ }).click()
    await page.locator('li[data-do=answer]', { hasText: 'demo-1' }).waitFor({ timeout: 60_000 })
    const told = /按图示：(\S+?)，/.exec((await page.locator('li[data-do=answer]').textContent()) ?? '')?.[1]
    expect(await frame.getByRole('region', { name: '能不能做' }).textContent()).toContain(`按图示：${told}`)
    await frame.getByRole('heading', { name: '示例地块' }).waitFor()
    await page.getByRole('button', { name: /突出/ }).click()
    await frame.locator('button.zone[aria-pressed=true]').first().waitFor()
    await page.getByRole('button', { name: /写错/ }).click()
    await page.locator('li[data-do=error]', { hasText: '经度在前' }).waitFor()
    expect(await frame.getByRole('link', { name: '打开完整页面' }).getAttribute('href')).toContain('project=residential')
    expect(troubles).toEqual([])
    await close()
  })

  it('tells the reader what the colours mean, takes a project by keys, and the page around hears the verdict', async () => {
    const { page, troubles, close } = await visit(browser, 'about:blank', { viewport })
    await page.addInitScript(axe.source)
    await page.goto(`${inject('site')}embed-demo.html`)
    await page.locator('li[data-do=ready]').waitFor()
    const frame = await (await page.locator('#map').elementHandle())?.contentFrame()
    if (!frame) throw new Error('expected a frame on the demo page, found none')
    const [legend, layer] = [frame.getByRole('button', { name: '图例' }), frame.getByRole('checkbox', { name: '生态保护红线' })]
    const whole = () => frame.getByRole('link', { name: '打开完整页面' }).getAttribute('href')

    await legend.press('Enter')
    await layer.waitFor()
    expect(await trouble(frame)).toEqual([])
    await page.keyboard.press('Tab')
    expect(await focused(frame)).toEqual([expect.any(String), true])
    await layer.press('Space')
    await expect.poll(whole).toMatch(/off=[^&]*ecological-redline/)
    await page.keyboard.press('Escape')
    await layer.waitFor({ state: 'detached' })
    expect(await focused(frame)).toEqual(['图例', false])
    await page.keyboard.press('Enter')
    await layer.waitFor()
    await page.keyboard.press('Enter')
    await layer.waitFor({ state: 'detached' })

    await legend.press('Enter')
    await page.getByRole('button', { name: /缙云山脊/ }).click()
    await page.locator('li[data-do=answer]', { hasText: '没有问项目' }).waitFor()
    await layer.waitFor({ state: 'detached' }) // what was asked stands in its place
    await frame.getByRole('combobox', { name: '项目类型' }).pressSequentially('电镀')
    await frame.getByRole('option', { name: '电镀', exact: true }).waitFor()
    await page.keyboard.press('Enter')
    const heard = page.locator('li[data-do=answer]', { hasText: '按图示' })
    const told = /^← answer按图示：(\S+?)，/.exec((await heard.textContent()) ?? '')?.[1] // no id: the reader asked
    expect(await frame.getByRole('region', { name: '能不能做' }).textContent()).toContain(`按图示：${told}`)
    await frame.getByText('项目情况', { exact: true }).click()
    expect(await trouble(frame)).toEqual([])
    expect(troubles.filter((one) => !one.startsWith('request:'))).toEqual([])
    await close()
  })

  it('is deaf and mute to a page its address does not name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>elsewhere</title>')
    const elsewhere = await serve(folder)
    const context = await browser.newContext({ locale: 'zh-CN', viewport, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(elsewhere.url)
    await page.route(/maplibre/, (route) => route.abort()) // the map is not needed to answer
    await page.evaluate(showFrames, inject('site'))
    const [named, unnamed] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')]
    for (const frame of [named, unnamed]) await frame.getByText('点一下地图，看那里适用哪些规定。').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(askFrames)).toEqual(['0 ready', '0 answer'])
    await named.getByRole('heading', { name: /七塘镇/ }).waitFor()
    expect(await unnamed.getByText('点一下地图，看那里适用哪些规定。').isVisible()).toBe(true)
    await context.close()
    elsewhere.stop()
    rmSync(folder, { recursive: true })
  })
})
