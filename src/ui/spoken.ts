/** The language of the page follows the wish for one as soon as its words are there. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Lang } from '../state/url'
import type { Spoken } from './page'
import { chinese, dictionaryOf } from './text'

export interface Speech {
  spoken: ReadonlySignal<Spoken>
  /** Set by the first part that is fetched later: it waits for its words as for its code. */
  isAllWanted: Signal<boolean>
  /** Resolves once the page speaks the language wished for, or Chinese where that cannot be. */
  follow(): Promise<void>
  /** The same again where words could not be read. */
  readWords(): void
}

type Others = (lang: Lang) => Promise<void>

/** Resolves once the first words are there, or with `isAll` all. `others`: what else must be read before the page speaks a language. */
export async function spokenIn(wish: Signal<Lang>, others: Others = async () => undefined, isAll = false): Promise<Speech> {
  const spoken = signal<Spoken>({ lang: 'zh', dictionary: chinese, isAll: false })
  const isAllWanted = signal(isAll)
  let isLacking = false
  const follow = async (): Promise<void> => {
    const [lang, all] = [wish.peek(), isAllWanted.peek()]
    const isStill = () => wish.peek() === lang && isAllWanted.peek() === all
    try {
      const [dictionary] = await Promise.all([dictionaryOf(lang, all), others(lang)])
      if (!isStill()) return
      isLacking &&= lang === 'zh'
      spoken.value = { lang, dictionary, isAll: all, ...(isLacking ? { isLacking } : {}) }
    } catch (error) {
      if (!isStill()) return
      if (lang === 'zh') return void (spoken.value = { ...spoken.peek(), why: error instanceof Error ? error.message : String(error) })
      isLacking = true
      wish.value = 'zh' // at hand; the switch goes back with it
      await follow()
    }
  }
  await follow()
  effect(() => {
    const [lang, all, now] = [wish.value, isAllWanted.value, spoken.peek()]
    if (lang !== now.lang || all !== now.isAll) void follow()
  })
  const readWords = () => {
    const { why, ...before } = spoken.peek()
    if (why === undefined) return
    spoken.value = before
    void follow()
  }
  return { spoken, isAllWanted, follow, readWords }
}
