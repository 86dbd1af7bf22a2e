import { describe, expect, it } from 'vitest'
import { pinyinOf, searchWords } from '../../seeds/search-words'
import { loadEia } from '../../seeds/load-eia'
import { loadSeeds } from '../../seeds/load'
import { choicesOf, findChoices } from '../../src/ui/project-find'

const root = process.cwd()
const { activities } = loadSeeds(root)
const words = searchWords(activities, loadEia(root).items, [])
const choices = choicesOf(activities, words)
const found = (text: string) => findChoices(text, choices, words).map(({ id }) => id)
const first = (text: string, count = 5) => found(text).slice(0, count)

describe('the words to search by', () => {
  it('are pinyin without tones, and first letters', () => {
    expect(pinyinOf('污水处理厂（≥500 t/d）')).toEqual({ full: 'wushuichulichang500td', initials: 'wsclc500td' })
    expect(pinyinOf('绿化').full).toBe('lvhua')
  })

  it('cover every activity, and every item that belongs to one', () => {
    expect(Object.keys(words.activities)).toEqual(activities.map(({ id }) => id))
    expect(words.items.every(({ activities: of, full }) => of.length > 0 && full !== '')).toBe(true)
    expect(words.items.length).toBeGreaterThan(150)
  })
})

describe('the project picker finds', () => {
  it.each([
    ['居住建筑', 'residential'],
    ['居住', 'residential'],
    ['juzhujianzhu', 'residential'],
    ['juzhu', 'residential'],
    ['jzjz', 'residential'],
    ['Ju Zhu', 'residential'],
    ['residential', 'residential'],
    ['污水处理', 'sewage-plant'],
    ['wscl', 'sewage-plant'],
    ['ＷＳＣＬ', 'sewage-plant'],
  ])('%s: %s', (text, id) => {
    expect(first(text)).toContain(id)
  })

  it('items by their industry code, also one digit longer or shorter', () => {
    expect(first('031')).toContain('item-3')
    expect(first('0310')).toContain('item-3')
    expect(first('A031')).toContain('item-3')
    expect(found('03').length).toBeGreaterThan(found('031').length - 1)
  })

  it('every activity for nothing, none for noise', () => {
    expect(found('  ')).toEqual(activities.map(({ id }) => id))
    expect(found('zzqqxx')).toEqual([])
  })

  it('names alone while the words are not read', () => {
    const names = choicesOf(activities, undefined)
    expect(findChoices('居住', names, undefined).map(({ id }) => id)).toContain('residential')
    expect(findChoices('jzjz', names, undefined)).toEqual([])
  })

  it('each activity by its name in both languages, among the first ten', () => {
    const lost = activities.flatMap(({ id, name }) => [name.zh, name.en].filter((text) => !first(text, 10).includes(id)))
    expect(lost).toEqual([])
  })

  it('each activity by its pinyin and its initials', () => {
    const lost = activities.flatMap(({ id }) => [words.activities[id]?.full ?? '', words.activities[id]?.initials ?? ''].filter((text) => !found(text).includes(id)))
    expect(lost).toEqual([])
  })
})
