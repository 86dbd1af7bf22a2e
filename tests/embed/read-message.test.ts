import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/embed/json'
import sentences from '../../src/embed/sentences.json'
import { readMessage } from '../../src/embed/read-message'
import { sentenceOf } from '../../src/embed/wrong'

const square = [[[106.3, 29.7], [106.31, 29.7], [106.31, 29.71], [106.3, 29.7]]]
const point = { kind: 'point', lonLat: [106.3, 29.7] }
const parcel = { kind: 'parcel', parcel: { name: 'site', geometry: { type: 'Polygon', coordinates: square } } }
const ask = { oneMap: 1, do: 'ask', subject: point }

const codeOf = (message: unknown): string | null => {
  const read = readMessage(message)
  return read === null || read.ok ? null : read.wrong.code
}

describe('a message that is right', () => {
  it('asks about a point; what it does not say is not asked', () => {
    expect(readMessage({ ...ask, id: 7 })).toEqual({ ok: true, order: { do: 'ask', id: 7, subject: point, project: [], facts: {}, known: {} } })
  })

  it('asks about a parcel with all there is to a question', () => {
    const more = { project: ['mill', 'mill'], facts: { isNew: true, size: 3 }, known: { red: 'inside' }, on: '2024-02-29' }
    expect(readMessage({ ...ask, subject: parcel, ...more })).toEqual({ ok: true, order: { do: 'ask', subject: parcel, ...more, project: ['mill'] } })
  })

  it.each([
    [{ do: 'hello' }],
    [{ do: 'select', zone: 'red', id: 'a' }],
    [{ do: 'select', zone: null }],
    [{ do: 'view', center: [106.3, 29.7] }],
    [{ do: 'view', center: [106.3, 29.7], zoom: 12 }],
  ])('gives %j back as it was', (order) => {
    expect(readMessage({ oneMap: 1, ...order })).toEqual({ ok: true, order })
  })
})

describe('a message that is wrong', () => {
  const line = { type: 'LineString', coordinates: [[106.3, 29.7], [106.31, 29.7]] }
  const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 1)
  const circle: Record<string, unknown> = { oneMap: 1 }
  circle['self'] = circle

  it.each<[string, unknown]>([
    ['version', { ...ask, oneMap: 2 }],
    ['id', { ...ask, id: {} }],
    ['id', { ...ask, id: 'x'.repeat(101) }],
    ['do', { oneMap: 1, do: 'delete' }],
    ['do', { oneMap: 1, do: 'constructor' }],
    ['field', { ...ask, projcet: ['mill'] }],
    ['field', { oneMap: 1, do: 'hello', subject: point }],
    ['field', { ...ask, subject: { ...point, parcel: {} } }],
    ['field', JSON.parse('{"oneMap":1,"do":"hello","__proto__":1}')],
    ['subject', { oneMap: 1, do: 'ask' }],
    ['subject', { ...ask, subject: { kind: 'zones', zones: [] } }],
    ['place', { ...ask, subject: { kind: 'point', lonLat: [29.7, 106.3] } }],
    ['place', { ...ask, subject: { kind: 'point', lonLat: ['106.3', '29.7'] } }],
    ['geometry', { ...ask, subject: { kind: 'parcel', parcel: { geometry: { type: 'Point', coordinates: [106, 29] } } } }],
    ['geometry', { ...ask, subject: { kind: 'parcel', parcel: { geometry: { type: 'Polygon', coordinates: [] } } } }],
    ['geometry', { ...ask, subject: { kind: 'parcel', parcel: { geometry: { type: 'Polygon', coordinates: [[[3293108, 35625750]]] } } } }],
    ['name', { ...ask, subject: { kind: 'parcel', parcel: { ...parcel.parcel, name: 3 } } }],
    ['corridor', { ...ask, subject: { kind: 'parcel', parcel: { ...parcel.parcel, corridorM: 20 } } }],
    ['corridor', { ...ask, subject: { kind: 'parcel', parcel: { geometry: line, corridorM: -1 } } }],
    ['project', { ...ask, project: 'mill' }],
    ['facts', { ...ask, facts: { size: [1] } }],
    ['known', { ...ask, known: { red: 'near' } }],
    ['on', { ...ask, on: '2025-02-30' }],
    ['zone', { oneMap: 1, do: 'select' }],
    ['place', { oneMap: 1, do: 'view', center: [106.3] }],
    ['zoom', { oneMap: 1, do: 'view', center: [106.3, 29.7], zoom: 99 }],
    ['not-json', { ...ask, facts: { size: Number.NaN } }],
    ['not-json', { ...ask, facts: new Map() }],
    ['not-json', { ...ask, project: [new Date(0)] }],
    ['not-json', { ...ask, project: deep }],
    ['not-json', circle],
    ['too-large', { ...ask, project: Array.from({ length: LIMITS.parts + 1 }, () => 0) }],
    ['too-large', { ...ask, facts: { note: 'x'.repeat(LIMITS.characters + 1) } }],
  ])('is told: %s', (code, message) => {
    expect(codeOf(message)).toBe(code)
  })

  it('says what was expected and found, in both languages', () => {
    const read = readMessage({ ...ask, id: 'a', on: 'never' })
    expect(read).toMatchObject({ ok: false, id: 'a' })
    const said = read?.ok === false ? sentenceOf(read.wrong) : null
    expect(said).toEqual({ zh: 'on 应为日历上有的一天，写作 YYYY-MM-DD，现为 "never"。', en: 'Expected on as a day of the calendar written YYYY-MM-DD, found "never".' })
  })
})

describe('any message', () => {
  /** What a sentence leaves to be filled in; what was found may have braces of its own. */
  const names = [...JSON.stringify(sentences).matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const gap = new RegExp(`\\{(${names.join('|')})\\}`)

  const holds = (message: unknown) => {
    const read = readMessage(message)
    if (read === null || read.ok) return
    const { zh, en } = sentenceOf(read.wrong)
    expect([zh, en].every((sentence) => sentence.length > 10 && !gap.test(sentence) && sentence.length < 500)).toBe(true)
  }

  it('that is not meant for the map is passed over', () => {
    for (const talk of [null, 1, 'oneMap', [], { source: 'devtools' }, { do: 'ask' }, new Map([['oneMap', 1]])]) expect(readMessage(talk)).toBeNull()
  })

  it('never throws, and where it is wrong has a sentence', () => {
    fc.assert(fc.property(fc.anything({ withMap: true, withDate: true, withBigInt: true, withTypedArray: true }), holds))
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (noise) => holds({ ...noise, oneMap: 1 })))
  })

  it('never throws where only a field of it is wrong', () => {
    const field = fc.constantFrom('id', 'subject', 'project', 'facts', 'known', 'on', 'zone', 'center', 'zoom', 'more')
    fc.assert(fc.property(fc.constantFrom('ask', 'select', 'view', 'hello'), field, fc.jsonValue(), (verb, name, value) => holds({ ...ask, do: verb, [name]: value })))
    fc.assert(fc.property(fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'), fc.jsonValue(), (type, coordinates) => holds({ ...ask, subject: { kind: 'parcel', parcel: { geometry: { type, coordinates } } } })))
  })
})
