/** How well a name fits what is typed: 10 the very name, 0 not at all. `typed` as `plain` gives it. Pure. */
import type { Pinyin } from '../core/search-words'
import type { Text } from '../core/seed-types'

export const NONE = 0

/** Small letters, full width made half, without spaces and marks. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s'’·“”"]+/g, '')

/** A name in either language. */
export function nameScore(typed: string, { zh, en }: Text): number {
  const [chinese, english] = [plain(zh), plain(en)]
  if (chinese === typed || english === typed) return 10
  if (chinese.startsWith(typed)) return 8
  if (english.startsWith(typed)) return 7
  if (chinese.includes(typed)) return 6
  return typed.length > 1 && english.includes(typed) ? 3 : NONE
}

/** The sound of a Chinese name, whole or by first letters. */
export function pinyinScore(typed: string, said: Pinyin | undefined): number {
  if (said === undefined || !/^[a-z0-9]+$/.test(typed)) return NONE
  const { full, initials } = said
  if (initials === typed) return 9
  if (initials.startsWith(typed) || full.startsWith(typed)) return 7
  if (typed.length < 2) return NONE
  return initials.includes(typed) || full.includes(typed) ? 4 : NONE
}
