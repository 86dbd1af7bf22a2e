import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/core/model'
import type { BetterPlace, Suitability } from '../../src/core/suitability-types'
import { createApp, type App } from '../../src/state/app'
import { usualLink } from '../../src/state/start'
import { followSuitability, showSuitability, shownCut, type SuitabilityDesk } from '../../src/state/suitability'
import { decode, encode } from '../../src/state/url'
import { addActivities, applyLink, askAt, clearProject, removeActivity, setFact, setKnown } from '../../src/state/verbs'
import { layers, loadedWorld, release } from '../ui/fixture'

const usual = usualLink({ view: { center: [106.5, 29.5], zoom: 9 }, layers, now: new Date(2026, 10, 24), lang: 'zh', theme: 'light' })
const cutFor = (question: Question): Suitability => ({ question, release, areaM2: 1, faces: [] })
const rest = () => new Promise((resolve) => setTimeout(resolve))

/** A desk whose answers come when told to. */
function slowDesk() {
  const asked: { question: Question; tell: (share: number) => void; answer: (value: Suitability | null) => void; fail: (error: Error) => void }[] = []
  const sought: Question[] = []
  let cancelled = 0
  let opened = 0
  const desk: SuitabilityDesk = {
    ask: (question, tell) => new Promise((answer, fail) => void asked.push({ question, tell, answer, fail })),
    better: (_, question) => {
      sought.push(question)
      return Promise.resolve<BetterPlace[]>([{ view: 'asDrawn', at: [106.2, 29.2], verdict: 'conditional', distanceM: 1200, bearingDeg: 45 }])
    },
    cancel: () => void cancelled++,
  }
  return { asked, sought, cancelled: () => cancelled, opened: () => opened, open: () => (opened++, Promise.resolve(desk)) }
}

function ready(follow: (app: App) => void): App {
  const app = createApp(usual)
  app.data.value = { status: 'ready', ...loadedWorld() }
  follow(app)
  return app
}

describe('where can I build it', () => {
  it('opens nothing before it is switched on for a project, and then asks once', async () => {
    const desk = slowDesk()
    const app = ready((one) => followSuitability(one, desk.open))
    showSuitability(app, 'asDrawn')
    await rest()
    expect(desk.opened()).toBe(0)
    addActivities(app, ['building'])
    await rest()
    expect(desk.asked.map(({ question }) => question.project)).toEqual([['building']])
    showSuitability(app, 'certain')
    await rest()
    expect(desk.asked).toHaveLength(1)
  })

  it('asks anew for another project, fact or day, but not for a place or what was verified there', async () => {
    const desk = slowDesk()
    const app = ready((one) => followSuitability(one, desk.open))
    showSuitability(app, 'asDrawn')
    addActivities(app, ['building'])
    setFact(app, 'isNew', true)
    app.on.value = '2024-06-01'
    await rest()
    const count = desk.asked.length
    askAt(app, [106.5, 29.55])
    setKnown(app, 'redline', 'outside')
    await rest()
    expect([count, desk.asked.length]).toEqual([3, 3])
    expect(desk.asked.at(-1)?.question).toEqual({ on: '2024-06-01', project: ['building'], facts: { isNew: true } })
  })

  it('shows the last cut while the next is made, and never one that was overtaken', async () => {
    const desk = slowDesk()
    const app = ready((one) => followSuitability(one, desk.open))
    showSuitability(app, 'asDrawn')
    addActivities(app, ['building'])
    await rest()
    const [first] = desk.asked
    if (first) first.answer(cutFor(first.question))
    await rest()
    expect(app.suitability.value.status).toBe('ready')
    addActivities(app, ['works'])
    addActivities(app, ['housing'])
    await rest()
    expect(shownCut(app.suitability.value)?.question.project).toEqual(['building'])
    const [, second, third] = desk.asked
    if (second) second.answer(cutFor(second.question))
    third?.tell(0.4)
    await rest()
    expect(app.suitability.value).toMatchObject({ status: 'cutting', share: 0.4 })
    if (third) third.answer(cutFor(third.question))
    await rest()
    expect(shownCut(app.suitability.value)?.question.project).toEqual(['building', 'works', 'housing'])
  })

  it('is cancelled by switching it off, and gone without a project', async () => {
    const desk = slowDesk()
    const app = ready((one) => followSuitability(one, desk.open))
    showSuitability(app, 'asDrawn')
    addActivities(app, ['building'])
    await rest()
    showSuitability(app, null)
    await rest()
    expect([app.suitability.value.status, desk.cancelled()]).toEqual(['none', 1])
    desk.asked[0]?.answer(cutFor({ on: '2026-11-24' }))
    await rest()
    expect(app.suitability.value.status).toBe('none')
    showSuitability(app, 'certain')
    clearProject(app)
    await rest()
    expect(app.suitability.value.status).toBe('none')
  })

  it('tells why it failed, and tries again with the next question', async () => {
    const desk = slowDesk()
    let isBroken = true
    const app = ready((one) => followSuitability(one, () => (isBroken ? Promise.reject(new Error('no worker')) : desk.open())))
    showSuitability(app, 'asDrawn')
    addActivities(app, ['building'])
    await rest()
    expect(app.suitability.value).toEqual({ status: 'failed', why: 'no worker' })
    isBroken = false
    addActivities(app, ['works'])
    await rest()
    desk.asked[0]?.fail(new Error('too large'))
    await rest()
    expect(app.suitability.value).toEqual({ status: 'failed', why: 'too large' })
  })

  it('looks for a milder place once a place is asked about and the district is cut', async () => {
    const desk = slowDesk()
    const app = ready((one) => followSuitability(one, desk.open))
    showSuitability(app, 'asDrawn')
    addActivities(app, ['building'])
    askAt(app, [106.5, 29.55])
    await rest()
    expect(app.better.value.status).toBe('none')
    const [first] = desk.asked
    if (first) first.answer(cutFor(first.question))
    await rest()
    expect(app.better.value).toMatchObject({ status: 'ready', places: [{ distanceM: 1200 }] })
    removeActivity(app, 'building')
    await rest()
    expect(app.better.value.status).toBe('none')
  })
})

describe('its address', () => {
  it('says the view, and nothing while it is off', () => {
    const app = ready(() => undefined)
    expect(encode(app.link.value, usual)).not.toContain('suit')
    showSuitability(app, 'possible')
    expect(encode(app.link.value, usual)).toContain('suit=possible')
  })

  it('is taken over, and a word it does not know is not', () => {
    const app = ready(() => undefined)
    applyLink(app, decode('#v=1&suit=certain', usual))
    expect(app.suit.value).toBe('certain')
    applyLink(app, decode('#v=1&suit=everywhere', usual))
    expect(app.suit.value).toBeNull()
  })
})
