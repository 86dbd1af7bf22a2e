import { pinyin } from 'pinyin-pro'
import type { Pinyin, SearchWords } from '../src/core/search-words'
import type { Activity, EiaItem } from '../src/core/seed-types'

/** What the page searches a project by. Pinyin is worked out here, so that the page need not carry its tables. */
export function searchWords(activities: readonly Activity[], items: readonly EiaItem[], names: readonly string[]): SearchWords {
  return {
    activities: Object.fromEntries(activities.map(({ id, name }) => [id, pinyinOf(name.zh)])),
    items: items.flatMap(({ no, name, codes = [], activities: of = [] }) => (of.length === 0 ? [] : [{ no, name, codes, activities: of, ...pinyinOf(name.zh) }])),
    names: Object.fromEntries([...new Set(names)].map((name) => [name, pinyinOf(name)])),
  }
}

/** Letters and digits stay as they are, in small letters; everything else that has no sound is left out. */
export function pinyinOf(chinese: string): Pinyin {
  const spoken = chinese.replaceAll(/[^\p{Script=Han}A-Za-z0-9]/gu, '').toLowerCase()
  const say = (pattern: 'pinyin' | 'first') => pinyin(spoken, { toneType: 'none', type: 'array', pattern, v: true }).join('')
  return { full: say('pinyin'), initials: say('first') }
}
