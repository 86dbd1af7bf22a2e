import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parcel } from '../../src/core/model'
import { keptParcel } from '../../src/state/parcel'
import { LONGEST, readSites, writeSites } from '../../src/state/url-parcels'
import { parcel, sites, square } from './parcels'

const many = (count: number): Parcel => ({ name: '', geometry: { type: 'LineString', coordinates: Array.from({ length: count }, (_, i) => [106 + i / 997, 29.5 + (i % 7) / 991]) } })
const textOf = (parcels: Parcel[], active: number | null = 0) => writeSites({ parcels: parcels.map(keptParcel), active })

describe('parcels in an address', () => {
  it('come back to the last of 8 decimals: holes, parts, lines, corridors, names', () => {
    fc.assert(fc.property(sites, (one) => {
      const { text, room } = writeSites(one)
      if (room === 'all') expect(readSites(text)).toEqual(one)
    }), { numRuns: 1000 })
  })

  it('come back within a whole address', () => {
    fc.assert(fc.property(parcel, (one) => {
      const { text } = writeSites({ parcels: [one], active: null })
      expect(readSites(new URLSearchParams(new URLSearchParams([['s', text]]).toString()).get('s') ?? '')).toEqual({ parcels: [one], active: null })
    }))
  })

  it('take few characters', () => {
    expect(textOf([{ ...square([106.2, 29.6]), name: '地块 1' }]).text).toBe('0,P::gwrhg5Tggi4twFgkh9BAAgkh9B_jh9BA:地块 1')
    expect(textOf([square([106.2, 29.6])]).text.length).toBeLessThan(60)
  })

  it('leave out all but the one asked about where there is no room, and that one too where it is too long', () => {
    const small = square([106.2, 29.6])
    expect(textOf([small, many(900)]).room).toBe('active')
    expect(readSites(textOf([many(900), small], 1).text)).toEqual({ parcels: [keptParcel(small)], active: 0 })
    expect(textOf([small, many(900)], 1)).toEqual({ text: 'big', room: 'none' })
    expect(textOf([small, many(900)], null)).toEqual({ text: 'big', room: 'none' })
    expect(textOf([many(250)]).room).toBe('none')
    expect(textOf([many(100)]).room).toBe('all')
  })

  it('never write more than they may', () => {
    fc.assert(fc.property(fc.array(parcel, { minLength: 1, maxLength: 9 }), (parcels) => {
      const { text } = writeSites({ parcels, active: 0 })
      expect(new URLSearchParams([['s', text]]).toString().replaceAll('%2C', ',').replaceAll('%3A', ':').length - 2).toBeLessThanOrEqual(LONGEST)
    }))
  })

  it.each(['', '0', '1,P::AAAAAA:x', 'x,P::AAAAAA:x', '0,Z::AAAAAA:x', '0,P:5:AAAAAA:x', '0,L:0:AAAA:x', '0,L:-3:AAAA:x', '0,L:x:AAAA:x', '0,L:99999:AAAA:x', '0,L::AAA:x', '0,L::AA!A:x', '0,P::AAAA:x', '0,P::AAAAAA', '0,P::AAAAAA:x:y', '0,L::__________________________:x', '0,L::AAg:x', '0,Q::AAAAAA*:x', '0,L::________BAAA:x', '-1,L::AAAA:x'])('are undefined where the text is broken: %s', (text) => {
    expect(readSites(text)).toBeUndefined()
  })

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readSites(text)))
    fc.assert(fc.property(fc.stringMatching(/^0,[PQLM]:\d{0,3}:[A-Za-z0-9_.*-]{0,60}:x$/), (text) => {
      const read = readSites(text)
      if (read !== undefined) expect(readSites(writeSites(read).text)).toEqual(read)
    }))
  })
})
