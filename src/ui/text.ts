/** Words of the page, by key and language. Every sentence lives in `text/*.json`: those of the shell, and those of the parts that are fetched later. */
import type { Text } from '../core/seed-types'
import type { Lang } from '../state/url'
import zh from './text/zh.json'
import type zhLater from './text/zh-later.json'

type LaterKey = keyof typeof zhLater
export type Key = keyof typeof zh | LaterKey
export type Values = Readonly<Record<string, string | number>>

export interface Translate {
  (key: Key, values?: Values): string
  /** Whether there are words under a name put together from data. */
  knows(key: string): key is Key
}

/** The words of one language; those of the parts that are fetched later stand in it before the first of these is shown. */
export type Dictionary = Readonly<Record<keyof typeof zh, string> & Partial<Record<LaterKey, string>>>

/** At hand from the start; the rest is read when wanted. */
export const chinese: Dictionary = zh

const whole: Readonly<Record<Lang, () => Promise<Dictionary>>> = {
  zh: async () => ({ ...zh, ...(await import('./text/zh-later.json')).default }),
  en: async () => {
    const [words, others] = await Promise.all([dictionaryOf('en'), import('./text/en-later.json')])
    return { ...words, ...others.default }
  },
}

/** @throws Error when they cannot be read */
export async function dictionaryOf(lang: Lang, isWhole = false): Promise<Dictionary> {
  if (isWhole) return await whole[lang]()
  return lang === 'zh' ? chinese : (await import('./text/en.json')).default
}

/**
 * Looks words up and puts values into `{name}` placeholders; a value that is missing stays visible as `{name}`.
 * @throws Error for words that have not been read, so that a key is never shown
 */
export function translator(dictionary: Dictionary): Translate {
  const knows = (key: string): key is Key => Object.hasOwn(dictionary, key)
  const translate = (key: Key, values: Values = {}) => {
    const words = dictionary[key]
    if (words === undefined) throw new Error(`expected the words of "${key}", found them not read yet`)
    return words.replaceAll(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
  }
  return Object.assign(translate, { knows })
}

/** The same text in the language of the page. */
export const pick = (text: Text, lang: Lang): string => text[lang]
