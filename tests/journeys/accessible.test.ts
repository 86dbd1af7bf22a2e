/** Any hand, any eye: the rules of WCAG 2.2 AA in every state of the page, and a question answered by keys alone. */
import axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { writeSites } from '../../src/state/url-parcels'
import { faults, tooSmall } from '../helpers/axe'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const PLACE = 'p=106.30211,29.74059'
const QUESTION = `v=1&${PLACE}&project=electroplating&facts={"isNew":true}`
const RING = [[106.3, 29.74], [106.305, 29.74], [106.305, 29.744], [106.3, 29.744], [106.3, 29.74]]
const PARCEL = `v=1&s=${writeSites({ parcels: [{ name: '', geometry: { type: 'Polygon', coordinates: [RING] } }], active: 0 }).text}`

const go = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)
const shown = (page: Page, name: string) => page.getByRole('heading', { name }).first().waitFor()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

async function press(target: Locator, key: string): Promise<void> {
  await target.focus()
  await target.page().keyboard.press(key)
}

/** On with the tab key until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`expected to reach "${name}" within 60 presses of Tab, found "${await focused(page)}"`)
}

async function openFolds(page: Page): Promise<void> {
  for (const _ of [1, 2]) {
    await page.evaluate(() => document.querySelectorAll('.question details, .verdict details, .eia details').forEach((fold) => fold.setAttribute('open', '')))
    await page.waitForTimeout(100) // what is in them is made when they open
  }
}

const phone = { width: 390, height: 844 }

/** In this order, in one page; what is new in each is examined. */
const states: [name: string, part: string, enter: (page: Page) => Promise<void>][] = [
  ['start', 'html', (page) => shown(page, '图层')],
  ['search with results', '.search', async (page) => {
    await page.getByRole('combobox', { name: /地名/ }).fill('缙云')
    await page.getByRole('option').first().waitFor()
  }],
  ['place', 'html', async (page) => {
    await page.getByRole('combobox', { name: /地名/ }).fill('')
    await go(page, `v=1&${PLACE}`)
    await shown(page, '适用的规定')
  }],
  ['parcel', 'main', async (page) => {
    await go(page, PARCEL)
    await shown(page, '周边')
  }],
  ['verdict with facts, proofs and quotes unfolded', 'main', async (page) => {
    await go(page, QUESTION)
    await page.locator('.verdict').waitFor()
    await openFolds(page)
  }],
  ['dark', 'html', (page) => go(page, `v=1&${PLACE}&project=residential&theme=dark`).then(() => page.locator('[data-theme=dark]').waitFor({ state: 'attached' }))],
  ['where it may be built', '.suit', async (page) => {
    await go(page, `v=1&${PLACE}&project=residential&suit=asDrawn`)
    await page.getByRole('table', { name: /^图例/ }).waitFor()
  }],
  ['plan panel', '.wide', async (page) => {
    await go(page, `v=1&${PLACE}`)
    await page.getByRole('button', { name: '规划一览' }).click()
    await shown(page, '21 项指标')
  }],
  ['batch panel', '.wide', async (page) => {
    await page.getByRole('button', { name: '批量查询' }).click()
    await page.getByRole('dialog', { name: '批量查询' }).getByText('选择文件').first().waitFor()
  }],
  ['comparison', '.wide', async (page) => {
    await page.keyboard.press('Escape')
    await go(page, `${QUESTION}&cmp=106.22476:29.59491:,106.30211:29.74059:`)
    await page.getByRole('dialog', { name: '选址比较' }).getByText(/最宽/).first().waitFor()
  }],
  ['about', 'dialog.about[open]', async (page) => {
    await page.getByRole('button', { name: '关闭比较' }).click()
    await go(page, `v=1&${PLACE}`)
    await page.getByRole('button', { name: '资料来源与可信度' }).click()
    await page.getByText(/看全部 \d+ 个词/).click()
  }],
  ['English', 'main', async (page) => {
    await page.keyboard.press('Escape')
    await go(page, `${QUESTION}&lang=en`)
    await shown(page, 'Layers')
  }],
  ['phone', 'html', async (page) => {
    await page.setViewportSize(phone)
    await go(page, `v=1&${PLACE}`)
    await shown(page, '这里涉及')
  }],
  ['layers on a phone', '.side', (page) => page.getByRole('button', { name: '图层与图例' }).click()],
]

