import type { Seeds } from '../../src/core/catalogue'
import * as list from './entries'
import { show, type Problem } from './problem'

/** Every text speaks both languages. Figures may read the same in both. */
export const languageProblems = (seeds: Seeds, tables: list.Tables): Problem[] => languageProblemsOf(list.everything(seeds, tables))

/** The same for any records. */
export function languageProblemsOf(entries: readonly list.Entry<{ id: string }>[]): Problem[] {
  return entries.flatMap(({ file, record }) =>
    textsIn(record, '').flatMap(({ field, zh, en }) => [
      ...(speaksChinese(zh, en) ? [] : [{
        file, record: record.id, expected: `${field}.zh in Chinese`, found: show(zh), todo: 'write it in plain Chinese',
      }]),
      ...(speaksEnglish(en) ? [] : [{
        file, record: record.id, expected: `${field}.en in English`, found: show(en), todo: 'write it in English',
      }]),
    ]))
}

interface Found {
  field: string
  zh: string
  en: string
}

function textsIn(value: unknown, field: string): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [{ field, zh: String(value.zh), en: String(value.en) }]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, field === '' ? key : `${field}.${key}`))
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const speaksChinese = (zh: string, en: string): boolean => count(zh, /\p{Script=Han}/gu) > 0 || (zh !== '' && zh === en && count(zh, /[a-z]{3}/g) === 0)

/** Chinese words are welcome in quotation marks; outside them English must prevail. */
const speaksEnglish = (en: string): boolean => {
  const own = en.replace(/“[^”]*”/g, '')
  const chinese = count(own, /\p{Script=Han}/gu)
  return en !== '' && (chinese === 0 || count(own, /[a-z]/gi) > chinese)
}
