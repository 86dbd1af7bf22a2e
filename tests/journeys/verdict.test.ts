/** May I build this here: the errand of a planner, from the project type to the proof. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit, type Visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const CREST = '#v=1&p=106.33100,29.78500'
const TOWN = '#v=1&p=106.22476,29.59491'

const open = (hash: string, options = {}): Promise<Visit> => visit(browser, inject('site') + hash, options)
const verdict = (page: Page) => page.getByRole('region', { name: '能不能做', exact: true })
const words = async (page: Page) => (await verdict(page).textContent()) ?? ''

async function choose(page: Page, typed: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '项目类型', exact: true })
  await box.click()
  await box.pressSequentially(typed)
  await page.getByRole('listbox', { name: '可选活动' }).getByRole('option', { name }).first().click()
}

async function expectCalm({ troubles, close }: Visit): Promise<void> {
  expect(troubles).toEqual([])
  await close()
}

describe('the verdict', () => {
  it('electroplating on the crest: found by pinyin initials, prohibited as drawn once it is new, with its proof', async () => {
    const there = await open(CREST)
    await choose(there.page, 'dd', '电镀')
    await there.page.getByRole('radio', { name: '新建' }).check({ force: true })
    await there.page.getByText('按图示：禁止').waitFor()
    expect(await words(there.page)).toContain('示意界线，需核定')
    const proofs = there.page.getByRole('region', { name: '判定依据' })
    const first = proofs.locator('details.proof').first()
    await first.locator('summary').first().click()
    await first.getByText('严禁不符合主体功能定位的各类开发建设活动').first().waitFor()
    await first.getByText(/就出了“生态保护红线”的图示范围/).waitFor() // what would change it
    await expectCalm(there)
  })

  it('tells what each source says and what both say together', async () => {
    const there = await open(`${CREST}&project=electroplating&facts={"isNew":true}`)
    await verdict(there.page).getByText('合并判定').waitFor()
    expect(await words(there.page)).toMatch(/规划要求.*法律规定.*合并判定/s)
    await expectCalm(there)
  })

  it('asks first whether it is new, and keeps the answer in the address', async () => {
    const there = await open(`${TOWN}&project=residential`)
    const facts = there.page.getByRole('region', { name: '项目情况' })
    await facts.getByRole('radio', { name: '新建' }).check({ force: true })
    await there.page.waitForFunction(() => location.hash.includes('isNew'))
    await verdict(there.page).waitFor()
    await expectCalm(there)
  })

  it('takes what the office has confirmed, keeps it in the address, and takes it back', async () => {
    const there = await open(`${TOWN}&project=electroplating&facts={"isNew":true}&on=2024-06-01`)
    const check = there.page.getByRole('region', { name: '还要核实' })
    await check.waitFor()
    for (const fold of await check.locator('details').all()) await fold.evaluate((details) => details.setAttribute('open', ''))
    const outside = check.getByRole('button', { name: /^已核实不在：/ }).first()
    const zone = ((await outside.getAttribute('aria-label')) ?? '').split('：')[1] ?? ''
    await outside.click()
    await there.page.waitForFunction(() => location.hash.includes('known='))
    await there.page.getByRole('button', { name: `撤销核实：${zone}` }).first().waitFor({ state: 'attached' })
    await expectCalm(there)
  })

  it('names the EIA document by the catalogue, its edition and its draft revision', async () => {
    const there = await open(`${TOWN}&project=electroplating&facts={"isNew":true}`)
    const eia = there.page.getByRole('region', { name: '环评类别' })
    await eia.waitFor()
    expect(await eia.textContent()).toContain('2021年版')
    await expectCalm(there)
  })

  it('asked as of a day in the term, the ban on new industry outside the high-tech zone stands; today it has lapsed', async () => {
    const there = await open('#v=1&p=106.29271,29.83537&project=new-industry&facts={"isNew":true}&on=2024-06-01')
    await there.page.getByText('按图示：禁止').waitFor()
    await there.page.getByLabel('按哪一天回答').fill('2026-11-24')
    await there.page.getByText('按图示：禁止').waitFor({ state: 'detached' })
    await expectCalm(there)
  })

  it('runs the golden questions in this very browser, and all hold', async () => {
    const there = await open('')
    await there.page.getByRole('button', { name: '资料来源与可信度' }).click()
    await there.page.getByRole('button', { name: '现在验算' }).click()
    const said = await there.page.getByText(/\d+ 题，符合 \d+ 题/).textContent()
    const [, all, held] = /(\d+) 题，符合 (\d+) 题/.exec(said ?? '') ?? []
    expect(Number(all)).toBeGreaterThanOrEqual(120)
    expect(held).toBe(all)
    await expectCalm(there)
  })

  it('on a phone the verdict is in reach and nothing runs off the page', async () => {
    const there = await open(`${CREST}&project=electroplating&facts={"isNew":true}`, { viewport: { width: 390, height: 844 } })
    await there.page.getByText('按图示：禁止').waitFor()
    expect(await there.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await expectCalm(there)
  })
})
