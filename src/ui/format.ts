/** Numbers, distances, dates and directions in words a reader can trust: never finer than what is known. */
import type { LonLat } from '../core/model'
import type { Lang } from '../state/url'
import locales from './locales.json'
import type { Key, Translate } from './text'

const THIN = '\u202f' // narrow no-break space, between a number and its unit
const METRES_PER_DEGREE = 111_320 // on the equator; good to 0.5 % for a distance in words
const DIRECTIONS: readonly Key[] = ['place.n', 'place.ne', 'place.e', 'place.se', 'place.s', 'place.sw', 'place.w', 'place.nw']

/**
 * `digits` after the point, always; or with `least`, at least that many. Like dates not by `Intl`, whose first number
 * takes as long as the rest of an answer.
 */
export function formatNumber(value: number, lang: Lang, digits = 0, least = digits): string {
  const { group, point } = locales[lang]
  const [whole = '', part = ''] = value.toFixed(digits).split('.')
  const fraction = part.replace(/0+$/, '').padEnd(least, '0')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + (fraction === '' ? '' : point + fraction)
}

/** An ISO date in words. */
export function formatDate(iso: string, lang: Lang): string {
  const [y = '', m = '', d = ''] = iso.split('-')
  const { pattern, months } = locales[lang]
  return pattern.replace('{y}', y).replace('{m}', months[Number(m) - 1] ?? m).replace('{d}', String(Number(d)))
}

/** Power of ten at or below the error: a line known to ±300 m is told to 100 m. At least 1 m. */
export function honestStep(sigmaM: number): number {
  return sigmaM < 10 ? 1 : 10 ** Math.floor(Math.log10(sigmaM))
}

/**
 * A distance in metres, rounded to what its error allows; the sign is dropped (words tell the side).
 * Less than half a step reads "under" one step: nothing is known about it but that it is near.
 */
export function formatDistance(distanceM: number, sigmaM: number, { t, lang }: { t: Translate; lang: Lang }): string {
  const step = honestStep(sigmaM)
  const rounded = Math.round(Math.abs(distanceM) / step) * step
  if (rounded === 0) return t('distance.under', { distance: inUnits(step, step, lang) })
  return t('distance.about', { distance: inUnits(rounded, step, lang) })
}

/** A 1-sigma error: two digits at most. */
export function formatSigma(sigmaM: number, lang: Lang): string {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(sigmaM, 1))) - 1))
  const rounded = Math.round(sigmaM / step) * step
  return rounded < 1000 ? `${formatNumber(rounded, lang)}${THIN}m` : `${formatNumber(rounded / 1000, lang, 1, 0)}${THIN}km`
}

function inUnits(metres: number, stepM: number, lang: Lang): string {
  if (metres < 1000) return `${formatNumber(metres, lang)}${THIN}m`
  const whole = metres % 1000 === 0 && stepM >= 1000
  const digits = whole ? 0 : Math.max(0, 3 - Math.round(Math.log10(stepM)))
  return `${formatNumber(metres / 1000, lang, digits)}${THIN}km`
}

/** Degrees with five decimals, about 1 m. */
export const formatDegrees = (degrees: number): string => degrees.toFixed(5)

/** Distance in metres and compass sector (0 = north, clockwise in eighths) from one place to another. */
export function bearing(from: LonLat, to: LonLat): { distanceM: number; sector: number } {
  const east = (to[0] - from[0]) * METRES_PER_DEGREE * Math.cos(((from[1] + to[1]) / 2) * (Math.PI / 180))
  const north = (to[1] - from[1]) * METRES_PER_DEGREE
  const sector = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { distanceM: Math.hypot(east, north), sector: (sector + 8) % 8 }
}

export const directionKey = (sector: number): Key => DIRECTIONS[sector] ?? 'place.n'

/** 1–99 in the numerals a Chinese document uses for chapters; plain digits in a language without such numerals. */
export function chapterNumeral(no: number, t: Translate): string {
  const numerals = [...t('number.numerals')]
  const ten = numerals[9]
  if (ten === undefined || no < 1 || no > 99) return String(no)
  const tens = Math.floor(no / 10)
  const one = numerals[(no % 10) - 1] ?? ''
  return `${tens > 1 ? (numerals[tens - 1] ?? '') : ''}${tens > 0 ? ten : ''}${one}`
}
