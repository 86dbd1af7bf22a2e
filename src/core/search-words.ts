/** What one can search a project by: Chinese, pinyin, English and industry codes. Written at build time. */
import type { Text } from './seed-types'

/** Pinyin of a Chinese name without tones: syllables run together, and their first letters. */
export interface Pinyin {
  full: string
  initials: string
}

/** An item of the EIA catalogue, as far as one searches for it. */
export interface SearchItem extends Pinyin {
  no: number
  name: Text
  /** Industry codes of GB/T 4754-2017. */
  codes: string[]
  activities: string[]
}

export interface SearchWords {
  /** By activity id. */
  activities: Readonly<Record<string, Pinyin>>
  items: readonly SearchItem[]
  /** By Chinese name, of places and zones. */
  names: Readonly<Record<string, Pinyin>>
}
