import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { canKeep, forget, isLaid, keep, kept, keptWhere, keyIn, layBasemap, NO_BASEMAP, tileTeller, type Basemap } from '../../src/state/basemap'
import { blockedStore, memoryStore, refusingStore } from './stores'

const KEY = '0123456789abcdef0123456789abcdef'

describe('the key of a basemap', () => {
  it('is taken from what was pasted, with what came along left out', () => {
    expect(keyIn(KEY)).toBe(KEY)
    expect(keyIn(` ${KEY}\u200B\n`)).toBe(KEY)
    expect(keyIn(`https://t0.tianditu.gov.cn/vec_w/wmts?LAYER=vec&tk=${KEY}&x=1`)).toBe(KEY)
  })

  it.each(['', 'short', '密钥', `${KEY}!`, `${KEY}${KEY}${KEY}`])('is not %j', (text) => {
    expect(keyIn(text)).toBeNull()
  })

  it('is kept on the device with the kind of map, and forgotten', () => {
    const stores = { device: memoryStore(), visit: memoryStore() }
    expect(keep(stores, KEY, 'imagery')).toBe('device')
    expect(kept(stores)).toEqual({ key: KEY, kind: 'imagery' })
    forget(stores)
    expect(kept(stores)).toEqual({ key: '', kind: 'vector' })
  })

  it('is kept for the visit where the device refuses, and nowhere where both do', () => {
    const visit = memoryStore()
    expect(keep({ device: refusingStore(), visit }, KEY, 'vector')).toBe('visit')
    expect(kept({ device: null, visit }).key).toBe(KEY)
    expect(keep({ device: null, visit: refusingStore() }, KEY, 'vector')).toBe('nowhere')
    expect(kept({ device: null, visit: null }).key).toBe('')
  })

  it('is told to hold for the visit only where it does', () => {
    const [device, visit] = [memoryStore(), memoryStore()]
    expect(keptWhere({ device, visit })).toBeNull()
    keep({ device: null, visit }, KEY, 'vector')
    expect(keptWhere({ device, visit })).toBe('visit')
    keep({ device, visit }, KEY, 'vector')
    expect(keptWhere({ device, visit })).toBe('device')
    expect(keptWhere({ device: blockedStore(), visit: blockedStore() })).toBeNull()
  })

  it('can be kept where one of the stores takes something', () => {
    const visit = memoryStore()
    expect(canKeep({ device: refusingStore(), visit })).toBe(true)
    expect(visit.length).toBe(0)
    for (const none of [null, refusingStore(), blockedStore()]) expect(canKeep({ device: none, visit: none })).toBe(false)
  })
})

describe('a basemap', () => {
  it('is laid only on the page that is open for it, and only with a key', () => {
    expect(isLaid({ ...NO_BASEMAP, key: KEY })).toBe(false)
    expect(isLaid({ ...NO_BASEMAP, isOpen: true })).toBe(false)
    expect(isLaid({ ...NO_BASEMAP, isOpen: true, key: KEY })).toBe(true)
  })

  it('that gives nothing says so at once; later a few tiles in a row must fail', () => {
    const basemap = signal<Basemap>({ ...NO_BASEMAP, isOpen: true, key: KEY })
    const tell = tileTeller(basemap)
    tell(403)
    expect(basemap.value.told).toEqual({ is: 'missing', status: 403 })
    tell('came')
    expect(basemap.value.told).toEqual({ is: 'there' })
    for (const outcome of [404, 404, 'came', 404, 404, 404] as const) tell(outcome)
    expect(basemap.value.told).toEqual({ is: 'there' })
    tell(null)
    expect(basemap.value.told).toEqual({ is: 'missing', status: null })
  })

  it('laid again asks anew, with the key and kind given', () => {
    const basemap = signal<Basemap>({ ...NO_BASEMAP, told: { is: 'missing', status: 403 } })
    layBasemap(basemap, KEY, 'imagery')
    expect(basemap.value).toMatchObject({ key: KEY, kind: 'imagery', turn: 1, told: { is: 'waiting' } })
  })
})
