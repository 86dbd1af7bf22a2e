/** May I build this here: what the verdict says, asks and takes. The errand itself, from words to paper: `suitability.test.ts`. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, oneVisit } from '../helpers/page'

const there = oneVisit()

const CREST = '#v=1&p=106.33100,29.78500'
const TOWN = '#v=1&p=106.22476,29.59491'

const verdict = (page: Page) => page.getByRole('region', { name: '能不能做', exact: true })
const words = async (page: Page) => (await verdict(page).textContent()) ?? ''

describe('the verdict', () => {
  it('is asked for a project first where one wants to see where it may be built', async () => {
    await goTo(there.page, '#v=1')
    await there.page.getByRole('switch', { name: /哪里能建/ }).check()
    await there.page.getByText('先选一类项目').waitFor()
    const box = there.page.getByRole('combobox', { name: '项目类型', exact: true })
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true)
  })

  it('tells what each source says and what both say together', async () => {
    await goTo(there.page, `${CREST}&project=electroplating&facts={"isNew":true}`)
    await verdict(there.page).getByText('合并判定').waitFor()
    expect(await words(there.page)).toMatch(/规划要求.*法律规定.*合并判定/s)
  })

  it('asks first whether it is new, and keeps the answer in the address', async () => {
    await goTo(there.page, `${TOWN}&project=residential`)
    const facts = there.page.getByRole('region', { name: '项目情况' })
    await facts.getByRole('radio', { name: '新建' }).check({ force: true })
    await there.page.waitForFunction(() => location.hash.includes('isNew'))
    expect(await words(there.page)).toContain('按图示：')
  })

  it('takes what the office has confirmed, keeps it in the address, and takes it back', async () => {
    await goTo(there.page, `${TOWN}&project=electroplating&facts={"isNew":true}&on=2024-06-01`)
    const check = there.page.getByRole('region', { name: '还要核实' })
    await check.waitFor()
    for (const fold of await check.locator('details').all()) await fold.evaluate((details) => details.setAttribute('open', ''))
    const outside = check.getByRole('button', { name: /^已核实不在：/ }).first()
    const zone = ((await outside.getAttribute('aria-label')) ?? '').split('：')[1] ?? ''
    await outside.click()
    await there.page.waitForFunction(() => location.hash.includes('known='))
    await there.page.getByRole('button', { name: `撤销核实：${zone}` }).first().waitFor({ state: 'attached' })
  })

  it('names the EIA document by the catalogue, its edition and its draft revision', async () => {
    await goTo(there.page, `${TOWN}&project=electroplating&facts={"isNew":true}`)
    const eia = there.page.getByRole('region', { name: '环评类别' })
    await eia.waitFor()
    expect(await eia.textContent()).toContain('2021年版')
  })

  it('asked as of a day in the term, the ban on new industry outside the high-tech zone stands; today it has lapsed', async () => {
    await goTo(there.page, '#v=1&p=106.29271,29.83537&project=new-industry&facts={"isNew":true}&on=2024-06-01')
    await there.page.getByText('按图示：禁止').waitFor()
    await there.page.getByLabel('按哪一天回答').fill('2026-11-24')
    await there.page.getByText('按图示：禁止').waitFor({ state: 'detached' })
    expect(await words(there.page)).toContain('按图示：')
  })

  it('runs the golden questions in this very browser, and all hold', async () => {
    await goTo(there.page, '#v=1')
    await there.page.getByRole('button', { name: '资料来源与可信度' }).click()
    await there.page.getByRole('button', { name: '现在验算' }).click()
    const said = await there.page.getByText(/\d+ 题，符合 \d+ 题/).textContent()
    const [, all, held] = /(\d+) 题，符合 (\d+) 题/.exec(said ?? '') ?? []
    expect(Number(all)).toBeGreaterThanOrEqual(120)
    expect(held).toBe(all)
  })

  it('on a phone the verdict is in reach and nothing runs off the page', async () => {
    await there.page.setViewportSize({ width: 390, height: 844 })
    await goTo(there.page, `${CREST}&project=electroplating&facts={"isNew":true}`)
    await there.page.getByText('按图示：禁止').waitFor()
    expect(await there.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})
