import { signal } from '@preact/signals'
import { describe, expect, it, vi } from 'vitest'
import type { Lang } from '../../src/state/url'
import { spokenIn } from '../../src/ui/spoken'
import { chinese } from '../../src/ui/text'
import english from '../../src/ui/text/en.json'
import * as all from './words'

describe('the language of the page', () => {
  it('follows the wish once its words are there, and comes back', async () => {
    const wish = signal<Lang>('zh')
    const { spoken } = await spokenIn(wish)
    expect(spoken.value.lang).toBe('zh')
    wish.value = 'en'
    await vi.waitFor(() => expect(spoken.value.lang).toBe('en'))
    expect(spoken.value.dictionary).toEqual(english)
    wish.value = 'zh'
    await vi.waitFor(() => expect(spoken.value.lang).toBe('zh'))
  })

  it('opens in the language wished for', async () => {
    expect((await spokenIn(signal<Lang>('en'))).spoken.value.lang).toBe('en')
  })

  it('takes the words of later parts in when one asks, and in every language after that', async () => {
    const wish = signal<Lang>('zh')
    const { spoken, isAllWanted } = await spokenIn(wish)
    expect(spoken.value.isAll).toBe(false)
    isAllWanted.value = true
    await vi.waitFor(() => expect(spoken.value.isAll).toBe(true))
    expect(spoken.value.dictionary).toEqual(all.chinese)
    wish.value = 'en'
    await vi.waitFor(() => expect(spoken.value.dictionary).toEqual(all.english))
  })

  it('opens with all words where these are asked for', async () => {
    expect((await spokenIn(signal<Lang>('en'), undefined, true)).spoken.value.dictionary).toEqual(all.english)
  })

  it('has all words when one asks for them while the language changes', async () => {
    const wish = signal<Lang>('zh')
    const { spoken, isAllWanted } = await spokenIn(wish)
    wish.value = 'en'
    isAllWanted.value = true
    await vi.waitFor(() => expect(spoken.value).toEqual({ lang: 'en', dictionary: all.english, isAll: true }))
  })

  it('says why words of later parts are missing, and takes that back when they are read again', async () => {
    let isBroken = true
    const { spoken, isAllWanted, readWords } = await spokenIn(signal<Lang>('zh'), () => (isBroken && isAllWanted.peek() ? Promise.reject(new Error('offline')) : Promise.resolve()))
    isAllWanted.value = true
    await vi.waitFor(() => expect(spoken.value).toEqual({ lang: 'zh', dictionary: chinese, isAll: false, why: 'offline' }))
    readWords()
    expect(spoken.value.why).toBeUndefined()
    await vi.waitFor(() => expect(spoken.value.why).toBe('offline'))
    isBroken = false
    readWords()
    await vi.waitFor(() => expect(spoken.value).toEqual({ lang: 'zh', dictionary: all.chinese, isAll: true }))
  })

  it('stays Chinese and says so where another language cannot be read', async () => {
    const wish = signal<Lang>('zh')
    const { spoken } = await spokenIn(wish, (lang) => (lang === 'en' ? Promise.reject(new Error('HTTP 500')) : Promise.resolve()))
    wish.value = 'en'
    await vi.waitFor(() => expect(spoken.value.isLacking).toBe(true))
    expect([spoken.value.lang, wish.value]).toEqual(['zh', 'zh'])
  })
})
