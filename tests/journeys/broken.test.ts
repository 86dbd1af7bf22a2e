/** A connection that breaks while the page is open: what could not be read is said in plain words, and comes with the next try, in the same page. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit, type Visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const PLACE = '#v=1&p=106.30211,29.74059'
const again = (page: Page) => page.getByRole('button', { name: '再试一次' })
const unread = (page: Page) => page.getByRole('alert').getByText('这一部分没有读到，其余照常。请检查网络后再试。', { exact: true })
const switchTo = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true })

/** A page at an address; files that are broken get no answer. */
async function open(hash: string, first?: RegExp) {
  const net: { broken: RegExp | undefined } = { broken: first }
  const there: Visit = await visit(browser, 'about:blank')
  const { page } = there
  await page.context().route((url) => net.broken?.test(url.pathname) ?? false, (route) => route.abort('internetdisconnected'))
  await page.goto(inject('site') + hash)
  const leave = async () => {
    expect(there.troubles.filter((trouble) => !/^request:|ERR_INTERNET_DISCONNECTED/.test(trouble))).toEqual([])
    await there.close()
  }
  return { page, net, leave }
}

describe('a broken connection', () => {
  it('loses a panel, a part of it or its style sheet only until the next try', async () => {
    const { page, net, leave } = await open('')
    await page.getByRole('checkbox', { name: '水环境管控' }).first().waitFor()
    await page.evaluate(() => (document.documentElement.dataset['same'] = ''))
    const panels: [door: string, title: string, file: RegExp][] = [
      ['规划一览', '规划一览', /plan-panel-.*\.js$/],
      ['批量查询', '批量查询', /batch-panel-.*\.css$/],
      ['验证报告', '验证报告', /verify-desk-.*\.js$/],
    ]
    for (const [door, title, file] of panels) {
      net.broken = file
      await page.getByRole('button', { name: door, exact: true }).click()
      await unread(page).waitFor()
      await again(page).click()
      await page.waitForFunction(() => document.activeElement?.textContent === '再试一次')
      net.broken = undefined
      await again(page).click()
      await page.getByRole('dialog', { name: title }).locator('input, table').first().waitFor()
      expect(await unread(page).count()).toBe(0)
      if (title === '批量查询') expect(await page.locator('.batch-drop').evaluate((drop) => getComputedStyle(drop).display)).toBe('grid')
    }
    expect(await page.evaluate(() => document.documentElement.dataset['same'])).toBe('')
    await leave()
  })

  it('loses the words of many parts, and one try brings them all', async () => {
    const { page, net, leave } = await open('', /\/zh-later-.*\.js$/)
    await unread(page).nth(1).waitFor()
    net.broken = undefined
    await again(page).last().click()
    await page.getByText('粘贴坐标', { exact: true }).waitFor()
    await page.getByRole('checkbox', { name: '水环境管控' }).first().waitFor()
    expect(await unread(page).count()).toBe(0)
    await leave()
  })

  it('loses the map only until the next try; questions are answered without it', async () => {
    const { page, net, leave } = await open(PLACE, /\/map-view-.*\.js$/)
    const trouble = page.getByRole('alert').getByText('地图没有读到。仍可输入坐标或地名查询；请检查网络后再试。', { exact: true })
    await trouble.waitFor()
    await page.getByRole('heading', { name: '这里涉及' }).waitFor()
    net.broken = undefined
    await again(page).click()
    await page.locator('#map[data-drawn~="district"]').waitFor()
    expect(await trouble.count()).toBe(0)
    await leave()
  })

  it('leaves the page in its language, and the next try changes all of it', async () => {
    const { page, net, leave } = await open(PLACE)
    const titles = () => page.getByRole('heading', { level: 3 }).allTextContents()
    await page.getByRole('button', { name: '打印 / PDF' }).waitFor()
    const chinese = await titles()
    // The first of two files of words comes: half of them would be there.
    net.broken = /\/en-later-.*\.js$/
    await switchTo(page, 'English')
    await page.getByText('英文文字没有读到，仍用中文。请检查网络后再试。').waitFor()
    expect([await titles(), await page.getByRole('radio', { name: '中文' }).isChecked()]).toEqual([chinese, true])
    net.broken = undefined
    await switchTo(page, 'English')
    await page.getByRole('heading', { name: 'Take away' }).waitFor()
    expect((await titles()).filter((title) => chinese.includes(title))).toEqual([])
    await leave()
  })

  it('keeps the words of the rules back, in both languages, and a batch, until they can be read', async () => {
    const { page, net, leave } = await open(PLACE, /\/english-.*\.json$/)
    await page.getByRole('alert').getByText('摘录没有做成，现在不能带走。', { exact: false }).waitFor()
    await page.getByText('原文没有读到。').first().waitFor()
    await page.getByRole('button', { name: '批量查询' }).click()
    const file = { name: '两处.csv', mimeType: 'text/csv', buffer: Buffer.from('名称,经度,纬度\n甲,106.331,29.785\n乙,106.22476,29.59491\n') }
    const choose = () => page.getByRole('dialog', { name: '批量查询' }).locator('input[type=file]').setInputFiles(file)
    await choose()
    await page.getByRole('alert').getByText('未能读取 两处.csv').waitFor()
    net.broken = undefined
    await choose()
    await page.getByText('2 行已全部作答。').waitFor()
    await switchTo(page, 'English')
    await page.getByRole('heading', { name: 'Take away' }).waitFor()
    await page.getByRole('article').first().locator('blockquote').first().getByText(/[^…]/).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0)
    await leave()
  })
})
