/** Which activities a typed text may mean: Chinese, pinyin, initials, English or an industry code. Pure. */
import type { SearchItem, SearchWords } from '../core/search-words'
import type { Activity } from '../core/seed-types'
import { nameScore, NONE, pinyinScore, plain } from './name-score'

export type Choice =
  | { kind: 'activity'; id: string; activity: Activity }
  | { kind: 'item'; id: string; item: SearchItem }

const MOST = 40 // more is not read but typed on

/** How well a code of the item fits one typed: one may stop short of the other (337 and 3371). */
function codeScore(typed: string, { codes }: SearchItem): number {
  if (!/^[a-z]?\d{2,4}$/.test(typed)) return NONE
  const digits = typed.replace(/^[a-z]/, '')
  if (codes.includes(digits)) return 9
  return codes.some((code) => code.startsWith(digits) || digits.startsWith(code)) ? 8 : NONE
}

const best = (...scores: number[]): number => Math.max(...scores)

/** How well a project type fits what is typed. */
export function choiceScore(typed: string, choice: Choice, words: SearchWords | undefined): number {
  if (choice.kind === 'activity') return best(nameScore(typed, choice.activity.name), pinyinScore(typed, words?.activities[choice.id]))
  return best(nameScore(typed, choice.item.name), pinyinScore(typed, choice.item), codeScore(typed, choice.item))
}

/** Activities in the order given, and items of the EIA catalogue once they are read. */
export function choicesOf(activities: readonly Activity[], words: SearchWords | undefined): Choice[] {
  const own = activities.map((activity): Choice => ({ kind: 'activity', id: activity.id, activity }))
  const items = (words?.items ?? []).map((item): Choice => ({ kind: 'item', id: `item-${item.no}`, item }))
  return [...own, ...items]
}

/** What a text may mean, likeliest first, activities before items; every activity for an empty text. */
export function findChoices(text: string, choices: readonly Choice[], words: SearchWords | undefined): Choice[] {
  const typed = plain(text)
  if (typed === '') return choices.filter(({ kind }) => kind === 'activity')
  const scored = choices.map((choice) => ({ choice, score: choiceScore(typed, choice, words) })).filter((one) => one.score > NONE)
  return scored.sort((a, b) => b.score - a.score || Number(a.choice.kind === 'item') - Number(b.choice.kind === 'item')).slice(0, MOST).map(({ choice }) => choice)
}
