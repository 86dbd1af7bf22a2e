import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/state/app'
import { clearSites, compareSite, goToSite, nameSite, removeSite, boxOfSites } from '../../src/state/compared-verbs'
import { addParcels, clearParcels, removeParcel, replaceParcel } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'
import { decode, encode } from '../../src/state/url'
import { readCompared, writeCompared } from '../../src/state/url-compared'
import { askAt, setKnown } from '../../src/state/verbs'
import { layers } from '../ui/fixture'
import { compared, square } from './parcels'

const usual = usualLink({ view: { center: [106.5, 29.5], zoom: 9 }, layers, now: new Date(2026, 10, 24), lang: 'zh', theme: 'light' })
const at = (lon: number, lat = 29.5) => ({ kind: 'point', lonLat: [lon, lat] }) as const
const reopened = (app: ReturnType<typeof createApp>) => createApp(decode(encode(app.link.value, usual), usual))

describe('compared sites in an address', () => {
  it('come back, with any name', () => {
    fc.assert(fc.property(compared, (sites) => {
      expect(readCompared(writeCompared(sites))).toEqual(sites)
    }))
  })

  it('are short and readable', () => {
    expect(writeCompared([{ label: '', at: [106.3, 29.75] }, { label: '甲: 东', parcel: 0 }])).toBe('106.30000:29.75000:,0:甲%3a 东')
  })

  it.each([['', 0], ['x', 0], ['106.3:29.7', 0], ['106.3:99:x', 0], ['1e3:29:x', 0], ['-1:x', 0], ['1:2:3:4', 0], ['broken,106.3:29.7:x', 1], ['1:2:,2:2:,3:2:,4:2:,5:2:', 4]])('what is broken is left out, the rest stays: %s', (text, count) => {
    expect(readCompared(text)).toHaveLength(count)
  })

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readCompared(text)))
  })

  it('open the page with the comparison, from two on', () => {
    const app = createApp(usual)
    compareSite(app, at(106.3))
    expect(reopened(app).panel.value).toBeNull()
    compareSite(app, at(106.4))
    nameSite(app, 1, ' 乙 ')
    expect([reopened(app).compared.value, reopened(app).panel.value]).toEqual([[{ label: '', subject: at(106.3) }, { label: '乙', subject: at(106.4) }], 'compare'])
  })

  it('name parcels by their place in the address, and leave out those it has no room for', () => {
    const app = createApp(usual)
    addParcels(app, [square([106.2, 29.6]), square([106.3, 29.6])])
    const [first, second] = app.parcels.value
    if (first === undefined || second === undefined) throw new Error('expected two parcels')
    for (const parcel of [second, first]) compareSite(app, { kind: 'parcel', parcel })
    expect(reopened(app).compared.value.map(({ subject }) => subject)).toEqual([{ kind: 'parcel', parcel: second }, { kind: 'parcel', parcel: first }])
    addParcels(app, [{ name: '', geometry: { type: 'LineString', coordinates: Array.from({ length: 900 }, (_, i) => [106 + i / 997, 29.5 + (i % 7) / 991]) } }])
    expect(app.link.value.compared).toEqual([])
  })
})

describe('what one can do with compared sites', () => {
  it('holds four, each once', () => {
    const app = createApp(usual)
    expect([1, 2, 2, 3, 4, 5].map((n) => compareSite(app, at(106 + n / 10)))).toEqual(['added', 'added', 'there', 'added', 'added', 'full'])
    removeSite(app, 0)
    expect([app.compared.value.length, compareSite(app, at(106.5))]).toEqual([3, 'added'])
    clearSites(app)
    expect(app.compared.value).toEqual([])
  })

  it('follows the parcels of the page', () => {
    const app = createApp(usual)
    addParcels(app, [square([106.2, 29.6]), square([106.3, 29.6])])
    for (const parcel of app.parcels.value) compareSite(app, { kind: 'parcel', parcel })
    compareSite(app, at(106.3))
    replaceParcel(app, 0, square([106.25, 29.6]))
    expect(app.compared.value[0]?.subject).toEqual({ kind: 'parcel', parcel: app.parcels.value[0] })
    removeParcel(app, 0)
    expect(app.compared.value.map(({ subject }) => subject.kind)).toEqual(['parcel', 'point'])
    clearParcels(app)
    expect(app.compared.value.map(({ subject }) => subject.kind)).toEqual(['point'])
  })

  it('goes to a site and asks there; what was verified elsewhere does not go along', () => {
    const app = createApp(usual)
    addParcels(app, [square([106.2, 29.6])])
    const [parcel] = app.parcels.value
    if (parcel === undefined) throw new Error('expected a parcel')
    askAt(app, [106.3, 29.5])
    setKnown(app, 'ring', 'inside')
    goToSite(app, { label: '', subject: { kind: 'parcel', parcel } })
    expect([app.active.value, app.known.value, app.flight.value]).toEqual([0, {}, { bbox: [106.2, 29.6, 106.21, 29.61] }])
    goToSite(app, { label: '', subject: at(106.4) })
    expect([app.point.value, app.active.value]).toEqual([[106.4, 29.5], null])
  })

  it('knows the box around all', () => {
    expect([boxOfSites([]), boxOfSites([{ label: '', subject: at(106.4) }, { label: '', subject: at(106.2, 29.7) }])]).toEqual([null, [106.2, 29.5, 106.4, 29.7]])
  })
})
