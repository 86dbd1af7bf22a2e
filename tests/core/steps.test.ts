import { afterEach, describe, expect, it, vi } from 'vitest'
import { atOnce, flatSteps, whole } from '../../src/core/steps'
import { inSlices } from '../../src/rest'

afterEach(() => void vi.restoreAllMocks())

/** A clock that goes on by so many ms each time it is looked at. */
function clockBy(ms: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += ms))
}

const doubled = (numbers: readonly number[]) => flatSteps(numbers, (number) => [number, number])

describe('a reckoning in steps', () => {
  const numbers = Array.from({ length: 100 }, (_, i) => i)

  it('comes to the same at once and in slices', async () => {
    const wanted = numbers.flatMap((number) => [number, number])
    expect(atOnce(doubled(numbers))).toEqual(wanted)
    clockBy(5)
    expect(await inSlices(doubled(numbers), async () => {})).toEqual(wanted)
    expect(atOnce(whole(() => 7))).toBe(7)
  })

  it('rests when much time went by, and not before', async () => {
    const pause = vi.fn(async () => {})
    clockBy(0.001)
    await inSlices(doubled(numbers), pause)
    expect(pause).not.toHaveBeenCalled()
    clockBy(5)
    await inSlices(doubled(numbers), pause)
    expect(pause.mock.calls.length).toBeGreaterThan(20)
    expect(pause.mock.calls.length).toBeLessThan(60)
  })

  it('tells in each rest how far it has come', async () => {
    function* growing(): Generator<number, string> {
      for (const number of numbers) yield number
      return 'all'
    }
    clockBy(20)
    const told: number[] = []
    expect(await inSlices(growing(), async (sofar) => void told.push(sofar))).toBe('all')
    expect(told).toEqual(numbers)
  })

  it('throws what a step throws', async () => {
    const failing = () => flatSteps(numbers, (number) => {
      if (number === 50) throw new Error('expected less than 50')
      return [number]
    })
    expect(() => atOnce(failing())).toThrow('expected less than 50')
    await expect(inSlices(failing(), async () => {})).rejects.toThrow('expected less than 50')
  })
})
