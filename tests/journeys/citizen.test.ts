/** The errand of a citizen: a phone, a place one knows by name, an answer one can read, and a link to send. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, permissions: ['clipboard-read', 'clipboard-write'] }

const sheet = (page: Page) => page.getByRole('main')
const sentence = (page: Page) => sheet(page).locator('.summary').first()
const placeNow = async (page: Page) => (await page.getByRole('region', { name: '您点的地方' }).textContent()) ?? ''
const isAsked = (page: Page, part: string) => page.waitForFunction((wanted) => location.hash.includes(wanted), part)

/** Fits the screen: nothing to scroll sideways, the map is to be seen, and nothing lies over search, layers and sheet. */
async function expectFit(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth
    const topAt = (x: number, y: number) => document.elementFromPoint(x, y)
    const covered = ['.search input', '.side-button', '.sheet-handle'].filter((selector) => {
      const { left, top, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return topAt(left + width / 2, top + height / 2)?.closest(selector) == null
    })
    const [searchEnd, sheetTop] = [document.querySelector('.search')?.getBoundingClientRect().bottom ?? 0, document.querySelector('#answer')?.getBoundingClientRect().top ?? 0]
    const isMapSeen = topAt(innerWidth / 2, (searchEnd + sheetTop) / 2)?.closest('#map') != null
    return { over: Math.max(0, over), covered, isMapSeen }
  })
  expect(found).toEqual({ over: 0, covered: [], isMapSeen: true })
}

/** What this is, from the button at the title. */
async function readWhatThisIs(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '璧山一张图' }).waitFor()
  await page.getByText('点一下地图，看那里适用哪些规定。').waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: '图层与图例' }).tap()
  await page.getByText('条条附原文和出处').waitFor()
  await page.getByRole('button', { name: '关闭图层' }).tap()
}

/** The place one knows by name. */
async function findPlace(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: /^地名、分区、项目/ }).tap()
  await page.keyboard.type(typed)
  await page.getByRole('option', { name }).first().tap()
  await isAsked(page, 'p=')
}

/** All three stops of the sheet, by thumb and by keys. */
async function moveSheet(page: Page): Promise<void> {
  const stop = () => sheet(page).getAttribute('data-stop')
  const [more, less] = [page.getByRole('button', { name: '展开结果' }), page.getByRole('button', { name: '收起结果' })]
  await less.tap()
  expect(await stop()).toBe('peek')
  await expectFit(page)
  expect(await sentence(page).isVisible()).toBe(true)
  await more.tap()
  await more.press('Enter')
  expect(await stop()).toBe('full')
  await page.getByRole('region', { name: '带走', exact: true }).waitFor()
  await sheet(page).getByRole('button', { name: '带走', exact: true }).tap()
  expect(await sheet(page).evaluate((main) => main.scrollTop)).toBe(0) // the handle stays in reach
  await less.press('Enter')
  expect(await stop()).toBe('half')
}

/** A word that is not everyday, and a rule with its source. */
async function readOn(page: Page): Promise<void> {
  await sheet(page).getByRole('button', { name: '待核', exact: true }).first().tap()
  const meaning = page.getByText('要向主管部门核实后才能作准').first()
  await meaning.waitFor()
  await page.keyboard.press('Escape')
  await meaning.waitFor({ state: 'hidden' })
  const rule = sheet(page).getByRole('article').first()
  await rule.locator('blockquote', { hasText: /\p{Script=Han}{8}/u }).first().waitFor()
  expect(await rule.locator('.meta').textContent()).toMatch(/第.+章/)
  await rule.getByText('依据与核实').tap()
  await rule.getByText(/规划.*原文第 [\d,]+ 字起/).waitFor()
}

