/**
 * `npm run bench:page`: how fast the built page answers and draws, in a real browser without a graphics card.
 * Medians over fresh visits; nothing here is asserted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { launchPlain } from '../helpers/chromium'
import { serve } from '../helpers/site'

const root = join(import.meta.dirname, '..', '..')
const VISITS = 9
const CLICKS = 40
/** A hand rests between two questions. */
const REST_MS = 800

const quantile = (values: readonly number[], q: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN

interface Visit {
  sentenceMs: number
  answerMs: number
  drawnMs: number
}

/** Milliseconds from navigation to the sentence of the first answer, to its rules, and to the first complete picture. */
async function measureVisit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  await page.addInitScript(() => {
    const times: Record<string, number> = {}
    Object.assign(globalThis, { times })
    new MutationObserver(() => {
      if (times['sentence'] === undefined && document.querySelector('#answer .summary')) times['sentence'] = performance.now()
      if (times['answer'] === undefined && document.querySelector('#answer article')) times['answer'] = performance.now()
      if (times['drawn'] === undefined && document.querySelector('#map[data-drawn]')) times['drawn'] = performance.now()
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
  await page.goto(`${url}#v=1&p=106.30211,29.74059`)
  await page.waitForFunction(() => (globalThis as unknown as { times: Record<string, number> }).times['drawn'] !== undefined, undefined, { timeout: 60_000 })
  const times = await page.evaluate(() => (globalThis as unknown as { times: Record<string, number> }).times)
  await page.close()
  return { sentenceMs: times['sentence'] ?? Number.NaN, answerMs: times['answer'] ?? Number.NaN, drawnMs: times['drawn'] ?? Number.NaN }
}

/** Milliseconds from the press of the mouse to the next frame after the panel holds the new answer. */
async function measureClick(page: Page, x: number, y: number): Promise<number> {
  await page.evaluate(() => {
    const state = { from: 0, took: -1 }
    Object.assign(globalThis, { state })
    addEventListener('pointerup', () => void (state.from = performance.now()), { once: true, capture: true })
    const panel = document.querySelector('#answer')
    const seen = new MutationObserver(() => {
      seen.disconnect()
      requestAnimationFrame(() => setTimeout(() => void (state.took = performance.now() - state.from)))
    })
    if (panel) seen.observe(panel, { childList: true, subtree: true, characterData: true })
  })
  await page.mouse.click(x, y)
  const state = await page.waitForFunction(() => {
    const { took } = (globalThis as unknown as { state: { took: number } }).state
    return took >= 0 ? took : false
  })
  return Number(await state.jsonValue())
}

/** Clicks down the length of the district. */
async function measureClicks(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page.locator('#map[data-drawn]').waitFor({ state: 'attached', timeout: 60_000 })
  const took: number[] = []
  for (let n = 0; n < CLICKS; n++) {
    took.push(await measureClick(page, 760 - 5.5 * n, 140 + 15 * n))
    await page.waitForTimeout(REST_MS)
  }
  await page.close()
  return took
}

function weights(): void {
  const folder = join(root, 'dist', 'assets')
  const kB = (name: string) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000
  for (const name of readdirSync(folder).sort()) console.log(`  ${kB(name).toFixed(1).padStart(7)} kB  ${name}`)
}

await build({ root, logLevel: 'error', configLoader: 'runner' })
const host = await serve(join(root, 'dist'))
const browser = await launchPlain()
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${browser.version()}, without WebGL, painted by the processor`)
const visits: Visit[] = []
for (let n = 0; n < VISITS; n++) visits.push(await measureVisit(browser, host.url))
const clicks = await measureClicks(browser, host.url)
console.log(`first answer  median ${quantile(visits.map(({ sentenceMs }) => sentenceMs), 0.5).toFixed(0)} ms after navigation`)
console.log(`with rules    median ${quantile(visits.map(({ answerMs }) => answerMs), 0.5).toFixed(0)} ms after navigation`)
console.log(`map drawn     median ${quantile(visits.map(({ drawnMs }) => drawnMs), 0.5).toFixed(0)} ms after navigation`)
const [first = Number.NaN, ...later] = clicks
console.log(`click → paint first ${first.toFixed(0)} ms; then median ${quantile(later, 0.5).toFixed(0)} ms, p95 ${quantile(later, 0.95).toFixed(0)} ms`)
console.log('gzip of the built files:')
weights()
await browser.close()
host.stop()
