import { signal } from '@preact/signals'
import { describe, expect, it, vi } from 'vitest'
import type { Lang } from '../../src/state/url'
import { spokenIn } from '../../src/ui/spoken'
import english from '../../src/ui/text/en.json'

describe('the language of the page', () => {
  it('follows the wish once its words are there, and comes back', async () => {
    const wish = signal<Lang>('zh')
    const spoken = await spokenIn(wish)
    expect(spoken.value.lang).toBe('zh')
    wish.value = 'en'
    await vi.waitFor(() => expect(spoken.value.lang).toBe('en'))
    expect(spoken.value.dictionary).toEqual(english)
    wish.value = 'zh'
    await vi.waitFor(() => expect(spoken.value.lang).toBe('zh'))
  })

  it('opens in the language wished for', async () => {
    expect((await spokenIn(signal<Lang>('en'))).value.lang).toBe('en')
  })
})
