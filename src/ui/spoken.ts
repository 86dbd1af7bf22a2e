/** The language of the page follows the wish for one as soon as its words are there. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Lang } from '../state/url'
import type { Spoken } from './page'
import { chinese, dictionaryOf } from './text'

const inChinese: Spoken = { lang: 'zh', dictionary: chinese }

/** Where the words cannot be read, Chinese, which is at hand; the switch goes back with it. */
async function follow(wish: Signal<Lang>, spoken: Signal<Spoken>): Promise<void> {
  const lang = wish.peek()
  try {
    const dictionary = await dictionaryOf(lang)
    if (wish.peek() === lang) spoken.value = { lang, dictionary }
  } catch {
    spoken.value = { ...inChinese, isLacking: true }
    wish.value = inChinese.lang
  }
}

/** Resolves once the first words are there. */
export async function spokenIn(wish: Signal<Lang>): Promise<ReadonlySignal<Spoken>> {
  const spoken = signal(inChinese)
  await follow(wish, spoken)
  effect(() => {
    if (wish.value !== spoken.peek().lang) void follow(wish, spoken)
  })
  return spoken
}
