/** Many places at once: a file with good and bad rows, its table, a row asked about, the file out, and on after a reload. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'
import { readFileSync } from 'node:fs'
import { parseCsv } from '../helpers/csv'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const TABLE = ['宗地;东坐标(m);北坐标(m);备注', '甲;35625750.88;3293108.79;在山上', '乙;;3270000;缺坐标', '丙;35612000;3270000;"分号;在内"', '丁;待定;待定;', '戊;35700000;3270000;区外'].join('\r\n')

describe('a batch', () => {
  it('from a table to a table: read, sorted, filtered, asked about, exported, taken up again', async () => {
    const { page, troubles, close } = await visit(browser, `${inject('site')}#v=1&project=electroplating&on=2024-06-01`)
    await page.getByRole('button', { name: '批量查询' }).click()
    const panel = page.getByRole('dialog', { name: '批量查询' })
    await panel.locator('input[type=file]').setInputFiles({ name: '候选.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
    await panel.getByText('坐标列：东坐标(m)、北坐标(m)；按 CGCS2000 3 度带第 35 带平面坐标读取').waitFor()
    await panel.getByText('5 行已全部作答。').waitFor()
    const names = () => panel.getByRole('rowheader').allTextContents()
    expect(await names()).toEqual(['甲', '乙', '丙', '丁', '戊'])
    await panel.getByRole('row', { name: /乙/ }).getByText('应为坐标，现为“, 3270000”').waitFor()

    await panel.getByRole('button', { name: '最多可能' }).click()
    expect(await panel.getByRole('columnheader', { name: '最多可能' }).getAttribute('aria-sort')).toBe('descending')
    await expect.poll(names).toEqual(['甲', '丙', '戊', '乙', '丁'])
    await panel.getByRole('button', { name: /有问题/ }).click()
    await expect.poll(names).toEqual(['乙', '丁'])
    await panel.getByRole('button', { name: /全部/ }).click()
    await panel.getByLabel('查找文字').fill('分号')
    await expect.poll(names).toEqual(['丙'])

    await panel.getByRole('button', { name: '查看第 4 行：丙' }).click()
    await page.getByRole('main').getByText(/东经 106\.1/).waitFor()
    expect(await panel.getByRole('row', { name: /丙/ }).getAttribute('aria-selected')).toBe('true')

    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'CSV' }).click()])
    const rows = parseCsv(readFileSync(await download.path(), 'utf8'))
    expect(download.suggestedFilename()).toBe('候选_2024-06-01_批量.csv')
    expect(rows.map((row) => [row['宗地'], row['问题'] !== '', row['备注']])).toEqual([['甲', false, '在山上'], ['乙', true, '缺坐标'], ['丙', false, '分号;在内'], ['丁', true, ''], ['戊', false, '区外']])

    await page.reload()
    await page.getByRole('button', { name: '批量查询' }).click()
    await page.getByText('上次的文件还在：候选.csv，5 行，已答 5 行。').waitFor()
    await page.getByRole('button', { name: '继续', exact: true }).click()
    await panel.getByText('5 行已全部作答。').waitFor()
    await expect.poll(names).toEqual(['甲', '乙', '丙', '丁', '戊'])
    expect(troubles).toEqual([])
    await close()
  })
})
