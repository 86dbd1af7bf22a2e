/** The basemap of a provider: with the reader's own key, on a page of its own whose policy lets tiles in. */
import type { Signal } from '@preact/signals'

export type BasemapKind = 'vector' | 'imagery'

export interface Basemap {
  /** This page may fetch tiles. */
  isOpen: boolean
  kind: BasemapKind
  /** Empty: none was given. */
  key: string
  /** Counts how often it was asked for: once more asks for all tiles anew. */
  turn: number
  /** What came of the tiles. `status`: HTTP; null where there was no answer. */
  told: { is: 'waiting' | 'there' } | { is: 'missing'; status: number | null }
}

export const NO_BASEMAP: Basemap = { isOpen: false, kind: 'vector', key: '', turn: 0, told: { is: 'waiting' } }

/** Asks for all tiles, with this key. */
export function layBasemap(basemap: Signal<Basemap>, key: string, kind: BasemapKind): void {
  basemap.value = { ...basemap.peek(), key, kind, turn: basemap.peek().turn + 1, told: { is: 'waiting' } }
}

/** Tiles are asked for. */
export const isLaid = ({ isOpen, key }: Basemap): boolean => isOpen && key !== ''

const KEY = /^[0-9A-Za-z]{16,64}$/
const IN_ADDRESS = /[?&]tk=([0-9A-Za-z]+)/

/**
 * The key in what was pasted: spaces and unseen signs come along when one copies from a page, and are refused there.
 * @returns null where there is none
 */
export function keyIn(pasted: string): string | null {
  const key = IN_ADDRESS.exec(pasted)?.[1] ?? pasted.replaceAll(/[\s\p{C}]/gu, '')
  return KEY.test(key) ? key : null
}

/** Where a key can be kept: on the device, or for this visit; null where the browser refuses. */
export interface Stores {
  device: Storage | null
  visit: Storage | null
}

const [KEPT_KEY, KEPT_KIND, TRIED] = ['basemap-key', 'basemap-kind', 'tried']

function orNull<T>(take: () => T): T | null {
  try {
    return take()
  } catch {
    return null // storage is blocked or full: told in the panel
  }
}

export const storesOf = (page: Window): Stores => ({ device: orNull(() => page.localStorage), visit: orNull(() => page.sessionStorage) })

const write = (store: Storage | null, key: string, kind: BasemapKind): boolean =>
  store !== null && orNull(() => (store.setItem(KEPT_KEY, key), store.setItem(KEPT_KIND, kind), true)) === true

/** Keeps the key on the device, or where that cannot be for this visit. */
export function keep({ device, visit }: Stores, key: string, kind: BasemapKind): 'device' | 'visit' | 'nowhere' {
  if (write(device, key, kind)) return 'device'
  return write(visit, key, kind) ? 'visit' : 'nowhere'
}

/** The key that was kept; empty where none was. */
export function kept({ device, visit }: Stores): Pick<Basemap, 'key' | 'kind'> {
  const read = (name: string): string => orNull(() => device?.getItem(name)) ?? orNull(() => visit?.getItem(name)) ?? ''
  return { key: keyIn(read(KEPT_KEY)) ?? '', kind: read(KEPT_KIND) === 'imagery' ? 'imagery' : 'vector' }
}

/** Where a key was kept; null where none was. */
export function keptWhere({ device, visit }: Stores): 'device' | 'visit' | null {
  const has = (store: Storage | null) => orNull(() => store?.getItem(KEPT_KEY) ?? null) !== null
  return has(device) ? 'device' : has(visit) ? 'visit' : null
}

/** False where the browser keeps nothing at all, not even for this visit. */
export const canKeep = ({ device, visit }: Stores): boolean =>
  [device, visit].some((store) => store !== null && orNull(() => (store.setItem(TRIED, ''), store.removeItem(TRIED), true)) === true)

export function forget({ device, visit }: Stores): void {
  for (const store of [device, visit]) orNull(() => (store?.removeItem(KEPT_KEY), store?.removeItem(KEPT_KIND)))
}

/** So many tiles in a row must fail before the whole is said to: one alone may lie beyond what is mapped. */
const IN_A_ROW = 4

/** Counts what becomes of the tiles. */
export function tileTeller(basemap: Signal<Basemap>): (outcome: 'came' | number | null) => void {
  let missing = 0
  return (outcome) => {
    const { told } = basemap.peek()
    missing = outcome === 'came' ? 0 : missing + 1
    if (outcome === 'came') return void (told.is === 'there' || (basemap.value = { ...basemap.peek(), told: { is: 'there' } }))
    if (told.is === 'there' && missing < IN_A_ROW) return
    if (told.is !== 'missing' || told.status !== outcome) basemap.value = { ...basemap.peek(), told: { is: 'missing', status: outcome } }
  }
}
