import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { isKept, keepTextSize, type TextSize } from '../../src/state/text-size'

/** A store that holds what it is given, or refuses everything. */
function storeOf(held: Record<string, string>, isBlocked = false): Storage {
  const refuse = () => {
    throw new Error('blocked')
  }
  const store = { getItem: (key: string) => held[key] ?? null, setItem: (key: string, value: string) => void (held[key] = value) }
  return (isBlocked ? { getItem: refuse, setItem: refuse } : store) as unknown as Storage
}

describe('the size of the text', () => {
  it('is kept on the device, and only once it was chosen', () => {
    const held: Record<string, string> = {}
    const size = signal<TextSize>('middle')
    keepTextSize(size, storeOf(held))
    expect(held).toEqual({})
    size.value = 'large'
    const again = signal<TextSize>('middle')
    keepTextSize(again, storeOf(held))
    expect(again.value).toBe('large')
  })

  it('knows whether the next visit will find it', () => {
    expect(isKept('large', storeOf({ 'text-size': 'large' }))).toBe(true)
    for (const store of [null, storeOf({}), storeOf({}, true)]) expect(isKept('large', store)).toBe(false)
  })

  it.each([['no store', null], ['a store that is blocked', storeOf({}, true)], ['a size nobody knows', storeOf({ 'text-size': 'huge' })]])('holds for the visit with %s', (_, store) => {
    const size = signal<TextSize>('middle')
    keepTextSize(size, store)
    expect(size.value).toBe('middle')
    size.value = 'small'
    expect(size.value).toBe('small')
  })
})
