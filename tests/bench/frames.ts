/**
 * `npm run bench:frames`: how long a frame takes while the map is dragged — bare, with the district by verdict, and with
 * 100,000 points of a batch — on the simple map and on the full one, in a real browser without a graphics card. Ratios
 * to the bare map of its kind; nothing is asserted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { launch } from '../helpers/chromium'
import { serve } from '../helpers/site'

const root = join(import.meta.dirname, '..', '..')
const ROUNDS = 3
const DRAG_MS = 10_000
/** For what is drawn to be drawn. */
const SETTLE_MS = 5000
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

type Kind = 'simple' | 'full'

async function open(browser: Browser, url: string, map: Kind): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  if (map === 'full') await page.addInitScript('delete globalThis.OffscreenCanvas')
  await page.goto(url)
  await page.locator('#map[data-drawn]').waitFor({ state: 'attached', timeout: 120_000 })
  return page
}

/** The full map comes by hand only where a graphics card seems to be: as for a browser that cannot ask. */
async function fullyOpen(page: Page): Promise<void> {
  await page.mouse.move(640, 420)
  await page.locator('#map[data-full="true"]').waitFor({ state: 'attached', timeout: 240_000 })
}

async function withFaces(browser: Browser, url: string, map: Kind): Promise<Page> {
  const page = await open(browser, `${url}${PROJECT}&suit=asDrawn`, map)
  await page.locator('#map[data-drawn~="faces"]').waitFor({ state: 'attached', timeout: 120_000 })
  return page
}

async function withPoints(browser: Browser, url: string, map: Kind): Promise<Page> {
  const page = await open(browser, `${url}${PROJECT}`, map)
  await page.getByRole('button', { name: '批量查询' }).click()
  await page.locator('.batch-drop input').setInputFiles({ name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(manyPoints()) })
  const door = page.getByRole('button', { name: '批量 100,000/100,000' })
  await door.waitFor({ timeout: 240_000 })
  await door.click() // closes the panel, which lies over the map
  return page
}

/** Of one frame, milliseconds: on the clock, and of processor, which other work on the machine does not stretch. */
interface Frame {
  wall: number
  processor: number
}

async function processorMs(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** The average frame while the map is dragged to and fro. */
async function dragged(page: Page, session: CDPSession): Promise<Frame> {
  // As text: tsx gives functions names by a helper that the page has not.
  await page.evaluate('globalThis.frames = []; requestAnimationFrame((globalThis.note = (time) => { frames.push(time); requestAnimationFrame(note) }))')
  await page.mouse.move(640, 420)
  await page.mouse.down()
  const [before, start] = [await processorMs(session), Date.now()]
  for (let step = 0; Date.now() < start + DRAG_MS; step++) await page.mouse.move(640 + 60 * Math.sin(step / 9), 420 + 120 * Math.sin(step / 13))
  const count = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.length)
  const [after, end] = [await processorMs(session), Date.now()]
  await page.mouse.up()
  return { wall: (end - start) / count, processor: (after - before) / count }
}

function deckWeight(): void {
  const folder = join(root, 'dist', 'assets')
  for (const name of readdirSync(folder).filter((one) => /^(deck|webgl-device|suitability)/.test(one)))
    console.log(`  ${(gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000).toFixed(1).padStart(7)} kB  ${name}`)
}

await build({ root, logLevel: 'error', configLoader: 'runner' })
const host = await serve(join(root, 'dist'))
const browser = await launch()
const kinds = { bare: (from: Browser, url: string, map: Kind) => open(from, `${url}${PROJECT}`, map), faces: withFaces, points: withPoints }
const maps: readonly Kind[] = ['simple', 'full']
const session = await browser.newBrowserCDPSession()
const frames: Record<string, Frame[]> = {}
// In turns, so that a busy machine is busy for all; one page at a time.
for (let round = 0; round < ROUNDS; round++)
  for (const [name, visit] of Object.entries(kinds))
    for (const map of maps) {
      const page = await visit(browser, host.url, map)
      if (map === 'full') await fullyOpen(page)
      await page.waitForTimeout(SETTLE_MS)
      frames[`${map} ${name}`] = [...(frames[`${map} ${name}`] ?? []), await dragged(page, session)]
      await page.close()
    }
const of = (name: string, part: keyof Frame): number => median((frames[name] ?? []).map((frame) => frame[part]))
const line = (map: string, name: string, part: keyof Frame): string => `${of(`${map} ${name}`, part).toFixed(0).padStart(5)} ms (${(of(`${map} ${name}`, part) / of(`${map} bare`, part)).toFixed(2)} × bare)`
for (const map of maps) for (const name of Object.keys(kinds)) console.log(`${map.padEnd(6)} ${name.padEnd(7)} a frame takes ${line(map, name, 'wall')}, of processor ${line(map, name, 'processor')}`)
console.log('gzip, loaded with first use:')
deckWeight()
await browser.close()
host.stop()
