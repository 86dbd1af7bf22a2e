import { describe, expect, it } from 'vitest'
import { decode, type Link } from '../../src/state/url'
import { frameCode, LONGEST_LINK, pageAddress, stateLink } from '../../src/ui/share-link'

const usual: Link = {
  lang: 'zh', theme: 'light', view: { center: [106.2, 29.58], zoom: 9.6 }, point: null, off: ['development'], on: '2026-11-27',
  project: [], facts: {}, known: {}, item: null, selected: null, sites: null, compared: [], suit: null,
}
/** Another reader: another day, language, appearance and other layers. */
const other: Link = { ...usual, lang: 'en', theme: 'dark', view: { center: [100, 30], zoom: 8 }, off: [], on: '2027-01-01' }

const everything: Link = {
  ...usual,
  point: [106.3, 29.7],
  off: ['relief'],
  on: '2024-06-01',
  project: ['mill'],
  facts: { isNew: true },
  known: { red: 'inside' },
  item: '3',
  selected: 'red',
  sites: { parcels: [{ name: 'a', geometry: { type: 'Polygon', coordinates: [[[106, 29], [106.1, 29], [106.1, 29.1], [106, 29]]] } }], active: 0 },
  compared: [{ label: 'x', at: [106.3, 29.7] }, { label: 'a', parcel: 0 }],
  suit: 'asDrawn',
}

const page = 'https://example.org/map/'
const openedBy = (reader: Link, link: Link): Link => decode(new URL(stateLink(link, page).href).hash, reader)

describe('the link of the page', () => {
  it('brings the whole state back to a reader whose day, language and layers are others, in their own appearance', () => {
    expect(openedBy(other, everything)).toEqual({ ...everything, theme: 'dark' })
    expect(openedBy(other, { ...everything, off: [] })).toEqual({ ...everything, off: [], theme: 'dark' })
  })

  it('does not pin the day where nothing is asked', () => {
    expect(openedBy(other, usual)).toEqual({ ...usual, theme: 'dark', on: other.on })
  })

  it('is versioned, short, and says so where it is not', () => {
    expect(stateLink(everything, page)).toMatchObject({ href: expect.stringMatching(/#v=1&/), isLong: false })
    const facts = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`fact-${i}`, 'value']))
    const long = stateLink({ ...everything, facts }, page)
    expect([long.isLong, long.href.length > LONGEST_LINK]).toEqual([true, true])
  })

  it('leads to the first page of the site', () => {
    expect(['https://a.example/map/?embed#v=1', 'https://a.example/map/index.html#x', 'https://a.example/map/tianditu.html?x#y'].map(pageAddress)).toEqual([
      'https://a.example/map/',
      'https://a.example/map/index.html',
      'https://a.example/map/index.html',
    ])
  })
})

describe('the code of a frame', () => {
  it('holds the same state, the origin that is heard, and nothing that breaks out of it', () => {
    const code = frameCode({ ...everything, facts: { note: '"><script>' } }, page, { origin: 'https://b.example', title: 'A "map" & more' })
    const src = (/src="([^"]*)"/.exec(code)?.[1] ?? '').replaceAll('&amp;', '&')
    const url = new URL(src)
    expect([url.searchParams.has('embed'), url.searchParams.get('origin')]).toEqual([true, 'https://b.example'])
    expect(decode(url.hash, other).point).toEqual(everything.point)
    expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/)
  })
})
