import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { translator } from '../../src/ui/text'
import en from '../../src/ui/text/en.json'
import zh from '../../src/ui/text/zh.json'

const ui = join(import.meta.dirname, '../../src/ui')
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const inBoth: [key: string, zh: string, en: string][] = Object.entries(zh).map(([key, text]) => [key, text, new Map(Object.entries(en)).get(key) ?? ''])

/** Code with comments and imports taken out. */
function codeOf(file: string): string {
  const code = readFileSync(join(ui, file), 'utf8')
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '').replaceAll(/^import .*$/gm, '')
}

const components = readdirSync(ui).filter((file) => /\.tsx?$/.test(file))
const everything = components.map(codeOf).join('\n')

describe('the words of the page', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
  })

  it.each(inBoth)('%s takes the same values in both', (_, chinese, english) => {
    expect(placeholders(english)).toEqual(placeholders(chinese))
  })

  it('are complete: no empty text but the numerals English has not', () => {
    const empty = inBoth.filter(([, chinese, english]) => chinese.trim() === '' || english.trim() === '').map(([key]) => key)
    expect(empty).toEqual(['number.numerals'])
  })

  it('are in their own language', () => {
    const chineseInEnglish = Object.entries(en).filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && key !== 'page.languageZh')
    const noChinese = Object.entries(zh).filter(([key, text]) => !/[\u3000-\u9fff：（）；]/.test(text) && key !== 'page.languageEn')
    expect([chineseInEnglish, noChinese]).toEqual([[], []])
  })

  it('keep calm', () => {
    expect([...Object.values(zh), ...Object.values(en)].filter((text) => /[!！]/.test(text))).toEqual([])
  })

  it('stand in no component: no Chinese, no English sentence', () => {
    const sentences = components.flatMap((file) => [...codeOf(file).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)|(?:aria-label|title|placeholder)="([^"]*)"/g)].map((match) => `${file}: ${match[0]}`))
    expect(components.filter((file) => /[\u3000-\u9fff]/.test(codeOf(file)))).toEqual([])
    expect(sentences).toEqual([])
  })

  it('are all used', () => {
    const begins = [...everything.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/g)].map((match) => match[1] ?? '')
    const unused = Object.keys(zh).filter((key) => !everything.includes(`'${key}'`) && !begins.some((start) => key.startsWith(start)))
    expect(unused).toEqual([])
  })
})

describe('translator', () => {
  it('puts values in', () => {
    expect(translator(en)('search.count', { count: 3 })).toBe('Results: 3')
  })

  it('leaves a value that is missing in sight', () => {
    expect(translator(zh)('search.count')).toBe('{count} 个结果')
  })

  it('does not take a value from where none was given', () => {
    expect(translator(zh)('search.count', { constructor: 1 })).toBe('{count} 个结果')
  })
})
