import { describe, expect, it } from 'vitest'
import type { Parcel } from '../../src/core/model'
import { decode, type Link } from '../../src/state/url'
import { questionLink } from '../../src/ui/extract-link'

const usual: Link = {
  lang: 'zh', theme: 'light', view: { center: [106.2, 29.58], zoom: 9.6 }, point: null, off: ['development'], on: '2026-11-27',
  project: [], facts: {}, known: {}, item: null, selected: null, sites: null, compared: [], suit: null,
}

const square = (name: string, corners = 4): Parcel => {
  const ring = Array.from({ length: corners }, (_, i) => [106 + 0.01 * Math.cos((2 * Math.PI * i) / corners), 29 + 0.01 * Math.sin((2 * Math.PI * i) / corners)])
  return { name, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []].map(([x = 0, y = 0]) => [Math.round(x * 1e8) / 1e8, Math.round(y * 1e8) / 1e8])] } }
}

const opened = (link: Link, defaults = usual): Link => {
  const { href } = questionLink(link, 'https://example.org/map/')
  return decode(new URL(href).hash, defaults)
}

describe('questionLink', () => {
  it('asks for the same day tomorrow, also where that day is usual now', () => {
    const asked: Link = { ...usual, point: [106.3, 29.7] }
    expect(questionLink(asked, 'https://example.org/').href).toContain('on=2026-11-27')
    expect(opened(asked, { ...usual, on: '2026-11-28' })).toEqual(asked)
  })

  it('holds all that is asked', () => {
    const asked: Link = { ...usual, point: [106.3, 29.7], project: ['mill'], facts: { isNew: true }, known: { red: 'inside' }, item: '3' }
    expect(opened(asked)).toEqual(asked)
  })

  it('says nothing of how the page looks', () => {
    const link: Link = { ...usual, theme: 'dark', lang: 'en', off: [], selected: 'red', point: [106.3, 29.7] }
    expect(opened(link)).toEqual({ ...usual, point: [106.3, 29.7] })
  })

  it('of several parcels holds the one asked about, without the point behind it', () => {
    const link: Link = { ...usual, point: [106.3, 29.7], sites: { parcels: [square('a'), square('b')], active: 1 } }
    expect(opened(link)).toEqual({ ...usual, sites: { parcels: [square('b')], active: 0 } })
  })

  it('says so where the parcel is too long for an address', () => {
    const of = (corners: number) => questionLink({ ...usual, sites: { parcels: [square('a', corners)], active: 0 } }, 'https://example.org/')
    expect(of(4).isWhole).toBe(true)
    expect(of(2000).isWhole).toBe(false)
  })
})
