/** Typed text → what was declared about it and two quantities, each with its letter, sign and parts. No geography here. */
import type { Said } from './say'

/** Degrees, minutes, seconds as written (one to three parts), or one number of metres. */
export interface Quantity {
  /** N, S, E, W as hemispheres or E, N from words such as 经度; X, Y as survey axes. */
  letter?: string
  negative: boolean
  parts: readonly number[]
  /** True when it stands as one bare number: decimal degrees or metres. */
  bare: boolean
}

export type Datum = 'cgcs2000' | 'gcj02' | 'bd09'

export interface Declared {
  datum?: Datum
  epsg?: number
  zone?: number
}

export type Parts = { ok: true; quantities: readonly [Quantity, Quantity]; declared: Declared } | ({ ok: false } & Said)

const LONGEST = 200

type Token = { kind: 'number'; text: string } | { kind: 'mark'; mark: string } | { kind: 'letter'; letter: string } | { kind: 'comma' }

const DECLARATIONS: readonly [RegExp, (match: RegExpMatchArray) => Declared][] = [
  [/(?:gcj[\s_-]*0?2|火星(?:坐标)?|高德(?:坐标)?|腾讯(?:坐标)?)/gi, () => ({ datum: 'gcj02' })],
  [/(?:bd[\s_-]*0?9(?:ll)?|百度(?:坐标)?)/gi, () => ({ datum: 'bd09' })],
  [/(?:epsg:\s*4326|epsg:\s*4490|wgs[\s_-]*(?:19)?84|cgcs[\s_-]*2000|国家(?:大地)?2000(?:坐标系)?|2000国家大地坐标系)/gi, () => ({ datum: 'cgcs2000' })],
  [/epsg:\s*(\d{4,5})/gi, (match) => ({ epsg: Number(match[1]) })],
  [/(?:第?(\d{2})(?:度)?带|zone\s*(\d{2}))/gi, (match) => ({ zone: Number(match[1] ?? match[2]) })],
]

