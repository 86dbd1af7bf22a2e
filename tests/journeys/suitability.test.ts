/** Where can I build it: the errand of a planner who has a project and looks for a place. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

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

describe('where can I build it', () => {
  it('colours the district for a project, tells the same verdict at the pointer and in the answer, and finds a milder place', async () => {
    // A day within the term of the plan: its ban on new industry outside the parks holds.
    const there = await visit(browser, `${inject('site')}#v=1&on=2024-06-01`)
    const { page } = there
    page.setDefaultTimeout(PATIENCE_MS)
    await page.locator('#map[data-drawn]').waitFor({ state: 'attached' })
    await page.getByRole('switch', { name: /哪里能建/ }).check()
    await page.getByText('先选一类项目').waitFor()
    const box = page.getByRole('combobox', { name: '项目类型', exact: true })
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true)
    await box.pressSequentially('dd')
    await page.getByRole('listbox', { name: '可选活动' }).getByRole('option', { name: '电镀' }).first().click()
    await page.getByRole('radio', { name: '新建' }).check({ force: true })
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
    await page.evaluate((crest) => void (location.hash = location.hash.replace(/p=[^&]*/, crest)), CREST)
    await page.waitForFunction(() => document.querySelector('.summary .chip')?.getAttribute('data-word') === 'prohibited')
    const better = page.getByRole('region', { name: '最近更宽的地方' }).getByRole('listitem').first()
    await better.waitFor()
    const promised = await better.locator('.chip').getAttribute('data-word')
    const [before, at] = [await verdictOf(page), page.url()]
    await better.getByRole('button', { name: /^去那里/ }).click()
    await page.waitForFunction((from) => location.href !== from && /[#&]p=/.test(location.hash), at)
    expect([await verdictOf(page), before === promised]).toEqual([promised, false])
    expect(there.troubles).toEqual([])
    await there.close()
  })

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
    expect(there.troubles).toEqual([])
    await there.close()
  })
})