/** The verdict on one kind of project, and on another. */
async function askForProject(page: Page): Promise<void> {
  const choose = async (typed: string, name: string) => {
    const box = page.getByRole('combobox', { name: '项目类型', exact: true })
    await box.tap()
    await page.keyboard.type(typed)
    await page.getByRole('listbox', { name: '可选活动' }).getByRole('option', { name, exact: true }).first().tap()
    await sheet(page).locator('.summary', { hasText: name }).waitFor()
    return sentence(page).textContent()
  }
  const first = await choose('cqyz', '畜禽养殖')
  await page.getByRole('button', { name: '去掉：畜禽养殖' }).first().tap()
  const second = await choose('jz', '居住建筑')
  expect([first, second]).toEqual([expect.stringContaining('满足条件才可以在这里做“畜禽养殖”'), expect.stringContaining('没有规定专门管“居住建筑”')])
}

/** Larger letters, the other language, and back. */
async function readOtherwise(page: Page): Promise<void> {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  const usual = await size()
  await page.getByRole('button', { name: '图层与图例' }).tap()
  await page.getByRole('radio', { name: '大', exact: true }).check({ force: true })
  await expect.poll(size).toBeGreaterThan(usual * 1.2)
  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await page.getByRole('button', { name: 'Close the layers' }).tap()
  expect(await sentence(page).textContent()).toContain('Residential building')
  await expectFit(page)
  await page.getByRole('button', { name: /^Layers/ }).tap()
  await page.getByRole('radio', { name: '中文' }).check({ force: true })
  await page.getByRole('button', { name: '关闭图层' }).tap()
  await expectFit(page)
}

/** The link, by copying it and by handing it to another program. */
async function share(page: Page): Promise<string> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'share', { value: ({ url }: ShareData) => Promise.resolve(void (document.body.dataset['shared'] = url)) })
  })
  await sheet(page).getByRole('button', { name: '分享' }).tap()
  const dialog = page.getByRole('dialog', { name: '分享这一页' })
  await dialog.getByRole('button', { name: '复制链接' }).tap()
  await dialog.getByText('已复制').waitFor()
  await dialog.getByRole('button', { name: '用其他应用分享' }).tap()
  await page.locator('body[data-shared]').waitFor()
  const [copied, handed] = await page.evaluate(async () => [await navigator.clipboard.readText(), document.body.dataset['shared'] ?? ''])
  expect(handed).toBe(copied)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await dialog.getByRole('button', { name: '关闭分享' }).tap()
  return copied ?? ''
}

/** Another place by a finger on the map; back to the first, and forward. */
async function thereAndBack(page: Page): Promise<void> {
  const [first, from] = [await placeNow(page), page.url()]
  await page.touchscreen.tap(120, 260)
  await expect.poll(() => placeNow(page)).not.toBe(first)
  const second = await placeNow(page)
  await page.waitForFunction((url) => location.href !== url, from)
  await expectFit(page)
  await page.goBack()
  await expect.poll(() => placeNow(page)).toBe(first)
  await page.goForward()
  await expect.poll(() => placeNow(page)).toBe(second)
}

/** The link leads whoever opens it to the same answer. */
async function reopen(page: Page, link: string, said: string | null): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
  await sentence(page).waitFor()
  expect(await sentence(page).textContent()).toBe(said)
  expect(await placeNow(page)).toContain('大路街道')
  await expectFit(page)
}

describe('errand of the citizen: a place one knows, on a phone', () => {
  it('finds it by name, reads the answer in plain words, asks for a project, reads it larger and in English, and shares it', async () => {
    const there = await visit(browser, inject('site'), PHONE)
    const { page } = there
    await readWhatThisIs(page)
    await findPlace(page, '大路', /^大路街道/)
    expect(await sheet(page).getAttribute('data-stop')).not.toBe('full')
    await sentence(page).waitFor()
    expect(await placeNow(page)).toContain('大路街道')
    await expectFit(page)
    await moveSheet(page)
    await readOn(page)
    await askForProject(page)
    await readOtherwise(page)
    const [link, said] = [await share(page), await sentence(page).textContent()]
    await thereAndBack(page)
    await reopen(page, link, said)
    expect(there.troubles).toEqual([])
    await there.close()
  })
})
