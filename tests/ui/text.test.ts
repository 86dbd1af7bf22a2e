import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { translator } from '../../src/ui/text'
import enShell from '../../src/ui/text/en.json'
import enLater from '../../src/ui/text/en-later.json'
import zhShell from '../../src/ui/text/zh.json'
import zhLater from '../../src/ui/text/zh-later.json'
import { chinese as zh, english as en } from './words'

const src = join(import.meta.dirname, '../../src')
const ui = join(src, 'ui')
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const inBoth: [key: string, zh: string, en: string][] = Object.entries(zh).map(([key, text]) => [key, text, new Map(Object.entries(en)).get(key) ?? ''])

/** Code with comments and imports taken out. */
function codeOf(file: string): string {
  const code = readFileSync(file, 'utf8')
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '').replaceAll(/^import .*$/gm, '')
}

/** Our own modules that come with a module, and not when somebody asks for them. */
function staticallyReached(from: string, known = new Set<string>()): string[] {
  if (known.has(from)) return []
  known.add(from)
  const imports = [...readFileSync(from, 'utf8').matchAll(/^(?:import|export) (?!type)[^'"]*['"](\.[^'"]+)['"]/gm)].map((match) => join(dirname(from), match[1] ?? ''))
  const files = imports.flatMap((path) => ['.ts', '.tsx'].map((end) => path + end).filter((file) => existsSync(file)))
  return [from, ...files.flatMap((file) => staticallyReached(file, known))]
}

/** Whether code uses a key, by itself or put together from data. */
function usedIn(code: string): (key: string) => boolean {
  const begins = [...code.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/g)].map((match) => match[1] ?? '')
  return (key) => code.includes(`'${key}'`) || begins.some((start) => key.startsWith(start))
}

const components = readdirSync(ui).filter((file) => /\.tsx?$/.test(file)).map((file) => join(ui, file))
const everything = components.map(codeOf).join('\n')

describe('the words of the page', () => {
  it('are the same in both languages, file by file', () => {
    expect(Object.keys(enShell)).toEqual(Object.keys(zhShell))
    expect(Object.keys(enLater)).toEqual(Object.keys(zhLater))
  })

  it('stand once, in the file of the shell exactly where it uses them', () => {
    const ofShell = Object.keys(zh).filter(usedIn(staticallyReached(join(src, 'main.ts')).map(codeOf).join('\n')))
    expect(new Set(ofShell)).toEqual(new Set(Object.keys(zhShell)))
    expect(Object.keys(zhShell).filter((key) => key in zhLater)).toEqual([])
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
    const isUsed = usedIn(everything)
    expect(Object.keys(zh).filter((key) => !isUsed(key))).toEqual([])
  })
})

describe('translator', () => {
  it('puts values in', () => {
    expect(translator(en)('search.count', { count: 3 })).toBe('Results: 3')
  })

  it('leaves a value that is missing in sight', () => {
    expect(translator(zh)('search.count')).toBe('{count} 个结果')
  })

  it('throws for words that were not read, and never shows a key', () => {
    expect(() => translator(zhShell)('plan.title')).toThrow('expected the words of "plan.title", found them not read yet')
  })

  it('does not take a value from where none was given', () => {
    expect(translator(zh)('search.count', { constructor: 1 })).toBe('{count} 个结果')
  })
})
