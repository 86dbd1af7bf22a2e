import { afterEach, describe, expect, it, vi } from 'vitest'
import { grown } from '../../src/map/svg-growth'
import type { SceneSteps, SvgScene } from '../../src/map/svg-scene'

const picture = (count: number): SvgScene => ({ background: '', groups: Array.from({ length: count }, (_, i) => ({ id: String(i), attributes: {}, shapes: [], hatches: [] })) })

function* steps(count: number): SceneSteps {
  for (let i = 0; i < count; i++) yield picture(i)
  return picture(count)
}

afterEach(() => void vi.unstubAllGlobals())

/** Each look at the clock takes long; a frame comes at once. */
function slowly(): void {
  let now = 0
  vi.stubGlobal('performance', { now: () => (now += 7) })
  vi.stubGlobal('requestAnimationFrame', (resolve: () => void) => setTimeout(resolve))
}

describe('the first picture', () => {
  it('is shown as it grows, and comes whole', async () => {
    slowly()
    const shown: number[] = []
    const whole = await grown(steps(20), ({ groups }) => void shown.push(groups.length), () => false)
    expect(whole?.groups).toHaveLength(20)
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.length).toBeLessThan(20)
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
  })

  it('ends where another is wanted: neither shown again nor made to its end', async () => {
    slowly()
    const shown: number[] = []
    let made = 0
    const counted = (function* (): SceneSteps {
      for (const at of steps(20)) {
        made++
        yield at
      }
      return picture(20)
    })()
    expect(await grown(counted, ({ groups }) => void shown.push(groups.length), () => shown.length === 2)).toBeNull()
    expect(shown).toHaveLength(2)
    expect(made).toBeLessThan(20)
  })
})
