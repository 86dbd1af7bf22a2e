/** Where a passage stands: chapter 0 before the first chapter, section null before the first section of a chapter. */
export interface Place {
  chapter: number
  section: number | null
}

/** Headings of Chinese documents: 第三章 …, 第一节 …, each at the start of a line. */
const HEADING = /^第([一二三四五六七八九十]+)(章|节)/gm
const DIGITS = '零一二三四五六七八九'

/** The place of an offset (UTF-16 units) by the headings before it. */
export function placeAt(text: string, offset: number): Place {
  let place: Place = { chapter: 0, section: null }
  for (const heading of text.slice(0, offset).matchAll(HEADING)) {
    const no = numberOf(heading[1] ?? '')
    place = heading[2] === '章' ? { chapter: no, section: null } : { ...place, section: no }
  }
  return place
}

/** Chinese numerals below one hundred: 三, 十, 十二, 二十一. */
export function numberOf(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}
