/** The plan at a glance, beside the map. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { leave, visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

describe('the plan at a glance', () => {
  it('shows its figures, its period over, and takes the map to a place', async () => {
    const there = await visit(browser, `${inject('site')}#v=1&on=2026-06-01`)
    const { page } = there
    await page.getByRole('button', { name: '规划一览' }).click()
    const panel = page.getByRole('dialog', { name: '规划一览' })
    await panel.getByRole('heading', { name: '21 项指标：2020 年现状 → 2025 年目标' }).waitFor()
    expect(await panel.getByRole('button', { name: /^第 \d+ 项，/ }).count()).toBe(21)
    await panel.getByText('2021—2025，期满').waitFor()
    await panel.getByRole('button', { name: '在图上看：生态保护红线' }).first().click()
    await page.waitForFunction(() => location.hash.includes('zone=ecological-redline'))
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await leave(there)
  })
})
