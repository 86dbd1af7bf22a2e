import { describe, expect, it } from 'vitest'
import { readParcelText } from '../../src/formats/parcels'
import { createApp } from '../../src/state/app'
import { removeParcel } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'
import { chosen, indexOf, settled, taken, type Entry, type Reading } from '../../src/ui/parcel-reading'
import { layers } from './fixture'

const usual = usualLink({ view: { center: [106.5, 29.5], zoom: 9 }, layers, now: new Date(2026, 10, 24), lang: 'zh', theme: 'light' })
const near = [105.9, 29.2, 106.5, 29.95] as const
const read = (text: string) => readParcelText(text, { near, lang: 'zh' })
const FIELD = '106.30,29.74\n106.33,29.74\n106.33,29.78\n106.30,29.78'

const entriesOf = (reading: Reading): readonly Entry[] => (reading.status === 'read' ? reading.entries : [])

describe('a parcel that is read', () => {
  it('is taken at once, asked about and shown', async () => {
    const app = createApp(usual)
    const [entry] = entriesOf(settled(app, await read(FIELD)))
    expect([app.parcels.value.length, app.active.value, entry?.kept === app.parcels.value[0]]).toEqual([1, 0, true])
    expect(app.flight.value).toEqual({ bbox: [106.3, 29.74, 106.33, 29.78] })
  })

  it('is read the other way by one click, and back by the next', async () => {
    const app = createApp(usual)
    const [first] = entriesOf(settled(app, await read(FIELD)))
    const asLine = first!.alternatives.findIndex(({ reading }) => reading.code === 'read-line')
    const second = chosen(app, first!, asLine)
    expect([app.parcels.value.length, app.parcels.value[0]?.geometry.type]).toEqual([1, 'LineString'])
    const third = chosen(app, second, asLine)
    expect([app.parcels.value[0], third.reading, third.alternatives]).toEqual([first!.parcel, first!.reading, first!.alternatives])
  })

  it('is left alone once it was removed', async () => {
    const app = createApp(usual)
    const [entry] = entriesOf(settled(app, await read(FIELD)))
    removeParcel(app, 0)
    expect(indexOf(app, entry!)).toBe(-1)
    chosen(app, entry!, 0)
    expect(app.parcels.value).toEqual([])
  })

  it('waits for a word beside one that could not be read', async () => {
    const app = createApp(usual)
    const whole = await read(FIELD)
    const reading = settled(app, { ...whole, problems: [{ code: 'empty', params: {} }] })
    expect([app.parcels.value, entriesOf(reading).map(({ kept }) => kept)]).toEqual([[], [null]])
    const entries = taken(app, [chosen(app, entriesOf(reading)[0]!, 0)])
    expect([app.parcels.value.length, entries[0]?.kept === app.parcels.value[0]]).toEqual([1, true])
  })

  it('that is none changes nothing', async () => {
    const app = createApp(usual)
    const reading = settled(app, await read('nonsense'))
    expect([app.parcels.value, reading.status === 'read' && reading.problems.length]).toEqual([[], 1])
  })
})
