/** The errand of a reviewer: a parcel from the survey office, and what is taken away: files, paper, the number, and the proof that anyone can recompute it. */
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { surveyedWorld } from '../../src/cli/world'
import { verifyExtract } from '../../src/extract/verify'
import { launchPlain } from '../helpers/chromium'
import { visit } from '../helpers/page'
import { place } from '../helpers/place'

let browser: Browser
beforeAll(async () => void (browser = await launchPlain()))
afterAll(() => browser.close())

/** A square of 400 m on the crest as the survey office hands it out: X is northing, and its sides are those of the plane. */
const CORNERS = [[3296900, 35628300], [3297300, 35628300], [3297300, 35628700], [3296900, 35628700]] as const
const BOUNDARY = [
  '[属性描述]', '格式版本号=1.01版本', '坐标系=2000国家大地坐标系', '几度分带=3', '投影类型=高斯克吕格', '计量单位=米', '带号=35', '精度=0.001',
  '[地块坐标]', '4,16.0000,DK1,山上一号,面,,,,@', ...[...CORNERS, CORNERS[0]].map(([x, y], at) => `J${(at % 4) + 1},1,${x},${y}`),
].join('\n')

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

/** The boundary file, read back in words and measured, with the part in each zone. */
async function bring(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: '界址点.txt', mimeType: 'text/plain', buffer: Buffer.from(BOUNDARY) })
  const head = page.getByRole('region', { name: '所问的地块', exact: true })
  await head.getByRole('heading', { name: '山上一号' }).waitFor()
  await head.getByText(/面积 159,\d{3}.平方米/).waitFor()
  expect(await page.getByRole('region', { name: '读取结果', exact: true }).textContent()).toMatch(/界址点|第 35 带/)
  expect(await page.getByRole('region', { name: '这里涉及', exact: true }).textContent()).toMatch(/生态保护红线.*按图示全部在内：.*公顷/s)
}

async function askForProject(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '项目类型', exact: true }).fill('居住建筑')
  await page.getByRole('listbox', { name: '可选活动' }).getByRole('option', { name: '居住建筑' }).first().click()
  const verdict = page.getByRole('region', { name: '能不能做', exact: true })
  await verdict.getByText(/^按图示：/).waitFor()
  expect(await verdict.textContent()).toMatch(/确定.*按图示.*最严可能/s)
}

/** Node gives it the same number, the page verifies it, and a change is told. */
async function prove(page: Page): Promise<void> {
  const text = (await taken(page, 'JSON 摘录')).bytes.toString('utf8')
  const recomputed = await verifyExtract(text, await surveyedWorld(place), place.texts)
  expect(recomputed).toMatchObject({ same: true })
  expect(await verified(page, [{ name: 'a.json', text }])).toContain('same' in recomputed && recomputed.same ? recomputed.hash : 'the same number')
  const forged = text.replace('严禁不符合', '允许不符合')
  expect(forged).not.toBe(text)
  expect(await verified(page, [{ name: 'b.json', text: forged }])).toContain('不一致')
  expect(await verified(page, [{ name: 'a.json', text }, { name: 'b.json', text: forged }])).toContain('两份内容不同')
}

/** Word, CSV and GeoJSON, each named after the parcel and whole. */
async function takeFiles(page: Page): Promise<void> {
  const docx = await taken(page, 'Word（符合性分析）')
  const parts = unzipSync(docx.bytes)
  const words = new TextDecoder().decode(parts['word/document.xml'])
  expect(words).toContain('生态环境分区管控符合性分析')
  expect(words).toContain('严禁不符合主体功能定位的各类开发建设活动')
  expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true)
  const csv = await taken(page, 'CSV 表格')
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const pieces = JSON.parse((await taken(page, 'GeoJSON 图形')).bytes.toString('utf8'))
  expect(pieces.features.map(({ properties }: { properties: { zone?: string } }) => properties.zone)).toContain('ecological-redline')
  expect([docx.name, csv.name].every((name) => name.startsWith('山上一号_'))).toBe(true)
}

/** Laid out for paper, with its map, its number and the law verbatim. Last: what follows is print. */
async function print(page: Page): Promise<void> {
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
}

describe('errand of the reviewer: a parcel, from its boundary file to an extract that anyone can recompute', () => {
  it('reads the file back, measures it against the zones, judges the project, and gives files, proof and paper', async () => {
    const there = await visit(browser, `${inject('site')}#v=1`, { acceptDownloads: true })
    const { page } = there
    await page.waitForSelector('#map[data-drawn]', { timeout: 60_000 })
    await bring(page)
    await askForProject(page)
    await takeFiles(page)
    await prove(page)
    await print(page)
    expect(there.troubles).toEqual([])
    await there.close()
  })
})
