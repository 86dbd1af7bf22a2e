import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measured } from '../../src/core/measure'
import { decodeCarried, encodeCarried, type Carried } from '../../src/state/carried'
import type { Measure, MeasureKind } from '../../src/state/measure'
import { keptParcel } from '../../src/state/parcel'
import { roundView } from '../../src/state/url'
import { compared, parcel } from './parcels'

const view = fc.record({ center: fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })), zoom: fc.double({ min: 0, max: 24, noNaN: true }) }).map(roundView)
const drawn = fc.array(fc.tuple(fc.double({ min: 106, max: 107, noNaN: true }), fc.double({ min: 29, max: 30, noNaN: true })), { minLength: 3, maxLength: 40 })
const done = (kind: MeasureKind) => drawn
  .map((path) => keptParcel({ name: '', geometry: kind === 'line' ? { type: 'LineString', coordinates: path } : { type: 'Polygon', coordinates: [[...path, ...path.slice(0, 1)]] } }).geometry)
  .filter((geometry) => new Set((geometry.coordinates.flat() as unknown[]).map(String)).size > 4)
const measure: fc.Arbitrary<Measure | null> = fc.option(fc.constantFrom<MeasureKind>('line', 'polygon').chain((kind) => fc.oneof(fc.constant({ kind, done: null }), fc.record({ kind: fc.constant(kind), done: done(kind), view }))))

const carried: fc.Arbitrary<Carried> = fc.record({
  hash: fc.string(),
  parcels: fc.option(fc.record({ sites: fc.array(parcel, { minLength: 1, maxLength: 4 }).map((parcels) => ({ parcels, active: 0 })), compared })),
  opacity: fc.dictionary(fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/), fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0)),
  isRaised: fc.boolean(),
  measure,
})

const nothing: Carried = { hash: '#v=1', parcels: null, opacity: {}, isRaised: false, measure: null }
const read = (fields: object) => decodeCarried(JSON.stringify({ hash: '#v=1', ...fields }))

describe('what goes along beside an address', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(carried, (one) => void expect(decodeCarried(encodeCarried(one))).toEqual(one)), { numRuns: 500 })
  })

  it.each(['', 'null', '[]', '"x"', '{}', '{"hash":1}', '{"sites":"0,L::AAAA:x"}'])('is nothing where the text is none of ours: %s', (text) => {
    expect(decodeCarried(text)).toBeNull()
  })

  it.each<[string, object]>([
    ['parcels', { sites: 'nonsense', compared: 7 }],
    ['parcels that are no text', { sites: ['0'], compared: '' }],
    ['opacities', { opacity: { 'a b': 1, zones: 1.1, water: -0.1, axis: null, ridge: '0.5' } }],
    ['opacities that are a list', { opacity: [0.5] }],
    ['the land', { isRaised: 'true' }],
    ['a tool there is not', { kind: 'circle', done: '-,L::AAAAIA:', view: '106,29,10' }],
    ['a tool with a name of every object', { kind: 'constructor' }],
  ])('is without %s that cannot be used', (_, fields) => {
    expect(read(fields)).toEqual(nothing)
  })

  it('leaves out what is broken and takes the rest', () => {
    expect(read({ sites: 'x', opacity: { zones: 0.5, water: 2 }, isRaised: true, kind: 'line' })).toEqual({ ...nothing, opacity: { zones: 0.5 }, isRaised: true, measure: { kind: 'line', done: null } })
    expect(decodeCarried('{"hash":"#v=1","opacity":{"__proto__":0.5,"zones":0.5}}')?.opacity['zones']).toBe(0.5)
  })

  it.each(['', 'big', '-,L::AAAA:', '-,M::AAAAIA:', '-,P::AAAAIA:', 'x'.repeat(70_000)])('has a drawing of the wrong form, or without size, drawn anew: %.20s', (text) => {
    for (const kind of ['line', 'polygon'] as const) expect(read({ kind, done: text })?.measure?.done ?? null).toBeNull()
  })

  it('never throws, and what it reads can be measured and written again', () => {
    const hostile = fc.record({ hash: fc.constant('#v=1'), sites: fc.anything(), compared: fc.anything(), opacity: fc.anything(), isRaised: fc.anything(), kind: fc.constantFrom('line', 'polygon', 'x'), done: fc.oneof(fc.anything(), fc.stringMatching(/^-,[LP]::[A-Za-z0-9_.-]{0,40}:$/)), view: fc.oneof(fc.anything(), fc.string()) })
    fc.assert(fc.property(fc.oneof(fc.json(), hostile.map((one) => JSON.stringify(one) ?? '')), (text) => {
      const one = decodeCarried(text)
      if (one === null) return
      expect(decodeCarried(encodeCarried(one))).toEqual(one)
      if (one.measure?.done) expect(measured(one.measure.done)?.lengthM).toBeGreaterThan(0)
    }), { numRuns: 1000 })
  })
})
