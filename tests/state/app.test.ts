import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/state/app'
import { usualLink } from '../../src/state/start'
import { encode } from '../../src/state/url'
import { addActivities, applyLink, askAt, chooseItem, clearPoint, clearProject, goTo, removeActivity, setFact, setKnown, setOpacity, setShown, toggleSelected } from '../../src/state/verbs'
import { layers, loadedWorld } from '../ui/fixture'

const usual = usualLink({ view: { center: [106.5, 29.5], zoom: 9 }, layers, now: new Date(2026, 10, 24), lang: 'zh', theme: 'light' })
const ready = () => {
  const app = createApp(usual)
  app.data.value = { status: 'ready', ...loadedWorld() }
  return app
}

describe('the state', () => {
  it('has no answer before the rules are read, and one as soon as they are', () => {
    const app = createApp({ ...usual, point: [106.5, 29.55] })
    expect(app.answer.value).toBeNull()
    app.data.value = { status: 'ready', ...loadedWorld() }
    expect(app.answer.value?.findings.find(({ zone }) => zone === 'redline')?.is).toBe('inside')
  })

  it('answers for the day asked', () => {
    const app = ready()
    askAt(app, [106.5, 29.55])
    const termOn = (on: string) => ((app.on.value = on), app.answer.value?.rules.find(({ id }) => id === 'slowly')?.term)
    expect([termOn('2024-06-01'), termOn('2026-06-01')]).toEqual(['in-force', 'ended'])
  })

  it('gives a verdict for a project, and none without', () => {
    const app = ready()
    askAt(app, [106.5, 29.55])
    expect(app.answer.value?.verdict).toBeNull()
    app.project.value = ['building']
    expect(app.answer.value?.verdict?.asDrawn).toBe('prohibited')
  })

  it('answers in spite of activities and facts an old address knew', () => {
    const app = ready()
    askAt(app, [106.5, 29.55])
    app.project.value = ['castle', 'building']
    app.facts.value = { isNew: 'yes', kind: 'z', moat: true }
    expect(app.answer.value?.verdict?.asDrawn).toBe('prohibited')
  })

  it('keeps a position to about a metre, so that the address gives the same answer', () => {
    const app = ready()
    askAt(app, [106.123456789, 29.123456789])
    expect(app.point.value).toEqual([106.12346, 29.12346])
    expect(encode(app.link.value, usual)).toBe('#v=1&p=106.12346,29.12346')
  })
})

describe('what one can do', () => {
  it('shows and hides', () => {
    const app = ready()
    setShown(app, ['zones', 'north'], false)
    setShown(app, ['north'], true)
    expect([...app.off.value]).toEqual(['zones'])
  })

  it('keeps opacity between nothing and all', () => {
    const app = ready()
    setOpacity(app, 'zones', 1.5)
    setOpacity(app, 'redline', -1)
    expect(app.opacity.value).toEqual({ zones: 1, redline: 0 })
  })

  it('highlights a zone and takes the highlight away', () => {
    const app = ready()
    toggleSelected(app, 'north')
    expect(app.selected.value).toBe('north')
    toggleSelected(app, 'north')
    expect(app.selected.value).toBeNull()
  })

  it('goes to a place twice when asked twice', () => {
    const app = ready()
    goTo(app, [106.5, 29.5], 12)
    const first = app.flight.value
    goTo(app, [106.5, 29.5], 12)
    expect([app.flight.value, app.flight.value === first]).toEqual([{ lonLat: [106.5, 29.5], zoom: 12 }, false])
    clearPoint(app)
    expect(app.point.value).toBeNull()
  })

  it('tells facts and takes them back', () => {
    const app = ready()
    setFact(app, 'isNew', true)
    setFact(app, 'kind', 'a')
    setFact(app, 'isNew', undefined)
    expect(app.facts.value).toEqual({ kind: 'a' })
  })

  it('adds and takes away activities; the item of the catalogue goes with the last', () => {
    const app = ready()
    addActivities(app, ['building', 'building'])
    chooseItem(app, 97, ['housing'])
    expect([app.project.value, app.item.value]).toEqual([['building', 'housing'], '97'])
    removeActivity(app, 'building')
    expect([app.project.value, app.item.value]).toEqual([['housing'], '97'])
    removeActivity(app, 'housing')
    expect([app.project.value, app.item.value]).toEqual([[], null])
    chooseItem(app, 97, ['housing'])
    clearProject(app)
    expect([app.project.value, app.item.value]).toEqual([[], null])
  })

  it('keeps what was verified for its place alone, and only zones that exist', () => {
    const app = ready()
    askAt(app, [106.5, 29.55])
    app.project.value = ['building']
    setKnown(app, 'redline', 'outside')
    setKnown(app, 'space', 'outside')
    setKnown(app, 'atlantis', 'inside')
    expect(app.answer.value?.verdict?.asDrawn).not.toBe('prohibited')
    expect(encode(app.link.value, usual)).toContain('known=redline:outside,space:outside,atlantis:inside')
    setKnown(app, 'redline', undefined)
    expect(Object.keys(app.known.value)).toEqual(['space', 'atlantis'])
    askAt(app, [106.5, 29.55])
    expect(Object.keys(app.known.value)).toEqual(['space', 'atlantis'])
    askAt(app, [106.5, 29.56])
    expect(app.known.value).toEqual({})
  })

  it('takes over an address', () => {
    const app = ready()
    applyLink(app, { ...usual, lang: 'en', point: [106.2, 29.2], off: ['zones'] })
    expect([app.lang.value, app.point.value, [...app.off.value], app.flight.value]).toEqual(['en', [106.2, 29.2], ['zones'], { lonLat: [106.5, 29.5], zoom: 9 }])
  })
})