/** Systems whose way to CGCS2000 is not public, or which nobody here uses: refused by name rather than read wrongly. */
const REFUSED = /(?:北京\s*(?:19)?54|beijing\s*(?:19)?54|西安\s*(?:19)?80|xi'?an\s*(?:19)?80|\butm\b)/i

const WORDS: readonly [RegExp, string][] = [
  [/东经|经度|\b(?:longitude|long|lng|lon)\b/gi, ' E '],
  [/北纬|纬度|\b(?:latitude|lat)\b/gi, ' N '],
  [/西经/g, ' W '],
  [/南纬/g, ' S '],
  [/纵坐标|北坐标/g, ' X '],
  [/横坐标|东坐标/g, ' Y '],
  [/\b(?:point|geo)\b|坐标|米|°?\bm\b/gi, ' '],
]

/** One spelling for every degree, minute and second sign; NFKC then makes digits, letters and commas half-width. */
function unify(text: string): string {
  return text
    .replace(/[°º˚゜]|(?<![经纬])度/g, '°')
    .replace(/″|''|′′|’’|[‶ʺ“”"＂秒]/g, '"')
    .replace(/[′‵’‘ʹ´`'＇分]/g, "'")
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/(?<!\d)(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d+)?)/g, '$1°$2\'$3"')
    .replace(/(?<!\d)(\d{1,3}):(\d{1,2}(?:\.\d+)?)(?![\d:])/g, "$1°$2'")
}

function takeDeclarations(text: string): [string, Declared] {
  let rest = text
  let declared: Declared = {}
  for (const [pattern, read] of DECLARATIONS) {
    for (const match of rest.matchAll(pattern)) declared = { ...declared, ...read(match) }
    rest = rest.replace(pattern, ' ')
  }
  return [rest, declared]
}

const TOKEN = /\s*(?:([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)|([°'"])|([NSEWXY])(?![A-Za-z])\s*[:=]?|([,、;|/，；]+))/giy

function tokens(text: string): Token[] | Said {
  const plain = text.replace(/[()[\]{}（）【】<>:=]/g, (sign) => (sign === ':' || sign === '=' ? sign : ' ')).trim()
  const found: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < plain.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(plain)
    if (match === null) return { code: 'unreadable', params: { found: plain.slice(at, at + 12).trim() } }
    found.push(tokenOf(match))
  }
  return found
}

function tokenOf([, number, mark, letter]: RegExpExecArray): Token {
  if (number !== undefined) return { kind: 'number', text: number }
  if (mark !== undefined) return { kind: 'mark', mark }
  return letter === undefined ? { kind: 'comma' } : { kind: 'letter', letter: letter.toUpperCase() }
}

/** Where the second quantity begins, or null when nothing tells. */
function splitAt(list: readonly Token[]): number | null {
  const indexes = (test: (token: Token, i: number) => boolean) => list.flatMap((token, i) => (test(token, i) ? [i] : []))
  const commas = indexes((token) => token.kind === 'comma')
  if (commas.length > 0) return commas.length === 1 ? (commas[0] ?? null) : null
  const letters = indexes((token) => token.kind === 'letter')
  if (letters.length === 2) return list[0]?.kind === 'letter' ? (letters[1] ?? null) : (letters[0] ?? 0) + 1
  const next = (i: number) => list[i + 1]
  const degrees = indexes((token, i) => token.kind === 'number' && isMark(next(i), '°'))
  if (degrees.length === 2) return degrees[1] ?? null
  const numbers = indexes((token) => token.kind === 'number')
  return [2, 4, 6].includes(numbers.length) ? (numbers[numbers.length / 2] ?? null) : null
}

const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === 'mark' && token.mark === mark

/** 106 14 30, 106°14′30″, 106°14.5′: marks must come in order, only the last part may have a fraction. */
function quantityOf(list: readonly Token[]): Quantity | Said {
  const letters = list.flatMap((token) => (token.kind === 'letter' ? [token.letter] : []))
  const numbers = list.flatMap((token) => (token.kind === 'number' ? [token.text] : []))
  const marks = list.flatMap((token) => (token.kind === 'mark' ? [token.mark] : [])).join('')
  const wrong = letters.length > 1 || numbers.length === 0 || numbers.length > 3 || !`°'"`.startsWith(marks) || marks.length > numbers.length
  if (wrong) return { code: 'count', params: { count: numbers.length } }
  const parts = numbers.map((text) => Math.abs(Number(text)))
  const [, ...below] = parts
  if (below.some((part) => part >= 60)) return { code: 'sixty', params: { value: Math.max(...below) } }
  if (numbers.slice(0, -1).some((text) => text.includes('.')) || numbers.slice(1).some((text) => /^[+-]/.test(text))) {
    return { code: 'fraction', params: { found: numbers.join(' ') } }
  }
  const [letter] = letters
  return { ...(letter === undefined ? {} : { letter }), negative: numbers[0]?.startsWith('-') ?? false, parts, bare: parts.length === 1 && marks === '' }
}

const countNumbers = (list: readonly Token[]): number => list.filter(({ kind }) => kind === 'number').length

/** Takes the text apart. Fails with a code of `coordinates.json`. */
export function partsOf(text: string): Parts {
  if (text.trim() === '') return { ok: false, code: 'empty', params: {} }
  if (text.length > LONGEST) return { ok: false, code: 'too-long', params: { length: text.length, longest: LONGEST } }
  const refused = REFUSED.exec(text)
  if (refused) return { ok: false, code: 'datum', params: { name: refused[0] } }
  const [rest, declared] = takeDeclarations(text.normalize('NFC'))
  const list = tokens(WORDS.reduce((sum, [pattern, letter]) => sum.replace(pattern, letter), unify(rest)).replace(/^[\s:=,，]+|[\s,，;；。]+$/g, ''))
  if (!Array.isArray(list)) return { ok: false, ...list }
  const at = splitAt(list)
  if (at === null) return { ok: false, code: 'count', params: { count: countNumbers(list) } }
  const [first, second] = [quantityOf(list.slice(0, at)), quantityOf(list.slice(at).filter(({ kind }) => kind !== 'comma'))]
  if ('code' in first) return { ok: false, code: first.code, params: first.code === 'count' ? { count: countNumbers(list) } : first.params }
  if ('code' in second) return { ok: false, code: second.code, params: second.code === 'count' ? { count: countNumbers(list) } : second.params }
  return { ok: true, quantities: [first, second], declared }
}
