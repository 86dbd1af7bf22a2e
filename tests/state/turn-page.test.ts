import { describe, expect, it } from 'vitest'
import type { ParcelGeometry } from '../../src/core/model'
import { createApp, type App } from '../../src/state/app'
import { layBasemap } from '../../src/state/basemap'
import type { MeasureKind } from '../../src/state/measure'
import { startMeasuring } from '../../src/state/measure-verbs'
import { addParcels, endSketch } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'
import { arrive, turnPage } from '../../src/state/turn-page'
import { decode } from '../../src/state/url'
import { askAt, setOpacity } from '../../src/state/verbs'
import { blockedStore, memoryStore, refusingStore } from './stores'

const defaults = usualLink({ view: { center: [106.2, 29.6], zoom: 10 }, layers: [], now: new Date(2026, 10, 28), lang: 'zh', theme: 'light' })

/** A window at an address of the site. */
function windowAt(address: string) {
  const went: URL[] = []
  const { href, search, hash } = new URL(address)
  const page = { location: { href, search, hash, assign: (to: URL) => void went.push(to) }, history: { state: null, replaceState: () => {} } }
  return { page: page as unknown as Window, went }
}

/** So many corners that no address has room for them. */
const large = (lon: number) => ({
  name: '大',
  geometry: { type: 'LineString' as const, coordinates: Array.from({ length: 900 }, (_, at) => [lon + at * 1e-4, 29.5 + (at % 7) * 1e-4]) },
})

function turn(app: App, store: Storage | null, isForced = false) {
  const { page, went } = windowAt('https://x.cn/some/folder/index.html?embed')
  const turned = turnPage(app, page, { to: 'tianditu.html', defaults, isForced, store })
  return { turned, to: went[0] }
}

/** The page that opens after this one. */
function arriveAfter(app: App): App {
  const store = memoryStore()
  const hash = turn(app, store).to?.hash ?? ''
  return arrive(decode(hash, defaults), hash, store)
}

describe('turning to another page of the site', () => {
  it('stays in the folder, keeps what was asked, and says nothing of the key', () => {
    const app = createApp(defaults)
    askAt(app, [106.25, 29.6])
    layBasemap(app.basemap, '0123456789abcdef0123456789abcdef', 'vector')
    const { turned, to } = turn(app, memoryStore())
    expect(turned).toBe(true)
    expect(`${to?.origin}${to?.pathname}${to?.search}`).toBe('https://x.cn/some/folder/tianditu.html?embed')
    expect(decode(to?.hash ?? '', defaults).point).toEqual([106.25, 29.6])
    expect(to?.href).not.toContain('0123456789abcdef')
  })

  it('takes parcels along that the address has no room for, once, and only to that address', () => {
    const app = createApp(defaults)
    addParcels(app, [large(106.1), large(106.2)])
    const store = memoryStore()
    const { turned, to } = turn(app, store)
    expect(turned).toBe(true)
    const there = decode(to?.hash ?? '', defaults)
    expect(there.sites?.parcels).toEqual([])
    const arrived = arrive(there, to?.hash ?? '', store)
    expect([arrived.parcels.value, arrived.active.value]).toEqual([app.parcels.value, 0])
    expect(arrive(there, to?.hash ?? '', store).parcels.value).toEqual([])
    turn(app, store)
    expect(arrive(there, '#v=1', store).parcels.value).toEqual([])
  })

  it('takes along how the map is looked at, and what was measured', () => {
    const app = createApp(defaults)
    setOpacity(app, 'zones', 0.4)
    app.relief.value = 'raised'
    startMeasuring(app, 'line')
    endSketch(app, { type: 'LineString', coordinates: [[106.2, 29.6], [106.21, 29.6]] })
    const arrived = arriveAfter(app)
    expect([arrived.opacity.value, arrived.relief.value, arrived.sketch.value, arrived.measure.value]).toEqual([{ zones: 0.4 }, 'raised', null, app.measure.value])
  })

  it('measures a drawing that is cut short as far as it came, or has it drawn anew', () => {
    const [a, b, c, pointer] = [[106.2, 29.6], [106.21, 29.6], [106.21, 29.61], [106.3, 29.7]] as const
    const cutShort = (kind: MeasureKind, traced: ParcelGeometry) => {
      const app = createApp(defaults)
      startMeasuring(app, kind)
      app.traced.value = traced
      const { sketch, measure } = arriveAfter(app)
      return [sketch.value, measure.value?.done]
    }
    expect(cutShort('line', { type: 'LineString', coordinates: [[...a], [...pointer]] })).toEqual(['line', null])
    expect(cutShort('line', { type: 'LineString', coordinates: [[...a], [...b], [...pointer]] })).toEqual([null, { type: 'LineString', coordinates: [a, b] }])
    expect(cutShort('polygon', { type: 'Polygon', coordinates: [[[...a], [...b], [...pointer], [...a]]] })).toEqual(['polygon', null])
    expect(cutShort('polygon', { type: 'Polygon', coordinates: [[[...a], [...b], [...c], [...pointer], [...a]]] })).toEqual([null, { type: 'Polygon', coordinates: [[a, b, c, a]] }])
  })

  it('asks before anything is lost', () => {
    const app = createApp(defaults)
    addParcels(app, [large(106.1)])
    expect(turn(app, null).turned).toBe(false)
    expect(turn(app, refusingStore()).turned).toBe(false)
    expect(turn(app, refusingStore(), true).turned).toBe(true)
    const measuring = createApp(defaults)
    startMeasuring(measuring, 'line')
    expect(turn(measuring, null).turned).toBe(true)
    endSketch(measuring, { type: 'LineString', coordinates: [[106.2, 29.6], [106.21, 29.6]] })
    expect([turn(measuring, null).turned, turn(measuring, memoryStore()).turned]).toEqual([false, true])
  })

  it('takes nothing that is not ours', () => {
    const store = memoryStore()
    for (const text of ['', 'null', '{}', '{"hash":"#v=1","sites":"nonsense","compared":""}']) {
      store.setItem('carried', text)
      expect(arrive(defaults, '#v=1', store).link.value).toEqual(createApp(defaults).link.value)
      expect(store.getItem('carried')).toBeNull()
    }
    for (const none of [null, blockedStore()]) expect(arrive(defaults, '#v=1', none).parcels.value).toEqual([])
  })
})
