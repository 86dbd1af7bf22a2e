import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/state/app'
import { askMeasured, startMeasuring, stopMeasuring } from '../../src/state/measure-verbs'
import { endSketch, startSketch } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'

const usual = usualLink({ view: { center: [106.2, 29.6], zoom: 10 }, layers: [], now: new Date(2026, 10, 28), lang: 'zh', theme: 'light' })
const line = { type: 'LineString' as const, coordinates: [[106.2, 29.6], [106.21, 29.6]] }

describe('measuring', () => {
  it('keeps what was drawn, and asks nothing', () => {
    const app = createApp(usual)
    startMeasuring(app, 'line')
    expect([app.sketch.value, app.measure.value]).toEqual(['line', { kind: 'line', done: null }])
    endSketch(app, line)
    expect([app.sketch.value, app.measure.value?.done, app.subject.value, app.parcels.value]).toEqual([null, line, null, []])
  })

  it('becomes a parcel when asked about', () => {
    const app = createApp(usual)
    startMeasuring(app, 'line')
    endSketch(app, line)
    askMeasured(app, '地块 1')
    expect([app.measure.value, app.parcels.value]).toEqual([null, [{ name: '地块 1', geometry: line }]])
  })

  it('goes when it is given up, when it is closed, and when a parcel is drawn', () => {
    const app = createApp(usual)
    startMeasuring(app, 'polygon')
    endSketch(app, null)
    expect(app.measure.value).toBeNull()
    startMeasuring(app, 'polygon')
    stopMeasuring(app)
    expect([app.measure.value, app.sketch.value]).toEqual([null, null])
    startMeasuring(app, 'line')
    startSketch(app, 'line', { name: 'a' })
    endSketch(app, line)
    expect([app.measure.value, app.parcels.value.length]).toEqual([null, 1])
  })

  it('that cannot begin stays to say why', () => {
    const app = createApp(usual)
    startMeasuring(app, 'line')
    endSketch(app, null, 'no tools')
    expect([app.measure.value?.kind, app.sketchFailed.value]).toEqual(['line', 'no tools'])
  })
})
