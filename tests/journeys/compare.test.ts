/** Two sites side by side, and the plan at a glance: the wide panels beside the map. */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const CREST = 'p=106.33100,29.78500'
const QUESTION = '#v=1&on=2024-06-01&project=residential&facts={"isNew":true}'

describe('the wide panels', () => {
  it('compare two sites with a project: differences marked, table taken away, link opens it again', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}${QUESTION}&${CREST}`, { acceptDownloads: true })
    const panel = page.getByRole('dialog', { name: '选址比较' })
    await page.getByRole('button', { name: '加入比较', exact: true }).click()
    await page.getByRole('combobox', { name: /地名/ }).fill('106.22476,29.59491')
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: '加入比较', exact: true }).click()
    await panel.getByText(/^按图示，② 最宽/).waitFor()
    const drawn = panel.getByRole('row', { name: /按图示/ }).first()
    expect(await drawn.textContent()).toMatch(/不同.*按图示.*禁止.*有条件/)
    const all = await panel.getByRole('row').count()
    await panel.getByLabel('只看不同').check()
    const different = await panel.getByRole('row').count()
    expect(different).toBeLessThan(all)
    await panel.getByLabel('② 的名称').fill('城区')
    await panel.getByLabel('② 的名称').press('Enter')
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'CSV 表格' }).click()])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toMatch(/能不能做,按图示,,不同,禁止,有条件/)
    expect(csv).toContain('② 城区')
    await page.waitForFunction(() => location.hash.includes('cmp=') && decodeURIComponent(location.hash).includes('城区'))
    const again = await visit(browser, page.url())
    await again.page.getByRole('dialog', { name: '选址比较' }).getByText(/^按图示，② 最宽/).waitFor()
    expect([troubles, again.troubles]).toEqual([[], []])
    await again.close()
    await close()
  })

  it('show the plan at a glance, its period over, and take the map to a place', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&on=2026-06-01`)
    await page.getByRole('button', { name: '规划一览' }).click()
    const panel = page.getByRole('dialog', { name: '规划一览' })
    await panel.getByRole('heading', { name: '21 项指标：2020 年现状 → 2025 年目标' }).waitFor()
    expect(await panel.getByRole('button', { name: /^第 \d+ 项，/ }).count()).toBe(21)
    await panel.getByText('2021—2025，期满').waitFor()
    await panel.getByRole('button', { name: '在图上看：生态保护红线' }).first().click()
    await page.waitForFunction(() => location.hash.includes('zone=ecological-redline'))
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(troubles).toEqual([])
    await close()
  })
})
