import { assert, jsonValue, pre, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/extract/canonical'

/** RFC 8785 in one line, slow: sort by a replacer, then let JSON.stringify write. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field) ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1))) : field,
  )

describe('canonical', () => {
  it('sorts keys at every depth and writes no spaces', () => {
    expect(canonical({ b: [{ d: 1, c: 'x' }], a: null })).toBe('{"a":null,"b":[{"c":"x","d":1}]}')
  })

  it('leaves out what is undefined, and writes -0 as 0', () => {
    expect(canonical({ a: undefined, b: -0 })).toBe('{"b":0}')
  })

  it('escapes as JSON does', () => {
    const odd = 'é "q" \\ \n \u0000 \u007f \u2028 璧 \ud83d\ude00 \ud800'
    expect(canonical({ [odd]: odd })).toBe(JSON.stringify({ [odd]: odd }))
  })

  it('refuses what JSON cannot say', () => {
    expect(() => canonical({ a: Number.NaN })).toThrow('expected a value JSON can say, got NaN')
    expect(() => canonical([undefined])).toThrow('got undefined')
  })

  it('reads back as the same value, whatever the order of keys', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is the same for the same value', () => {
    assert(
      property(jsonValue({ noUnicodeString: true, maxDepth: 3 }), (value) => {
        // Number-like keys come first in any JavaScript object, so the slow way cannot order them.
        pre(!/"\d+":/.test(JSON.stringify(value)))
        expect(canonical(value)).toBe(plain(value))
      }),
    )
  })
})
