/** Areas, lengths and shares in words: never finer than the error of the line allows. Pure. */
import type { Extent, ParcelMeasures } from '../core/model'
import { formatNumber } from './format'
import type { Words } from './page'

type Say = Pick<Words, 't' | 'lang'>

const THIN = '\u202f' // narrow no-break space, between a number and its unit
const M2_PER_HA = 10_000
const M2_PER_MU = 2000 / 3
const FROM_HA_M2 = 10_000 // below, square metres say more
const FROM_MU_M2 = 10
const FINE_BELOW = 100 // below so many metres or square metres one digit more is told

const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value))

/** The step figures of an extent are rounded to: two digits of half its width; `finest` where nothing is uncertain. */
function stepOf({ min, max }: Extent, finest: number): number {
  const half = (max - min) / 2
  return half <= finest ? finest : Math.max(finest, powerBelow(half) / 10)
}

const digitsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9))

/** Rounded to the step; less than half a step reads as under one step. */
function inSteps(value: number, step: number, lang: Words['lang'], least = digitsOf(step)): string {
  const rounded = Math.round(value / step) * step
  if (rounded === 0 && value > 0) return `<${THIN}${formatNumber(step, lang, digitsOf(step))}`
  return formatNumber(rounded, lang, digitsOf(step), least)
}

/** One area in the unit that fits `largest`. */
function areaIn(m2: number, step: number, largest: number, { t, lang }: Say): string {
  if (m2 === 0) return '0'
  if (largest < FROM_HA_M2) return t('parcel.m2', { value: inSteps(m2, step, lang) })
  return t('parcel.ha', { value: inSteps(m2 / M2_PER_HA, step / M2_PER_HA, lang) })
}

const muStep = (stepM2: number): number => Math.max(0.01, powerBelow(stepM2 / M2_PER_MU))

function lengthIn(metres: number, step: number, lang: Words['lang']): string {
  if (metres === 0) return '0'
  if (metres < 1000) return `${inSteps(metres, step, lang)}${THIN}m`
  return `${inSteps(metres / 1000, step / 1000, lang)}${THIN}km`
}

/** Percent of the parcel in steps of so many percent; what is not all never reads as all. */
function shareIn(share: number, step: number, lang: Words['lang']): string {
  const percent = share * 100
  const isNearlyAll = share < 1 && Math.round(percent / step) * step >= 100
  return `${isNearlyAll ? `>${THIN}${formatNumber(100 - step, lang, digitsOf(step))}` : inSteps(percent, step, lang, 0)}%`
}

/** An extent and its shares in words. `mu` is empty where it would say nothing. */
export interface ExtentWords {
  min: string
  drawn: string
  mu: string
  max: string
  shares: { min: string; drawn: string; max: string }
}

const finestOf = (largest: number): number => (largest < FINE_BELOW ? 0.1 : 1)

function shareWords(share: Extent, lang: Words['lang']): ExtentWords['shares'] {
  const step = Math.min(1, stepOf({ min: share.min * 100, drawn: 0, max: share.max * 100 }, 0.1))
  return { min: shareIn(share.min, step, lang), drawn: shareIn(share.drawn, step, lang), max: shareIn(share.max, step, lang) }
}

/** Square metres. */
export function areaExtent(areaM2: Extent, share: Extent, say: Say): ExtentWords {
  const step = stepOf(areaM2, finestOf(areaM2.max))
  const of = (m2: number) => areaIn(m2, step, areaM2.max, say)
  const mu = areaM2.drawn < FROM_MU_M2 ? '' : say.t('parcel.mu', { value: inSteps(areaM2.drawn / M2_PER_MU, muStep(step), say.lang) })
  return { min: of(areaM2.min), drawn: of(areaM2.drawn), mu, max: of(areaM2.max), shares: shareWords(share, say.lang) }
}

/** Metres. */
export function lengthExtent(lengthM: Extent, share: Extent, { lang }: Say): ExtentWords {
  const step = stepOf(lengthM, finestOf(lengthM.max))
  const of = (metres: number) => lengthIn(metres, step, lang)
  return { min: of(lengthM.min), drawn: of(lengthM.drawn), mu: '', max: of(lengthM.max), shares: shareWords(share, lang) }
}

/** The area of a parcel in every unit used for land, as exactly as its coordinates say. */
export function sayArea(m2: number, { t, lang }: Say): string {
  const inM2 = t('parcel.m2', { value: inSteps(m2, finestOf(m2), lang) })
  if (m2 < FROM_MU_M2) return t('parcel.area', { m2: inM2 })
  return t('parcel.areaAll', { m2: inM2, ha: t('parcel.ha', { value: formatNumber(m2 / M2_PER_HA, lang, 4) }), mu: t('parcel.mu', { value: formatNumber(m2 / M2_PER_MU, lang, 2) }) })
}

/** Metres, as exactly as coordinates say. */
export const sayLength = (metres: number, lang: Words['lang']): string => lengthIn(metres, finestOf(metres), lang)

/** Metres no finer than a step. */
export const sayLengthTo = (metres: number, stepM: number, lang: Words['lang']): string => lengthIn(metres, Math.max(finestOf(metres), stepM), lang)

/** An area no finer than a step, in the unit that fits it and in 亩. */
export function sayAreaTo(m2: number, stepM2: number, say: Say): { area: string; mu: string } {
  const step = Math.max(finestOf(m2), stepM2)
  return { area: areaIn(m2, step, m2, say), mu: say.t('parcel.mu', { value: inSteps(m2 / M2_PER_MU, muStep(step), say.lang) }) }
}

/** One figure for a parcel: its area, or the length of a line. */
export function saySize({ areaM2, lengthM }: ParcelMeasures, say: Say): string {
  if (areaM2 === undefined) return say.t('parcel.length', { length: sayLength(lengthM, say.lang) })
  return areaIn(areaM2, finestOf(areaM2), areaM2, say)
}

/** A share of 0..1 in words, to 0.1 %. */
export const sayShare = (share: number, lang: Words['lang']): string => shareIn(share, 0.1, lang)
/** A threshold or another number that is exact. */
export const sayM2 = (m2: number, { t, lang }: Say): string => t('parcel.m2', { value: formatNumber(m2, lang, 2, 0) })
export const sayM = (metres: number, lang: Words['lang']): string => (metres < 1000 ? `${formatNumber(metres, lang, 2, 0)}${THIN}m` : `${formatNumber(metres / 1000, lang, 3, 0)}${THIN}km`)
