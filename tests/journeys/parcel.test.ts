/** A parcel: brought in by hand, by text and by file; measured, highlighted, sent on. The errand of a reviewer, from the file to the proof: `extract.test.ts`. */
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { launch } from '../helpers/chromium'
import { goTo, leave, oneVisit, visit } from '../helpers/page'

/** One visit for all but the one that draws. */
const there = oneVisit()

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const head = (page: Page) => region(page, '所问的地块')
const drawn = (page: Page) => page.waitForSelector('#map[data-drawn]', { timeout: 60_000 })

async function paste(page: Page, text: string): Promise<void> {
  await page.getByText('粘贴坐标', { exact: true }).click()
  await page.getByLabel('坐标，每行一个点').fill(text)
  await page.getByRole('button', { name: '读取', exact: true }).click()
}

const CREST = '106.325,29.780\n106.335,29.780\n106.335,29.790\n106.325,29.790'

describe('a parcel', () => {
  it('pasted: read in words, measured, with the part in each zone, and again from its link', async () => {
    await goTo(there.page, '#v=1')
    const { page } = there
    await paste(page, CREST)
    await head(page).getByText(/面积 [\d,]+.平方米，[\d.]+.公顷，[\d,.]+.亩/).waitFor()
    await region(page, '读取结果').getByText('地块 1：按“经度, 纬度”读取').waitFor()
    const here = region(page, '这里涉及')
    expect(await here.textContent()).toMatch(/(图示占|按图示全部在内：).*公顷/)
    const zone = here.getByRole('button', { name: '在图上突出显示：生态保护红线', exact: true })
    await zone.click()
    expect(await zone.getAttribute('aria-pressed')).toBe('true')
    await page.locator('article.rule[data-caught="true"]').first().waitFor()
    await page.waitForFunction(() => location.hash.includes('s='))
    const again = await visit(there.browser, page.url())
    await head(again.page).getByText(/面积/).waitFor()
    expect(await region(again.page, '这里涉及').textContent()).toBe(await here.textContent())
    await leave(again)
  })

  it('read otherwise by one click', async () => {
    await goTo(there.page, '#v=1')
    await paste(there.page, CREST)
    await region(there.page, '读取结果').getByRole('button', { name: /作为线/ }).click()
    await head(there.page).getByText(/^长 /).waitFor()
    expect(await head(there.page).textContent()).not.toContain('面积')
    await there.page.getByLabel('带宽（米）', { exact: true }).fill('20')
    await there.page.keyboard.press('Enter')
    await head(there.page).getByText(/面积/).waitFor()
  })

  it('from a file of several: the list chooses, the ring tells what it touches', async () => {
    await goTo(there.page, '#v=1')
    const { page } = there
    const part = (name: string, west: number) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [[[west, 29.6], [west + 0.004, 29.6], [west + 0.004, 29.603], [west, 29.6]]] } })
    const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [part('甲', 106.21), part('乙', 106.22)] }))
    await page.locator('input[type=file]').setInputFiles({ name: 'two.geojson', mimeType: 'application/geo+json', buffer })
    await head(page).getByRole('heading', { name: '甲' }).waitFor()
    await page.getByRole('radio', { name: '甲' }).press('ArrowDown')
    await head(page).getByRole('heading', { name: '乙' }).waitFor()
    await region(page, '周边').getByLabel('500 m').check()
    await region(page, '周边').getByText(/外扩 500\sm 碰到/).waitFor()
    await page.getByRole('button', { name: '移除：乙' }).first().click()
    await head(page).getByRole('heading', { name: '甲' }).waitFor()
    expect(await page.getByRole('radio', { name: '甲' }).count()).toBe(0) // one alone needs no list
  })

  it('drawn on the map', async () => {
    const withGraphics = await launch()
    const drawing = await visit(withGraphics, inject('site'), { viewport: { width: 1000, height: 560 } })
    const { page } = drawing
    await drawn(page)
    await page.getByRole('button', { name: '矩形' }).click()
    await region(page, '正在图上画').waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS')
    await page.mouse.click(440, 300)
    await page.mouse.move(470, 320)
    await page.mouse.click(480, 330)
    await head(page).getByText(/面积/).waitFor()
    expect(await region(page, '正在图上画').count()).toBe(0)
    await leave(drawing)
    await withGraphics.close()
  })

  it('on a phone: nothing wider than the screen', async () => {
    await there.page.setViewportSize({ width: 390, height: 844 })
    await goTo(there.page, '#v=1')
    await paste(there.page, CREST)
    await head(there.page).getByText(/面积/).waitFor()
    expect(await there.page.locator('.sheet-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
  })

  it('that crosses itself: a sentence, and nothing taken', async () => {
    await goTo(there.page, '#v=1')
    await paste(there.page, '106.30,29.74\n106.33,29.78\n106.33,29.74\n106.30,29.78')
    await there.page.getByRole('alert').getByText(/自相交/).waitFor()
    expect(await head(there.page).count()).toBe(0)
  })
})