describe('any hand, any eye', () => {
  it('keeps to WCAG 2.2 AA in every state, and nothing to press is too small', async () => {
    const { page, troubles, close } = await visit(browser, 'about:blank', { viewport: { width: 1024, height: 640 } })
    await page.addInitScript(axe.source)
    await page.goto(inject('site'))
    const found: string[] = []
    for (const [name, part, enter] of states) {
      await enter(page)
      found.push(...[...(await faults(page, part)), ...(await tooSmall(page))].map((fault) => `${name}: ${fault}`))
    }
    expect(found).toEqual([])
    expect(troubles.filter((trouble) => !trouble.startsWith('request:'))).toEqual([])
    await close()
  })

  it('answers by keys alone, without the map: found, announced, explained, read as a table, and back', async () => {
    const { page, troubles, close } = await visit(browser, inject('site'), { viewport: { width: 1024, height: 640 } })
    await shown(page, '图层')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('跳到查询结果')
    await tabTo(page, '地名、分区、项目、规定或坐标')
    await page.keyboard.type('璧城')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByRole('status').filter({ hasText: /璧城.*待核.*规定/ }).waitFor({ state: 'attached' })

    const term = page.getByRole('main').getByRole('button', { name: '待核' }).first()
    await press(term, 'Enter')
    await page.getByText('要向主管部门核实后才能作准').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('要向主管部门核实后才能作准').first().waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('待核')

    await press(page.locator('summary', { hasText: '生态保护红线：说明与分项' }), 'Enter')
    const door = page.getByRole('button', { name: '以表格查看' })
    const table = page.getByRole('dialog', { name: '生态保护红线：表格' })
    await press(door, 'Enter')
    expect(await table.getByRole('row').nth(1).textContent()).toMatch(/示意.*± 1\.5.*127 平方公里.*只公布了总面积/)
    await page.keyboard.press('Escape')
    await table.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('以表格查看')
    await press(door, 'Enter')
    await table.waitFor()
    await tabTo(page, '查这里的规定：生态保护红线（示意）')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toContain('查询结果')
    await page.getByRole('region', { name: '这里涉及' }).getByText('生态保护红线').first().waitFor()

    await press(page.getByRole('button', { name: '资料来源与可信度' }), 'Enter')
    await page.getByRole('dialog').waitFor() // it is fetched when first opened
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('资料来源与可信度')
    expect(troubles).toEqual([])
    await close()
  })

  it('writes as large as one likes and keeps it, moves the sheet by keys, and zoomed to 400 % scrolls one way only', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&${PLACE}`, { viewport: { width: 1024, height: 640 } })
    const bodySize = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
    await shown(page, '适用的规定')
    const usual = await bodySize()
    await page.getByRole('radio', { name: '大', exact: true }).check({ force: true })
    await expect.poll(bodySize).toBeGreaterThan(usual * 1.2)
    await page.reload()
    await shown(page, '适用的规定')
    await expect.poll(bodySize).toBeGreaterThan(usual * 1.2)

    await page.setViewportSize(phone)
    const sheet = page.getByRole('main')
    await press(page.getByRole('button', { name: '展开结果' }), 'Enter')
    expect(await sheet.getAttribute('data-stop')).toBe('full')
    await press(page.getByRole('button', { name: '收起结果' }), 'Enter')
    await page.keyboard.press('Enter')
    expect(await sheet.getAttribute('data-stop')).toBe('peek')

    await page.setViewportSize({ width: 320, height: 256 })
    await press(page.getByRole('button', { name: '图层与图例' }), 'Enter')
    const [width, order] = await page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN
      return [document.documentElement.scrollWidth, ['.masthead', '#layers', '.search', '#answer', '#map'].map(top)]
    })
    expect(width).toBeLessThanOrEqual(320)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    await sheet.getByRole('heading', { name: '适用的规定' }).scrollIntoViewIfNeeded()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(256)
    expect(troubles).toEqual([])
    await close()
  })
})
