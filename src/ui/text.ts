/** Words of the page, by key and language. Every sentence lives in `text/*.json`. */
import type { Text } from '../core/seed-types'
import type { Lang } from '../state/url'
import zh from './text/zh.json'

export type Key = keyof typeof zh
export type Values = Readonly<Record<string, string | number>>
export type Translate = (key: Key, values?: Values) => string

/** The words of one language. */
export type Dictionary = Readonly<Record<Key, string>>

/** At hand from the start; other languages are read when wanted. */
export const chinese: Dictionary = zh

/** @throws Error when they cannot be read */
export const dictionaryOf = async (lang: Lang): Promise<Dictionary> => (lang === 'zh' ? chinese : (await import('./text/en.json')).default)

/** Whether the page has words under a name put together from data. */
export const isKey = (key: string): key is Key => Object.hasOwn(zh, key)

/** Looks words up and puts values into `{name}` placeholders; a value that is missing stays visible as `{name}`. */
export function translator(dictionary: Dictionary): Translate {
  return (key, values = {}) =>
    dictionary[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}

/** The same text in the language of the page. */
export const pick = (text: Text, lang: Lang): string => text[lang]
