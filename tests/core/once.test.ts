import { describe, expect, it } from 'vitest'
import { once } from '../../src/core/once'

describe('what is read once', () => {
  it('is shared by all who ask, and read anew only after a failure', async () => {
    let reads = 0
    const read = once(async () => {
      reads++
      if (reads === 1) throw new Error('HTTP 500')
      return reads
    })
    const together = await Promise.allSettled([read(), read()])
    expect([reads, together.map(({ status }) => status)]).toEqual([1, ['rejected', 'rejected']])
    expect(await Promise.all([read(), read(), read()])).toEqual([2, 2, 2])
    expect(await read()).toBe(2)
  })
})
