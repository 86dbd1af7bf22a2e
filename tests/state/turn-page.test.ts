import { describe, expect, it } from 'vitest'
import { createApp, type App } from '../../src/state/app'
import { layBasemap } from '../../src/state/basemap'
import { addParcels } from '../../src/state/parcel-verbs'
import { usualLink } from '../../src/state/start'
import { turnPage, withCarried } from '../../src/state/turn-page'
import { decode } from '../../src/state/url'
import { askAt } from '../../src/state/verbs'
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
    expect(withCarried(there, to?.hash ?? '', store).sites).toEqual({ parcels: app.parcels.value, active: 0 })
    expect(withCarried(there, to?.hash ?? '', store)).toBe(there)
    turn(app, store)
    expect(withCarried(there, '#v=1', store)).toBe(there)
  })

  it('asks before anything is lost', () => {
    const app = createApp(defaults)
    addParcels(app, [large(106.1)])
    expect(turn(app, null).turned).toBe(false)
    expect(turn(app, refusingStore()).turned).toBe(false)
    expect(turn(app, refusingStore(), true).turned).toBe(true)
  })

  it('takes nothing that is not ours', () => {
    const store = memoryStore()
    for (const text of ['', 'null', '{}', '{"hash":"#v=1","sites":"nonsense","compared":""}']) {
      store.setItem('carried', text)
      expect(withCarried(defaults, '#v=1', store)).toBe(defaults)
    }
    for (const none of [null, blockedStore()]) expect(withCarried(defaults, '#v=1', none)).toBe(defaults)
  })
})
