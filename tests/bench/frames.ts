/**
 * `npm run bench:frames`: how long a frame takes while the map is dragged — bare, with the district by verdict, and with
 * 100,000 points of a batch — in a real browser without a graphics card. Ratios to the bare map; nothing is asserted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { launch } from '../helpers/chromium'
import { serve } from '../helpers/site'

const root = join(import.meta.dirname, '..', '..')
const ROUNDS = 3
const DRAG_MS = 4000
const POINTS = 100_000
const PROJECT = '#v=1&project=electroplating&facts={"isNew":true}'

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Points over the district and its surroundings, by a generator of its own (Park and Miller), as CSV. */
function manyPoints(): string {
  let state = 7
  const next = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
  const lines = Array.from({ length: POINTS }, (_, at) => `${at + 1},${(106.02 + 0.3 * next()).toFixed(5)},${(29.3 + 0.6 * next()).toFixed(5)}`)
  return ['no,lon,lat', ...lines].join('\n')
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page.locator('#map[data-drawn]').waitFor({ state: 'attached', timeout: 120_000 })
  return page
}

async function withFaces(browser: Browser, url: string): Promise<Page> {
  const page = await open(browser, `${url}${PROJECT}&suit=asDrawn`)
  await page.locator('.suit-rows').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(8000)
  return page
}

async function withPoints(browser: Browser, url: string): Promise<Page> {
  const page = await open(browser, `${url}${PROJECT}`)
  await page.getByRole('button', { name: '批量查询' }).click()
  await page.locator('.batch-drop input').setInputFiles({ name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(manyPoints()) })
  await page.waitForTimeout(30_000)
  await page.keyboard.press('Escape')
  return page
}

/** Milliseconds between frames while the map is dragged to and fro. */
async function dragged(page: Page): Promise<number[]> {
  // As text: tsx gives functions names by a helper that the page has not.
  await page.evaluate('globalThis.frames = []; globalThis.note = (time) => { frames.push(time); requestAnimationFrame(note) }; requestAnimationFrame(note)')
  await page.mouse.move(640, 420)
  await page.mouse.down()
  const end = Date.now() + DRAG_MS
  for (let step = 0; Date.now() < end; step++) await page.mouse.move(640 + 60 * Math.sin(step / 9), 420 + 120 * Math.sin(step / 13))
  await page.mouse.up()
  const times = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
  return times.slice(1).map((time, at) => time - (times[at] ?? time))
}

function deckWeight(): void {
  const folder = join(root, 'dist', 'assets')
  for (const name of readdirSync(folder).filter((one) => /^(deck|webgl-device|suitability)/.test(one)))
    console.log(`  ${(gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000).toFixed(1).padStart(7)} kB  ${name}`)
}

await build({ root, logLevel: 'error' })
const host = await serve(join(root, 'dist'))
const browser = await launch()
const pages = { bare: await open(browser, `${host.url}${PROJECT}`), faces: await withFaces(browser, host.url), points: await withPoints(browser, host.url) }
const frames: Record<string, number[]> = { bare: [], faces: [], points: [] }
// In turns, so that a busy machine is busy for all.
for (let round = 0; round < ROUNDS; round++)
  for (const [name, page] of Object.entries(pages)) {
    await page.bringToFront()
    frames[name]?.push(median(await dragged(page)))
  }
const bare = median(frames['bare'] ?? [])
for (const [name, medians] of Object.entries(frames)) console.log(`${name.padEnd(7)} median frame ${median(medians).toFixed(0).padStart(5)} ms   ${(median(medians) / bare).toFixed(2)} × bare`)
console.log('gzip, loaded with first use:')
deckWeight()
await browser.close()
host.stop()
