/** What a reviewer takes away: files, paper, the number, and the proof that anyone can recompute it. */
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { loadPlace, surveyedWorld } from '../../src/cli/world'
import { verifyExtract } from '../../src/extract/verify'
import { launchPlain } from '../helpers/chromium'
import { visit, type Visit } from '../helpers/page'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

const PARCEL = '106.325,29.780\n106.335,29.780\n106.335,29.790\n106.325,29.790'

async function opened(hash = ''): Promise<Visit> {
  const there = await visit(browser, inject('site') + hash, { acceptDownloads: true })
  await there.page.getByText('粘贴坐标', { exact: true }).click()
  await there.page.getByLabel('坐标，每行一个点').fill(PARCEL)
  await there.page.getByRole('button', { name: '读取', exact: true }).click()
  return there
}

const takeOut = (page: Page) => page.getByRole('region', { name: '带走', exact: true })

async function taken(page: Page, way: string): Promise<{ name: string; bytes: Buffer }> {
  const button = takeOut(page).getByRole('button', { name: way, exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The words of the dialog once it has come to a conclusion. */
async function verified(page: Page, files: { name: string; text: string }[]): Promise<string> {
  await page.getByRole('button', { name: '验证报告', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '验证报告' })
  await dialog.getByLabel(/JSON 摘录/).setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })))
  await dialog.getByText(/^(一致|不一致|两份内容不同|两份内容相同)$/).waitFor()
  const said = (await dialog.textContent()) ?? ''
  await dialog.getByRole('button', { name: '关闭验证' }).click()
  return said
}

async function expectCalm({ troubles, close }: Visit): Promise<void> {
  expect(troubles).toEqual([])
  await close()
}

describe('the extract', () => {
  it('has the number that Node gives it, is verified on the page, and tells a change', async () => {
    const there = await opened('#v=1&project=residential')
    const { bytes } = await taken(there.page, 'JSON 摘录')
    const text = bytes.toString('utf8')
    const place = loadPlace(process.cwd())
    const recomputed = await verifyExtract(text, await surveyedWorld(place), place.texts)
    expect(recomputed).toMatchObject({ same: true })
    expect(await verified(there.page, [{ name: 'a.json', text }])).toContain('same' in recomputed && recomputed.same ? recomputed.hash : 'the same number')
    const forged = text.replace('严禁不符合', '允许不符合')
    expect(forged).not.toBe(text)
    expect(await verified(there.page, [{ name: 'b.json', text: forged }])).toContain('不一致')
    expect(await verified(there.page, [{ name: 'a.json', text }, { name: 'b.json', text: forged }])).toContain('两份内容不同')
    await expectCalm(there)
  })

  it('comes as Word, CSV and GeoJSON, each named after the parcel and whole', async () => {
    const there = await opened('#v=1&project=residential')
    await there.page.waitForSelector('#map[data-drawn]', { timeout: 60_000 })
    const docx = await taken(there.page, 'Word（符合性分析）')
    const parts = unzipSync(docx.bytes)
    const words = new TextDecoder().decode(parts['word/document.xml'])
    expect(words).toContain('生态环境分区管控符合性分析')
    expect(words).toContain('严禁不符合主体功能定位的各类开发建设活动')
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true)
    const csv = await taken(there.page, 'CSV 表格')
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const pieces = JSON.parse((await taken(there.page, 'GeoJSON 图形')).bytes.toString('utf8'))
    expect(pieces.features.map(({ properties }: { properties: { zone?: string } }) => properties.zone)).toContain('ecological-redline')
    expect([docx.name, csv.name].every((name) => name.startsWith('地块-1_'))).toBe(true)
    await expectCalm(there)
  })

  it('is laid out for paper, with its map, its number and the law verbatim', async () => {
    const there = await opened('#v=1&project=residential')
    const { page } = there
    await page.waitForSelector('#map[data-drawn]', { timeout: 60_000 })
    await page.evaluate(() => void (window.print = () => document.body.setAttribute('data-printed', '')))
    await takeOut(page).getByRole('button', { name: '打印 / PDF' }).click()
    await page.waitForSelector('body[data-printed]', { timeout: 60_000 })
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('#print')
    const said = (await paper.textContent()) ?? ''
    for (const one of ['生态环境空间管制查询摘录', '审图号', '严禁不符合主体功能定位的各类开发建设活动', '界线精度与核验', '地块在各分区内的面积']) expect(said).toContain(one)
    expect(await paper.locator('img').evaluateAll((images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0).length)).toBeGreaterThan(0)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.byteLength).toBeGreaterThan(20_000)
    await expectCalm(there)
  })
})
