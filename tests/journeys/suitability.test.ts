/** The errand of a planner: may it be built here, where else, and which of two sites is the milder. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { leave, visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

/** Places well within the district, CSS px of a map of 1440 × 900. */
const PLACES = [[660, 340], [540, 600]] as const

/** On the crest, where it is prohibited as drawn. */
const CREST = 'p=106.33100,29.78500'

/** Cutting the district shares the processor with drawing the map. */
const PATIENCE_MS = 120_000

const legend = (page: Page) => page.getByRole('table', { name: /^图例/ })
const verdictOf = (page: Page) => page.locator('.summary .chip').first().getAttribute('data-word')
const whole = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d]/g, '') || 0)

/** Square kilometres of each line, and of the district. */
async function areas(page: Page): Promise<{ rows: number[]; district: number }> {
  const rows = await legend(page).locator('tbody td:nth-child(2)').allTextContents()
  return { rows: rows.map(whole), district: whole(await legend(page).locator('tfoot td').first().textContent()) }
}

/** The verdict that the line at the pointer tells. */
async function pointedAt(page: Page, [x, y]: readonly [number, number]): Promise<string | null> {
  await page.mouse.move(x + 3, y)
  await page.mouse.move(x, y)
  const line = page.locator('.hover-line[data-word]')
  await line.waitFor()
  return line.getAttribute('data-word')
}

/** Words to a verdict, with its proof. */
async function askByWords(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^地名、分区、项目/ }).fill('电镀')
  await page.getByRole('option', { name: /^电镀 项目类型/ }).click()
  await page.getByRole('radio', { name: '新建' }).check({ force: true })
  const verdict = page.getByRole('region', { name: '能不能做', exact: true })
  await verdict.getByText('按图示：禁止').waitFor()
  expect(await verdict.textContent()).toContain('示意界线，需核定')
  const first = page.getByRole('region', { name: '判定依据' }).locator('details.proof').first()
  await first.locator('summary').first().click()
  await first.getByText('严禁不符合主体功能定位的各类开发建设活动').first().waitFor()
  await first.getByText(/就出了“生态保护红线”的图示范围/).waitFor() // what would change it
}

/** The district coloured; the same verdict at the pointer and in the answer. */
async function seeWhere(page: Page): Promise<void> {
  // A day within the term of the plan: its ban on new industry outside the parks holds.
  await page.getByLabel('按哪一天回答').fill('2024-06-01')
  await page.getByRole('switch', { name: /哪里能建/ }).check()
  await legend(page).waitFor()
  await page.locator('#map[data-drawn~="faces"]').waitFor({ state: 'attached' })
  const { rows, district } = await areas(page)
  expect(rows).toHaveLength(4)
  expect(rows.reduce((sum, row) => sum + row, 0)).toBe(district)
  for (const place of PLACES) {
    const promised = await pointedAt(page, place)
    await page.mouse.click(place[0], place[1])
    await page.waitForFunction((word) => document.querySelector('.summary .chip')?.getAttribute('data-word') === word, promised)
  }
}

/** Back on the crest, puts it aside for comparing and goes to the nearest place that is milder. */
async function goWhereMilder(page: Page): Promise<void> {
  await page.evaluate((crest) => void (location.hash = location.hash.replace(/p=[^&]*/, crest)), CREST)
  await page.waitForFunction(() => document.querySelector('.summary .chip')?.getAttribute('data-word') === 'prohibited')
  const better = page.getByRole('region', { name: '最近更宽的地方' }).getByRole('listitem').first()
  await better.waitFor()
  const promised = await better.locator('.chip').getAttribute('data-word')
  const [before, at] = [await verdictOf(page), page.url()]
  await better.getByRole('button', { name: /^去那里/ }).click()
  await page.waitForFunction((from) => location.href !== from && /[#&]p=/.test(location.hash), at)
  expect([await verdictOf(page), before === promised]).toEqual([promised, false])
}

/** The place asked about and the crest side by side: differences, a name, a table, paper, and again from the link. */
async function compareSites(page: Page): Promise<void> {
  const panel = page.getByRole('dialog', { name: '选址比较' })
  const add = page.getByRole('button', { name: '加入比较', exact: true })
  await add.click()
  await page.getByRole('combobox', { name: /^地名、分区、项目/ }).fill('106.331, 29.785')
  await page.getByRole('option').first().click()
  await add.click()
  await panel.getByText(/^按图示，① 最宽/).waitFor()
  expect(await panel.getByRole('row', { name: /按图示/ }).first().textContent()).toMatch(/不同.*按图示.*禁止/)
  const all = await panel.getByRole('row').count()
  await panel.getByLabel('只看不同').check()
  expect(await panel.getByRole('row').count()).toBeLessThan(all)
  await panel.getByLabel('① 的名称').fill('山下')
  await panel.getByLabel('① 的名称').press('Enter')
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'CSV 表格' }).click()])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toMatch(/能不能做,按图示,,不同,[^,]+,禁止/)
  expect(csv).toContain('① 山下')
  await page.evaluate(() => void (window.print = () => document.body.setAttribute('data-printed', '')))
  await panel.getByRole('button', { name: '打印 / PDF' }).click()
  await page.waitForSelector('body[data-printed]')
  expect(await page.locator('#print').textContent()).toContain('① 山下')
  await page.waitForFunction(() => location.hash.includes('cmp=') && decodeURIComponent(location.hash).includes('山下'))
  await page.reload()
  await panel.getByText(/^按图示，① 最宽/).waitFor()
}

describe('errand of the planner: may it be built here, and where else', () => {
  it('from words to a verdict with its proof, the map of where, a milder place, both side by side, table and paper', async () => {
    const there = await visit(browser, `${inject('site')}#v=1&${CREST}`, { acceptDownloads: true })
    const { page } = there
    page.setDefaultTimeout(PATIENCE_MS)
    await page.locator('#map[data-drawn]').waitFor({ state: 'attached' })
    await askByWords(page)
    await seeWhere(page)
    await goWhereMilder(page)
    await compareSites(page)
    expect(there.troubles).toEqual([])
    await there.close()
  })
})

describe('where can I build it', () => {
  it('keeps the view in the address, opens with it, and leaves nothing when it is switched off', async () => {
    const there = await visit(browser, `${inject('site')}#v=1&project=electroplating&facts={"isNew":true}&suit=possible`, { viewport: { width: 1024, height: 640 } })
    const { page } = there
    page.setDefaultTimeout(PATIENCE_MS)
    await legend(page).waitFor()
    const strictest = await areas(page)
    await page.getByRole('radio', { name: '确定' }).check({ force: true })
    await page.waitForFunction(() => location.hash.includes('suit=certain'))
    const certain = await areas(page)
    expect(certain.district).toBe(strictest.district)
    expect(certain.rows[3]).toBeLessThan(strictest.rows[3] ?? 0) // prohibited
    await page.getByText('面积与依据').click()
    await page.getByRole('table', { name: /^面积/ }).waitFor()
    await page.getByRole('switch', { name: /哪里能建/ }).uncheck()
    await legend(page).waitFor({ state: 'detached' })
    await page.waitForFunction(() => !location.hash.includes('suit'))
    await leave(there)
  })
})
