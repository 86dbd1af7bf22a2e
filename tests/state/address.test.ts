import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepAddress } from '../../src/state/address'
import { createApp } from '../../src/state/app'
import { decode, encode } from '../../src/state/url'
import { askAt } from '../../src/state/verbs'
import { usualLink } from '../../src/state/start'

const defaults = usualLink({ view: { center: [106.2, 29.6], zoom: 10 }, layers: [], now: new Date(2026, 10, 28), lang: 'zh', theme: 'light' })

/** A window with a history of hashes, and nothing else. */
function windowWith(hash: string) {
  const steps = [hash]
  let at = 0
  const heard: (() => void)[] = []
  const go = (by: number) => {
    at += by
    page.location.hash = steps[at] ?? ''
    for (const hear of heard) hear()
  }
  const page = {
    location: { hash },
    history: {
      state: null,
      pushState: (_: unknown, __: string, url: string) => void (steps.splice(++at, Infinity, url), (page.location.hash = url)),
      replaceState: (_: unknown, __: string, url: string) => void ((steps[at] = url), (page.location.hash = url)),
    },
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms) as unknown as number,
    clearTimeout: (timer: number) => clearTimeout(timer),
    addEventListener: (_: string, hear: () => void) => void heard.push(hear),
    removeEventListener: () => {},
  }
  return { page: page as unknown as Window, steps, go, where: () => at }
}

function keep(hash = '') {
  const app = createApp(decode(hash, defaults))
  const history = windowWith(hash)
  keepAddress(app, history.page, defaults)
  vi.advanceTimersByTime(300)
  const act = (change: () => void) => (change(), vi.advanceTimersByTime(300))
  return { app, act, ...history }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the address', () => {
  it('takes a step for each question, none for how it is looked at', () => {
    const { app, act, steps } = keep()
    act(() => askAt(app, [106.25, 29.6]))
    act(() => void (app.theme.value = 'dark'))
    act(() => void (app.view.value = { center: [106.3, 29.7], zoom: 12 }))
    expect(steps).toHaveLength(2)
    act(() => void (app.project.value = ['industry']))
    expect(steps).toHaveLength(3)
  })

  it('goes back to the question before, and forward again', () => {
    const { app, act, go, steps } = keep()
    act(() => askAt(app, [106.25, 29.6]))
    act(() => askAt(app, [106.3, 29.7]))
    act(() => go(-1))
    expect(app.point.value).toEqual([106.25, 29.6])
    act(() => go(-1))
    expect(app.point.value).toBeNull()
    act(() => go(2))
    expect(app.point.value).toEqual([106.3, 29.7])
    expect(steps).toHaveLength(3)
  })

  it('keeps what it does not know out of the way: any hash opens a page, and is written anew', () => {
    for (const hash of ['#v=9&p=1,2,3&zz=7', '#', '#%%%', '#p=abc&project=../../x', '#v=1&p=106.25000,29.60000&future=yes']) {
      const { app, page } = keep(hash)
      expect(page.location.hash).toBe(encode(app.link.value, defaults))
    }
  })
})
