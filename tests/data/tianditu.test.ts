import { describe, expect, it } from 'vitest'
import { loadTile, tileUrl } from '../../src/data/tianditu'

const place = { layer: 'img', z: 12, x: 3258, y: 1694 } as const
const answer = (body: BodyInit, status: number, type: string) => async () => new Response(body, { status, headers: { 'content-type': type } })
const load = (get: () => Promise<Response>) => loadTile(place, 'k', new AbortController().signal, get)

describe('tiles of 天地图', () => {
  it('are asked for by WMTS, in the Web Mercator set, with the key, always at the same server', () => {
    const { origin, pathname, searchParams } = new URL(tileUrl(place, 'a key'))
    expect(origin + pathname).toBe(`https://t${(3258 + 1694) % 8}.tianditu.gov.cn/img_w/wmts`)
    expect(Object.fromEntries(searchParams)).toEqual({
      SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: 'img', STYLE: 'default', TILEMATRIXSET: 'w', FORMAT: 'tiles',
      TILEMATRIX: '12', TILEROW: '1694', TILECOL: '3258', tk: 'a key',
    })
    expect(tileUrl(place, 'k')).toBe(tileUrl(place, 'k'))
  })

  it('use all eight servers and no other', () => {
    const hosts = Array.from({ length: 40 }, (_, x) => new URL(tileUrl({ ...place, x }, 'k')).host)
    expect([...new Set(hosts)].sort()).toEqual(Array.from({ length: 8 }, (_, server) => `t${server}.tianditu.gov.cn`))
  })

  it('come as pictures', async () => {
    expect(await load(answer('picture', 200, 'image/png'))).toEqual({ tile: new TextEncoder().encode('picture').buffer })
  })

  it('that are refused, or words in place of a picture, are told by their status', async () => {
    expect(await load(answer('{"code":301001}', 403, 'application/json'))).toEqual({ status: 403 })
    expect(await load(answer('', 418, 'image/png'))).toEqual({ status: 418 })
    expect(await load(answer('{"code":301001}', 200, 'application/json'))).toEqual({ status: 200 })
  })

  it('without an answer are told as that', async () => {
    expect(await load(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({ status: null })
  })
})
