/** The answer: what a planner, a reviewer and a citizen read. */
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { goTo, leave, oneVisit, visit } from '../helpers/page'

const there = oneVisit()

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const words = async (page: Page, name: string) => (await region(page, name).textContent()) ?? ''

async function type(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '地名、分区、项目、规定或坐标' })
  await box.fill(text)
  await page.getByRole('option').first().waitFor()
  await box.press('Enter')
}

describe('the answer', () => {
  it('crest of 缙云山: the screen and the red line as drawn, with the verbatim clause', async () => {
    await goTo(there.page, '#v=1')
    await there.page.getByRole('button', { name: '缙云山脊' }).click()
    const here = await words(there.page, '这里涉及')
    expect(here).toContain('图示范围内，待核')
    expect(here).toMatch(/生态保护红线.*界线误差 ± 1\.5/)
    expect(here).toContain('缙云山（璧山部分）')
    const rule = there.page.getByRole('article', { name: '禁止 · 红线内严禁不符合主体功能定位的开发建设' })
    expect(await rule.textContent()).toContain('严禁不符合主体功能定位的各类开发建设活动')
    expect(await rule.textContent()).toContain('第三章第一节')
  })

  it('city centre: the built-up area and the no-burn zone, not the red line', async () => {
    await goTo(there.page, '#v=1')
    await there.page.getByRole('button', { name: '璧城', exact: true }).click()
    const here = await words(there.page, '这里涉及')
    expect(here).toContain('高污染燃料禁燃区')
    expect(here).toContain('城市建成区')
    const [drawnHere = '', nearby = ''] = here.split('邻近，待核')
    expect(drawnHere).not.toContain('生态保护红线')
    expect(nearby).toContain('生态保护红线') // 2 km off a line that may be 3 km off
  })

  it('a field in the valley by typed coordinates: its basin, certainly', async () => {
    await goTo(there.page, '#v=1')
    await type(there.page, '29.80, 106.255')
    expect(await words(there.page, '您点的地方')).toContain('东经 106.255')
    expect(await words(there.page, '这里涉及')).toContain('璧北河流域')
  })

  it('reads degrees, minutes and seconds', async () => {
    await goTo(there.page, '#v=1')
    await type(there.page, '106°15′18″E 29°48′00″N')
    expect(await words(there.page, '您点的地方')).toContain('东经 106.255')
  })

  it('outside the district it says so and names no rule', async () => {
    await goTo(there.page, '#v=1&p=106.55000,29.56000')
    await there.page.getByText('这里不在本区范围内。', { exact: true }).first().waitFor()
    expect(await there.page.getByRole('article').count()).toBe(0)
  })

  it('shows term and date: a rule that names the five years has lapsed today and held in 2024', async () => {
    await goTo(there.page, '#v=1&p=106.25500,29.80000&on=2024-06-01')
    const lapsed = there.page.getByText(/已到期/)
    await region(there.page, '适用的规定').waitFor()
    expect(await lapsed.count()).toBe(0)
    await there.page.getByLabel('按哪一天回答').fill('2026-11-24')
    await lapsed.first().waitFor({ state: 'attached' })
  })

  it('never reads a layer that did not come as "not here"', async () => {
    const context = await there.browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.route(/ecological-redline.*geojson/, (route) => route.abort())
    await page.goto(`${inject('site')}#v=1&p=106.30211,29.74059`)
    await page.getByRole('heading', { name: '未能核查' }).waitFor()
    expect(await page.getByRole('main').textContent()).toContain('不能当作“不涉及”')
    await context.close()
  })

  it('speaks English throughout', async () => {
    await goTo(there.page, '#v=1&p=106.30211,29.74059')
    await there.page.getByRole('radio', { name: 'English' }).check({ force: true })
    await there.page.getByRole('heading', { name: 'Layers' }).waitFor()
    const chrome = await there.page.locator('body').evaluate((body) => {
      const copy = body.cloneNode(true) as HTMLElement
      for (const law of copy.querySelectorAll('blockquote, q, [lang="zh-Hans"], script, noscript, #map')) law.remove()
      return copy.textContent ?? ''
    })
    const allowed = ['中文', '璧山府发', '号'] // the name of the language, and the number of the plan as printed
    expect([...new Set(chrome.match(/[\u4e00-\u9fff]+/g))].filter((word) => !allowed.includes(word))).toEqual([])
  })

  it('keeps the question in the address', async () => {
    await goTo(there.page, '#v=1')
    await there.page.getByRole('button', { name: '八塘' }).click()
    await there.page.waitForFunction(() => location.hash.includes('p=106.29271,29.83537'))
    const again = await visit(there.browser, there.page.url())
    expect(await words(again.page, '您点的地方')).toContain('东经 106.29271')
    await leave(again)
  })
})

describe.each([
  ['a small phone', 360, 740],
  ['a phone', 390, 844],
  ['a tablet', 768, 1024],
  ['a desk', 1440, 900],
  ['a wall', 3840, 2160],
])('on %s (%i px)', (_, width, height) => {
  it('nothing runs off the page, and the answer is in reach', async () => {
    await there.page.setViewportSize({ width, height })
    await goTo(there.page, '#v=1&p=106.30211,29.74059')
    await there.page.getByRole('heading', { name: '适用的规定' }).waitFor()
    const over = await there.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
    const sheet = await there.page.getByRole('main').boundingBox()
    expect(sheet?.x ?? -1).toBeGreaterThanOrEqual(0)
    expect((sheet?.x ?? 0) + (sheet?.width ?? width + 1)).toBeLessThanOrEqual(width)
  })
})

describe('the page', () => {
  it('carries a policy that allows no other origin', async () => {
    const policy = await there.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe/)
  })
})
