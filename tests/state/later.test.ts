import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { readWhenWanted, valueOf, want, type Later } from '../../src/state/later'

const soon = () => new Promise((done) => setTimeout(done))

describe('a file read when somebody wants it', () => {
  it('is read once, and again after a failure', async () => {
    const later = signal<Later<number>>({ status: 'idle' })
    let reads = 0
    const stop = readWhenWanted(later, async () => {
      reads++
      if (reads === 1) throw new Error('HTTP 500')
      return reads
    })
    await soon()
    expect([reads, later.value.status]).toEqual([0, 'idle'])
    want(later)
    await soon()
    expect([later.value, valueOf(later.value)]).toEqual([{ status: 'failed', why: 'HTTP 500' }, undefined])
    want(later)
    await soon()
    want(later)
    await soon()
    expect([reads, valueOf(later.value)]).toEqual([2, 2])
    stop()
  })
})
